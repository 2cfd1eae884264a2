package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.CaseNumbers;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rounds in which the autonomous region organises the reviews together (第十四条: 统一组织): who may apply and until when,
 * and what becomes of those whose term ends without.
 */
@Service
@Transactional
@LegalBasis(article = 14)
public class ReviewRounds {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    /**
     * That a cluster may apply today.
     *
     * @param submitBy last day on which the data may be submitted for the first time
     */
    public record Admitted(String roundNumber, LocalDate submitBy) {}

    private final Rounds rounds;
    private final Renewals renewals;
    private final ClusterRegistry registry;
    private final CaseNumbers numbers;
    private final Notifications notifications;
    private final RenewalMessages messages;
    private final Clock clock;

    ReviewRounds(
            Rounds rounds,
            Renewals renewals,
            ClusterRegistry registry,
            CaseNumbers numbers,
            Notifications notifications,
            RenewalMessages messages,
            Clock clock) {
        this.rounds = rounds;
        this.renewals = renewals;
        this.registry = registry;
        this.numbers = numbers;
        this.notifications = notifications;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Opens a round by its notice, or asks a leader to state that none will be held. A cluster that lapsed earlier and is
     * named in a notice waits for its review again.
     *
     * @throws Refusal with everything that stands against it
     */
    public ReviewRound open(RoundOpening opening, Account by) {
        List<String> reasons = new ArrayList<>();
        if (opening.termsTo().isBefore(opening.termsFrom())) {
            reasons.add("届满日期的止日" + opening.termsTo() + "早于起日" + opening.termsFrom() + "，请改正");
        }
        if (opening.held() && opening.windowEnd().isBefore(opening.windowStart())) {
            reasons.add("申请期截止日期" + opening.windowEnd() + "早于开始日期" + opening.windowStart() + "，请改正");
        }
        if (opening.held() && opening.windowEnd().isBefore(today())) {
            reasons.add("申请期截止日期" + opening.windowEnd() + "已经过去，请改正");
        }
        rounds.openFor(opening.termsFrom(), opening.termsTo())
                .ifPresent(other -> reasons.add("届满日期与" + other.roundNumber() + "（届满于" + other.termsFrom() + "至"
                        + other.termsTo() + "，" + other.state().label() + "）重叠，请调整，或待其办结"));
        List<ClusterRecord> named = named(opening, reasons);
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        String roundNumber = numbers.nextRound(today().getYear());
        long id = rounds.insert(opening, roundNumber, by.userId());
        for (ClusterRecord cluster : named) {
            rounds.name(id, cluster.clusterNumber(), cluster.termEndsOn());
            if (opening.held()) {
                registry.awaitReviewAgain(cluster.clusterNumber(), today(), opening.noticeNumber());
            }
        }
        ReviewRound opened = get(roundNumber);
        if (opening.held()) {
            announce(opened);
        }
        return opened;
    }

    private List<ClusterRecord> named(RoundOpening opening, List<String> reasons) {
        List<ClusterRecord> named = new ArrayList<>();
        for (String number : new LinkedHashSet<>(opening.clusterNumbers())) {
            Optional<ClusterRecord> found = registry.find(number);
            if (found.isEmpty()) {
                reasons.add("集群名录中没有编号为“" + number + "”的集群，请核对");
                continue;
            }
            ClusterRecord cluster = registry.lock(number);
            boolean lapsed = opening.held() && cluster.state() == ClusterState.LAPSED;
            if (!cluster.state().recognitionLasts() && !lapsed) {
                reasons.add("集群“" + cluster.name() + "”（" + number + "）现为“"
                        + cluster.state().label() + "”，不能列入");
            } else if (rounds.covering(cluster).stream().anyMatch(other -> other.toCome(today()))) {
                reasons.add("集群“" + cluster.name() + "”（" + number + "）已列入尚未截止的轮次，不必再列");
            } else {
                named.add(cluster);
            }
        }
        return named;
    }

    private void announce(ReviewRound round) {
        for (ClusterRecord cluster : registry.find(rounds.covered(round.id()))) {
            if (cluster.state().recognitionLasts()) {
                tell(
                        cluster,
                        "reviewRound:" + round.roundNumber(),
                        "复核通知（%s）已发布：集群“%s”（%s，有效期至%s）可自愿申请复核，申请期%s至%s%s（第十四条）。"
                                .formatted(
                                        round.documentNumber(),
                                        cluster.name(),
                                        cluster.clusterNumber(),
                                        DAY.format(cluster.termEndsOn()),
                                        DAY.format(round.windowStart()),
                                        DAY.format(round.windowEnd()),
                                        round.singleApplications() ? "；通知准予届满前单独申请" : ""));
            }
        }
    }

    /** Why the cluster may not apply today: from when, or that there is no round; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(ClusterRecord cluster, LocalDate singleFrom) {
        return admitted(cluster, singleFrom).isPresent()
                ? Optional.empty()
                : Optional.of(notAdmitted(cluster, rounds.covering(cluster), singleFrom));
    }

    /**
     * Whether the cluster may apply today: in the window of a round that covers its term, or before the end of its term
     * where the notice of such a round allows it.
     *
     * @param singleFrom first day of single applications, null until it is set
     */
    @Transactional(readOnly = true)
    public Optional<Admitted> admitted(ClusterRecord cluster, LocalDate singleFrom) {
        LocalDate today = today();
        List<ReviewRound> covering = rounds.covering(cluster);
        boolean single = singleFrom != null && !today.isBefore(singleFrom) && !today.isAfter(cluster.termEndsOn());
        return covering.stream()
                .filter(round -> round.inWindow(today))
                .findFirst()
                .map(round -> new Admitted(round.roundNumber(), round.windowEnd()))
                .or(() -> covering.stream()
                        .filter(round -> single && round.singleApplications() && round.state() == RoundState.OPEN)
                        .findFirst()
                        .map(round -> new Admitted(round.roundNumber(), cluster.termEndsOn())));
    }

    private String notAdmitted(ClusterRecord cluster, List<ReviewRound> covering, LocalDate singleFrom) {
        LocalDate today = today();
        String named = "集群“" + cluster.name() + "”（" + cluster.clusterNumber() + "，有效期至" + cluster.termEndsOn() + "）";
        return covering.stream()
                .filter(round -> round.toCome(today))
                .findFirst()
                .map(round -> named + "所在的复核轮次" + round.roundNumber() + "（" + round.documentNumber()
                        + "）申请期为"
                        + round.windowStart() + "至" + round.windowEnd() + "，今天不在申请期内（第十四条）"
                        + (round.singleApplications() && singleFrom != null ? "；届满前单独申请的，自" + singleFrom + "起" : ""))
                .orElse(named + "目前没有正在受理的复核轮次：复核由自治区统一组织，请等待复核通知（第十四条）");
    }

    /** Whether a cluster whose term is over may still be reviewed: a round is open, or none was held and it did not fail. */
    @Transactional(readOnly = true)
    public boolean reviewToCome(ClusterRecord cluster) {
        List<ReviewRound> covering = rounds.covering(cluster);
        return covering.stream().anyMatch(round -> round.toCome(today()))
                || covering.stream().noneMatch(round -> round.past(today()))
                        && !renewals.notPassed(cluster.clusterNumber(), cluster.termEndsOn());
    }

    /** The window is over: whoever waits and did not apply has no review to come. Repeated, it changes nothing. */
    public void close(String roundNumber) {
        ReviewRound round = rounds.lock(roundNumber);
        rounds.close(round.id(), today());
        endWaiting(round, "复核轮次%s（%s）已截止，未经复核延长".formatted(roundNumber, round.documentNumber()), null);
    }

    /** What a leader is asked to state, in words. */
    @Transactional(readOnly = true)
    public String proposalInWords(String roundNumber) {
        ReviewRound round = get(roundNumber);
        List<ClusterRecord> waiting = registry.find(rounds.covered(round.id())).stream()
                .filter(cluster -> cluster.state().recognitionLasts())
                .toList();
        return "对有效期于%s至%s届满的自治区级集群，拟不组织复核。理由：%s。涉及集群%d个%s。"
                .formatted(
                        DAY.format(round.termsFrom()),
                        DAY.format(round.termsTo()),
                        round.reason(),
                        waiting.size(),
                        waiting.isEmpty()
                                ? ""
                                : "："
                                        + String.join(
                                                "、",
                                                waiting.stream()
                                                        .map(ClusterRecord::name)
                                                        .toList()));
    }

    /**
     * A leader states by document that no review will be held, or does not agree.
     *
     * @param documentNumber null where the leader does not agree, as its date
     * @throws Refusal where the date lies ahead
     */
    public void decide(String roundNumber, boolean stated, String documentNumber, LocalDate documentDate, Account by) {
        ReviewRound round = rounds.lock(roundNumber);
        if (stated && documentDate.isAfter(today())) {
            throw new Refusal("文件日期（" + documentDate + "）晚于今天（" + today() + "），请核对");
        }
        rounds.decide(
                round.id(),
                stated ? RoundState.STATED : RoundState.REJECTED,
                stated ? documentNumber : null,
                stated ? documentDate : null,
                by.userId(),
                today());
    }

    /** What was stated holds: those who wait have no review to come. Repeated, it changes nothing. */
    public void endWithoutReview(String roundNumber) {
        ReviewRound round = rounds.lock(roundNumber);
        endWaiting(round, "以" + round.documentNumber() + "明确不组织复核", round.documentNumber());
    }

    private void endWaiting(ReviewRound round, String reason, String documentNumber) {
        for (String number : rounds.covered(round.id())) {
            ClusterRecord cluster = registry.lock(number);
            if (cluster.state() == ClusterState.AWAITING_REVIEW
                    && !reviewToCome(cluster)
                    && registry.endWaiting(number, today(), reason, documentNumber)) {
                messages.lapsed(round.roundNumber() + ":" + number, number);
                tell(
                        cluster,
                        "lapsed:" + cluster.termEndsOn() + ":" + round.roundNumber(),
                        "集群“%s”（%s）的有效期已于%s届满，%s，自治区级集群称号自今日起失效（第十四条）。"
                                .formatted(cluster.name(), number, DAY.format(cluster.termEndsOn()), reason));
            }
        }
    }

    @Transactional(readOnly = true)
    public ReviewRound get(String roundNumber) {
        return rounds.find(roundNumber)
                .orElseThrow(() -> new IllegalArgumentException("no round has the number " + roundNumber));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ReviewRound> all() {
        return rounds.all();
    }

    private void tell(ClusterRecord cluster, String key, String text) {
        notifications.tell(
                List.of(cluster.applicantGroup(), UnitLevel.CITY.group(cluster.cityCode())),
                cluster.clusterNumber(),
                key,
                text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
