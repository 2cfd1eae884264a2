package org.smecluster.publicnotice;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.Refusal;

/**
 * An objection as its sender fills it in.
 *
 * @param unsigned whether the sender wants it taken as a lead, without a name
 * @param secret twenty digits that the page drew, by which a form that is sent twice is known; anything else: one is drawn
 */
public record OnlineObjectionEntry(
        String caseNumber, String objectorName, String contact, String grounds, boolean unsigned, String secret) {

    static final int LEAST_GROUNDS = 10;

    /** @throws Refusal with everything that is missing, too short or too long */
    void check() {
        List<String> reasons = new ArrayList<>();
        if (caseNumber.isEmpty()) {
            reasons.add("请选择异议所针对的集群");
        }
        if (!unsigned) {
            check(reasons, "真实姓名或单位名称", objectorName, ObjectionEntry.LONGEST_NAME);
            check(reasons, "联系方式", contact, ObjectionEntry.LONGEST_CONTACT);
        }
        check(reasons, "事实和理由", grounds, ObjectionEntry.LONGEST_GROUNDS);
        if (!grounds.isEmpty() && grounds.length() < LEAST_GROUNDS) {
            reasons.add("事实和理由至少写" + LEAST_GROUNDS + "个字，写明有什么不实或者不符合、您怎么知道的");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private static void check(List<String> reasons, String label, String text, int longest) {
        if (text.isEmpty()) {
            reasons.add("请填写" + label);
        } else if (text.length() > longest) {
            reasons.add(label + "最多" + longest + "个字，现为" + text.length() + "个字，请删减");
        }
    }
}
