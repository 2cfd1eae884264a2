package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;

/**
 * What the program needs of a process that it knows by its id.
 *
 * @param history days that its cases are kept at least
 * @param tasklist whether people begin it
 * @param yearly whether a timer begins it once a year
 * @param outcomes that each closing bean must be given somewhere
 * @param reasoned outcomes at which the model states the reason, since no person does
 * @param named elements that the program names, with the variable that they wait for or the listener that they have
 * @param called for a process that others call: the caller's variable for each that it needs; empty where nobody calls it
 * @param gives what goes back to the caller
 * @param presets the first value of what each instance of a multi-instance has for itself
 */
record ProcessContract(
        String id,
        int history,
        boolean tasklist,
        boolean yearly,
        List<String> calls,
        List<String> decisions,
        Map<String, List<String>> outcomes,
        List<String> reasoned,
        Map<String, Timer> timers,
        Map<String, String> named,
        Map<String, String> called,
        List<String> gives,
        Map<String, String> presets) {

    /**
     * A moment that the process waits for.
     *
     * @param boundary whether it stands at the edge of a step, else the process waits there
     * @param on the step: the process that it calls or the listener that it has; null where not at the edge of one
     * @param interrupts whether it ends the step
     * @param notice whether only reminders follow
     */
    record Timer(boolean boundary, String on, boolean interrupts, boolean notice) {

        static Timer of(Yml timer) {
            return new Timer(
                    "boundary".equals(timer.text("is")),
                    timer.text("step"),
                    timer.flag("interrupts"),
                    timer.flag("notice"));
        }
    }

    static ProcessContract of(String id, Yml process) {
        return new ProcessContract(
                id,
                (Integer) process.members().get("history"),
                process.flag("tasklist"),
                process.flag("yearly"),
                process.texts("calls"),
                process.texts("decisions"),
                process.map("outcomes").lists(),
                process.texts("reasoned"),
                process.map("timers").each((variable, timer) -> Timer.of(timer)),
                process.textMap("named"),
                process.textMap("called"),
                process.texts("gives"),
                process.textMap("presets"));
    }
}
