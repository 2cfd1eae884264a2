package org.smecluster.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.calendar.TypedDay;
import org.smecluster.publicnotice.Admissions;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeItem;
import org.smecluster.publicnotice.NoticePlan;
import org.smecluster.publicnotice.NoticeSchedule;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.Objection;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The public notice of a batch or of a case, with the objections to it, for the autonomous region's staff. */
@Component
class NoticeFile {

    /** @param online receipt number of what came on the public page; null of one that came otherwise */
    record ObjectionLine(Objection objection, String clusterName, String entered, String ruling, String online) {}

    /** What came with objections, to choose from. */
    record Letter(long id, String named) {}

    record PlanLine(String at, LocalDate firstDay, LocalDate endsOn) {

        static PlanLine of(NoticePlan plan) {
            return new PlanLine(CaseFileModel.minute(plan.publishesAt()), plan.firstDay(), plan.endsOn());
        }
    }

    /** The objection form as it was sent. */
    record Entry(
            String caseNumber,
            String objectorName,
            String contact,
            String grounds,
            String receivedOn,
            String receiptNumber,
            Long scanFile) {

        ObjectionEntry objection() {
            return new ObjectionEntry(
                    text(caseNumber),
                    text(objectorName),
                    text(contact),
                    text(grounds),
                    TypedDay.read("收到日期", receivedOn),
                    text(receiptNumber),
                    scanFile);
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }
    }

    private final NoticeService notices;
    private final NoticeSchedule schedule;
    private final Admissions admissions;
    private final CurrentUser user;

    NoticeFile(NoticeService notices, NoticeSchedule schedule, Admissions admissions, CurrentUser user) {
        this.notices = notices;
        this.schedule = schedule;
        this.admissions = admissions;
        this.user = user;
    }

    /** Of the case or batch; empty where none was published. */
    Optional<Notice> of(String subject) {
        return notices.ofSubject(subject);
    }

    /**
     * Fills the model of {@code batch/notice}.
     *
     * @param objectAt where its form is sent to
     * @throws NotVisible for others than the autonomous region's staff
     */
    void fill(Model model, String subject, String objectAt) {
        if (!user.is(Role.PROVINCE_OFFICER) && !user.is(Role.PROVINCE_LEADER)) {
            throw new NotVisible();
        }
        Optional<Notice> published = notices.ofSubject(subject);
        model.addAttribute("notice", published.orElse(null));
        model.addAttribute("objectAt", objectAt);
        if (published.isEmpty()) {
            model.addAttribute("plan", schedule.of(subject).map(PlanLine::of).orElse(null));
            return;
        }
        Notice notice = published.get();
        Map<Long, String> receipts = admissions.receipts(notice.id());
        Map<String, NoticeItem> items =
                notice.items().stream().collect(Collectors.toMap(NoticeItem::caseNumber, Function.identity()));
        model.addAttribute("daysLeft", notices.workingDaysLeft(notice));
        model.addAttribute(
                "objections",
                notices.objections(notice.id()).stream()
                        .map(each -> new ObjectionLine(
                                each,
                                items.get(each.caseNumber()).clusterName(),
                                CaseFileModel.minute(each.enteredAt()),
                                each.ruling() == null
                                        ? "尚未裁定"
                                        : each.ruling().outcome().label(),
                                receipts.get(each.id())))
                        .toList());
        List<NoticeItem> open = notices.openItems(notice);
        model.addAttribute("mayObject", user.is(Role.PROVINCE_OFFICER) && !open.isEmpty());
        model.addAttribute("openItems", open);
        model.addAttribute("late", notice.state() != NoticeState.OPEN);
        model.addAttribute(
                "letters",
                open.stream()
                        .flatMap(item -> notices.letters(item.caseNumber()).stream()
                                .map(file -> new Letter(file.id(), item.clusterName() + "：" + file.name())))
                        .toList());
    }

    /** @throws NotVisible for others than officers, and where nothing was published */
    void register(String subject, Entry entry) {
        if (!user.is(Role.PROVINCE_OFFICER)) {
            throw new NotVisible();
        }
        Notice notice = notices.ofSubject(subject).orElseThrow(NotVisible::new);
        notices.registerObjection(notice.id(), entry.objection(), user.account().orElseThrow(NotVisible::new));
    }
}
