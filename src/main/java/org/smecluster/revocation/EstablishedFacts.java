package org.smecluster.revocation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.registry.RevocationFact;

/**
 * What a person found of the facts that 第十七条 knows: the inputs of {@code revocationGrounds}.
 *
 * @param overall outcome of the latest assessment, null where none was looked at
 * @param falseApplicationFound true, false, or null where it was not at issue; as the others
 */
@LegalBasis(article = 17)
public record EstablishedFacts(
        Outcome overall,
        Boolean falseApplicationFound,
        Boolean reportOverdue,
        Boolean supervisionRefused,
        Boolean changeUnfiled,
        Boolean vetoed) {

    /** Whether anything was found of the fact, true or not. */
    boolean tells(RevocationFact fact) {
        return switch (fact) {
            case STANDARDS_NOT_MET -> overall != null;
            case FALSE_APPLICATION_FOUND -> falseApplicationFound != null;
            case REPORT_OVERDUE -> reportOverdue != null;
            case SUPERVISION_REFUSED -> supervisionRefused != null;
            case CHANGE_UNFILED -> changeUnfiled != null;
            case MAJOR_INCIDENT -> vetoed != null;
        };
    }

    /** Label to finding, those at issue only, in the order of the article. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "(一)基本条件总体结论", overall == null ? null : overall.label());
        put(words, "(二)虚假申报", word(falseApplicationFound));
        put(words, "(三)未按要求及时报送", word(reportOverdue));
        put(words, "(三)不接受、不配合监督", word(supervisionRefused));
        put(words, "(四)重大变动未及时备案", word(changeUnfiled));
        put(words, "(五)第十条所列情形", word(vetoed));
        return words;
    }

    private static void put(Map<String, String> words, String label, String word) {
        if (word != null) {
            words.put(label, word);
        }
    }

    private static String word(Boolean fact) {
        return fact == null ? null : fact ? "属实" : "不属实";
    }
}
