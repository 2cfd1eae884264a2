package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.registry.NoticeTerms;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the selected clusters to the list under notice, and from the cleared ones to the published list. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class RecognitionList {

    private final Batches batches;
    private final Applications applications;
    private final SelectionDecisions decisions;
    private final Publications publications;
    private final LateIncidents late;
    private final RecognitionOutcomes outcomes;
    private final PublicLists lists;
    private final ClusterPlace place;
    private final Clock clock;

    RecognitionList(
            Batches batches,
            Applications applications,
            SelectionDecisions decisions,
            Publications publications,
            LateIncidents late,
            RecognitionOutcomes outcomes,
            PublicLists lists,
            ClusterPlace place,
            Clock clock) {
        this.batches = batches;
        this.applications = applications;
        this.decisions = decisions;
        this.publications = publications;
        this.late = late;
        this.outcomes = outcomes;
        this.lists = lists;
        this.place = place;
        this.clock = clock;
    }

    /**
     * Drafts the list of the selected clusters, to be made public.
     *
     * @param noticeDay as {@link NoticeTerms}, as the time
     */
    void draft(Batch batch, List<Application> selected, LocalDate noticeDay, LocalTime noticeTime) {
        lists.draft(new PublicList(
                batch.batchNumber(),
                batch.year() + "年度宁夏回族自治区中小企业特色产业集群拟认定名单公示",
                batch.noticeNumber(),
                new NoticeTerms(batch.publicationDayCounts(), noticeDay, noticeTime),
                selected.stream().map(this::item).toList()));
    }

    private PublicListItem item(Application application) {
        return PublicListItem.of(
                application.caseNumber(),
                application.clusterName(),
                application.leadingIndustry(),
                place.applicantName(application),
                place.countyName(application),
                place.city(application).name());
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
     *     known after the re-review, or an objection not yet ruled on, stands in the way of a cluster on the list
     */
    public void publish(
            long publicationId, String documentNumber, LocalDate documentDate, LocalDate noticeEnd, Account by) {
        if (documentDate.isAfter(LocalDate.now(clock))) {
            throw new Refusal("公布日期" + documentDate + "晚于今天，请在公布当日或之后办理");
        }
        if (!documentDate.isAfter(noticeEnd)) {
            throw new Refusal("公布日期" + documentDate + "不晚于公示期最后一日" + noticeEnd + "，公示期满后方可公布（第十二条(三)）");
        }
        String subject = batches.find(publications.get(publicationId).batchId())
                .orElseThrow()
                .batchNumber();
        lists.lock(subject);
        Publication list = publications.get(publicationId);
        refuseIfDisputed(subject, list.caseNumbers());
        refuseIfInTheWay(list);
        publications.publish(publicationId, documentNumber, documentDate, by.userId());
        lists.settle(subject, list.caseNumbers());
    }

    /** One received in time may be entered after the period, and reopens what publicity had come to. */
    private void refuseIfDisputed(String subject, List<String> caseNumbers) {
        List<String> reasons = lists.find(subject).orElseThrow().items().stream()
                .filter(item -> caseNumbers.contains(item.caseNumber())
                        && !item.outcome().clears())
                .map(item -> "“" + item.clusterName() + "”（" + item.caseNumber() + "）有公示期内收到的异议尚未裁定，裁定以后才能公布（第十二条(三)）")
                .toList();
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
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

    /** Ends the batch: those whose cluster an objection stands against are told why. */
    public void close(long batchId) {
        for (PublicListItem item : items(batchId)) {
            if (item.outcome() == PublicityOutcome.UPHELD) {
                Application application =
                        applications.byCaseNumber(item.caseNumber()).orElseThrow();
                if (application.state() == ApplicationState.IN_NOTICE) {
                    outcomes.decline(application, "公示期内的异议经核实成立：" + item.ruling(), null);
                }
            }
        }
        batches.find(batchId)
                .map(Batch::batchNumber)
                .ifPresent(subject -> lists.settle(
                        subject,
                        items(batchId).stream().map(PublicListItem::caseNumber).toList()));
        batches.enter(batchId, BatchState.CLOSED);
    }

    private List<PublicListItem> items(long batchId) {
        return Optional.of(batches.find(batchId).orElseThrow())
                .flatMap(batch -> lists.find(batch.batchNumber()))
                .map(list -> list.items())
                .orElse(List.of());
    }
}
