package org.smecluster.engine;

/** No rule of a decision's table applied, where one must. */
public class NoDecisionResult extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String decision;

    /** @param decision its id */
    public NoDecisionResult(String decision) {
        super("decision '" + decision + "' gave no result");
        this.decision = decision;
    }

    String decision() {
        return decision;
    }
}
