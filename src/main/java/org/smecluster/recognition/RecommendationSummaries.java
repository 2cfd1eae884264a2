package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.smecluster.assessment.Assessment;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Filing;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The summary that goes with a city's recommendation, and the order of preference in it. */
@Service
@Transactional
@LegalBasis(article = 13, item = 1)
public class RecommendationSummaries {

    /** Where the summary of a case's batch and city is. */
    public record Place(String batchNumber, String cityGroup) {}

    private final Applications applications;
    private final Batches batches;
    private final Opinions opinions;
    private final Filing filing;
    private final CaseAssessment assessments;
    private final OnSiteVerification verification;
    private final RecommendationOrders orders;
    private final ClusterPlace place;
    private final Clock clock;

    RecommendationSummaries(
            Applications applications,
            Batches batches,
            Opinions opinions,
            Filing filing,
            CaseAssessment assessments,
            OnSiteVerification verification,
            RecommendationOrders orders,
            ClusterPlace place,
            Clock clock) {
        this.applications = applications;
        this.batches = batches;
        this.opinions = opinions;
        this.filing = filing;
        this.assessments = assessments;
        this.verification = verification;
        this.orders = orders;
        this.place = place;
        this.clock = clock;
    }

    /** Empty where the case is no application. */
    @Transactional(readOnly = true)
    public Optional<Place> of(String caseNumber) {
        return applications
                .byCaseNumber(caseNumber)
                .map(application -> new Place(
                        batches.find(application.batchId()).orElseThrow().batchNumber(), application.cityGroup()));
    }

    /** Those recommended, and those found to meet the standards in the review and not decided on yet. */
    @Transactional(readOnly = true)
    public RecommendationSummary summary(Batch batch, String cityGroup) {
        List<Application> ofCity = applications.ofBatch(batch.id()).stream()
                .filter(application -> application.cityGroup().equals(cityGroup))
                .filter(application -> application.state() != ApplicationState.WITHDRAWN)
                .toList();
        Map<Long, List<Opinion>> given =
                opinions.ofApplications(ofCity.stream().map(Application::id).toList());
        List<RecommendationSummary.Row> rows = new ArrayList<>();
        for (Application application : ofCity) {
            row(application, given.getOrDefault(application.id(), List.of())).ifPresent(rows::add);
        }
        RecommendationOrder order = orders.latest(batch.id(), cityGroup).orElse(null);
        return new RecommendationSummary(
                batch,
                place.cityName(cityGroup),
                order,
                batch.state() == BatchState.OPEN && !LocalDate.now(clock).isAfter(batch.recommendationDeadline()),
                ranked(rows, order));
    }

    private Optional<RecommendationSummary.Row> row(Application application, List<Opinion> given) {
        Optional<Opinion> recommended = last(given, OpinionStage.RECOMMENDATION, Conclusion.RECOMMEND);
        Optional<Opinion> review = last(given, OpinionStage.PRELIMINARY, Conclusion.MEETS);
        boolean proposed = application.state() == ApplicationState.ACCEPTED && review.isPresent();
        if (recommended.isEmpty() && !proposed) {
            return Optional.empty();
        }
        Assessment assessment = assessments.underReview(filing.latest(application.caseNumber()));
        return Optional.of(new RecommendationSummary.Row(
                null,
                application.caseNumber(),
                application.clusterName(),
                application.leadingIndustry(),
                place.applicantName(application),
                place.countyName(application),
                Outcome.valueOf(assessment.overall()),
                assessment.findings(),
                verification
                        .find(application.caseNumber())
                        .map(RecommendationSummaries::onSite)
                        .orElse(null),
                review.map(opinion -> opinion.conclusion().label()).orElse(null),
                recommended
                        .map(opinion -> opinion.documentNumber() + "（" + opinion.documentDate() + "）")
                        .orElse(null),
                recommended.map(Opinion::documentNumber).orElse(null)));
    }

    private static String onSite(SiteVerification found) {
        if (!found.completed()) {
            return "未办结";
        }
        int doubtful = found.doubtful().size();
        return found.verifiedOn() + "，" + (doubtful == 0 ? "八项均符合" : doubtful + "项不符合或需说明");
    }

    private static Optional<Opinion> last(List<Opinion> given, OpinionStage stage, Conclusion conclusion) {
        return given.stream()
                .filter(opinion -> opinion.stage() == stage)
                .reduce((earlier, later) -> later)
                .filter(opinion -> opinion.conclusion() == conclusion);
    }

    private static List<RecommendationSummary.Row> ranked(
            List<RecommendationSummary.Row> rows, RecommendationOrder order) {
        if (order == null
                || !order.caseNumbers()
                        .containsAll(rows.stream()
                                .map(RecommendationSummary.Row::caseNumber)
                                .toList())) {
            return rows;
        }
        List<RecommendationSummary.Row> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> order.caseNumbers().indexOf(row.caseNumber())))
                .toList();
        List<RecommendationSummary.Row> ranked = new ArrayList<>();
        for (RecommendationSummary.Row row : sorted) {
            ranked.add(row.ranked(ranked.size() + 1));
        }
        return ranked;
    }

    /**
     * @param ranks by case number, 1 for the one preferred most
     * @param revision that the person saw
     * @throws Overtaken where somebody has confirmed one since
     */
    public void confirm(Batch batch, String cityGroup, Map<String, Integer> ranks, int revision, Account by) {
        if (!by.groups().contains(cityGroup)) {
            throw new Refusal("推荐顺序由本市主管部门确定");
        }
        RecommendationSummary now = summary(batch, cityGroup);
        if (!now.open()) {
            throw new Refusal("本批次的推荐截止日期是" + batch.recommendationDeadline() + "，已经截止，推荐顺序不能再改");
        }
        if (now.revision() != revision) {
            throw overtaken(now.order());
        }
        List<String> listed =
                now.rows().stream().map(RecommendationSummary.Row::caseNumber).toList();
        if (listed.isEmpty()) {
            throw new Refusal("本市在本批次还没有初审符合或者已经推荐的集群，不用排顺序");
        }
        if (!ranks.keySet().equals(Set.copyOf(listed))) {
            throw new Overtaken("列入汇总表的集群刚刚有变动，与您看到的不同，没有保存。请刷新页面，核对后再排");
        }
        requireOneToLast(ranks.values(), listed.size());
        TreeMap<Integer, String> sorted = new TreeMap<>();
        ranks.forEach((caseNumber, rank) -> sorted.put(rank, caseNumber));
        if (!orders.add(batch.id(), cityGroup, revision + 1, List.copyOf(sorted.values()), by)) {
            throw overtaken(orders.latest(batch.id(), cityGroup).orElseThrow());
        }
    }

    private static void requireOneToLast(Collection<Integer> ranks, int last) {
        for (int rank = 1; rank <= last; rank++) {
            if (!ranks.contains(rank)) {
                throw new Refusal("推荐顺序请用1到" + last + "，每个数字用一次：现在没有" + rank);
            }
        }
    }

    private static Overtaken overtaken(RecommendationOrder order) {
        return new Overtaken(
                "推荐顺序已由" + (order == null ? "他人" : order.confirmedByName()) + "确认过，与您看到的不同，没有覆盖。请刷新页面，核对后再排");
    }
}
