package org.smecluster.engine;

/**
 * What an administrator is told of a step that failed.
 *
 * @param cause why it failed, in plain words
 * @param advice what to correct, whom to ask, when to try again
 */
record FailureHint(String cause, String advice) {

    private static final String ADVICE = "处理办法：";

    /** The message of the job and of its incident, as Cockpit shows them. */
    String message(String step, String whatNext) {
        return "步骤“" + step + "”没有完成。原因：" + cause + "。" + whatNext + ADVICE + advice + "。";
    }

    /** The advice within a {@link #message}; the whole text where it is none of ours. */
    static String adviceIn(String message) {
        int at = message.indexOf(ADVICE);
        return at < 0 ? message : message.substring(at);
    }
}
