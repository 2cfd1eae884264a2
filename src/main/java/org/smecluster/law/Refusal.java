package org.smecluster.law;

import java.util.List;

/**
 * A domain refusal: what was asked cannot be done, for a reason that stands in the Measures or in the batch's notice.
 * The message is Chinese, says what is wrong and what to do, and is shown to the clerk as it is.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    public Refusal(String reason) {
        this(List.of(reason));
    }

    public Refusal(List<String> reasons) {
        super(String.join("；", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** At least one sentence. */
    public List<String> reasons() {
        return reasons;
    }
}
