package org.smecluster.monitoring;

import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.registry.ClusterRegistry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a report is found to be: the assessment, the warning, and both beside what was found before. */
@Service
@Transactional
@LegalBasis(article = 16)
public class ReportAssessment {

    private final AnnualReports reports;
    private final Casework casework;
    private final Submissions submissions;
    private final CaseAssessment assessment;
    private final ClusterWorkbooks workbooks;
    private final ClusterRegistry registry;
    private final EarlyWarnings warnings;
    private final Notifications notifications;

    ReportAssessment(
            AnnualReports reports,
            Casework casework,
            Submissions submissions,
            CaseAssessment assessment,
            ClusterWorkbooks workbooks,
            ClusterRegistry registry,
            EarlyWarnings warnings,
            Notifications notifications) {
        this.reports = reports;
        this.casework = casework;
        this.submissions = submissions;
        this.assessment = assessment;
        this.workbooks = workbooks;
        this.registry = registry;
        this.warnings = warnings;
        this.notifications = notifications;
    }

    /** What the cluster last submitted before: with an earlier report, else for its recognition. */
    @Transactional(readOnly = true)
    public Optional<SubmissionVersion> earlier(AnnualReport report) {
        return reports.lastSubmittedBefore(report.year(), report.clusterNumber())
                .map(before -> submissions.get(before.submissionId()))
                .or(() -> submissions
                        .latest(registry.get(report.clusterNumber()).sourceCase())
                        .filter(SubmissionVersion::frozen));
    }

    /** Assesses what was handed to the region, and looks ahead to the coming review. */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11)
    public void assess(String caseNumber) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        if (report.stage() == null) {
            assess(report, Stage.of(Stage.Kind.ANNUAL, 1));
        }
    }

    /** A reviewer entered an incident. */
    void assessAgain(String caseNumber) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        if (report.stage() != null) {
            assess(report, report.stage().next());
        } else {
            assessment.assessInReview(submissions.get(report.submissionId()), report.submittedOn());
        }
    }

    private void assess(AnnualReport report, Stage stage) {
        SubmissionVersion version = submissions.get(report.submissionId());
        assessment.assess(version, report.submittedOn(), stage);
        Assessment found = assessment.get(version, stage);
        EarlyWarning warning = warning(report, version, found);
        reports.assessed(report.caseNumber(), stage, found, warning);
        String key = version.round() + "-" + stage.key();
        casework.add(
                report.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "assessed-" + key, "评估", "按认定的决策表评估（第十条、第十一条）")
                        .under(AnnualReportService.BASIS)
                        .with("第十一条", Outcome.valueOf(found.overall()).label())
                        .with("第十条", found.vetoed() == null ? "待人工判断" : found.vetoed() ? "被否决" : "未被否决"),
                null);
        if (!warning.conditions().isEmpty()) {
            String labels = warning.conditions().stream()
                    .map(EarlyWarning.Condition::label)
                    .collect(Collectors.joining("、"));
            casework.add(
                    report.caseNumber(),
                    CaseEntry.of(EntryKind.EVENT, "warned-" + key, "预警", ReportWording.EXPECTED + labels)
                            .under(AnnualReportService.BASIS)
                            .with("推算方法", warning.method()),
                    null);
            notifications.tell(
                    report.parties(), report.caseNumber(), "warned-" + key, ReportWording.warned(report, labels));
        }
    }

    private EarlyWarning warning(AnnualReport report, SubmissionVersion version, Assessment today) {
        return warnings.of(
                today,
                workbooks.figures(version.id()).orElseThrow(),
                submissions.declarations(version.id()),
                registry.get(report.clusterNumber()).termEndsOn(),
                report.submittedOn());
    }

    /** What was found beside what was found of the cluster before; empty until a version has been submitted. */
    @Transactional(readOnly = true)
    public Optional<ReportTrend> trend(String caseNumber) {
        AnnualReport report = reports.get(caseNumber);
        if (!report.submitted()) {
            return Optional.empty();
        }
        SubmissionVersion version = submissions.get(report.submissionId());
        Assessment now =
                report.stage() == null ? assessment.underReview(version) : assessment.get(version, report.stage());
        Optional<SubmissionVersion> earlier = earlier(report);
        return Optional.of(ReportTrend.of(
                now,
                earlier.map(this::found),
                report.year(),
                earlier.map(before -> new ReportTrend.Earlier(before.caseNumber(), lastYear(before)))
                        .orElse(null)));
    }

    private int lastYear(SubmissionVersion version) {
        return workbooks.reportingYears(version.id()).orElseThrow().last();
    }

    private Assessment found(SubmissionVersion version) {
        return reports.find(version.caseNumber())
                .map(AnnualReport::stage)
                .filter(stage -> assessment.exists(version, stage))
                .map(stage -> assessment.get(version, stage))
                .orElseGet(() -> assessment.underReview(version));
    }

    /** The result in words. */
    @Transactional(readOnly = true)
    public String outcomeInWords(String caseNumber) {
        AnnualReport report = reports.get(caseNumber);
        Assessment found = assessment.get(submissions.get(report.submissionId()), report.stage());
        return ReportWording.outcome(report, found, trend(caseNumber).orElseThrow());
    }

    /** The early warning in words. */
    @Transactional(readOnly = true)
    public String warningInWords(String caseNumber) {
        return reports.warning(caseNumber)
                .filter(warning -> !warning.conditions().isEmpty())
                .map(ReportWording::warning)
                .orElse(ReportWording.NOTHING_EXPECTED);
    }
}
