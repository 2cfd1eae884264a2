package org.smecluster.policy.draft;

import org.smecluster.law.Refusal;

/** Why somebody decides something about a draft; it stays in the history. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** @param deed in Chinese, e.g. 批准 */
    static String of(String reason, String deed) {
        String why = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (why.isEmpty()) {
            throw new Refusal("请填写" + deed + "的理由");
        }
        if (why.length() > LONGEST || why.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("理由过长或者含有不可见的字符，请改写，不超过" + LONGEST + "字");
        }
        return why;
    }
}
