package org.smecluster.publicnotice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineMoved;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.Occasion;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.security.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes lists, takes objections to them, and says what publicity came to for each cluster. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class NoticeService {

    private final Notices notices;
    private final PublicLists lists;
    private final WorkCalendar calendar;
    private final RunningNotice running;
    private final Casework casework;
    private final EvidenceService evidence;
    private final Notifications notifications;
    private final OnlineObjections online;
    private final Clock clock;

    NoticeService(
            Notices notices,
            PublicLists lists,
            WorkCalendar calendar,
            RunningNotice running,
            Casework casework,
            EvidenceService evidence,
            Notifications notifications,
            OnlineObjections online,
            Clock clock) {
        this.notices = notices;
        this.lists = lists;
        this.calendar = calendar;
        this.running = running;
        this.casework = casework;
        this.evidence = evidence;
        this.notifications = notifications;
        this.online = online;
        this.clock = clock;
    }

    /**
     * Publishes the list that was drafted for the subject in {@link PublicLists}, now. A list published before stays as
     * it was.
     *
     * @param publicityDays working days, at least 1
     * @param countsBefore as in {@link NoticeSchedule#plan}; null where it does not count in any case
     * @param processInstanceId of the procedure that watches over the period
     */
    public Notice publish(String subject, int publicityDays, LocalTime countsBefore, String processInstanceId) {
        Optional<Notice> published = notices.ofSubject(subject);
        if (published.isPresent()) {
            return published.get();
        }
        PublicList list = lists.find(subject)
                .filter(found -> !found.items().isEmpty())
                .orElseThrow(() -> new IllegalStateException("no list was drafted for " + subject));
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        NoticePeriod period = NoticePeriod.of(
                now, publicityDays, list.terms().dayCounts() ? countsBefore : null, calendar.workingDays());
        NoticeContact contact = notices.contactOf(subject).orElse(null);
        String json = NoticeSnapshot.of(list, today, publicityDays, period.firstDay(), period.endsOn(), contact)
                .json();
        Notice notice = new Notice(
                0,
                subject,
                list.title(),
                today,
                publicityDays,
                period.firstDay(),
                period.endsOn(),
                false,
                json,
                NoticeSnapshot.sha256(json),
                contact,
                list.items().stream().map(NoticeService::item).toList());
        return get(notices.insert(notice, processInstanceId));
    }

    private static NoticeItem item(PublicListItem item) {
        return new NoticeItem(
                item.caseNumber(),
                item.clusterName(),
                item.leadingIndustry(),
                item.applicant(),
                item.county(),
                item.city(),
                PublicityOutcome.PENDING);
    }

    /** A change of the calendar moves the last day on the page with the timer. */
    @EventListener
    public void follow(DeadlineMoved moved) {
        if (moved.variableName() != null) {
            notices.moveEnd(moved.processInstanceId(), Deadline.lastDayBefore(moved.newDueAt()));
        }
    }

    /**
     * Ends the period: clusters without an open objection have their outcome now.
     *
     * @return whether any of them is cleared; false where the period had been ended before, so that it is told once
     * @throws Refusal before the last day is over, whatever the procedure that watches over it waited for
     */
    public boolean endPeriod(long noticeId) {
        notices.lock(noticeId);
        Notice notice = get(noticeId);
        if (!notice.periodEnded() && !LocalDate.now(clock).isAfter(notice.endsOn())) {
            throw new Refusal("“" + notice.title() + "”的公示期至" + notice.endsOn() + " 24:00届满，届满以前不能结束公示（第十二条(三)）");
        }
        lists.lock(notice.subject());
        boolean now = notices.endPeriod(noticeId);
        settle(noticeId);
        return now
                && get(noticeId).items().stream()
                        .anyMatch(item -> item.outcome().clears());
    }

    /**
     * Enters an objection and has it verified.
     *
     * @param by who enters it
     * @return id of the objection
     * @throws Refusal where something is missing, or the objection does not fall into the period
     */
    public long registerObjection(long noticeId, ObjectionEntry entry, Account by) {
        entry.check();
        notices.lock(noticeId);
        Notice notice = get(noticeId);
        NoticeItem item = notice.items().stream()
                .filter(candidate -> candidate.caseNumber().equals(entry.caseNumber()))
                .findFirst()
                .orElseThrow(() -> new Refusal("本次公示的名单中没有案号" + entry.caseNumber() + "，请从名单中选择异议所针对的集群"));
        refuseIfSettled(notice.subject(), item);
        refuseIfOutside(notice, entry.receivedOn());
        boolean late = notice.periodEnded() || LocalDate.now(clock).isAfter(notice.endsOn());
        if (late && !entry.proved()) {
            throw new Refusal("公示期已于" + notice.endsOn() + " 24:00届满，补登记公示期内收到的异议，请填写收文编号或者选择收件扫描件（第十二条(三)）");
        }
        requireScan(entry);
        if (entry.scanFile() != null) {
            evidence.handInObjection(entry.caseNumber());
        }
        long objectionId = notices.insertObjection(noticeId, entry, by.userId());
        casework.add(
                item.caseNumber(),
                step("objection-" + objectionId, "收到异议", entry.grounds())
                        .with("收到日期", entry.receivedOn())
                        .with("收文编号", entry.receiptNumber())
                        .with("登记", late ? "公示期满后补登记" : null)
                        .ofRegion(),
                by);
        if (late) {
            reopen(notice, item);
        }
        running.objectionReceived(notice.subject(), objectionId, item.clusterName(), notice.periodEnded());
        return objectionId;
    }

    /** Waits for whoever publishes the list, and keeps it from being published until this is entered. */
    private void refuseIfSettled(String subject, NoticeItem item) {
        lists.lock(subject);
        if (!open(subject).contains(item.caseNumber())) {
            throw new Refusal(
                    "“" + item.clusterName() + "”的公示结果已经公布或者已据以作出决定，不能再在公示中登记异议；已认定的集群，请发起“公布后异议”另案办理（第十二条(三)）");
        }
        if (item.outcome() == PublicityOutcome.UPHELD) {
            throw new Refusal("对“" + item.clusterName() + "”的异议已经裁定成立，无须再登记");
        }
    }

    private Set<String> open(String subject) {
        return lists.find(subject).stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> !item.settled())
                .map(PublicListItem::caseNumber)
                .collect(Collectors.toSet());
    }

    /** Those of the notice to which an objection received within its period may still be entered. */
    @Transactional(readOnly = true)
    public List<NoticeItem> openItems(Notice notice) {
        Set<String> open = open(notice.subject());
        return notice.items().stream()
                .filter(item -> open.contains(item.caseNumber()) && item.outcome() != PublicityOutcome.UPHELD)
                .toList();
    }

    private void refuseIfOutside(Notice notice, LocalDate receivedOn) {
        LocalDate today = LocalDate.now(clock);
        if (receivedOn.isAfter(today)) {
            throw new Refusal("收到日期" + receivedOn + "晚于今天，请核对后重新填写");
        }
        if (receivedOn.isBefore(notice.publishedOn())) {
            throw new Refusal("收到日期" + receivedOn + "早于公示发布日期" + notice.publishedOn() + "，请核对后重新填写");
        }
        if (receivedOn.isAfter(notice.endsOn())) {
            throw new Refusal("收到日期" + receivedOn + "不在公示期内：公示" + notice.publishedOn() + "发布，已于" + notice.endsOn()
                    + " 24:00届满。异议以收到之日为准，这一件不能在公示中登记；集群认定公布以后，可以发起“公布后异议”另案办理（第十二条(三)）");
        }
    }

    private void requireScan(ObjectionEntry entry) {
        if (entry.scanFile() != null
                && letters(entry.caseNumber()).stream().noneMatch(file -> file.id() == entry.scanFile())) {
            throw new Refusal("所选的收件扫描件不在案件" + entry.caseNumber() + "的异议材料中，请重新选择；扫描件先在该案件的“佐证材料”中上传");
        }
    }

    /** What came with objections to the case, for the autonomous region's staff only. */
    @Transactional(readOnly = true)
    public List<EvidenceFile> letters(String caseNumber) {
        return evidence.files(caseNumber, new Reading(LifeReader.REGION, false, false)).stream()
                .filter(file -> file.occasion() == Occasion.OBJECTION && file.current())
                .toList();
    }

    private void reopen(Notice notice, NoticeItem item) {
        if (item.outcome() != PublicityOutcome.PENDING) {
            notices.outcome(notice.id(), item.caseNumber(), PublicityOutcome.PENDING);
            lists.conclude(notice.subject(), item.caseNumber(), PublicityOutcome.PENDING, null);
        }
    }

    /** Tells officers and leaders what waits for a ruling; repeated, it tells nothing more. */
    public void tellReopened(String subject) {
        Notice notice = notices.ofSubject(subject).orElseThrow();
        List<Objection> open = notices.objections(notice.id()).stream()
                .filter(objection -> objection.ruling() == null)
                .toList();
        for (Objection objection : open) {
            notifications.tell(
                    List.of(StaffGroup.OFFICERS, StaffGroup.LEADERS),
                    objection.caseNumber(),
                    "reopened-" + objection.id(),
                    "“" + notice.title() + "”：补登记了公示期内收到的对" + objection.caseNumber() + "的异议，公示结果重开，裁定以前不能公布（第十二条(三)）。");
        }
    }

    /**
     * @param told what the unit and its city are told, in the officer's words
     */
    public void recordFacts(long objectionId, String facts, String told, Account by) {
        notices.verified(objectionId, facts, told, by.userId());
        CaseRecord record = casework.get(objection(objectionId).caseNumber());
        casework.add(
                record.caseNumber(),
                step("objectionFacts-" + objectionId, "异议核实情况", facts).ofRegion(),
                by);
        casework.add(
                record.caseNumber(),
                CaseEntry.of(EntryKind.NOTICE, "objectionTold-" + objectionId, "异议情况告知", told)
                        .under(Article.of(12, 3)),
                by);
        notifications.tell(
                record.parties(),
                record.caseNumber(),
                "objectionTold-" + objectionId,
                "“" + record.clusterName() + "”在公示中收到异议：" + told);
    }

    /** The cluster's record tells it from the objection itself. */
    private static CaseEntry step(String key, String title, String text) {
        return CaseEntry.of(EntryKind.STEP, key, title, text).under(Article.of(12, 3));
    }

    /** Rules on an objection; the cluster has its outcome once all objections to it are ruled on and the period is over. */
    public void rule(long objectionId, Ruling ruling, String reason, Account by) {
        Objection objection = objection(objectionId);
        long noticeId = objection.noticeId();
        notices.lock(noticeId);
        lists.lock(get(noticeId).subject());
        notices.ruled(objectionId, ruling, reason, by.userId());
        casework.add(
                objection.caseNumber(),
                step("objectionRuling-" + objectionId, "异议裁定", reason)
                        .with("结论", ruling.outcome().label()),
                by);
        settle(noticeId);
    }

    private void settle(long noticeId) {
        Notice notice = get(noticeId);
        if (!notice.periodEnded()) {
            return;
        }
        List<Objection> objections = notices.objections(noticeId);
        List<String> waiting = online.waitingCases(noticeId);
        for (NoticeItem item : notice.items()) {
            List<Objection> against = objections.stream()
                    .filter(objection -> objection.caseNumber().equals(item.caseNumber()))
                    .toList();
            PublicityOutcome outcome =
                    waiting.contains(item.caseNumber()) ? PublicityOutcome.PENDING : outcome(against);
            if (item.outcome() == PublicityOutcome.PENDING && outcome != PublicityOutcome.PENDING) {
                notices.outcome(noticeId, item.caseNumber(), outcome);
                lists.conclude(notice.subject(), item.caseNumber(), outcome, reason(against));
            }
        }
    }

    /**
     * What came online and waited to be entered has been decided: clusters that nothing stands against any more have their outcome,
     * once the period is over, and the procedure that waited goes on.
     */
    void admissionDecided(long noticeId) {
        notices.lock(noticeId);
        Notice notice = get(noticeId);
        lists.lock(notice.subject());
        settle(noticeId);
        if (notice.periodEnded() && !admissionsPending(noticeId)) {
            running.admissionsDecided(notice.subject());
        }
    }

    /** Whether something that came online within the period is still to be entered, or not to be. */
    @Transactional(readOnly = true)
    public boolean admissionsPending(long noticeId) {
        return !online.waitingCases(noticeId).isEmpty();
    }

    /** Of a cluster whose period is over. */
    private static PublicityOutcome outcome(List<Objection> against) {
        if (against.stream().anyMatch(objection -> objection.ruling() == null)) {
            return PublicityOutcome.PENDING;
        }
        return against.stream()
                .map(objection -> objection.ruling().outcome())
                .max(Comparator.naturalOrder())
                .orElse(PublicityOutcome.NO_OBJECTION);
    }

    /** Why the gravest ruling was given; null without an objection. */
    private static String reason(List<Objection> against) {
        return against.stream()
                .max(Comparator.comparing(objection -> objection.ruling().outcome()))
                .map(Objection::rulingReason)
                .orElse(null);
    }

    /** Every notice, newest first. */
    @Transactional(readOnly = true)
    public List<Notice> all() {
        return notices.all();
    }

    @Transactional(readOnly = true)
    public Optional<Notice> find(long id) {
        return notices.find(id);
    }

    /** Those on whose list one of the cases stands. */
    @Transactional(readOnly = true)
    public List<Notice> ofCases(Collection<String> caseNumbers) {
        return notices.ofCases(caseNumbers);
    }

    /** The notice of a case's or batch's list. */
    @Transactional(readOnly = true)
    public Optional<Notice> ofSubject(String subject) {
        return notices.ofSubject(subject);
    }

    /** Working days left, today not counted; 0 on the last day and after the period. */
    @Transactional(readOnly = true)
    public int workingDaysLeft(Notice notice) {
        LocalDate today = LocalDate.now(clock);
        return notice.periodEnded() || today.isAfter(notice.endsOn())
                ? 0
                : calendar.workingDays().between(today, notice.endsOn());
    }

    /** For the autonomous region's staff only. */
    @Transactional(readOnly = true)
    public List<Objection> objections(long noticeId) {
        return notices.objections(noticeId);
    }

    /**
     * For the autonomous region's staff only.
     *
     * @throws IllegalArgumentException where there is none
     */
    @Transactional(readOnly = true)
    public Objection objection(long id) {
        return notices.objection(id).orElseThrow(() -> new IllegalArgumentException("no objection has the id " + id));
    }

    private Notice get(long id) {
        return notices.find(id).orElseThrow(() -> new IllegalArgumentException("no notice has the id " + id));
    }
}
