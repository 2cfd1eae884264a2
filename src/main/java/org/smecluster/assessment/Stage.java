package org.smecluster.assessment;

import java.util.Comparator;

/**
 * For which step a version was assessed.
 *
 * @param number counted within the kind, from 1
 */
public record Stage(Kind kind, int number) implements Comparable<Stage> {

    public enum Kind {
        /** What the applicant saw before it submitted. */
        CHECK("申报核对"),
        /** While the city reviews, because what is known of 第十条 changed. */
        REVIEW("审查评估"),
        /** What the region's re-review goes by. */
        REREVIEW("复审评估"),
        /** What the region's look at a yearly report goes by. */
        ANNUAL("年度评估");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What the region decides by; others read it when the case is closed. */
        public boolean ofDeliberation() {
            return this == REREVIEW;
        }
    }

    public static Stage of(Kind kind, int number) {
        return new Stage(kind, number);
    }

    public Stage next() {
        return new Stage(kind, number + 1);
    }

    /** The word a clerk sees. */
    public String label() {
        return kind.label + "第" + number + "次";
    }

    /** Its name in addresses and keys, e.g. {@code REREVIEW-1}; nothing reads it back. */
    public String key() {
        return kind + "-" + number;
    }

    /** In the order of a case's steps. */
    @Override
    public int compareTo(Stage other) {
        return Comparator.comparing(Stage::kind).thenComparing(Stage::number).compare(this, other);
    }
}
