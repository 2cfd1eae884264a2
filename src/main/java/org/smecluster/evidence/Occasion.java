package org.smecluster.evidence;

/** What a file of evidence is handed in with. */
public enum Occasion {
    APPLICATION("申报"),
    REVIEW("复核"),
    CHANGE("变动备案"),
    REPORT("年度报送"),
    CORRECTION("补正"),
    DEFENCE("陈述申辩"),
    /** Seen by the autonomous region alone, names and all. */
    OBJECTION("异议");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
