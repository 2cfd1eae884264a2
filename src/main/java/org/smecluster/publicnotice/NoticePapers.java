package org.smecluster.publicnotice;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.remedy.Remedies;
import org.springframework.stereotype.Component;

/** The text of a list's notice, to be put up: as it was published. */
@Component
@LegalBasis(article = 12, item = 3)
class NoticePapers implements PaperDesk {

    private final Notices notices;

    NoticePapers(Notices notices) {
        this.notices = notices;
    }

    /** A batch's, or a round's; a case has a notice of its own nowhere. */
    @Override
    public boolean makes(String number) {
        return CaseKind.of(number).isEmpty() && notices.ofSubject(number).isPresent();
    }

    @Override
    public List<PaperDraft> drafts(String subject) {
        Notice notice = notices.ofSubject(subject).orElseThrow();
        PaperFacts facts = PaperFacts.none()
                .with("发文机关", Remedies.REGION)
                .with("标题", notice.title())
                .with("公示开始", notice.firstDay() == null ? notice.publishedOn() : notice.firstDay())
                .with("公示截止", notice.endsOn())
                .with("工作日数", notice.publicityDays())
                .withList(
                        "名单",
                        notice.items().stream()
                                .map(item -> PaperKind.listed(
                                        item.clusterName(),
                                        item.leadingIndustry(),
                                        item.applicant(),
                                        item.county(),
                                        item.city()))
                                .toList());
        NoticeContact contact = notice.contact();
        if (contact != null) {
            facts = facts.with("电话", contact.telephone())
                    .with("地址", contact.address())
                    .with("电子邮箱", contact.mail())
                    .with("纪检监察", contact.discipline());
        }
        return List.of(PaperDraft.of(PaperKind.PUBLIC_NOTICE, "1", null, facts).numbered(null, notice.publishedOn()));
    }
}
