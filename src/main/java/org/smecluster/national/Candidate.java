package org.smecluster.national;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.region.UnitLevel;

/**
 * A cluster that may be recommended, as it stood when it was evaluated.
 *
 * @param cityCode 4 digits
 * @param reportCase case number of its report
 * @param reportedLate whether the report was late
 * @param warned whether the report's early warning names a condition
 * @param decisionVersion of {@code nationalRecommendationCriteria} in the engine
 * @param evaluatedOn the day on which titles and incidents were looked at
 * @param findings one per criterion, in the table's order
 * @param proposal null before an officer made one
 * @param recognised whether the ministry recognised it; null before, and where it was not recommended
 */
public record Candidate(
        String clusterNumber,
        String clusterName,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        String applicantGroup,
        String reportCase,
        boolean reportedLate,
        boolean warned,
        int decisionVersion,
        LocalDate evaluatedOn,
        List<Finding> findings,
        Proposal proposal,
        Boolean recognised) {

    public Candidate {
        findings = List.copyOf(findings);
    }

    Candidate proposed(Proposal made) {
        return new Candidate(
                clusterNumber,
                clusterName,
                leadingIndustry,
                countyCode,
                cityCode,
                applicantGroup,
                reportCase,
                reportedLate,
                warned,
                decisionVersion,
                evaluatedOn,
                findings,
                made,
                recognised);
    }

    /** Whether whoever judged by the other would have seen the same, in whatever version of the table. */
    boolean saysTheSameAs(Candidate other) {
        return warned == other.warned && reportedLate == other.reportedLate && tellsTheSame(other.findings);
    }

    private boolean tellsTheSame(List<Finding> others) {
        return findings.size() == others.size()
                && IntStream.range(0, findings.size())
                        .allMatch(i -> findings.get(i).saysTheSameAs(others.get(i)));
    }

    public boolean recommended() {
        return proposal != null && proposal.recommended();
    }

    public long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    String cityGroup() {
        return UnitLevel.CITY.group(cityCode);
    }

    String named() {
        return "“" + clusterName + "”（" + clusterNumber + "）";
    }
}
