package org.smecluster.evidence;

import org.smecluster.registry.LifeReader;

/** What a file of evidence is handed in with. */
public enum Occasion {
    APPLICATION("申报", LifeReader.UNIT),
    REVIEW("复核", LifeReader.UNIT),
    CHANGE("变动备案", LifeReader.UNIT),
    REPORT("年度报送", LifeReader.UNIT),
    CORRECTION("补正", LifeReader.UNIT),
    DEFENCE("陈述申辩", LifeReader.UNIT),
    /** What the city saw on site: its own until the verification is completed. */
    VERIFICATION("现场核查", LifeReader.CITY),
    /** Seen by the autonomous region alone, names and all. */
    OBJECTION("异议", LifeReader.REGION);

    private final String label;
    private final LifeReader sender;

    Occasion(String label, LifeReader sender) {
        this.label = label;
        this.sender = sender;
    }

    /** Whose it is, and who alone sees it until it is handed in. */
    public LifeReader sender() {
        return sender;
    }

    public boolean ofUnit() {
        return sender == LifeReader.UNIT;
    }

    public String label() {
        return label;
    }
}
