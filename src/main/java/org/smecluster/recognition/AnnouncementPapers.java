package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.remedy.Remedies;
import org.springframework.stereotype.Component;

/** The announcement of each of a batch's lists of recognised clusters. */
@Component
@LegalBasis(article = 12, item = 3)
class AnnouncementPapers implements PaperDesk {

    private final Batches batches;
    private final Publications publications;
    private final PublicLists lists;

    AnnouncementPapers(Batches batches, Publications publications, PublicLists lists) {
        this.batches = batches;
        this.publications = publications;
        this.lists = lists;
    }

    @Override
    public boolean makes(String number) {
        return CaseKind.of(number).isEmpty() && batches.byNumber(number).isPresent();
    }

    @Override
    public List<PaperDraft> drafts(String batchNumber) {
        Batch batch = batches.byNumber(batchNumber).orElseThrow();
        List<PublicListItem> noticed =
                lists.find(batchNumber).map(PublicList::items).orElse(List.of());
        List<PaperDraft> drafts = new ArrayList<>();
        publications
                .ofBatch(batch.id())
                .forEach(list -> drafts.add(announcement(batch, list, noticed, drafts.size() + 1)));
        return drafts;
    }

    /** @param place of the list among those of the batch, from 1 */
    private static PaperDraft announcement(Batch batch, Publication list, List<PublicListItem> noticed, int place) {
        List<Map<String, String>> rows = noticed.stream()
                .filter(item -> list.caseNumbers().contains(item.caseNumber()))
                .map(item -> PaperKind.listed(
                        item.clusterName(), item.leadingIndustry(), item.applicant(), item.county(), item.city()))
                .toList();
        PaperDraft draft = PaperDraft.of(
                PaperKind.ANNOUNCEMENT,
                String.valueOf(list.id()),
                place == 1 ? null : "第" + place + "次公布",
                PaperFacts.none()
                        .with("发文机关", Remedies.REGION)
                        .with("年度", batch.year())
                        .with("年度通知", batch.noticeNumber())
                        .with("集群数", rows.size())
                        .withList("名单", rows));
        return list.published()
                ? draft.numbered(list.documentNumber(), list.documentDate())
                : draft.heldBack("名单还没有公布：办理“公布认定名单”时填写文号和日期，之后才能出具");
    }
}
