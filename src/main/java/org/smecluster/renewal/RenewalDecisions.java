package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Misses;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the autonomous region does with a review: assess, conclude, publish, decide, extend; {@link RenewalEndings} ends it otherwise. */
@Service
@Transactional
@LegalBasis(article = 14)
public class RenewalDecisions {

    private static final String CONCLUSION = "conclusion";
    static final String DECISION = "decision";

    private final ClusterRegistry registry;
    private final Renewals renewals;
    private final Casework casework;
    private final Filing filing;
    private final CaseAssessment assessment;
    private final RevocationCauses causes;
    private final RenewalNotice notice;
    private final Remedies remedies;
    private final Clock clock;

    RenewalDecisions(
            ClusterRegistry registry,
            Renewals renewals,
            Casework casework,
            Filing filing,
            CaseAssessment assessment,
            RevocationCauses causes,
            RenewalNotice notice,
            Remedies remedies,
            Clock clock) {
        this.registry = registry;
        this.renewals = renewals;
        this.casework = casework;
        this.filing = filing;
        this.assessment = assessment;
        this.causes = causes;
        this.notice = notice;
        this.remedies = remedies;
        this.clock = clock;
    }

    /** Assesses the frozen version with the tables as they stand; a repeated call changes nothing. */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11)
    public void assess(String caseNumber) {
        Renewal renewal = renewals.lock(caseNumber);
        if (latest(filing.latest(caseNumber)).number() == 0) {
            assessOnceMore(renewal);
        }
    }

    /** A reviewer entered an incident: one more assessment beside the first, once the region has made it. */
    void assessAgain(Renewal renewal) {
        if (latest(filing.latest(renewal.caseNumber())).number() > 0) {
            assessOnceMore(renewal);
        }
    }

    private void assessOnceMore(Renewal renewal) {
        SubmissionVersion version = filing.latest(renewal.caseNumber());
        Stage stage = latest(version).next();
        assessment.assess(version, renewal.submittedOn(), stage);
        casework.add(
                renewal.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, stage.key(), "复核评估", "系统按固定版本复核评估（第十条、第十一条）")
                        .kept(),
                null);
    }

    private Stage latest(SubmissionVersion version) {
        return assessment.latest(version, Stage.Kind.REREVIEW);
    }

    /**
     * The officer's opinion. False declarations found are reported for revocation, which a person decides on.
     *
     * @param conclusion PASS or FAIL
     * @param softMissJudgement on each soft requirement missed; null where none was
     * @param noticeWanted null with FAIL
     * @param falseDeclaration what was declared falsely, and the evidence; null where nothing was
     */
    @LegalBasis(article = 11)
    @LegalBasis(article = 17, item = 2)
    public void conclude(
            String caseNumber,
            Conclusion conclusion,
            String text,
            String softMissJudgement,
            Boolean noticeWanted,
            String falseDeclaration,
            Account by) {
        renewals.inState(caseNumber, RenewalState.WITH_REGION);
        if (conclusion == Conclusion.PASS) {
            if (falseDeclaration != null) {
                throw new Refusal("发现虚假申报的，复核意见不能为“通过”（第十七条(二)）；请改选“不通过”，或者核实后改选“未发现”");
            }
            refuseIfHard(caseNumber);
        }
        Misses.requireJudgement(found(caseNumber), softMissJudgement);
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, CONCLUSION, "复核意见", text)
                        .under(RenewalService.BASIS)
                        .with("意见", conclusion.label())
                        .with("对需说明事项的判断", softMissJudgement)
                        .with("公示", noticeWanted == null ? null : noticeWanted ? "建议先行公示" : "不需要公示")
                        .with("虚假申报", falseDeclaration)
                        .kept(),
                by);
        if (falseDeclaration != null) {
            causes.report(new RevocationCause(
                    "falseDeclaration:" + caseNumber,
                    casework.get(caseNumber).clusterNumber(),
                    RevocationFact.FALSE_APPLICATION_FOUND,
                    "期满复核（" + caseNumber + "）中发现：" + falseDeclaration,
                    caseNumber,
                    today()));
        }
        renewals.enter(caseNumber, RenewalState.TO_DECIDE);
    }

    private void refuseIfHard(String caseNumber) {
        Misses.refuseIfHard(found(caseNumber), Conclusion.PASS.label());
    }

    /** What the register told since the assessment is not in it: nobody passes the cluster before it has been assessed. */
    private void refuseIfUnassessed(String caseNumber) {
        boolean unassessed = false;
        for (CaseEntry entry : casework.entries(caseNumber)) {
            if (entry.isOf(RenewalFiling.NOTICED)) {
                unassessed = true;
            } else if (entry.isOf(Stage.Kind.REREVIEW.name())) {
                unassessed = false;
            }
        }
        if (unassessed) {
            throw new Refusal("复核评估以后，第十条情形有变化，评估没有包括这一变化，不能决定通过或者公示；请选择“退回经办重新提出意见”，重新评估以后再决定（第十条）");
        }
    }

    private Assessment found(String caseNumber) {
        SubmissionVersion version = filing.latest(caseNumber);
        return assessment.get(version, latest(version));
    }

    /** The officer's latest opinion in words, as a leader reads it first. */
    @Transactional(readOnly = true)
    public String conclusionInWords(String caseNumber) {
        CaseEntry entry = last(caseNumber, CONCLUSION).orElseThrow();
        String notice = entry.particulars().get("公示");
        return entry.particulars().get("意见") + (notice == null ? "" : "，" + notice) + "。" + entry.text();
    }

    /** Why the leader sent it back to the officer; empty where that was not the last word. */
    @Transactional(readOnly = true)
    public Optional<String> returnReason(String caseNumber) {
        return last(caseNumber, DECISION)
                .filter(entry -> entry.concludes(RenewalVerdict.RETURN))
                .map(CaseEntry::text);
    }

    /** Before a leader decides, at first and after the public notice. */
    public void toDecide(String caseNumber) {
        renewals.lock(caseNumber);
        renewals.enter(caseNumber, RenewalState.TO_DECIDE);
    }

    /**
     * The leader's decision, or what is to happen before it.
     *
     * @param documentNumber wanted with PASS and FAIL, else null, as its date
     */
    @LegalBasis(article = 12, item = 3)
    public void decide(
            String caseNumber,
            RenewalVerdict verdict,
            String reason,
            String documentNumber,
            LocalDate documentDate,
            Account by) {
        Renewal renewal = renewals.inState(caseNumber, RenewalState.TO_DECIDE);
        if (last(caseNumber, CONCLUSION).isEmpty()) {
            throw new Refusal("本案还没有经办人员的复核意见，不能决定（第十四条）。请先办理复核意见");
        }
        if (verdict == RenewalVerdict.PASS || verdict == RenewalVerdict.NOTICE) {
            refuseIfUnassessed(caseNumber);
            refuseIfHard(caseNumber);
        }
        if (verdict == RenewalVerdict.NOTICE && notice.drafted(caseNumber)) {
            throw new Refusal("本案已经公示过，请作出通过或不通过的决定，或者退回经办（第十二条(三)）");
        }
        if (verdict.decides() && documentDate.isAfter(today())) {
            throw new Refusal("决定日期（" + documentDate + "）晚于今天（" + today() + "），请核对");
        }
        if (verdict.decides()) {
            notice.settle(caseNumber);
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, DECISION, "复核决定", reason)
                        .under(RenewalService.BASIS)
                        .with("决定", verdict.label())
                        .with("公示结果", notice.inWords(caseNumber).orElse(null))
                        .withDocument(documentNumber, documentDate)
                        .concluding(verdict)
                        .bearing(
                                verdict == RenewalVerdict.FAIL
                                        ? remedies.of(
                                                DecisionKind.RENEWAL_FAILED,
                                                casework.get(caseNumber).cityGroup())
                                        : null)
                        .kept(),
                by);
        if (verdict == RenewalVerdict.RETURN) {
            renewals.enter(caseNumber, RenewalState.WITH_REGION);
            assessOnceMore(renewal);
        }
    }

    /**
     * Gives the cluster three years more, counted from the old end; a repeated call changes nothing.
     *
     * @return the extension in words
     * @throws Refusal where the last decision is not that it passed, or the recognition was revoked meanwhile
     */
    public String extend(String caseNumber) {
        Renewal renewal = renewals.lock(caseNumber);
        CaseEntry decision = last(caseNumber, DECISION)
                .filter(entry -> entry.concludes(RenewalVerdict.PASS))
                .orElseThrow(() -> new Refusal("本案没有“" + RenewalVerdict.PASS.label() + "”的复核决定，不能延长有效期（第十四条）"));
        String clusterNumber = casework.get(caseNumber).clusterNumber();
        LocalDate newEnd = registry.extend(clusterNumber, caseNumber, today(), decision.documentNumber());
        if (registry.get(clusterNumber).state() != ClusterState.RECOGNISED) {
            throw new Refusal("集群“" + casework.get(caseNumber).clusterName() + "”的认定已被撤销，不能再延长有效期（第十七条）");
        }
        return "有效期自原届满日（" + renewal.termEndsOn() + "）起延长三年，至" + newEnd + "（" + decision.documentNumber() + "）";
    }

    private Optional<CaseEntry> last(String caseNumber, String sort) {
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.isOf(sort))
                .reduce((earlier, later) -> later);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
