package org.smecluster.registry;

import org.smecluster.law.LegalBasis;

/** What became of a recognition, as the public is told it. */
@LegalBasis(article = 14)
@LegalBasis(article = 17)
public enum PublicStanding {
    /** Within its term. */
    VALID("有效"),
    /** The term is over, and its review is under way or to come. */
    TERM_ENDED("有效期已满"),
    /** The term is over and was not extended. */
    LAPSED("已失效"),
    REVOKED("已撤销");

    private final String label;

    PublicStanding(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }

    /** Whether the recognition has not ended for good. */
    public boolean lasts() {
        return this == VALID || this == TERM_ENDED;
    }
}
