package org.smecluster.engine;

/** In whose place the running step is done: {@link RefusalInterceptor} forgets it when the command is over. */
final class ActingFor {

    private static final ThreadLocal<String> ABSENT_NAME = new ThreadLocal<>();

    private ActingFor() {}

    static void begin(String absentName) {
        ABSENT_NAME.set(absentName);
    }

    /** Name of the absent one; null where the person acts for nobody else. */
    static String nameOrNull() {
        return ABSENT_NAME.get();
    }

    static void end() {
        ABSENT_NAME.remove();
    }
}
