package org.smecluster.law;

/** What was to be changed has been changed by somebody else since it was read; the message says who, when and to what. */
public class Overtaken extends Refusal {

    private static final long serialVersionUID = 1L;

    public Overtaken(String reason) {
        super(reason);
    }
}
