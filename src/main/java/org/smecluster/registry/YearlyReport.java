package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Objects;
import org.smecluster.law.Outcome;

/**
 * A cluster's report for a year, as far as other procedures go by it.
 *
 * @param year reported on; the report is due on 30 March of the year after
 * @param submissionId of the version last submitted, with its workbook, declarations and assessments; null where none was
 * @param submittedOn day of the first submission, null where there was none
 * @param late whether it was not submitted in time: first submitted after the period, or not by now that it is over
 * @param outcome of 第十一条 as a whole; null until the region's review has begun
 * @param vetoed whether an incident excludes the cluster (第十条); null where a person has to decide, or none was assessed
 * @param warned whether the early warning names a condition that fails at the coming review if the trend goes on
 */
public record YearlyReport(
        int year,
        String clusterNumber,
        String caseNumber,
        State state,
        Long submissionId,
        LocalDate submittedOn,
        boolean late,
        Outcome outcome,
        Boolean vetoed,
        boolean warned) {

    public YearlyReport {
        Objects.requireNonNull(clusterNumber, "clusterNumber");
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(state, "state");
    }

    /** Whether the region has looked at it and taken it: what the national recommendation goes by. */
    public boolean accepted() {
        return state == State.ACCEPTED;
    }

    /** Where a report stands. */
    public enum State {
        /** With the unit, nothing submitted yet. */
        DUE("待报送"),
        /** With the city. */
        SUBMITTED("待市级审核"),
        /** With the unit, to be corrected. */
        RETURNED("退回补正"),
        /** With the region. */
        FORWARDED("待自治区审阅"),
        ACCEPTED("已审阅"),
        /** The region waits for it no longer. */
        NOT_SUBMITTED("未报送"),
        /** The recognition ended before the report was closed. */
        NOT_NEEDED("集群已失效，不再报送");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The words a clerk sees. */
        public String label() {
            return label;
        }

        public boolean closed() {
            return this == ACCEPTED || this == NOT_SUBMITTED || this == NOT_NEEDED;
        }

        /** Whether the unit has it in hand. */
        public boolean withUnit() {
            return this == DUE || this == RETURNED;
        }
    }
}
