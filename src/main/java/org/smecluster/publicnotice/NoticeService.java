package org.smecluster.publicnotice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineMoved;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
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
    private final Clock clock;

    NoticeService(
            Notices notices,
            PublicLists lists,
            WorkCalendar calendar,
            RunningNotice running,
            Casework casework,
            Clock clock) {
        this.notices = notices;
        this.lists = lists;
        this.calendar = calendar;
        this.running = running;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * Publishes the list that was drafted for the subject in {@link PublicLists}, today. A list published before stays
     * as it was.
     *
     * @param publicityDays working days, at least 1
     * @param processInstanceId of the procedure that watches over the period
     */
    public Notice publish(String subject, int publicityDays, String processInstanceId) {
        Optional<Notice> published = notices.ofSubject(subject);
        if (published.isPresent()) {
            return published.get();
        }
        PublicList list = lists.find(subject)
                .filter(found -> !found.items().isEmpty())
                .orElseThrow(() -> new IllegalStateException("no list was drafted for " + subject));
        LocalDate today = LocalDate.now(clock);
        String json = NoticeSnapshot.of(list, today, publicityDays).json();
        Notice notice = new Notice(
                0,
                subject,
                list.title(),
                today,
                publicityDays,
                calendar.periods().publicity(today, publicityDays).lastDay(),
                false,
                json,
                NoticeSnapshot.sha256(json),
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
     */
    public boolean endPeriod(long noticeId) {
        notices.lock(noticeId);
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
        LocalDate today = LocalDate.now(clock);
        if (notice.periodEnded() || today.isAfter(notice.endsOn())) {
            throw new Refusal("公示期已于" + notice.endsOn() + " 24:00届满，不能再登记异议；期满后的反映请按信访或撤销认定的有关程序处理");
        }
        if (entry.receivedOn().isBefore(notice.publishedOn())) {
            throw new Refusal("收到日期" + entry.receivedOn() + "早于公示发布日期" + notice.publishedOn() + "，请核对后重新填写");
        }
        if (entry.receivedOn().isAfter(today)) {
            throw new Refusal("收到日期" + entry.receivedOn() + "晚于今天，请核对后重新填写");
        }
        long objectionId = notices.insertObjection(noticeId, entry, by.userId());
        casework.add(
                item.caseNumber(),
                step("objection-" + objectionId, "收到异议", entry.grounds())
                        .with("收到日期", entry.receivedOn())
                        .deliberated(),
                by);
        running.objectionReceived(notice.subject(), objectionId, item.clusterName());
        return objectionId;
    }

    public void recordFacts(long objectionId, String facts, Account by) {
        notices.verified(objectionId, facts, by.userId());
        casework.add(
                objection(objectionId).caseNumber(),
                step("objectionFacts-" + objectionId, "异议核实情况", facts).deliberated(),
                by);
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
        for (NoticeItem item : notice.items()) {
            List<Objection> against = objections.stream()
                    .filter(objection -> objection.caseNumber().equals(item.caseNumber()))
                    .toList();
            PublicityOutcome outcome = outcome(against);
            if (item.outcome() == PublicityOutcome.PENDING && outcome != PublicityOutcome.PENDING) {
                notices.outcome(noticeId, item.caseNumber(), outcome);
                lists.conclude(notice.subject(), item.caseNumber(), outcome, reason(against));
            }
        }
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
