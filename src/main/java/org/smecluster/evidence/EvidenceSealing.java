package org.smecluster.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notifications;
import org.smecluster.law.GivenReason;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer asks to have a file sealed, a leader, who is another person, seals it: from then on nobody opens its content,
 * in whatever case it lies and under whatever name, and the name is withheld. The digest stays, and so do the bytes.
 */
@Service
@Transactional
public class EvidenceSealing {

    private static final String STEP = "封存文件";
    private static final int LONGEST_REASON = 1000;
    private static final int SHOWN_DIGITS = 16;

    private final EvidenceSeals seals;
    private final EvidenceFiles files;
    private final Casework casework;
    private final Notifications notifications;
    private final Clock clock;

    EvidenceSealing(
            EvidenceSeals seals, EvidenceFiles files, Casework casework, Notifications notifications, Clock clock) {
        this.seals = seals;
        this.files = files;
        this.casework = casework;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Why, by whom: for the autonomous region alone. */
    @Transactional(readOnly = true)
    public List<EvidenceSeal> ofCase(String caseNumber, Reading reading) {
        return reading.ofRegion() ? seals.ofCase(caseNumber) : List.of();
    }

    /** @throws Refusal for others than officers, without a reason, and where it is asked for already */
    public void propose(EvidenceFile file, String reason, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("只有自治区经办人员可以提请封存文件");
        }
        String said = GivenReason.of(reason, "封存的原因", LONGEST_REASON);
        long id = seals.insert(files.contentOf(file.id()), file, said, by, clock.instant())
                .orElseThrow(() -> new Refusal("这个文件已提请封存或已封存，请刷新页面"));
        casework.step(file.caseNumber(), "seal-" + id, STEP, "提请封存佐证材料中的一个文件（" + digest(file) + "）", by);
        notifications.tell(
                StaffGroup.LEADERS,
                file.caseNumber(),
                "seal-" + id,
                "案件" + file.caseNumber() + "的佐证材料中有一个文件提请封存，请在“案件资料—佐证材料”审定。");
    }

    /** @throws Refusal for others than leaders, and for whoever asked for it */
    public void confirm(EvidenceFile file, Account by) {
        EvidenceSeal seal = asked(file, by);
        if (seal.proposedBy().equals(by.userId())) {
            throw new Refusal("提请封存和审定封存须由两个人办理");
        }
        seals.confirm(seal.id(), by, clock.instant());
        casework.step(
                file.caseNumber(),
                "sealed-" + seal.id(),
                STEP,
                "封存佐证材料中的一个文件（" + digest(file) + "），此后任何人都不能打开，名称不再显示",
                by);
    }

    /** The file stays as it is. @throws Refusal for others than leaders */
    public void decline(EvidenceFile file, Account by) {
        EvidenceSeal seal = asked(file, by);
        seals.decline(seal.id(), by, clock.instant());
        casework.step(file.caseNumber(), "unsealed-" + seal.id(), STEP, "不同意封存佐证材料中的一个文件（" + digest(file) + "）", by);
    }

    private EvidenceSeal asked(EvidenceFile file, Account by) {
        if (!by.groups().contains(StaffGroup.LEADERS)) {
            throw new Refusal("只有自治区审定人员可以审定封存");
        }
        return Optional.of(files.contentOf(file.id()))
                .flatMap(content -> seals.lock(content.id()))
                .filter(seal -> seal.confirmedAt() == null)
                .orElseThrow(() -> new Refusal("这个文件没有待审定的封存，请刷新页面"));
    }

    private static String digest(EvidenceFile file) {
        return "SHA-256 " + file.sha256().substring(0, SHOWN_DIGITS) + "…";
    }
}
