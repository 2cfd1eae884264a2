package org.smecluster.national;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.national.Recommendation.Issued;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReports;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice of the best of a year's clusters for the national title: 择优推荐申报国家级. */
@Service
@Transactional
@LegalBasis(article = 16)
public class NationalService {

    /** The table of criteria. */
    public static final String CRITERIA = "nationalRecommendationCriteria";

    private static final Article BASIS = Article.of(16);
    private static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Recommendations recommendations;
    private final YearlyReports reports;
    private final ClusterRegistry registry;
    private final Submissions submissions;
    private final CaseAssessment data;
    private final AssessmentService assessments;
    private final Casework casework;
    private final Cases cases;
    private final Notifications notifications;
    private final Clock clock;

    NationalService(
            Recommendations recommendations,
            YearlyReports reports,
            ClusterRegistry registry,
            Submissions submissions,
            CaseAssessment data,
            AssessmentService assessments,
            Casework casework,
            Cases cases,
            Notifications notifications,
            Clock clock) {
        this.recommendations = recommendations;
        this.reports = reports;
        this.registry = registry;
        this.submissions = submissions;
        this.data = data;
        this.assessments = assessments;
        this.casework = casework;
        this.cases = cases;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Begins the recommendation of a year's clusters.
     *
     * @param year reported on
     * @throws Refusal where the year's monitoring is not concluded, the year has a recommendation, or the last day to
     *     apply is over
     */
    public CaseRecord open(int year, Notice notice, Account by) {
        if (!reports.concluded(year)) {
            throw new Refusal(year + "年度的监测还没有办结，办结以后才能推荐申报国家级（第十六条）");
        }
        if (notice.applyBy() != null && notice.applyBy().isBefore(today())) {
            throw new Refusal("国家申报截止日期（" + notice.applyBy() + "）已过，请核对");
        }
        CaseRecord opened = casework.open(
                new NewCase(
                        CaseKind.GJ,
                        null,
                        year + "年度推荐申报国家级",
                        StaffGroup.OFFICERS,
                        StaffGroup.OFFICERS,
                        year + "年度",
                        "评估候选集群"),
                by);
        if (!recommendations.insert(opened.caseNumber(), year, notice)) {
            throw new Refusal(year + "年度的推荐已经启动，不能重复启动；在“案件”中选“国家级”查看");
        }
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "opened", "启动推荐", "启动" + year + "年度推荐申报国家级")
                        .under(BASIS)
                        .with("国家推荐通知", notice.number())
                        .with("国家申报截止日期", notice.applyBy())
                        .with("推荐名额", notice.quota() == null ? null : notice.quota() + "个"),
                by);
        return opened;
    }

    /**
     * Finds the candidates among the year's reports and holds them against the criteria; what was found stays.
     *
     * @return whether there is a candidate
     */
    public boolean evaluate(String caseNumber) {
        Recommendation recommendation = recommendations.lock(caseNumber);
        if (recommendation.stage() == Stage.EVALUATING) {
            recommendations.begin(caseNumber, null, null, now());
            reports.ofYear(recommendation.year()).forEach(report -> evaluate(caseNumber, report, Map.of()));
            recommendations.enter(caseNumber, Stage.PROPOSING);
            casework.add(
                    caseNumber,
                    CaseEntry.of(EntryKind.EVENT, "evaluated", "评估候选集群", "按国家级集群推荐标准评估，比较见本案的比较表")
                            .under(BASIS)
                            .with("候选", recommendations.candidates(caseNumber).size() + "个")
                            .with(
                                    "未列入候选",
                                    recommendations.exclusions(caseNumber).size() + "个"),
                    null);
        }
        return !recommendations.candidates(caseNumber).isEmpty();
    }

    /**
     * Finds and evaluates the candidates anew, as they stand today, by the table's latest version; what was found before is
     * kept. A proposal stays where nothing has changed for its candidate, else it is to be made again.
     *
     * @param seen number of the evaluation that the page showed; null where it showed none
     * @throws Overtaken where somebody has had them evaluated since
     * @throws Refusal where the list is not being drawn up, or the reason is missing or too long
     */
    public void evaluateAgain(String caseNumber, String reason, Integer seen, Account by) {
        Recommendation recommendation = recommendations.lock(caseNumber);
        requireProposing(recommendation);
        requireLatest(caseNumber, seen);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal("请写明重新评估的原因，例如：决策表有新版本、登记了事故");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("原因最多" + LONGEST_REASON + "个字，现为" + why.length() + "个字，请删减");
        }
        Map<String, Candidate> before = recommendations.candidates(caseNumber).stream()
                .collect(Collectors.toMap(Candidate::clusterNumber, Function.identity()));
        recommendations.begin(caseNumber, why, by.displayName(), now());
        reports.ofYear(recommendation.year()).forEach(report -> evaluate(caseNumber, report, before));
        List<Candidate> after = recommendations.candidates(caseNumber);
        Set<String> left = after.stream().map(Candidate::clusterNumber).collect(Collectors.toSet());
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.EVENT, "evaluatedAgain", "重新评估候选集群", why)
                        .under(BASIS)
                        .with("候选", after.size() + "个")
                        .with("未列入候选", recommendations.exclusions(caseNumber).size() + "个")
                        .with(
                                "决策表版本",
                                after.isEmpty() ? null : "第" + after.get(0).decisionVersion() + "版")
                        .with(
                                "不再列入候选",
                                names(before.values().stream().filter(each -> !left.contains(each.clusterNumber()))))
                        .with("新列入候选", names(after.stream().filter(each -> !before.containsKey(each.clusterNumber()))))
                        .with(
                                "评估有变化，须重新记录推荐意见",
                                names(after.stream()
                                        .filter(each -> each.proposal() == null)
                                        .filter(each -> before.containsKey(each.clusterNumber()))
                                        .filter(each ->
                                                before.get(each.clusterNumber()).proposal() != null))),
                by);
    }

    private static String names(Stream<Candidate> candidates) {
        String names = candidates.map(Candidate::named).sorted().collect(Collectors.joining("、"));
        return names.isEmpty() ? null : names;
    }

    private static void requireProposing(Recommendation recommendation) {
        if (recommendation.stage() != Stage.PROPOSING) {
            throw new Refusal("本案现为“" + recommendation.stage().label() + "”，不在提出名单阶段");
        }
    }

    private void requireLatest(String caseNumber, Integer seen) {
        List<Evaluation> made = recommendations.evaluations(caseNumber);
        Evaluation latest = made.get(made.size() - 1);
        if (seen != null && seen != latest.number()) {
            throw new Overtaken((latest.byName() == null ? "系统" : latest.byName()) + "于" + TIME.format(latest.at())
                    + "刚刚评估了候选，您的这一次没有保存。请查看最新的评估后再办理");
        }
    }

    private void evaluate(String caseNumber, YearlyReport report, Map<String, Candidate> before) {
        ClusterRecord cluster = registry.get(report.clusterNumber());
        List<String> against = reasonsAgainst(report, cluster);
        List<Finding> findings = against.isEmpty()
                ? assessments.hold(CRITERIA, data.subject(submissions.get(report.submissionId()), today()))
                : List.of();
        if (findings.stream().anyMatch(NationalService::vetoed)) {
            against.add("现已查明有第十条所列情形");
        }
        if (against.isEmpty()) {
            Candidate candidate = new Candidate(
                    cluster.clusterNumber(),
                    cluster.name(),
                    cluster.leadingIndustry(),
                    cluster.countyCode(),
                    cluster.cityCode(),
                    cluster.applicantGroup(),
                    report.caseNumber(),
                    report.late(),
                    report.warned(),
                    findings.get(0).decisionVersion(),
                    today(),
                    findings,
                    null,
                    null);
            Candidate earlier = before.get(cluster.clusterNumber());
            recommendations.add(
                    caseNumber,
                    earlier != null && candidate.saysTheSameAs(earlier)
                            ? candidate.proposed(earlier.proposal())
                            : candidate);
        } else {
            recommendations.add(
                    caseNumber, new Exclusion(cluster.clusterNumber(), cluster.name(), String.join("；", against)));
        }
    }

    private static boolean vetoed(Finding finding) {
        return finding.code().equals("vetoed") && finding.outcome() == Outcome.NOT_MET;
    }

    private List<String> reasonsAgainst(YearlyReport report, ClusterRecord cluster) {
        List<String> reasons = new ArrayList<>();
        if (!report.accepted()) {
            reasons.add("年度报送为“" + report.state().label() + "”");
        } else if (report.outcome() == null || report.submissionId() == null) {
            reasons.add("年度报送没有评估结论");
        } else if (report.outcome() != Outcome.MET) {
            reasons.add("年度报送的评估结论为“" + report.outcome().label() + "”");
        }
        if (Boolean.TRUE.equals(report.vetoed())) {
            reasons.add("年度报送时有第十条所列情形");
        }
        reasons.addAll(reasonsAgainst(cluster));
        return reasons;
    }

    private List<String> reasonsAgainst(ClusterRecord cluster) {
        List<String> reasons = new ArrayList<>();
        if (!cluster.state().inForce()) {
            reasons.add("集群现为“" + cluster.state().label() + "”");
        }
        cases.open(CaseKind.CX, cluster.clusterNumber()).stream()
                .findFirst()
                .ifPresent(open -> reasons.add("撤销案件" + open.caseNumber() + "在办"));
        return reasons;
    }

    /**
     * Records what an officer proposes for a candidate, in the place of an earlier proposal.
     *
     * @param seen when the proposal that the page showed had been made; null where none was shown
     * @param evaluation number of the evaluation that the page showed; null where it showed none
     * @throws Overtaken where somebody has proposed, or had the candidates evaluated, since
     * @throws Refusal where the list is not being drawn up, or the reason is missing or too long
     */
    public void propose(
            String caseNumber,
            String clusterNumber,
            boolean recommended,
            String reason,
            Instant seen,
            Integer evaluation,
            Account by) {
        requireProposing(recommendations.lock(caseNumber));
        requireLatest(caseNumber, evaluation);
        Candidate candidate = recommendations.candidates(caseNumber).stream()
                .filter(each -> each.clusterNumber().equals(clusterNumber))
                .findFirst()
                .orElseThrow(() -> new Refusal("集群" + clusterNumber + "不是本案的候选"));
        Proposal present = candidate.proposal();
        if (present != null && !present.at().equals(seen)) {
            throw new Overtaken(present.byName() + "于" + TIME.format(present.at()) + "刚刚把" + candidate.named() + "记为“"
                    + (present.recommended() ? "推荐" : "不推荐") + "”（理由：" + present.reason()
                    + "），您的这一次没有保存。请查看最新情况后再决定是否更改");
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal("请写明" + (recommended ? "推荐" : "不推荐") + "的理由；国家标准中由人判断的条件，也在理由中说明");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("理由最多" + LONGEST_REASON + "个字，现为" + why.length() + "个字，请删减");
        }
        recommendations.propose(caseNumber, clusterNumber, new Proposal(recommended, why, by.displayName(), now()));
    }

    /**
     * Puts the proposals before the leader.
     *
     * @throws Refusal listing the candidates without a proposal, or where more are recommended than the notice allows
     */
    public void submit(String caseNumber, String note, Account by) {
        Recommendation recommendation = recommendations.lock(caseNumber);
        List<Candidate> candidates = recommendations.candidates(caseNumber);
        List<String> problems = candidates.stream()
                .filter(candidate -> candidate.proposal() == null)
                .map(candidate -> candidate.named() + "尚未记录推荐或者不推荐，请在“案件资料”中记录")
                .collect(Collectors.toCollection(ArrayList::new));
        Integer quota = recommendation.notice().quota();
        long chosen = candidates.stream().filter(Candidate::recommended).count();
        if (quota != null && chosen > quota) {
            problems.add("推荐" + chosen + "个，超过国家通知规定的名额" + quota + "个，请调整");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        CaseEntry entry =
                CaseEntry.of(EntryKind.OPINION, "proposal", "提出推荐名单", note).under(BASIS);
        for (Candidate candidate : candidates) {
            entry = entry.with(
                    candidate.clusterName() + "（" + candidate.clusterNumber() + "）",
                    (candidate.recommended() ? "推荐。" : "不推荐。")
                            + candidate.proposal().reason());
        }
        casework.say(caseNumber, entry, by);
        recommendations.enter(caseNumber, Stage.DECIDING);
    }

    /** The proposal in one sentence, for forms. */
    @Transactional(readOnly = true)
    public String proposalInWords(String caseNumber) {
        List<Candidate> candidates = recommendations.candidates(caseNumber);
        List<String> names = candidates.stream()
                .filter(Candidate::recommended)
                .map(Candidate::clusterName)
                .toList();
        return "候选" + candidates.size() + "个，推荐" + names.size() + "个"
                + (names.isEmpty() ? "" : "：" + String.join("、", names));
    }

    /**
     * The leader approves the list.
     *
     * @param date of the document, not after today
     * @throws Refusal where nobody is recommended, the date does not fit, or a cluster may not be recommended any more
     */
    public void approve(String caseNumber, String opinion, String documentNumber, LocalDate date, Account by) {
        recommendations.lock(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        if (chosen.isEmpty()) {
            throw new Refusal("名单中没有推荐的集群，请选“本年度不推荐”或者“退回重新提出”");
        }
        refuseFuture("推荐文件日期", date);
        List<String> problems = new ArrayList<>();
        for (Candidate candidate : chosen) {
            reasonsAgainst(registry.lock(candidate.clusterNumber()))
                    .forEach(reason -> problems.add(candidate.named() + "已不能推荐：" + reason + "，请退回重新提出"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        enterDecision(caseNumber, "同意推荐名单", opinion, documentNumber, date, by);
        recommendations.list(caseNumber, new Issued(documentNumber, date, by.displayName(), now()));
    }

    /** The leader gives the list back. */
    public void giveBack(String caseNumber, String opinion, Account by) {
        recommendations.lock(caseNumber);
        enterDecision(caseNumber, "退回重新提出", opinion, null, null, by);
        recommendations.enter(caseNumber, Stage.PROPOSING);
    }

    /** The leader decides that nobody is recommended. */
    public void decideAgainstAll(String caseNumber, String opinion, Account by) {
        recommendations.lock(caseNumber);
        enterDecision(caseNumber, "本年度不推荐", opinion, null, null, by);
    }

    private void enterDecision(
            String caseNumber, String decision, String opinion, String number, LocalDate date, Account by) {
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "decision", "审定推荐名单", opinion)
                        .under(BASIS)
                        .with("审定意见", decision)
                        .withDocument(number, date),
                by);
    }

    /**
     * The last day to apply draws near: whoever has the list in hand is told.
     *
     * @param key of this reminder, which is told once
     */
    public void remind(String caseNumber, String key) {
        Recommendation recommendation = get(caseNumber);
        boolean deciding = recommendation.stage() == Stage.DECIDING;
        String text = "提醒：%s（%s）的国家申报截止日期为%s，推荐名单%s（第十六条）。"
                .formatted(
                        casework.get(caseNumber).clusterName(),
                        caseNumber,
                        recommendation.notice().applyBy(),
                        deciding ? "已经提出，尚未审定，请尽快审定" : "尚未提出，请尽快比较候选、提交审定");
        notifications.tell(StaffGroup.OFFICERS, caseNumber, key, text);
        if (deciding) {
            notifications.tell(StaffGroup.LEADERS, caseNumber, key, text);
        }
    }

    /** Enters the approved list and tells units and cities. */
    public void publish(String caseNumber) {
        Recommendation recommendation = get(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        Issued list = recommendation.list();
        CaseEntry entry = CaseEntry.of(EntryKind.NOTICE, "list", "推荐名单", "推荐" + chosen.size() + "个集群申报国家级中小企业特色产业集群")
                .under(BASIS)
                .withDocument(list.number(), list.date());
        for (Candidate candidate : chosen) {
            entry = entry.with(candidate.clusterNumber(), candidate.clusterName() + "，" + candidate.leadingIndustry());
        }
        casework.add(caseNumber, entry, null);
        LocalDate applyBy = recommendation.notice().applyBy();
        for (Candidate candidate : chosen) {
            tell(
                    candidate,
                    caseNumber,
                    "recommended",
                    "集群%s已由自治区以%s推荐申报国家级中小企业特色产业集群（第十六条）。%s"
                            .formatted(
                                    candidate.named(),
                                    list.number(),
                                    applyBy == null ? "请按国家通知准备申报材料。" : "请按国家通知准备申报材料，截止日期" + applyBy + "。"));
        }
    }

    /**
     * Records what the ministry decided.
     *
     * @param recognised cluster numbers of those recognised
     * @param date of the ministry's document, not after today
     */
    public void recordResult(
            String caseNumber,
            Collection<String> recognised,
            String document,
            LocalDate date,
            String note,
            Account by) {
        recommendations.lock(caseNumber);
        refuseFuture("公布日期", date);
        CaseEntry entry = CaseEntry.of(EntryKind.DECISION, "result", "国家结果", note == null ? "国家结果已公布" : note)
                .under(BASIS)
                .withDocument(document, date);
        for (Candidate candidate : recommended(caseNumber)) {
            entry = entry.with(
                    candidate.clusterName() + "（" + candidate.clusterNumber() + "）",
                    recognised.contains(candidate.clusterNumber()) ? "认定为国家级" : "未认定为国家级");
        }
        casework.add(caseNumber, entry, by);
        recommendations.conclude(
                caseNumber, new Issued(document, date, by.displayName(), now()), Set.copyOf(recognised));
    }

    /** Tells the result and closes the case; repeated, it does nothing more. */
    public void announceResult(String caseNumber) {
        Recommendation recommendation = get(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        long recognised = chosen.stream()
                .filter(candidate -> Boolean.TRUE.equals(candidate.recognised()))
                .count();
        for (Candidate candidate : chosen) {
            tell(
                    candidate,
                    caseNumber,
                    "result",
                    "集群%s%s国家级中小企业特色产业集群（%s）。"
                            .formatted(
                                    candidate.named(),
                                    candidate.recognised() ? "已认定为" : "没有认定为",
                                    recommendation.result().number()));
        }
        casework.close(
                caseNumber,
                recognised > 0 ? "NATIONALLY_RECOGNISED" : "NOT_RECOGNISED",
                "已有国家结果",
                "推荐" + chosen.size() + "个，认定" + recognised + "个");
    }

    /**
     * Ends a case that recommends nobody.
     *
     * @param reason null where the reasons stand at the clusters
     */
    public void endWithNothing(String caseNumber, String outcome, String standing, String reason) {
        recommendations.lock(caseNumber);
        recommendations.enter(caseNumber, Stage.NOTHING);
        String why = reason == null ? reasonForNoCandidate(caseNumber) : reason;
        if (casework.close(caseNumber, outcome, standing, why)) {
            notifications.tell(
                    StaffGroup.OFFICERS,
                    caseNumber,
                    "closed",
                    "%s（%s）已办结：%s。%s".formatted(casework.get(caseNumber).clusterName(), caseNumber, standing, why));
        }
    }

    private String reasonForNoCandidate(String caseNumber) {
        int excluded = recommendations.exclusions(caseNumber).size();
        return excluded == 0 ? "该年度没有集群报送" : "报送的" + excluded + "个集群都没有列入候选，各自的原因见比较表";
    }

    @Transactional(readOnly = true)
    public Recommendation get(String caseNumber) {
        return recommendations
                .find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no recommendation has the number " + caseNumber));
    }

    /** Those on the list, or proposed for it. */
    @Transactional(readOnly = true)
    public List<Candidate> recommended(String caseNumber) {
        return recommendations.candidates(caseNumber).stream()
                .filter(Candidate::recommended)
                .toList();
    }

    private void tell(Candidate candidate, String caseNumber, String key, String text) {
        notifications.tell(
                List.of(candidate.applicantGroup(), candidate.cityGroup()),
                caseNumber,
                key + ":" + candidate.clusterNumber(),
                text);
    }

    private void refuseFuture(String what, LocalDate date) {
        if (date.isAfter(today())) {
            throw new Refusal(what + "（" + date + "）晚于今天，请核对");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
