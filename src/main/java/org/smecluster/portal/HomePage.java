package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.document.Audience;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.document.Notifications.Count;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.portal.HomeDesk.TaskLine;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk: what waits for the person, what can be begun, what waits for others, what was told. */
@Controller
class HomePage {

    private static final Set<Role> STAFF = EnumSet.of(
            Role.APPLICANT, Role.CITY, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.EXPERT, Role.ADMINISTRATOR);
    private static final int NOTIFICATIONS_SHOWN = 6;
    private static final int NOTIFICATIONS_PER_PAGE = 50;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);

    private static final List<Column> TASK_COLUMNS = List.of(
            new Column("任务", 24),
            new Column("类别", 16),
            new Column("集群", 36),
            new Column("案号", 20),
            new Column("期限", 14),
            new Column("还剩", 14),
            new Column("谁在办", 18));

    /** @param path of the page it is about; null where the person has none */
    record Told(long id, String caseNumber, String path, String at, String text, boolean read) {}

    private final CurrentUser currentUser;
    private final HomeDesk desk;
    private final StartLines starts;
    private final Notifications notifications;
    private final Addresses addresses;
    private final CaseAccess access;
    private final Turns turns;
    private final ListExport export;
    private final Clock clock;

    HomePage(
            CurrentUser currentUser,
            HomeDesk desk,
            StartLines starts,
            Notifications notifications,
            Addresses addresses,
            CaseAccess access,
            Turns turns,
            ListExport export,
            Clock clock) {
        this.export = export;
        this.currentUser = currentUser;
        this.desk = desk;
        this.starts = starts;
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.turns = turns;
        this.clock = clock;
    }

    /** @param show which of the tasks, by the key of {@link HomeDesk.Show} */
    @GetMapping("/")
    String home(@RequestParam(required = false) String show, Model model) {
        Account person = currentUser.account().orElseThrow(NotVisible::new);
        boolean staff = STAFF.stream().anyMatch(currentUser::is);
        HomeDesk.Show shown = HomeDesk.Show.of(show);
        model.addAttribute("office", office(person));
        model.addAttribute("today", TODAY.format(LocalDate.now(clock)));
        model.addAttribute("policyOwner", currentUser.is(Role.POLICY_OWNER));
        model.addAttribute("administrator", currentUser.is(Role.ADMINISTRATOR));
        model.addAttribute("nobody", person.groups().isEmpty());
        model.addAttribute("staff", staff);
        model.addAttribute("show", shown);
        if (staff) {
            model.addAttribute("desk", desk.of(person, shown));
        }
        if (isTold()) {
            fill(model, 1, NOTIFICATIONS_SHOWN);
        }
        model.addAttribute("hasCases", currentUser.isStaff());
        model.addAttribute("counted", currentUser.isStaff() && !currentUser.is(Role.APPLICANT));
        if (currentUser.isStaff()) {
            model.addAttribute("starts", starts.all());
            model.addAttribute("waiting", desk.forOthers(access.query(null, null, true, ""), person));
        }
        return "home";
    }

    /** The tasks that the home page lists, as a workbook. */
    @GetMapping("/tasks/export")
    void export(@RequestParam(required = false) String show, HttpServletResponse response) throws IOException {
        if (STAFF.stream().noneMatch(currentUser::is)) {
            throw new AccessDeniedException("no tasks for this role");
        }
        List<TaskLine> listed = desk.lines(currentUser.account().orElseThrow(NotVisible::new), HomeDesk.Show.of(show));
        export.send(
                "待办",
                listed.size(),
                TASK_COLUMNS,
                listed.stream().map(HomePage::cells).toList(),
                response);
    }

    private static List<Object> cells(TaskLine line) {
        return Arrays.asList(
                line.name(),
                line.kind(),
                line.clusterName(),
                line.number(),
                line.due() == null ? "未设期限" : line.due().date(),
                line.due() == null ? "" : line.due().words(),
                line.whose());
    }

    /** The unit or office, by its name; the person's own where there is none. */
    private String office(Account person) {
        String offices = person.groups().stream()
                .filter(group -> Role.of(group).isPresent())
                .map(group -> switch (Role.of(group).orElseThrow()) {
                    case POLICY_OWNER -> "政策负责人";
                    case ADMINISTRATOR -> "系统管理员";
                    default -> turns.office(group);
                })
                .distinct()
                .collect(Collectors.joining("、"));
        return offices.isEmpty() ? person.displayName() : offices;
    }

    /** All that the person's groups were told. */
    @GetMapping("/notifications")
    String told(@RequestParam(defaultValue = "1") int page, Model model) {
        if (!isTold()) {
            throw new AccessDeniedException("nobody tells this role anything");
        }
        fill(model, page, NOTIFICATIONS_PER_PAGE);
        return "notifications";
    }

    /** Who works on tasks, and policy owners, who are told of drafts. */
    private boolean isTold() {
        return currentUser.is(Role.POLICY_OWNER) || STAFF.stream().anyMatch(currentUser::is);
    }

    private void fill(Model model, int wanted, int size) {
        Count count = notifications.count(audience(), currentUser.userId());
        int number = Page.nearest(wanted, size, count.told());
        List<Told> told = told(notifications.forGroups(audience(), currentUser.userId(), (number - 1) * size, size));
        model.addAttribute("unread", count.unread());
        model.addAttribute("notifications", new Page<>(told, number, size, count.told()));
    }

    /** @param page of the list on which it was marked; null: on the home page */
    @PostMapping("/notifications/{id}/read")
    String read(@PathVariable long id, @RequestParam(required = false) Integer page) {
        notifications.markRead(id, audience(), currentUser.userId());
        return backTo(page);
    }

    @PostMapping("/notifications/read")
    String readAll(@RequestParam(required = false) Integer page) {
        notifications.markAllRead(audience(), currentUser.userId());
        return backTo(page);
    }

    private List<String> audience() {
        return Audience.of(currentUser.userId(), currentUser.groups());
    }

    private static String backTo(Integer page) {
        return page == null ? "redirect:/" : "redirect:/notifications?page=" + page;
    }

    private List<Told> told(List<Notification> notices) {
        Map<String, String> pages = addresses.readable(
                notices.stream().map(Notification::caseNumber).distinct().toList());
        return notices.stream()
                .map(each -> new Told(
                        each.id(),
                        each.caseNumber(),
                        pages.get(each.caseNumber()),
                        CaseFileModel.minute(each.toldAt()),
                        each.text(),
                        each.read()))
                .toList();
    }
}
