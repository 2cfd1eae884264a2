package org.smecluster.material;

import org.smecluster.law.LegalBasis;

/** An enterprise's part in a standard: 主持 is whoever stands among the first three drafting bodies. */
@LegalBasis(article = 13, item = 6)
public enum StandardRole implements Labelled {
    LEADING("主持"),
    PARTICIPATING("参与");

    private static final int LAST_LEADING_RANK = 3;

    private final String label;

    StandardRole(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    static StandardRole at(int drafterRank) {
        return drafterRank <= LAST_LEADING_RANK ? LEADING : PARTICIPATING;
    }
}
