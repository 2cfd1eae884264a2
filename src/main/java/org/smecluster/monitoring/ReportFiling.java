package org.smecluster.monitoring;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FilingProcedure;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.Article;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.YearlyReport.State;
import org.springframework.stereotype.Component;

/** A yearly report as a case whose data are filed. */
@Component
class ReportFiling implements FilingProcedure {

    private final AnnualReports reports;
    private final AnnualReportService service;
    private final ReportAssessment assessment;
    private final Casework casework;

    ReportFiling(AnnualReports reports, AnnualReportService service, ReportAssessment assessment, Casework casework) {
        this.reports = reports;
        this.service = service;
        this.assessment = assessment;
        this.casework = casework;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.BS;
    }

    @Override
    public Optional<FiledCase> find(String caseNumber) {
        return reports.find(caseNumber).map(ReportFiling::filed);
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return reports.casesOf(applicantGroup, clusterName);
    }

    @Override
    public FiledCase lock(String caseNumber) {
        return reports.lock(caseNumber)
                .map(ReportFiling::filed)
                .orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的年度报送"));
    }

    private static FiledCase filed(AnnualReport report) {
        return new FiledCase(
                report.caseNumber(),
                report.clusterName(),
                report.applicantGroup(),
                report.cityGroup(),
                report.year() + 1,
                report.submittedOn(),
                report.state().label(),
                report.state().withUnit(),
                report.state() == State.SUBMITTED || report.state() == State.FORWARDED,
                true);
    }

    @Override
    public void submitted(FiledCase filed, SubmissionVersion version) {
        service.submitted(filed.caseNumber(), version);
    }

    @Override
    public void incidentEntered(FiledCase filed) {
        assessment.assessAgain(filed.caseNumber());
    }

    @Override
    public void incidentNoticed(FiledCase filed, String key, String what) {
        casework.add(
                filed.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, key, "事故登记", what).under(Article.of(10)),
                null);
    }

    @Override
    public boolean asksForMaterials() {
        return false;
    }

    @Override
    public String howToRename() {
        return "集群已更名的，先办理变动备案（第十五条）；本次报送仍用报送开启时的名称";
    }
}
