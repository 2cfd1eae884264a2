package org.smecluster.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Stage;
import org.smecluster.law.Outcome;
import org.smecluster.registry.YearlyReport;

/** The stored reports. They change through the services of this package only. */
public interface AnnualReports {

    Optional<AnnualReport> find(String caseNumber);

    /** @throws IllegalArgumentException where there is none */
    default AnnualReport get(String caseNumber) {
        return find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no report has the number " + caseNumber));
    }

    /** The report, locked until the transaction ends. */
    Optional<AnnualReport> lock(String caseNumber);

    Optional<AnnualReport> find(int year, String clusterNumber);

    /** By city, then by cluster number. */
    List<AnnualReport> ofYear(int year);

    /** Those of the cluster that are not closed. */
    List<AnnualReport> open(String clusterNumber);

    /** What the cluster last submitted for a year before. */
    Optional<AnnualReport> lastSubmittedBefore(int year, String clusterNumber);

    /**
     * Numbers of the cases by which a cluster of the registry was recognised and reported on. One that has got another name
     * is known by all its names; one that has gone over to another unit is that unit's with all its cases.
     */
    List<String> casesOf(String applicantGroup, String clusterName);

    void insert(AnnualReport report);

    void enter(String caseNumber, YearlyReport.State state);

    /** The first submission's moment stays. */
    void submitted(String caseNumber, long submissionId, Instant at, boolean late);

    /** @param late after the period, though submitted in time; counted where it is handed on for the first time */
    void forwarded(String caseNumber, Instant at, boolean late);

    void overdue(String caseNumber);

    /** In the place of what was found before. */
    void assessed(String caseNumber, Stage stage, Assessment assessment, EarlyWarning warning);

    /**
     * A condition that a report warns of, see {@link EarlyWarning.Condition}.
     *
     * @param today what was found of it when the report was assessed
     */
    record Warned(String caseNumber, String code, String label, Outcome today) {}

    /** What the reports of the year warn of, in the order of the conditions. */
    List<Warned> warned(int year);

    /** Empty until it is assessed. */
    Optional<EarlyWarning> warning(String caseNumber);
}
