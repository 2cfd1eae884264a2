package org.smecluster.remedy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who issues a decision and what can be done against it. */
@Service
@Transactional
@LegalBasis(article = 4)
public class Remedies {

    /** What the region's decisions and papers are issued by. */
    public static final String REGION = "宁夏回族自治区工业和信息化厅";

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_BASIS = 300;

    private final RemedyTexts texts;
    private final Units units;
    private final Clock clock;

    Remedies(RemedyTexts texts, Units units, Clock clock) {
        this.texts = texts;
        this.units = units;
        this.clock = clock;
    }

    /** What a decision of today bears. @param cityGroup of the case */
    @Transactional(readOnly = true)
    public Remedy of(DecisionKind kind, String cityGroup) {
        return new Remedy(
                kind.ofCity() ? city(cityGroup) : REGION,
                kind.adverse() ? texts.of(kind).get(0).inWords() : null);
    }

    /** Every version of the text for a kind of decision, the latest first. */
    @Transactional(readOnly = true)
    public List<RemedyText> texts(DecisionKind kind) {
        return texts.of(kind);
    }

    private String city(String group) {
        return units.ofGroup(group).map(Unit::name).orElseThrow() + "中小企业主管部门";
    }

    /**
     * The legal reviewer, an officer, enters a text in the place of the one seen; what was decided before keeps its own.
     *
     * @param text as typed, may be null, as the basis
     * @param confirmed whether the legal check has confirmed it
     * @param seen version that the person saw
     * @throws Refusal with everything that stands against it, or where another version has come meanwhile
     */
    public void enter(DecisionKind kind, String text, String legalBasis, boolean confirmed, int seen, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("救济途径由自治区承担法制审核的经办人员维护");
        }
        List<String> reasons = new ArrayList<>();
        check("救济途径", text, LONGEST_TEXT, reasons);
        check("法律依据", legalBasis, LONGEST_BASIS, reasons);
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        boolean entered = texts.of(kind).get(0).version() == seen
                && texts.enter(new RemedyText(
                        kind,
                        seen + 1,
                        text.strip(),
                        legalBasis.strip(),
                        confirmed,
                        by.userId(),
                        by.displayName(),
                        clock.instant()));
        if (!entered) {
            throw new Overtaken("“" + kind.label() + "”的救济途径已被他人修改，请看过现在的文字再保存");
        }
    }

    private static void check(String label, String text, int longest, List<String> reasons) {
        if (text == null || text.isBlank()) {
            reasons.add("请填写" + label);
        } else if (text.strip().length() > longest) {
            reasons.add(label + "不能超过" + longest + "字");
        }
    }
}
