package org.smecluster.message;

import java.util.List;

/** Carries messages of one channel. */
interface Carrier {

    Channel channel();

    /** Whether the operator has configured it. */
    boolean open();

    Result carry(Message message, List<Told> notices);

    /** What becomes of one whose sender is gone in the middle. */
    MessageState abandoned();

    /** @param problem Chinese; null where it was sent */
    record Result(Kind kind, String problem) {

        enum Kind {
            SENT,
            /** Surely not handed over: tried again. */
            AGAIN,
            /** Perhaps handed over: never tried again by itself. */
            MAYBE,
            /** Surely not, and never will be. */
            NEVER
        }

        static Result sent() {
            return new Result(Kind.SENT, null);
        }

        static Result again(String problem) {
            return new Result(Kind.AGAIN, problem);
        }

        static Result maybe(String problem) {
            return new Result(Kind.MAYBE, problem);
        }

        static Result never(String problem) {
            return new Result(Kind.NEVER, problem);
        }
    }
}
