package org.smecluster.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Stage;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.Forwarding;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Filing;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.ClusterRegistry;
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

    private static final Article BASIS = Article.of(16);

    private final AnnualReports reports;
    private final Casework casework;
    private final Filing filing;
    private final Submissions submissions;
    private final CaseAssessment assessment;
    private final ClusterWorkbooks workbooks;
    private final ClusterRegistry registry;
    private final RevocationCauses causes;
    private final EarlyWarnings warnings;
    private final Notifications notifications;
    private final ReportMessages messages;
    private final WorkCalendar calendar;
    private final Clock clock;

    AnnualReportService(
            AnnualReports reports,
            Casework casework,
            Filing filing,
            Submissions submissions,
            CaseAssessment assessment,
            ClusterWorkbooks workbooks,
            ClusterRegistry registry,
            RevocationCauses causes,
            EarlyWarnings warnings,
            Notifications notifications,
            ReportMessages messages,
            WorkCalendar calendar,
            Clock clock) {
        this.reports = reports;
        this.casework = casework;
        this.filing = filing;
        this.submissions = submissions;
        this.assessment = assessment;
        this.workbooks = workbooks;
        this.registry = registry;
        this.causes = causes;
        this.warnings = warnings;
        this.notifications = notifications;
        this.messages = messages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where there is none */
    @Transactional(readOnly = true)
    public AnnualReport get(String caseNumber) {
        return reports.find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no report has the number " + caseNumber));
    }

    /** Opens the first version, with the declarations of what the cluster last submitted. */
    public void openVersion(String caseNumber) {
        earlier(get(caseNumber))
                .ifPresentOrElse(version -> filing.openFrom(caseNumber, version.id()), () -> filing.open(caseNumber));
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
                report.named() + "已" + text + (late ? "，逾期" : "") + "，请审核报送（第十六条）。");
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
            tell(report, key, report.named() + "的补正期限已过，还没有提交补正，请尽快提交（第十六条）。");
            return;
        }
        reports.overdue(caseNumber);
        String evidence = report.year() + "年度发展情况应于" + lastDay(report) + "前报送，期满未报送（" + caseNumber + "）";
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
        tell(report, "overdue", report.named() + "逾期未报送，已作为第十七条(三)的线索报告。请尽快报送，逾期报送的照样受理，并注明逾期。");
    }

    private void tell(AnnualReport report, String key, String text) {
        notifications.tell(List.of(report.applicantGroup(), report.cityGroup()), report.caseNumber(), key, text);
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
                        .with("市级报送", !forward ? null : late ? "逾期" : "按时"),
                by);
        if (forward) {
            reports.forwarded(caseNumber, clock.instant());
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
                        .under(BASIS)
                        .with("第十一条", Outcome.valueOf(found.overall()).label())
                        .with("第十条", found.vetoed() == null ? "待人工判断" : found.vetoed() ? "被否决" : "未被否决"),
                null);
        if (!warning.conditions().isEmpty()) {
            String labels = warning.conditions().stream()
                    .map(EarlyWarning.Condition::label)
                    .collect(Collectors.joining("、"));
            casework.add(
                    report.caseNumber(),
                    CaseEntry.of(EntryKind.EVENT, "warned-" + key, "预警", "按目前趋势，到期复核时下列条件可能不符合：" + labels)
                            .under(BASIS)
                            .with("推算方法", warning.method()),
                    null);
            tell(
                    report,
                    "warned-" + key,
                    report.named() + "预警：按目前趋势，到期复核时下列条件可能不符合：" + labels + "。数值和差距见案件资料（第十四条、第十六条）。");
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
        AnnualReport report = get(caseNumber);
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
        String until = report.named() + "，报送截止" + lastDay(report) + " 24:00，";
        if (!report.submitted()) {
            return until + (report.late() ? "逾期未报送。" : "尚未提交。");
        }
        if (!report.late()) {
            return until + report.submittedOn() + "提交，按时。";
        }
        return until + report.submittedOn() + "提交，逾期" + ChronoUnit.DAYS.between(lastDay(report), report.submittedOn())
                + "日。";
    }

    /** The result in words. */
    @Transactional(readOnly = true)
    public String outcomeInWords(String caseNumber) {
        AnnualReport report = get(caseNumber);
        Assessment found = assessment.get(submissions.get(report.submissionId()), report.stage());
        String misses = found.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.MET)
                .map(finding -> finding.article() + finding.label() + "（"
                        + finding.outcome().label() + "）")
                .collect(Collectors.joining("、"));
        ReportTrend trend = trend(caseNumber).orElseThrow();
        String worse = trend.worsened().stream().map(line -> line.now().label()).collect(Collectors.joining("、"));
        return "第十一条总体：" + report.outcome().label() + (misses.isEmpty() ? "。" : "：" + misses + "。") + "第十条："
                + (report.vetoed() == null ? "有待人工判断的情形。" : report.vetoed() ? "存在所列情形。" : "未发现所列情形。")
                + (worse.isEmpty() ? "" : "与" + trend.before() + "相比变差的条件：" + worse + "。");
    }

    /** The early warning in words. */
    @Transactional(readOnly = true)
    public String warningInWords(String caseNumber) {
        return reports.warning(caseNumber)
                .filter(warning -> !warning.conditions().isEmpty())
                .map(warning -> "预警：按目前趋势，到期复核时下列条件可能不符合："
                        + warning.conditions().stream()
                                .map(each -> each.article()
                                        + each.label()
                                        + (each.shortfall() == null ? "" : "（" + each.shortfall() + "）"))
                                .collect(Collectors.joining("、"))
                        + "。")
                .orElse("按目前趋势，到期复核时没有可能不符合的条件。");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
