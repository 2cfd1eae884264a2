package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Misses;
import org.smecluster.law.Article;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.PublicLists;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the cluster's unit and its city do with a review under way: withdraw, give an opinion. {@link RenewalStart} opens it. */
@Service
@Transactional
@LegalBasis(article = 14)
public class RenewalService {

    static final Article BASIS = Article.of(14);

    private final Renewals renewals;
    private final Casework casework;
    private final Filing filing;
    private final CaseAssessment assessment;
    private final PublicLists lists;
    private final Notifications notifications;
    private final RenewalMessages messages;
    private final Remedies remedies;
    private final Clock clock;

    RenewalService(
            Renewals renewals,
            Casework casework,
            Filing filing,
            CaseAssessment assessment,
            PublicLists lists,
            Notifications notifications,
            RenewalMessages messages,
            Remedies remedies,
            Clock clock) {
        this.renewals = renewals;
        this.casework = casework;
        this.filing = filing;
        this.assessment = assessment;
        this.lists = lists;
        this.notifications = notifications;
        this.messages = messages;
        this.remedies = remedies;
        this.clock = clock;
    }

    /** Whether the unit may still withdraw: the case is open and no public notice has begun. */
    @Transactional(readOnly = true)
    public boolean withdrawable(String caseNumber) {
        return casework.find(caseNumber).filter(found -> !found.closed()).isPresent()
                && lists.find(caseNumber).isEmpty();
    }

    /** @throws Refusal for others than the cluster's unit, and once the public notice has begun or the case is closed */
    public void withdraw(String caseNumber, String reason, Account by) {
        renewals.lock(caseNumber);
        CaseRecord record = casework.get(caseNumber);
        if (!by.groups().contains(record.applicantGroup())) {
            throw new Refusal("只有集群的申报主体可以撤回复核申请（第十四条）");
        }
        if (!withdrawable(caseNumber)) {
            throw new Refusal("本案现为“" + record.standing() + "”，不能撤回：公示开始后或办结后不再受理撤回（第十四条）");
        }
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.STATEMENT, "withdrawn", "撤回复核申请", GivenReason.of(reason, "撤回理由", 800))
                        .under(BASIS),
                by);
        if (!messages.withdrawn(caseNumber)) {
            throw new Refusal("本案已经办结，不能撤回");
        }
    }

    /**
     * The city's opinion on what was submitted last, or its return.
     *
     * @param conclusion RECOMMEND, NOT_RECOMMEND or RETURN
     * @param softMissJudgement on each soft requirement missed; null where none was
     * @param documentNumber of the recommendation, null with the others, as its date
     * @param correctionWorkingDays null but with RETURN
     */
    @LegalBasis(article = 11)
    @LegalBasis(article = 13, item = 1)
    public void giveCityOpinion(
            String caseNumber,
            Conclusion conclusion,
            String text,
            String softMissJudgement,
            String documentNumber,
            LocalDate documentDate,
            Integer correctionWorkingDays,
            Account by) {
        renewals.inState(caseNumber, RenewalState.WITH_CITY);
        if (conclusion == Conclusion.RECOMMEND) {
            var found = assessment.underReview(filing.latest(caseNumber));
            Misses.refuseIfHard(found, conclusion.label());
            Misses.requireJudgement(found, softMissJudgement);
            refuseIfAhead("推荐文件", documentDate);
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "city", "市级意见", text)
                        .under(BASIS)
                        .with("意见", conclusion.label())
                        .with("对需说明事项的判断", softMissJudgement)
                        .with("补正期限", correctionWorkingDays == null ? null : correctionWorkingDays + "个工作日")
                        .withDocument(documentNumber, documentDate)
                        .bearing(
                                conclusion == Conclusion.RETURN
                                        ? remedies.of(
                                                DecisionKind.CORRECTION,
                                                casework.get(caseNumber).cityGroup())
                                        : null),
                by);
        if (conclusion != Conclusion.RETURN) {
            renewals.enter(caseNumber, RenewalState.WITH_REGION);
            casework.stand(caseNumber, RenewalState.WITH_REGION.label());
            CaseRecord record = casework.get(caseNumber);
            tell(record, StaffGroup.OFFICERS, "forwarded", "已转报自治区，市级意见：" + conclusion.label() + "，请复核（第十四条）。");
            tell(record, record.applicantGroup(), "forwarded", "已转报自治区，由自治区统一组织复核（第十四条）。");
        }
    }

    private void refuseIfAhead(String document, LocalDate date) {
        if (date.isAfter(today())) {
            throw new Refusal(document + "的日期（" + date + "）晚于今天（" + today() + "），请核对");
        }
    }

    private void tell(CaseRecord record, String group, String key, String what) {
        notifications.tell(
                group,
                record.caseNumber(),
                key,
                "“" + record.clusterName() + "”复核案（" + record.caseNumber() + "）" + what);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
