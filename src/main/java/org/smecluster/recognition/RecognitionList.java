package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.document.Notifications;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookSummary;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.PoolStay;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.registry.Recognition;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the cleared clusters to the published list, the registry, and the word to every applicant. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class RecognitionList {

    private final Batches batches;
    private final Applications applications;
    private final SelectionDecisions decisions;
    private final Publications publications;
    private final LateIncidents late;
    private final RecognitionService recognition;
    private final ApplicationCases cases;
    private final PublicLists lists;
    private final ClusterRegistry registry;
    private final RevocationCauses causes;
    private final Notifications notifications;
    private final BatchMessages messages;
    private final ClusterPlace place;
    private final Submissions submissions;
    private final ClusterWorkbooks workbooks;
    private final Clock clock;

    RecognitionList(
            Batches batches,
            Applications applications,
            SelectionDecisions decisions,
            Publications publications,
            LateIncidents late,
            RecognitionService recognition,
            ApplicationCases cases,
            PublicLists lists,
            ClusterRegistry registry,
            RevocationCauses causes,
            Notifications notifications,
            BatchMessages messages,
            ClusterPlace place,
            Submissions submissions,
            ClusterWorkbooks workbooks,
            Clock clock) {
        this.batches = batches;
        this.applications = applications;
        this.decisions = decisions;
        this.publications = publications;
        this.late = late;
        this.recognition = recognition;
        this.cases = cases;
        this.lists = lists;
        this.registry = registry;
        this.causes = causes;
        this.notifications = notifications;
        this.messages = messages;
        this.place = place;
        this.submissions = submissions;
        this.workbooks = workbooks;
        this.clock = clock;
    }

    /** Tells those who were not selected, each with the reason. */
    public void informNotSelected(long batchId) {
        for (SelectionDecision decision : decisions.ofBatch(batchId)) {
            Application application =
                    applications.byCaseNumber(decision.caseNumber()).orElseThrow();
            if (application.state() == ApplicationState.NOT_SELECTED) {
                decline(application, "经比较复审结果，择优未入选：" + decision.reason(), cases.person(decision.decidedBy()));
            }
        }
    }

    /** Whether publicity has cleared clusters that stand on no list yet. */
    @Transactional(readOnly = true)
    public boolean hasClusters(long batchId) {
        return !cleared(batchId).isEmpty();
    }

    /**
     * Draws up the list of the clusters cleared by now.
     *
     * @return id of the list, not yet published
     */
    public long draw(long batchId) {
        batches.lock(batchId);
        return publications.draw(batchId, cleared(batchId));
    }

    private List<String> cleared(long batchId) {
        Set<String> listed = publications.ofBatch(batchId).stream()
                .flatMap(list -> list.caseNumbers().stream())
                .collect(Collectors.toSet());
        return items(batchId).stream()
                .filter(item -> item.outcome().clears())
                .map(PublicListItem::caseNumber)
                .filter(caseNumber -> !listed.contains(caseNumber))
                .filter(caseNumber -> applications.byCaseNumber(caseNumber).stream()
                        .noneMatch(application -> application.state().closed()))
                .toList();
    }

    /**
     * @throws Refusal where the date does not lie between the end of the notice and today, or an incident that became
     *     known after the re-review stands in the way of a cluster on the list
     */
    public void publish(
            long publicationId, String documentNumber, LocalDate documentDate, LocalDate noticeEnd, Account by) {
        if (documentDate.isAfter(LocalDate.now(clock))) {
            throw new Refusal("公布日期" + documentDate + "晚于今天，请在公布当日或之后办理");
        }
        if (!documentDate.isAfter(noticeEnd)) {
            throw new Refusal("公布日期" + documentDate + "不晚于公示期最后一日" + noticeEnd + "，公示期满后方可公布（第十二条(三)）");
        }
        refuseIfInTheWay(publications.get(publicationId));
        publications.publish(publicationId, documentNumber, documentDate, by.userId());
    }

    /** Who enters an incident waits for these rows: it comes before the publication or after it. */
    private void refuseIfInTheWay(Publication list) {
        batches.lock(list.batchId());
        List<String> reasons = new ArrayList<>();
        for (String caseNumber : publications.get(list.id()).caseNumbers()) {
            Application application = applications.lock(caseNumber);
            late.obstacle(application, decisions.find(list.batchId(), caseNumber))
                    .ifPresent(obstacle -> reasons.add("“" + application.clusterName() + "”（" + caseNumber + "）"
                            + obstacle + "。请审定人员在批次资料的“比较和选定”中决定移出名单还是保留，再公布；登记有误的，请登记人撤回或者更正（第十条）"));
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    /** Takes a cluster off the list under notice, for good: it is not recognised in this batch and told why. */
    void takeOff(Batch batch, Application application, String reason, Account by) {
        boolean emptied = publications.takeOff(batch.id(), application.caseNumber());
        decline(application, "公示以后登记的第十条情形，经审定移出名单：" + reason, by);
        if (emptied) {
            messages.listEmptied(batch);
        }
    }

    /** Enters every published cluster in the registry and starts the watch over its term; repeated, it does nothing. */
    @LegalBasis(article = 14)
    public void register(long batchId) {
        for (Publication list : published(batchId)) {
            for (String caseNumber : list.caseNumbers()) {
                Application application = applications.byCaseNumber(caseNumber).orElseThrow();
                if (registry.ofCase(caseNumber).isEmpty()) {
                    ClusterRecord cluster = registry.register(new Recognition(
                            caseNumber,
                            application.poolCluster(),
                            application.clusterName(),
                            application.leadingIndustry(),
                            place.countyCode(application),
                            place.city(application).code(),
                            application.applicantGroup(),
                            list.documentDate(),
                            list.documentNumber()));
                    cases.registered(application, cluster.clusterNumber());
                    describe(cluster.clusterNumber(), caseNumber, list.documentDate());
                    reportForRevocation(application, cluster);
                    messages.termStarted(cluster);
                    if (application.poolCluster() != null) {
                        registry.life(cluster.clusterNumber()).orElseThrow().poolStays().stream()
                                .map(PoolStay::entryCase)
                                .forEach(messages::recognisedFromPool);
                    }
                }
            }
        }
    }

    /** What became known between the publication and this step could keep it off the list no more. */
    @LegalBasis(article = 17, item = 5)
    private void reportForRevocation(Application application, ClusterRecord cluster) {
        String caseNumber = application.caseNumber();
        late.obstacle(application, decisions.find(application.batchId(), caseNumber))
                .ifPresent(obstacle -> causes.report(new RevocationCause(
                        "lateIncident:" + caseNumber,
                        cluster.clusterNumber(),
                        RevocationFact.MAJOR_INCIDENT,
                        "认定名单公布以后、登记以前得知，" + obstacle + "（申报案件" + caseNumber + "的复审评估）",
                        caseNumber,
                        cluster.recognisedOn())));
    }

    /** Area and operating body as last submitted: what a change during the term is a change of (第十五条). */
    private void describe(String clusterNumber, String caseNumber, LocalDate from) {
        submissions
                .latest(caseNumber)
                .flatMap(version -> workbooks.summary(version.id()))
                .map(WorkbookSummary::basics)
                .ifPresent(basics -> {
                    registry.describe(clusterNumber, FactKind.AREA, area(basics), from, caseNumber);
                    if (basics.operator() != null && !basics.operator().isBlank()) {
                        registry.describe(clusterNumber, FactKind.OPERATING_BODY, basics.operator(), from, caseNumber);
                    }
                });
    }

    private static String area(BasicInformation basics) {
        return basics.areaSquareKm() == null
                ? basics.boundaries()
                : basics.areaSquareKm().stripTrailingZeros().toPlainString() + "平方公里，四至范围：" + basics.boundaries();
    }

    /** Tells every applicant whose cluster was registered, and its city; a list published meanwhile has its own turn. */
    public void informRecognised(long batchId) {
        for (Publication list : published(batchId)) {
            for (String caseNumber : list.caseNumbers()) {
                Optional<ClusterRecord> registered = registry.ofCase(caseNumber);
                if (registered.isEmpty()) {
                    continue;
                }
                ClusterRecord cluster = registered.get();
                Application application = applications.byCaseNumber(caseNumber).orElseThrow();
                String text = "“" + application.clusterName() + "”已认定为宁夏回族自治区中小企业特色产业集群（" + list.documentNumber()
                        + "），集群编号" + cluster.clusterNumber() + "，有效期至" + cluster.termEndsOn() + "（第十四条）。";
                if (application.state() == ApplicationState.IN_NOTICE) {
                    recognition.recognise(application.id(), text, cases.person(list.publishedBy()));
                    messages.decided(caseNumber, true);
                }
                tell(application, text);
            }
        }
    }

    private List<Publication> published(long batchId) {
        return publications.ofBatch(batchId).stream()
                .filter(Publication::published)
                .toList();
    }

    /** Ends the batch: those whose cluster an objection stands against are told why. */
    public void close(long batchId) {
        for (PublicListItem item : items(batchId)) {
            if (item.outcome() == PublicityOutcome.UPHELD) {
                Application application =
                        applications.byCaseNumber(item.caseNumber()).orElseThrow();
                if (application.state() == ApplicationState.IN_NOTICE) {
                    decline(application, "公示期内的异议经核实成立：" + item.ruling(), null);
                }
            }
        }
        batches.enter(batchId, BatchState.CLOSED);
    }

    /** @param by null where a ruling on an objection decided it, which stands in the case under who made it */
    private void decline(Application application, String reason, Account by) {
        recognition.decline(application.id(), reason, by);
        messages.decided(application.caseNumber(), false);
        tell(application, "“" + application.clusterName() + "”未认定。" + reason + "（第十二条(三)）。");
    }

    private void tell(Application application, String text) {
        notifications.tell(application.applicantGroup(), application.caseNumber(), "decided", text);
        notifications.tell(application.cityGroup(), application.caseNumber(), "decided", text);
    }

    private List<PublicListItem> items(long batchId) {
        return Optional.of(batches.find(batchId).orElseThrow())
                .flatMap(batch -> lists.find(batch.batchNumber()))
                .map(list -> list.items())
                .orElse(List.of());
    }
}
