package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.TypedText;

/**
 * One row of 标准清单: one enterprise's part in one standard.
 *
 * @param drafterRank place among the drafting bodies, from 1
 * @param role null in workbooks from before it was asked for
 */
@LegalBasis(article = 13, item = 6)
public record Standard(
        String number,
        String name,
        StandardLevel level,
        StandardWork work,
        CreditCode enterprise,
        int drafterRank,
        LocalDate issuedOn,
        StandardRole role) {

    /**
     * The same for a number however it is spelt: dashes of any kind as one, points kept (GB/T 1.1 is not GB/T 11), strokes and
     * spaces left out.
     */
    static String key(String number) {
        String plain = TypedText.code(number)
                .replaceAll("[\\p{Pd}\\u2212_:~]+", "-")
                .replaceAll("[^0-9A-Z\\u4E00-\\u9FFF.-]", "");
        return plain.isEmpty() ? number : plain;
    }
}
