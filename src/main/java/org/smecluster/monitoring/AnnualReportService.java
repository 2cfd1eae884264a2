package org.smecluster.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.Forwarding;
import org.smecluster.document.Notifications;
import org.smecluster.filing.Filing;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.RecognitionEnded;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One cluster's report for one year, from its opening to its end. Every step may be repeated. */
@Service
@Transactional
@LegalBasis(article = 16)
public class AnnualReportService {

    static final Article BASIS = Article.of(16);

    private final AnnualReports reports;
    private final Casework casework;
    private final Filing filing;
    private final ReportAssessment found;
    private final RevocationCauses causes;
    private final Notifications notifications;
    private final ReportMessages messages;
    private final WorkCalendar calendar;
    private final Clock clock;

    AnnualReportService(
            AnnualReports reports,
            Casework casework,
            Filing filing,
            ReportAssessment found,
            RevocationCauses causes,
            Notifications notifications,
            ReportMessages messages,
            WorkCalendar calendar,
            Clock clock) {
        this.reports = reports;
        this.casework = casework;
        this.filing = filing;
        this.found = found;
        this.causes = causes;
        this.notifications = notifications;
        this.messages = messages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where there is none */
    @Transactional(readOnly = true)
    public AnnualReport get(String caseNumber) {
        return reports.get(caseNumber);
    }

    /** Opens the first version, with the declarations of what the cluster last submitted. */
    public void openVersion(String caseNumber) {
        found.earlier(get(caseNumber))
                .ifPresentOrElse(version -> filing.openFrom(caseNumber, version.id()), () -> filing.open(caseNumber));
    }

    /** When the report's period is over: 30 March 24:00 of the year after. */
    Instant over(AnnualReport report) {
        return calendar.periods().annualReport(report.year() + 1).over();
    }

    /** The unit has submitted a version; the first one says whether the report is in time. */
    void submitted(String caseNumber, SubmissionVersion version) {
        AnnualReport before = reports.lock(caseNumber).orElseThrow();
        boolean late = !before.submitted() && !version.submittedAt().isBefore(over(before));
        reports.submitted(caseNumber, version.id(), version.submittedAt(), late);
        AnnualReport report = get(caseNumber);
        String text = version.round() == 1 ? "提交年度报送" : "提交补正（第" + version.round() + "版）";
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "submitted-" + version.round(), "提交", text)
                        .under(BASIS)
                        .with("报送截止", lastDay(report) + " 24:00")
                        .with("是否逾期", report.late() ? "逾期" : "按时"),
                version.submitter());
        notifications.tell(
                report.cityGroup(),
                caseNumber,
                "submitted-" + version.round(),
                ReportWording.submitted(report, text, late));
    }

    /**
     * The period is over. A report that was never submitted is overdue and goes to the screening for revocation; one that
     * is being corrected is reminded.
     */
    @LegalBasis(article = 17, item = 3)
    public void recordOverdue(String caseNumber) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        if (!report.state().withUnit()) {
            return;
        }
        if (report.submitted()) {
            String key = "correctionOver-" + filing.latest(caseNumber).round();
            tell(report, key, ReportWording.correctionOver(report));
            return;
        }
        reports.overdue(caseNumber);
        String evidence = ReportWording.neverSubmitted(report, lastDay(report));
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.EVENT, "overdue", "逾期未报送", evidence).under(Article.of(17, 3)),
                null);
        report(
                report,
                "report:" + report.clusterNumber() + ":" + report.year(),
                RevocationFact.REPORT_OVERDUE,
                evidence,
                lastDay(report).plusDays(1));
        tell(report, "overdue", ReportWording.overdue(report));
    }

    private void tell(AnnualReport report, String key, String text) {
        notifications.tell(report.parties(), report.caseNumber(), key, text);
    }

    private LocalDate lastDay(AnnualReport report) {
        return Deadline.lastDayBefore(over(report));
    }

    private void report(AnnualReport report, String cause, RevocationFact fact, String evidence, LocalDate occurredOn) {
        causes.report(
                new RevocationCause(cause, report.clusterNumber(), fact, evidence, report.caseNumber(), occurredOn));
    }

    /** The city hands the report to the region, or gives it back to the unit. */
    public void check(String caseNumber, Forwarding forwarding, String opinion, Account by) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        boolean forward = forwarding == Forwarding.FORWARD;
        boolean late = forward && !clock.instant().isBefore(over(report));
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "city", "市级审核", opinion)
                        .under(BASIS)
                        .with("处理", forward ? "报送自治区" : "退回补正")
                        .with("市级报送", !forward ? null : late ? "逾期" : "按时")
                        .with("逾期的责任", !late ? null : report.late() ? "申报主体逾期提交" : "申报主体按时提交，市级逾期报送"),
                by);
        if (forward) {
            reports.forwarded(caseNumber, clock.instant(), late && !report.late());
        } else {
            giveBack(report, opinion);
        }
    }

    private void giveBack(AnnualReport report, String opinion) {
        reports.enter(report.caseNumber(), State.RETURNED);
        notifications.tell(
                report.applicantGroup(),
                report.caseNumber(),
                "returned-" + filing.latest(report.caseNumber()).round(),
                report.named() + "退回补正：" + opinion);
    }

    /**
     * A refusal to be monitored is a fact of its own, whatever becomes of the report.
     *
     * @throws Refusal where the person is neither of the cluster's city nor an officer of the region, or the evidence is
     *     missing
     */
    @LegalBasis(article = 17, item = 3)
    public void recordRefusal(String caseNumber, String evidence, Account by) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        if (!by.groups().contains(report.cityGroup()) && !by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("只有所在市和自治区经办人员可以记录不接受、不配合监测监督的情况");
        }
        if (evidence == null || evidence.isBlank()) {
            throw new Refusal("请写明不接受、不配合监测监督的事实和证据（第十七条(三)）");
        }
        if (evidence.strip().length() > 2000) {
            throw new Refusal("事实和证据不能超过2000字");
        }
        String key = casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.EVIDENCE, "refused", "不接受、不配合监测监督", evidence.strip())
                        .under(Article.of(17, 3)),
                by);
        report(report, key + ":" + caseNumber, RevocationFact.SUPERVISION_REFUSED, evidence.strip(), today());
    }

    /**
     * What the officer of the region says of an assessed report.
     *
     * @param accepted false: given back to the unit
     * @param standards whether a hard miss goes to the screening for revocation; null where there is none
     * @param standardsReason why, or why not
     * @throws Refusal where the assessment asks for the judgement and it is missing
     */
    @LegalBasis(article = 17, item = 1)
    public void review(
            String caseNumber,
            boolean accepted,
            String opinion,
            Boolean standards,
            String standardsReason,
            Account by) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        boolean notMet = accepted && report.outcome() == Outcome.NOT_MET;
        if (notMet && (standards == null || standardsReason == null)) {
            throw new Refusal("评估结果有不符合的条件，请判断是否作为“不再符合认定标准”的线索报告，并写明理由（第十七条(一)）");
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "region", "自治区审阅", opinion)
                        .under(BASIS)
                        .with("处理", accepted ? "审阅通过" : "退回补正")
                        .with("不再符合认定标准的线索", !notMet ? null : standards ? "报告" : "不报告")
                        .with("判断的理由", notMet ? standardsReason : null),
                by);
        if (!accepted) {
            giveBack(report, opinion);
        } else if (notMet && standards) {
            report(
                    report,
                    "standards:" + caseNumber,
                    RevocationFact.STANDARDS_NOT_MET,
                    report.year() + "年度报送评估为不符合第十一条的条件。" + standardsReason,
                    today());
        }
    }

    @LegalBasis(article = 17, item = 2)
    public void recordFalseDeclaration(String caseNumber, String evidence, Account by) {
        AnnualReport report = reports.lock(caseNumber).orElseThrow();
        if (evidence == null) {
            throw new Refusal("请写明虚假申报的事实和证据（第十七条(二)）");
        }
        String key = casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.EVIDENCE, "false", "发现虚假申报", evidence)
                        .under(Article.of(17, 2))
                        .kept(),
                by);
        report(report, key + ":" + caseNumber, RevocationFact.FALSE_APPLICATION_FOUND, evidence, today());
    }

    /** The report's case has been closed. */
    public void close(String caseNumber, State end) {
        if (!reports.lock(caseNumber).orElseThrow().state().closed()) {
            reports.enter(caseNumber, end);
        }
    }

    /** A recognition has ended: reports under way are no longer asked for. */
    @EventListener
    public void onRecognitionEnded(RecognitionEnded ended) {
        reports.open(ended.clusterNumber()).forEach(report -> messages.recognitionEnded(report.caseNumber()));
    }

    /** Where the report stands in its period, in words. */
    @Transactional(readOnly = true)
    public String inWords(String caseNumber) {
        AnnualReport report = get(caseNumber);
        return ReportWording.period(report, lastDay(report));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
