package org.smecluster.recognition;

/**
 * Which of a batch's applications with a concluded re-review are wanted, and in what order.
 *
 * @param text stands in case number, cluster, industry or the names of its units, one after the other; empty: any
 * @param order name of an {@link Order}, or the code of a key indicator; anything else: by case number
 */
public record ComparisonSearch(String text, Show show, String order, boolean descending) {

    /** Every application, by case number. */
    public static final ComparisonSearch ALL = new ComparisonSearch("", Show.ALL, "", false);

    public enum Show {
        ALL("全部"),
        UNDECIDED("未定"),
        SELECTED("入选"),
        NOT_SELECTED("不入选"),
        INCIDENTS("有第十条情形");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        /** The words a clerk sees. */
        public String label() {
            return label;
        }
    }

    /** By what else than a key indicator they can be put in order. */
    public enum Order {
        CLUSTER,
        PLACE,
        INDUSTRY,
        OVERALL,
        SOFT_MISSES,
        INCIDENTS,
        CONCLUSION,
        DECISION
    }

    /** All of them, in this order. */
    public ComparisonSearch unfiltered() {
        return new ComparisonSearch("", Show.ALL, order, descending);
    }
}
