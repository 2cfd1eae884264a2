package org.smecluster.publicnotice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.evidence.Letter;
import org.smecluster.evidence.LetterFiles;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer looks whether an objection that came online says who objects and why: then it is entered, as one that came by letter
 * is; else its sender is told why not. Until then its cluster waits. For the autonomous region's staff only.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class Admissions {

    private static final int LONGEST_REASON = 2000;

    private final OnlineObjections online;
    private final NoticeService notices;
    private final LetterFiles letters;
    private final Casework casework;
    private final Clock clock;

    Admissions(OnlineObjections online, NoticeService notices, LetterFiles letters, Casework casework, Clock clock) {
        this.online = online;
        this.notices = notices;
        this.letters = letters;
        this.casework = casework;
        this.clock = clock;
    }

    /** Of those states, what waits the longest first; of those that are decided the last first. */
    @Transactional(readOnly = true)
    public List<OnlineObjection> in(Collection<AdmissionState> states, int from, int most) {
        return online.in(states, from, most);
    }

    @Transactional(readOnly = true)
    public int count(Collection<AdmissionState> states) {
        return online.count(states);
    }

    @Transactional(readOnly = true)
    public Optional<OnlineObjection> find(String receiptNumber) {
        return online.find(receiptNumber);
    }

    /** Receipt numbers of what came online, by the id of what it was entered as. */
    @Transactional(readOnly = true)
    public Map<Long, String> receipts(long noticeId) {
        return online.receipts(noticeId);
    }

    /** What came with it. */
    @Transactional(readOnly = true)
    public List<Letter> files(OnlineObjection objection) {
        return letters.find(online.files(objection.id()));
    }

    /**
     * Enters it as received on the day on which it came.
     *
     * @param identified whether the officer found who objects, and whom to ask
     * @param grounded whether the officer found facts and reasons
     * @return id of the objection
     * @throws Refusal where either is not so, or nothing can be entered any more
     */
    public long admit(String receiptNumber, boolean identified, boolean grounded, Account by) {
        OnlineObjection objection = waiting(receiptNumber, by);
        if (!identified || !grounded) {
            throw new Refusal("请核对署名、联系方式和事实理由，两项都勾选才能登记；不齐全的，写明原因，不予登记");
        }
        long id = notices.registerObjection(
                objection.noticeId(),
                new ObjectionEntry(
                        objection.caseNumber(),
                        objection.objectorName(),
                        objection.contact(),
                        objection.grounds(),
                        objection.receivedOn(),
                        objection.receiptNumber(),
                        null),
                by);
        decide(objection, AdmissionState.ADMITTED, null, id, by);
        return id;
    }

    /** @param reason as its sender is told */
    public void refuse(String receiptNumber, String reason, Account by) {
        decideAgainst(receiptNumber, AdmissionState.NOT_ADMITTED, "在线异议未予登记", reason, by);
    }

    /**
     * It says not who objects: kept as a lead, which is no objection.
     *
     * @param reason as its sender is told
     */
    public void takeAsLead(String receiptNumber, String reason, Account by) {
        decideAgainst(receiptNumber, AdmissionState.LEAD, "在线异议转为线索", reason, by);
    }

    private void decideAgainst(String receiptNumber, AdmissionState state, String title, String reason, Account by) {
        OnlineObjection objection = waiting(receiptNumber, by);
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty()) {
            throw new Refusal("请写明原因，提出人凭受理号和查询码可以看到");
        }
        if (said.length() > LONGEST_REASON) {
            throw new Refusal("原因最多" + LONGEST_REASON + "个字，现为" + said.length() + "个字，请删减");
        }
        casework.add(
                objection.caseNumber(),
                CaseEntry.of(EntryKind.STEP, "onlineObjection-" + objection.id(), title, said)
                        .under(Article.of(12, 3))
                        .with("收到日期", objection.receivedOn())
                        .with("受理号", objection.spokenNumber())
                        .ofRegion(),
                by);
        decide(objection, state, said, null, by);
    }

    private OnlineObjection waiting(String receiptNumber, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("在线提出的异议由自治区经办人员登记");
        }
        OnlineObjection objection = online.lock(receiptNumber).orElseThrow(() -> new Refusal("没有这个受理号，请核对"));
        if (objection.state() != AdmissionState.RECEIVED) {
            throw new Overtaken("这件异议已经" + objection.state().label()
                    + (objection.decidedByName() == null ? "" : "（" + objection.decidedByName() + "）") + "，请查看最新情况");
        }
        return objection;
    }

    private void decide(OnlineObjection objection, AdmissionState state, String reason, Long objectionId, Account by) {
        online.decided(objection.id(), state, reason, objectionId, by.userId(), by.displayName(), clock.instant());
        notices.admissionDecided(objection.noticeId());
    }
}
