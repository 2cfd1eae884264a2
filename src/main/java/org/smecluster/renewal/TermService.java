package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Watches over the term of a recognised cluster. */
@Service
@Transactional
@LegalBasis(article = 14)
public class TermService {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final ClusterRegistry registry;
    private final ReviewRounds rounds;
    private final Notifications notifications;
    private final Clock clock;

    TermService(ClusterRegistry registry, ReviewRounds rounds, Notifications notifications, Clock clock) {
        this.registry = registry;
        this.rounds = rounds;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Tells the cluster's unit and its city that the term ends.
     *
     * @param step which reminder of the term it is; the same one tells nothing twice
     */
    public void remind(String clusterNumber, String step) {
        ClusterRecord cluster = registry.get(clusterNumber);
        tell(
                cluster,
                step + ":" + cluster.termEndsOn(),
                "集群“%s”（%s）的有效期至%s届满。有效期满后，可按自愿原则通过所在地市级中小企业主管部门，在复核轮次的申请期内提出复核申请（第十四条）。"
                        .formatted(cluster.name(), clusterNumber, DAY.format(cluster.termEndsOn())));
    }

    /** From which day on a single application for the review may be made, where a notice allows it. */
    public void openReviewFrom(String clusterNumber, LocalDate on) {
        registry.openReviewFrom(clusterNumber, on);
    }

    /** Whether a review has been applied for and not been concluded. Its conclusion waits until the answer is acted on. */
    public boolean reviewUnderWay(String clusterNumber) {
        return registry.reviewUnderWay(clusterNumber);
    }

    /**
     * Enters in the registry that the term is over, and tells the cluster's unit and its city: the cluster waits for a round
     * of reviews, or its recognition is over where it had one or none will be held.
     *
     * @return whether it waits
     * @throws IllegalStateException when a review is under way; who asks first knows
     */
    public boolean endTerm(String clusterNumber) {
        LocalDate today = LocalDate.now(clock);
        ClusterState state = rounds.reviewToCome(registry.lock(clusterNumber))
                ? registry.awaitReview(clusterNumber, today)
                : registry.lapse(clusterNumber, today);
        if (state == ClusterState.UNDER_REVIEW) {
            throw new IllegalStateException("集群" + clusterNumber + "复核在办，不能登记有效期届满");
        }
        ClusterRecord cluster = registry.get(clusterNumber);
        if (state == ClusterState.AWAITING_REVIEW) {
            tell(
                    cluster,
                    "awaitsReview:" + cluster.termEndsOn(),
                    "集群“%s”（%s）的有效期已于%s届满，转为到期待复核：自治区统一组织复核以前，照常报送和登记事故，不推荐国家级，不重新入库；复核轮次的申请期内可以自愿申请复核（第十四条）。"
                            .formatted(cluster.name(), clusterNumber, DAY.format(cluster.termEndsOn())));
        }
        if (state == ClusterState.LAPSED) {
            tell(
                    cluster,
                    "lapsed:" + cluster.termEndsOn(),
                    "集群“%s”（%s）的有效期已于%s届满，自治区级集群称号自次日起失效（第十四条）。"
                            .formatted(cluster.name(), clusterNumber, DAY.format(cluster.termEndsOn())));
        }
        return state == ClusterState.AWAITING_REVIEW;
    }

    /** The last day of the latest term. */
    @Transactional(readOnly = true)
    public LocalDate termEnd(String clusterNumber) {
        return registry.get(clusterNumber).termEndsOn();
    }

    private void tell(ClusterRecord cluster, String key, String text) {
        notifications.tell(
                List.of(cluster.applicantGroup(), UnitLevel.CITY.group(cluster.cityCode())),
                cluster.clusterNumber(),
                key,
                text);
    }
}
