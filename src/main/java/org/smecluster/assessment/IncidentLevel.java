package org.smecluster.assessment;

/** Levels of accidents and security incidents. The codes are those of the decision table {@code vetoConditions}. */
public enum IncidentLevel {
    GENERAL("一般"),
    LARGE("较大"),
    MAJOR("重大"),
    EXTRAORDINARY("特别重大");

    private final String label;

    IncidentLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
