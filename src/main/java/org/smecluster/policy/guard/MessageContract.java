package org.smecluster.policy.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smecluster.policy.guard.BeanContract.Written;

/**
 * A message that the program sends.
 *
 * @param to processes that must receive it
 * @param interrupts whether what it is received beside ends, where it is received beside something
 * @param step at whose edge it may be received: the process that it calls or a bean in it; null where at any
 * @param carries variables that come with it
 */
record MessageContract(
        String name, List<String> to, As as, boolean interrupts, String step, Map<String, Written> carries) {

    /** By what it is received. */
    enum As {
        /** The start event of the process. */
        START,
        /** An event subprocess, which alone gets the variables. */
        SCOPE,
        /** A step that waits for it. */
        WAIT,
        /** Any but the start of the process. */
        ANY
    }

    static MessageContract of(String name, Yml message) {
        return new MessageContract(
                name,
                message.texts("to"),
                As.valueOf(message.text("as").toUpperCase(Locale.ROOT)),
                message.flag("interrupts"),
                message.text("step"),
                Written.all(message.map("carries")));
    }
}
