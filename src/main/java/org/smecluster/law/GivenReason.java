package org.smecluster.law;

/** A reason that a person has to give. */
public final class GivenReason {

    private GivenReason() {}

    /**
     * The reason without the space around it.
     *
     * @param what e.g. 撤回理由
     * @throws Refusal where it is missing or too long
     */
    public static String of(String text, String what, int longest) {
        String reason = TypedText.clean(text);
        if (TypedText.isBlank(reason) || reason.length() > longest) {
            throw new Refusal("请写明" + what + "，不超过" + longest + "字");
        }
        return reason;
    }
}
