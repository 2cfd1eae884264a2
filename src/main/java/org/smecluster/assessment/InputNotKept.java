package org.smecluster.assessment;

/** Tables ask for an input that an assessment of before did not look at, so that it was not kept. */
public final class InputNotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputNotKept(String code) {
        super(code, null, false, false);
    }
}
