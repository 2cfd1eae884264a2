package org.smecluster.material;

/** 第十三条(六): a standard is drawn up or revised. */
public enum StandardWork implements Labelled {
    DRAWN_UP("制定"),
    REVISED("修订");

    private final String label;

    StandardWork(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
