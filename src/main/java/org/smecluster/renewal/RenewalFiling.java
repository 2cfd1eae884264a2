package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FilingProcedure;
import org.smecluster.filing.Overlaps;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.remedy.Remedy;
import org.smecluster.review.Conclusion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A review as a case whose data are filed: the same data as a recognition's. */
@Component
@LegalBasis(article = 14)
class RenewalFiling implements FilingProcedure {

    /** Sort of the entries that tell of a change which no assessment has taken in yet. */
    static final String NOTICED = "noticed";

    private final Renewals renewals;
    private final Casework casework;
    private final ClusterRegistry registry;
    private final Submissions submissions;
    private final CaseAssessment assessment;
    private final Overlaps overlaps;
    private final ObjectProvider<RenewalDecisions> decisions;
    private final Notifications notifications;
    private final Clock clock;

    RenewalFiling(
            Renewals renewals,
            Casework casework,
            ClusterRegistry registry,
            Submissions submissions,
            CaseAssessment assessment,
            Overlaps overlaps,
            ObjectProvider<RenewalDecisions> decisions,
            Notifications notifications,
            Clock clock) {
        this.renewals = renewals;
        this.casework = casework;
        this.registry = registry;
        this.submissions = submissions;
        this.assessment = assessment;
        this.overlaps = overlaps;
        this.decisions = decisions;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.FH;
    }

    @Override
    public Optional<FiledCase> find(String caseNumber) {
        return renewals.find(caseNumber).map(this::filed);
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return renewals.casesOf(applicantGroup, clusterName);
    }

    @Override
    public FiledCase lock(String caseNumber) {
        return filed(renewals.lock(caseNumber));
    }

    private FiledCase filed(Renewal renewal) {
        CaseRecord record = casework.get(renewal.caseNumber());
        return new FiledCase(
                renewal.caseNumber(),
                record.clusterName(),
                record.applicantGroup(),
                record.cityGroup(),
                renewal.applicationYear(),
                renewal.submittedOn(),
                record.standing(),
                !record.closed() && renewal.state().withUnit(),
                !record.closed() && renewal.state().underReview(),
                false);
    }

    /** The first submission is the application that puts the cluster under review. */
    @Override
    @LegalBasis(article = 13)
    public void submitted(FiledCase filed, SubmissionVersion version) {
        String caseNumber = filed.caseNumber();
        LocalDate today = LocalDate.now(clock);
        overlaps.recordAnew(version.id(), version.checkStage());
        if (filed.submittedOn() == null) {
            refuseIfTooLate(renewals.find(caseNumber).orElseThrow(), today);
            renewals.submittedOn(caseNumber, today);
            registry.beginReview(casework.get(caseNumber).clusterNumber(), caseNumber, today);
        }
        renewals.enter(caseNumber, RenewalState.WITH_CITY);
        casework.stand(caseNumber, RenewalState.WITH_CITY.label());
        String text = version.round() == 1 ? "提交复核数据，第1版材料已固定" : "提交补正，第" + version.round() + "版材料已固定";
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "submitted-" + version.round(), "提交", text)
                        .under(RenewalService.BASIS),
                version.submitter());
        notifications.tell(
                filed.cityGroup(),
                caseNumber,
                "submitted-" + version.round(),
                "“" + filed.clusterName() + "”复核案（" + caseNumber + "）已" + text + "，请提出市级意见（第十四条）。");
    }

    /** The step that ends the time for it may come late. */
    private static void refuseIfTooLate(Renewal renewal, LocalDate today) {
        if (today.isAfter(renewal.submitBy())) {
            throw new Refusal("复核数据的提交已于" + renewal.submitBy() + " 24:00截止，不能再提交（第十四条）");
        }
    }

    @Override
    public void returned(FiledCase filed, SubmissionVersion correction, LocalDate lastDay) {
        renewals.enter(filed.caseNumber(), RenewalState.CORRECTING);
        casework.stand(filed.caseNumber(), RenewalState.CORRECTING.label());
        notifications.tell(
                filed.applicantGroup(),
                filed.caseNumber(),
                "returned-" + correction.round(),
                "“" + filed.clusterName() + "”复核案（" + filed.caseNumber() + "）被退回补正，请于" + lastDay
                        + "24时前补正提交，逾期未补正的，复核结案。"
                        + casework.entries(filed.caseNumber()).stream()
                                .filter(entry -> entry.isOf("city"))
                                .reduce((earlier, later) -> later)
                                .map(CaseEntry::remedy)
                                .map(Remedy::told)
                                .orElse(""));
    }

    @Override
    @LegalBasis(article = 10)
    public void incidentEntered(FiledCase filed) {
        Renewal renewal = renewals.find(filed.caseNumber()).orElseThrow();
        if (renewal.state() == RenewalState.WITH_REGION) {
            decisions.getObject().assessAgain(renewal);
            return;
        }
        assessment.assessAfterIncident(submissions.latest(filed.caseNumber()).orElseThrow(), filed.submittedOn());
    }

    @Override
    public void assessed(SubmissionVersion version, Stage stage) {
        overlaps.record(version.id(), stage);
    }

    @Override
    public boolean undecided(FiledCase filed) {
        return !casework.get(filed.caseNumber()).closed();
    }

    /** What was concluded stays as it was; sent back to the officer, the version is assessed once more. */
    @Override
    @LegalBasis(article = 10)
    public void incidentNoticed(FiledCase filed, String key, String what) {
        if (casework.get(filed.caseNumber()).closed()) {
            return;
        }
        casework.add(
                filed.caseNumber(),
                CaseEntry.of(
                                EntryKind.EVENT,
                                NOTICED + "-" + key,
                                "第十条情形有变化",
                                what + "。复核评估没有包括这一变化，请在决定时一并考虑，或者退回经办重新评估")
                        .kept(),
                null);
        notifications.tell(
                List.of(StaffGroup.OFFICERS, StaffGroup.LEADERS),
                filed.caseNumber(),
                key,
                "“%s”复核案（%s）：%s。复核评估没有包括这一变化，请在决定时一并考虑，或者退回经办重新评估（第十条）。"
                        .formatted(filed.clusterName(), filed.caseNumber(), what));
    }

    @Override
    public Optional<String> cityLetter(SubmissionVersion version) {
        return casework.entries(version.caseNumber()).stream()
                .filter(entry ->
                        Conclusion.RECOMMEND.label().equals(entry.particulars().get("意见")))
                .reduce((earlier, later) -> later)
                .map(entry -> "推荐文件" + entry.documentNumber() + "（" + entry.documentDate() + "）");
    }
}
