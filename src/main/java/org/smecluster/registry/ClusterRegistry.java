package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clusters' lifelong record: who is in the pool, who is recognised, for how long, and what became of it. Every method
 * that changes something locks the cluster first; repeated for the same case it changes nothing.
 */
@Service
public class ClusterRegistry {

    private final Clusters clusters;
    private final ClusterNumbers numbers;
    private final ClusterRights rights;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;

    ClusterRegistry(
            Clusters clusters,
            ClusterNumbers numbers,
            ClusterRights rights,
            WorkCalendar calendar,
            ApplicationEventPublisher events) {
        this.clusters = clusters;
        this.numbers = numbers;
        this.rights = rights;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Enters a cluster in the cultivation pool, with a number for life where it has none yet.
     *
     * @throws Refusal where the cluster is recognised or in the pool already
     */
    @Transactional
    @LegalBasis(article = 6)
    public ClusterRecord admit(PoolAdmission admission) {
        Optional<ClusterRecord> entered = clusters.bySourceCase(admission.caseNumber());
        if (entered.isPresent()) {
            return entered.get();
        }
        long id;
        if (admission.clusterNumber() == null) {
            id = clusters.insert(admission, numbers.next(admission.countyCode()));
        } else {
            ClusterRecord known = lock(admission.clusterNumber());
            id = known.id();
            if (clusters.poolStays(id).stream()
                    .anyMatch(stay -> stay.entryCase().equals(admission.caseNumber()))) {
                return get(admission.clusterNumber());
            }
            if (!permits(ClusterRight.CULTIVATION, known)) {
                throw new Refusal(
                        "集群" + admission.clusterNumber() + "现为“" + known.state().label() + "”，不需要再申请入库");
            }
        }
        clusters.openStay(id, admission.caseNumber(), admission.admittedOn());
        addFacts(
                id,
                admission.name(),
                admission.leadingIndustry(),
                admission.admittedOn(),
                admission.caseNumber(),
                Article.of(6));
        clusters.enter(
                id,
                ClusterState.CULTIVATED,
                admission.admittedOn(),
                "纳入自治区集群培育库",
                Article.of(6).toString(),
                admission.caseNumber());
        return byId(id);
    }

    /**
     * Takes a cluster out of the pool; one that is not in it stays as it is.
     *
     * @param reason Chinese, shown in the record
     */
    @Transactional
    @LegalBasis(article = 6)
    public void leavePool(String clusterNumber, LocalDate on, String reason, String caseNumber) {
        ClusterRecord cluster = get(clusterNumber);
        if (clusters.lockState(cluster.id()) == ClusterState.CULTIVATED) {
            clusters.closeStay(cluster.id(), on, reason);
            clusters.enter(
                    cluster.id(),
                    ClusterState.LEFT_POOL,
                    on,
                    reason,
                    Article.of(6).toString(),
                    caseNumber);
        }
    }

    /**
     * Enters a recognised cluster with its number and its term, three years from the publication. Entering the same case
     * again changes nothing and yields the cluster that it is.
     */
    @Transactional
    @LegalBasis(article = 12, item = 3)
    @LegalBasis(article = 14)
    public ClusterRecord register(Recognition recognition) {
        Optional<ClusterRecord> known = clusters.bySourceCase(recognition.caseNumber());
        if (known.isPresent()) {
            return known.get();
        }
        long id;
        if (recognition.clusterNumber() == null) {
            id = clusters.insert(recognition, numbers.next(recognition.countyCode()));
        } else {
            id = get(recognition.clusterNumber()).id();
            if (clusters.lockState(id).recognitionLasts()) {
                throw new IllegalStateException(recognition.clusterNumber() + " is recognised already");
            }
            clusters.closeStay(id, recognition.publishedOn(), "认定为自治区级集群");
            clusters.recognise(id, recognition);
        }
        clusters.addTerm(
                id,
                clusters.terms(id).size() + 1,
                recognition.publishedOn(),
                calendar.periods().threeYearsFrom(recognition.publishedOn()).lastDay(),
                recognition.caseNumber());
        addFacts(
                id,
                recognition.name(),
                recognition.leadingIndustry(),
                recognition.publishedOn(),
                recognition.caseNumber(),
                Article.of(12, 3));
        clusters.enter(
                id,
                ClusterState.RECOGNISED,
                recognition.publishedOn(),
                "经公示无异议，以" + recognition.documentNumber() + "公布认定",
                Article.of(12, 3).toString(),
                recognition.caseNumber(),
                recognition.documentNumber());
        return byId(id);
    }

    /** What it is called and makes, from its beginning on. */
    private void addFacts(
            long id, String name, String leadingIndustry, LocalDate validFrom, String caseNumber, Article basis) {
        clusters.addFact(id, FactKind.NAME, name, validFrom, caseNumber, basis.toString());
        clusters.addFact(id, FactKind.LEADING_INDUSTRY, leadingIndustry, validFrom, caseNumber, basis.toString());
    }

    /** What was submitted of a cluster when it was recognised, from that day on; the same again changes nothing. */
    @Transactional
    @LegalBasis(article = 12, item = 3)
    public void describe(String clusterNumber, FactKind kind, String value, LocalDate validFrom, String caseNumber) {
        clusters.addFact(
                get(clusterNumber).id(),
                kind,
                value,
                validFrom,
                caseNumber,
                Article.of(12, 3).toString());
    }

    /** From which day on a single application for the review of the latest term may be made, where a notice allows it. */
    @Transactional
    @LegalBasis(article = 14)
    public void openReviewFrom(String clusterNumber, LocalDate on) {
        long id = get(clusterNumber).id();
        clusters.openReview(id, clusters.terms(id).size(), on);
    }

    /**
     * The cluster's unit applied for the review of its term, in the time that the procedure allows.
     *
     * @throws Refusal where its recognition neither holds nor awaits a review, or another review is under way
     */
    @Transactional
    @LegalBasis(article = 14)
    public void beginReview(String clusterNumber, String caseNumber, LocalDate on) {
        ClusterRecord cluster = get(clusterNumber);
        ClusterState state = clusters.lockState(cluster.id());
        if (entered(cluster, ClusterState.UNDER_REVIEW, caseNumber)) {
            return;
        }
        if (state != ClusterState.RECOGNISED && state != ClusterState.AWAITING_REVIEW) {
            throw new Refusal("集群" + clusterNumber + "现为“" + state.label() + "”，不能提出复核申请（第十四条）");
        }
        clusters.enter(
                cluster.id(),
                ClusterState.UNDER_REVIEW,
                on,
                "申报主体提出复核申请",
                Article.of(14).toString(),
                caseNumber);
    }

    /**
     * The review was passed: three years more, counted from the old end. A cluster revoked meanwhile stays revoked.
     *
     * @param documentNumber of the decision
     * @return the last day of the new term
     */
    @Transactional
    @LegalBasis(article = 14)
    public LocalDate extend(String clusterNumber, String caseNumber, LocalDate on, String documentNumber) {
        ClusterRecord cluster = get(clusterNumber);
        ClusterState state = clusters.lockState(cluster.id());
        boolean extended = clusters.terms(cluster.id()).stream()
                .anyMatch(term -> term.sourceCase().equals(caseNumber));
        if (!extended && state == ClusterState.UNDER_REVIEW) {
            LocalDate oldEnd = get(clusterNumber).termEndsOn();
            LocalDate newEnd = calendar.periods().threeYearsFrom(oldEnd).lastDay();
            clusters.addTerm(
                    cluster.id(), clusters.terms(cluster.id()).size() + 1, oldEnd.plusDays(1), newEnd, caseNumber);
            clusters.enter(
                    cluster.id(),
                    ClusterState.RECOGNISED,
                    on,
                    "复核通过（" + documentNumber + "），有效期延长至" + newEnd,
                    Article.of(14).toString(),
                    caseNumber,
                    documentNumber);
        }
        return get(clusterNumber).termEndsOn();
    }

    /**
     * The review ended without an extension: the recognition holds until its term is over. Where the term has ended while
     * the review was under way, it awaits another one or is over at once. A cluster whose review is not under way stays as
     * it is.
     *
     * @param reason Chinese, e.g. why it was not passed
     * @param reviewToCome whether it may still be reviewed after the end of its term
     */
    @Transactional
    @LegalBasis(article = 14)
    public void endReview(String clusterNumber, String caseNumber, LocalDate on, String reason, boolean reviewToCome) {
        ClusterRecord cluster = get(clusterNumber);
        if (clusters.lockState(cluster.id()) == ClusterState.UNDER_REVIEW
                && entered(cluster, ClusterState.UNDER_REVIEW, caseNumber)) {
            ClusterState next = !on.isAfter(cluster.termEndsOn())
                    ? ClusterState.RECOGNISED
                    : reviewToCome ? ClusterState.AWAITING_REVIEW : ClusterState.LAPSED;
            clusters.enter(cluster.id(), next, on, reason, Article.of(14).toString(), caseNumber);
            ended(clusterNumber, next, on);
        }
    }

    /** Whether a review is under way; no other transaction changes that before this one ends. */
    @Transactional
    @LegalBasis(article = 14)
    public boolean reviewUnderWay(String clusterNumber) {
        return clusters.lockState(get(clusterNumber).id()) == ClusterState.UNDER_REVIEW;
    }

    /**
     * Ends the recognition of a cluster whose term is over. One that is no longer recognised, is under review, or whose
     * term has been extended, stays as it is. It ends with the term, on whatever later day that is entered.
     *
     * @param on a day without a valid term
     * @return the state that it then has
     */
    @Transactional
    @LegalBasis(article = 14)
    public ClusterState lapse(String clusterNumber, LocalDate on) {
        long id = get(clusterNumber).id();
        ClusterState state = clusters.lockState(id);
        LocalDate end = get(clusterNumber).termEndsOn();
        if (state == ClusterState.RECOGNISED && end.isBefore(on)) {
            LocalDate firstDayWithout = end.plusDays(1);
            clusters.enter(
                    id,
                    ClusterState.LAPSED,
                    firstDayWithout,
                    "有效期至" + end + "届满，未经复核延长",
                    Article.of(14).toString(),
                    null);
            ended(clusterNumber, ClusterState.LAPSED, firstDayWithout);
        }
        return get(clusterNumber).state();
    }

    /**
     * The term is over and a review is still to come: the cluster waits for it, from the day after the term, on whatever
     * later day that is entered. As {@link #lapse} in all else.
     */
    @Transactional
    @LegalBasis(article = 14)
    public ClusterState awaitReview(String clusterNumber, LocalDate on) {
        ClusterRecord cluster = lock(clusterNumber);
        LocalDate end = cluster.termEndsOn();
        if (cluster.state() == ClusterState.RECOGNISED && end.isBefore(on)) {
            clusters.enter(
                    cluster.id(),
                    ClusterState.AWAITING_REVIEW,
                    end.plusDays(1),
                    "有效期至" + end + "届满，等待自治区统一组织复核",
                    Article.of(14).toString(),
                    null);
        }
        return get(clusterNumber).state();
    }

    /**
     * A round of reviews names a cluster that lapsed earlier: it may be reviewed in it. One in another state stays as it is.
     *
     * @param documentNumber of the round's notice
     */
    @Transactional
    @LegalBasis(article = 14)
    public void awaitReviewAgain(String clusterNumber, LocalDate on, String documentNumber) {
        ClusterRecord cluster = lock(clusterNumber);
        if (cluster.state() == ClusterState.LAPSED) {
            clusters.enter(
                    cluster.id(),
                    ClusterState.AWAITING_REVIEW,
                    on,
                    "复核通知（" + documentNumber + "）列明该集群参加复核",
                    Article.of(14).toString(),
                    null,
                    documentNumber);
        }
    }

    /**
     * No review is to come any more: the recognition of a cluster that waited for one is over. One that does not wait stays
     * as it is.
     *
     * @param reason Chinese
     * @param documentNumber by which it is so, null where time alone brought it about
     * @return whether it lapsed
     */
    @Transactional
    @LegalBasis(article = 14)
    public boolean endWaiting(String clusterNumber, LocalDate on, String reason, String documentNumber) {
        ClusterRecord cluster = lock(clusterNumber);
        if (cluster.state() != ClusterState.AWAITING_REVIEW) {
            return false;
        }
        clusters.enter(
                cluster.id(), ClusterState.LAPSED, on, reason, Article.of(14).toString(), null, documentNumber);
        ended(clusterNumber, ClusterState.LAPSED, on);
        return true;
    }

    /**
     * Ends the recognition by a decision of revocation; one whose state does not allow it stays as it is.
     *
     * @param article ground as cited, e.g. {@code 第十七条(三)}
     * @param documentNumber of the decision
     * @return whether it was revoked by this case
     */
    @Transactional
    @LegalBasis(article = 17)
    public boolean revoke(
            String clusterNumber,
            String caseNumber,
            LocalDate on,
            String reason,
            String article,
            String documentNumber) {
        ClusterRecord cluster = lock(clusterNumber);
        if (permits(ClusterRight.REVOCATION, cluster)) {
            clusters.enter(cluster.id(), ClusterState.REVOKED, on, reason, article, caseNumber, documentNumber);
            ended(clusterNumber, ClusterState.REVOKED, on);
        }
        return entered(cluster, ClusterState.REVOKED, caseNumber);
    }

    /**
     * Records what is true of the cluster from a day on; what was true before stays with its day.
     *
     * @param validFrom day of the change itself
     */
    @Transactional
    @LegalBasis(article = 15)
    public void record(String clusterNumber, FactKind kind, String value, LocalDate validFrom, String caseNumber) {
        record(clusterNumber, kind, value, validFrom, caseNumber, Article.of(15));
    }

    /** As {@link #record}, of what a document corrects of the published recognition, from its date on. */
    @Transactional
    @LegalBasis(article = 12, item = 3)
    public void correct(String clusterNumber, FactKind kind, String value, LocalDate validFrom, String caseNumber) {
        record(clusterNumber, kind, value, validFrom, caseNumber, Article.of(12, 3));
    }

    private void record(
            String clusterNumber, FactKind kind, String value, LocalDate validFrom, String caseNumber, Article basis) {
        ClusterRecord cluster = get(clusterNumber);
        clusters.lockState(cluster.id());
        if (clusters.addFact(cluster.id(), kind, value, validFrom, caseNumber, basis.toString())) {
            ClusterLife life = life(clusterNumber).orElseThrow();
            LocalDate latest = LocalDate.MAX;
            clusters.rename(
                    cluster.id(),
                    life.factOn(FactKind.NAME, latest).orElse(cluster.name()),
                    life.factOn(FactKind.LEADING_INDUSTRY, latest).orElse(cluster.leadingIndustry()));
        }
    }

    /** The cluster, locked until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClusterRecord lock(String clusterNumber) {
        clusters.lockState(get(clusterNumber).id());
        return get(clusterNumber);
    }

    private void ended(String clusterNumber, ClusterState state, LocalDate on) {
        if (!state.recognitionLasts()) {
            events.publishEvent(new RecognitionEnded(clusterNumber, state, on));
        }
    }

    private boolean entered(ClusterRecord cluster, ClusterState state, String caseNumber) {
        return clusters.events(cluster.id()).stream()
                .anyMatch(event -> event.state() == state && caseNumber.equals(event.caseNumber()));
    }

    private ClusterRecord byId(long id) {
        return clusters.get(id);
    }

    /** @return how many there are */
    @Transactional(readOnly = true)
    public int count(ClusterSearch search) {
        return clusters.count(search);
    }

    /** As {@link Clusters#tally}. */
    @Transactional(readOnly = true)
    public List<ClusterTally> tally(ClusterSearch search) {
        return clusters.tally(search);
    }

    /** @param from 0 for the first */
    @Transactional(readOnly = true)
    public List<ClusterRecord> page(ClusterSearch search, int from, int size) {
        return clusters.page(search, from, size);
    }

    /** Whether it goes on with the cluster as it stands today. */
    @Transactional(readOnly = true)
    public boolean permits(ClusterRight right, ClusterRecord cluster) {
        return rights.permit(right, cluster);
    }

    /** Those of units, by cluster number. @param groups of a person; those of no unit have none */
    @Transactional(readOnly = true)
    public List<ClusterRecord> ofUnits(Collection<String> groups) {
        ClusterSearch search =
                new ClusterSearch(groups, ClusterSearch.anyState(), "", Map.of(), ClusterSearch.Order.NUMBER);
        return clusters.page(search, 0, Integer.MAX_VALUE);
    }

    /** By cluster number. */
    @Transactional(readOnly = true)
    public List<ClusterRecord> all() {
        return clusters.all();
    }

    @Transactional(readOnly = true)
    public Optional<ClusterRecord> find(String clusterNumber) {
        return clusters.byNumber(clusterNumber);
    }

    /** @throws IllegalArgumentException where no cluster has the number */
    @Transactional(readOnly = true)
    public ClusterRecord get(String clusterNumber) {
        return find(clusterNumber)
                .orElseThrow(() -> new IllegalArgumentException("no cluster has the number " + clusterNumber));
    }

    /** The cluster that the case brought into the registry or gave a term to. */
    @Transactional(readOnly = true)
    public Optional<ClusterRecord> ofCase(String caseNumber) {
        return clusters.bySourceCase(caseNumber);
    }

    /** Those there are, in any order. */
    @Transactional(readOnly = true)
    public List<ClusterRecord> find(Collection<String> clusterNumbers) {
        return clusters.byNumbers(clusterNumbers);
    }

    /** The unit's cluster that bears or bore the name, the one registered last. */
    @Transactional(readOnly = true)
    public Optional<ClusterRecord> named(String applicantGroup, String name) {
        return clusters.named(applicantGroup, name);
    }

    /** The group of the unit whose case it is. */
    @Transactional(readOnly = true)
    public Optional<String> unitOf(String caseNumber) {
        return clusters.unitOf(caseNumber);
    }

    @Transactional(readOnly = true)
    public Optional<ClusterLife> life(String clusterNumber) {
        return find(clusterNumber)
                .map(cluster -> new ClusterLife(
                        cluster,
                        clusters.terms(cluster.id()),
                        clusters.events(cluster.id()),
                        clusters.facts(cluster.id()),
                        clusters.poolStays(cluster.id())));
    }
}
