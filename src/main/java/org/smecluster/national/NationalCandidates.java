package org.smecluster.national;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReports;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of a year: found among its reports and held against the criteria, anew where somebody asks for it. */
@Service
@Transactional
@LegalBasis(article = 16)
public class NationalCandidates {

    /** The table of criteria. */
    public static final String CRITERIA = "nationalRecommendationCriteria";

    private final Recommendations recommendations;
    private final YearlyReports reports;
    private final ClusterRegistry registry;
    private final Submissions submissions;
    private final CaseAssessment data;
    private final AssessmentService assessments;
    private final Casework casework;
    private final Cases cases;
    private final Clock clock;

    NationalCandidates(
            Recommendations recommendations,
            YearlyReports reports,
            ClusterRegistry registry,
            Submissions submissions,
            CaseAssessment data,
            AssessmentService assessments,
            Casework casework,
            Cases cases,
            Clock clock) {
        this.recommendations = recommendations;
        this.reports = reports;
        this.registry = registry;
        this.submissions = submissions;
        this.data = data;
        this.assessments = assessments;
        this.casework = casework;
        this.cases = cases;
        this.clock = clock;
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
                            .under(NationalService.BASIS)
                            .with("候选", recommendations.candidates(caseNumber).size() + "个")
                            .with(
                                    "未列入候选",
                                    recommendations.exclusions(caseNumber).size() + "个"),
                    null);
        }
        return !recommendations.candidates(caseNumber).isEmpty();
    }

    /**
     * Finds and evaluates the candidates anew, as they stand today, by the version of the table that the case goes by; what was found before is
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
        if (why.length() > NationalService.LONGEST_REASON) {
            throw new Refusal("原因最多" + NationalService.LONGEST_REASON + "个字，现为" + why.length() + "个字，请删减");
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
                        .under(NationalService.BASIS)
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

    static void requireProposing(Recommendation recommendation) {
        if (recommendation.stage() != Stage.PROPOSING) {
            throw new Refusal("本案现为“" + recommendation.stage().label() + "”，不在提出名单阶段");
        }
    }

    void requireLatest(String caseNumber, Integer seen) {
        List<Evaluation> made = recommendations.evaluations(caseNumber);
        Evaluation latest = made.get(made.size() - 1);
        if (seen != null && seen != latest.number()) {
            throw new Overtaken(NationalWording.evaluatedMeanwhile(latest));
        }
    }

    private void evaluate(String caseNumber, YearlyReport report, Map<String, Candidate> before) {
        ClusterRecord cluster = registry.get(report.clusterNumber());
        List<String> against = reasonsAgainst(report, cluster);
        List<Finding> findings = against.isEmpty()
                ? assessments
                        .inCase(caseNumber)
                        .hold(CRITERIA, data.subject(submissions.get(report.submissionId()), today()))
                : List.of();
        findings.stream()
                .filter(NationalCandidates::vetoes)
                .map(found -> answers(found, "vetoed") ? "现已查明有第十条所列情形" : "有违法违规，国家标准总述列为否决情形（第十条没有列出）")
                .forEach(against::add);
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

    private static boolean vetoes(Finding finding) {
        return finding.code().equals("vetoed") && finding.outcome() == Outcome.NOT_MET;
    }

    private static boolean answers(Finding finding, String input) {
        return finding.input(input)
                .filter(found -> Boolean.TRUE.equals(found.value()))
                .isPresent();
    }

    private List<String> reasonsAgainst(YearlyReport report, ClusterRecord cluster) {
        List<String> reasons = new ArrayList<>();
        if (!report.accepted()) {
            reasons.add("年度报送为“" + report.state().label() + "”");
        } else if (report.outcome() == null || report.submissionId() == null) {
            reasons.add("年度报送没有评估结论");
        } else if (report.outcome() == Outcome.NOT_MET || report.outcome() == Outcome.MISSING) {
            reasons.add("年度报送的评估结论为“" + report.outcome().label() + "”");
        }
        if (Boolean.TRUE.equals(report.vetoed())) {
            reasons.add("年度报送时有第十条所列情形");
        }
        reasons.addAll(reasonsAgainst(cluster));
        return reasons;
    }

    List<String> reasonsAgainst(ClusterRecord cluster) {
        List<String> reasons = new ArrayList<>();
        if (!registry.permits(ClusterRight.NATIONAL_RECOMMENDATION, cluster)) {
            reasons.add("集群现为“" + cluster.state().label() + "”"
                    + (cluster.state().recognitionLasts() ? "，有效期已于" + cluster.termEndsOn() + "届满" : ""));
        }
        cases.open(CaseKind.CX, cluster.clusterNumber()).stream()
                .findFirst()
                .ifPresent(open -> reasons.add("撤销案件" + open.caseNumber() + "在办"));
        return reasons;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
