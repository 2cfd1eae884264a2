package org.smecluster.whatif;

import java.util.List;

/**
 * What a reader is told who sees no case: numbers of cases, without those from which a single cluster could be told.
 *
 * @param cases     how many were judged; null where that alone tells too much, and then there are no tables
 * @param unjudged  cases of which something was not kept that the draft asks for; not among the others
 */
public record Counts(Count cases, Count unjudged, List<Table> tables) {

    /** Stands below every table of them. */
    public static final String WITHHELD = "涉及的集群少于5个的数（包括0）写“少于5”，为免由合计推算，必要时另一些数“不显示”。每件案件按最近一次评估计一次。";

    /** A number, or why there is none. */
    public record Count(Integer number, SmallCounts.Shown shown) {

        static Count of(int number, SmallCounts.Shown shown) {
            return new Count(shown == SmallCounts.Shown.NUMBER ? number : null, shown);
        }

        /** As it is read. */
        public String told() {
            return number == null ? shown.label() : number.toString();
        }
    }

    /** What its lines are about. */
    public enum Subject {
        CHANGED("总数", "项目"),
        OUTCOMES("改变结论的案件：现行和草稿", "现行"),
        KINDS("改变结论的案件：按类别", "类别"),
        CITIES("改变结论的案件：按所在的市", "所在的市"),
        CONDITIONS("逐项条件：按指标和决策表的行", "条件"),
        RECORDED("评估当时的结论和现行的结论", "项目");

        private final String title;
        private final String head;

        Subject(String title, String head) {
            this.title = title;
            this.head = head;
        }

        public String title() {
            return title;
        }

        /** Of the first column. */
        public String head() {
            return head;
        }
    }

    public record Table(Subject subject, List<Line> lines) {}

    /**
     * @param before empty where the subject has none; so {@code after}
     */
    public record Line(String what, String before, String after, Count count) {}
}
