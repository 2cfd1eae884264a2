package org.smecluster.portal;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.document.Notifications.Count;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.WaitingTask;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person starts: what there is to do for their role, each with a sentence that says what for. */
@Controller
class HomePage {

    private static final Set<Role> STAFF = EnumSet.of(
            Role.APPLICANT, Role.CITY, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.EXPERT, Role.ADMINISTRATOR);
    private static final Set<Role> CASE_STAFF =
            EnumSet.of(Role.APPLICANT, Role.CITY, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER);

    record Link(String title, String href, String explanation, Set<Role> roles) {}

    private static final List<Link> LINKS = List.of(
            new Link("待办", "/camunda/app/tasklist/default/", "办理交给您和本组的任务，发起新的申报。", STAFF),
            new Link("批次", "/batches", "查看年度认定批次的申报时间、推荐截止时间和进展。", CASE_STAFF),
            new Link("案件", "/cases", "查看管辖范围内的案件：入库、认定、典型案例、复核、变动备案、年度报送、推荐国家级和撤销，每件的材料、评估结果和办理经过。", CASE_STAFF),
            new Link("公示", "/public/notices", "查看正在公示和已经结束的公示，无需登录。", EnumSet.allOf(Role.class)),
            new Link("集群名录", "/clusters", "查看培育和认定的集群，以及每个集群的档案。", CASE_STAFF),
            new Link("年度监测", "/monitoring", "查看各年度各市、各集群的报送情况、评估结果和预警。", CASE_STAFF),
            new Link("事故登记", "/incidents", "登记和查看集群内企业发生的第十条所列情形，计入评估和撤销线索。", CASE_STAFF),
            new Link(
                    "节假日表",
                    "/admin/calendar",
                    "维护工作日和节假日，各项办理期限据此计算。",
                    EnumSet.of(Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)),
            new Link(
                    "模型",
                    "/admin/models",
                    "查看流程、决策表和表单的运行版本，与随系统附带的版本相比有什么不同。",
                    EnumSet.of(Role.POLICY_OWNER, Role.ADMINISTRATOR)),
            new Link(
                    "运行监控",
                    "/camunda/app/cockpit/default/",
                    "查看流程运行情况，处理出错的任务（Cockpit）。",
                    EnumSet.of(Role.ADMINISTRATOR)),
            new Link("用户与权限", "/camunda/app/admin/default/", "新建用户、分组和授权，重置密码（Admin）。", EnumSet.of(Role.ADMINISTRATOR)),
            new Link("安全日志", "/admin/audit", "查看谁在何时何地登录、改密码、改权限。", EnumSet.of(Role.ADMINISTRATOR)),
            new Link("移交", "/admin/handover", "工作人员离任时，把名下的任务退回单位或交给同事，并停用账号。", EnumSet.of(Role.ADMINISTRATOR)),
            new Link(
                    "代办授权",
                    "/account/deputies",
                    "因出差、休假等离岗时，委托本单位同岗位的同事代办；查看和接办委托给自己的任务。",
                    EnumSet.of(
                            Role.APPLICANT,
                            Role.CITY,
                            Role.PROVINCE_OFFICER,
                            Role.PROVINCE_LEADER,
                            Role.ADMINISTRATOR)),
            new Link("修改密码", "/account/password", "修改自己的密码，结束自己在别处的登录。", EnumSet.allOf(Role.class)));

    private static final int TASKS_SHOWN = 8;
    private static final int NOTIFICATIONS_SHOWN = 10;
    private static final int NOTIFICATIONS_PER_PAGE = 50;
    private static final int CASES_SHOWN = 8;

    record TaskLine(String id, String name, String caseNumber, String due, boolean overdue, String claimed) {}

    /** @param path of the page it is about; null where the person has none */
    record Told(long id, String caseNumber, String path, String at, String text, boolean read) {}

    private final CurrentUser currentUser;
    private final TaskDirectory tasks;
    private final Notifications notifications;
    private final Addresses addresses;
    private final CaseAccess access;
    private final CaseList cases;
    private final Clock clock;

    HomePage(
            CurrentUser currentUser,
            TaskDirectory tasks,
            Notifications notifications,
            Addresses addresses,
            CaseAccess access,
            CaseList cases,
            Clock clock) {
        this.currentUser = currentUser;
        this.tasks = tasks;
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "links",
                LINKS.stream()
                        .filter(link -> link.roles().stream().anyMatch(currentUser::is))
                        .toList());
        model.addAttribute("policyOwner", currentUser.is(Role.POLICY_OWNER));
        model.addAttribute("guidance", guidance());
        boolean staff = STAFF.stream().anyMatch(currentUser::is);
        model.addAttribute("staff", staff);
        if (staff) {
            model.addAttribute("taskCount", tasks.countFor(currentUser.userId(), currentUser.groups()));
            model.addAttribute(
                    "tasks",
                    tasks.waitingFor(currentUser.userId(), currentUser.groups(), TASKS_SHOWN).stream()
                            .map(this::line)
                            .toList());
            fill(model, 1, NOTIFICATIONS_SHOWN);
        }
        boolean hasCases = CASE_STAFF.stream().anyMatch(currentUser::is) || currentUser.is(Role.EXPERT);
        model.addAttribute("hasCases", hasCases);
        if (hasCases) {
            model.addAttribute("cases", cases.page(access.query(null, null, true, ""), 1, CASES_SHOWN));
        }
        return "home";
    }

    /** All that the person's groups were told. */
    @GetMapping("/notifications")
    String told(@RequestParam(defaultValue = "1") int page, Model model) {
        if (STAFF.stream().noneMatch(currentUser::is)) {
            throw new AccessDeniedException("nobody tells this role anything");
        }
        fill(model, page, NOTIFICATIONS_PER_PAGE);
        return "notifications";
    }

    private void fill(Model model, int wanted, int size) {
        Count count = notifications.count(currentUser.groups(), currentUser.userId());
        int number = Page.nearest(wanted, size, count.told());
        List<Told> told =
                told(notifications.forGroups(currentUser.groups(), currentUser.userId(), (number - 1) * size, size));
        model.addAttribute("unread", count.unread());
        model.addAttribute("notifications", new Page<>(told, number, size, count.told()));
    }

    /** @param page of the list on which it was marked; null: on the home page */
    @PostMapping("/notifications/{id}/read")
    String read(@PathVariable long id, @RequestParam(required = false) Integer page) {
        notifications.markRead(id, currentUser.groups(), currentUser.userId());
        return backTo(page);
    }

    @PostMapping("/notifications/read")
    String readAll(@RequestParam(required = false) Integer page) {
        notifications.markAllRead(currentUser.groups(), currentUser.userId());
        return backTo(page);
    }

    private static String backTo(Integer page) {
        return page == null ? "redirect:/" : "redirect:/notifications?page=" + page;
    }

    private String guidance() {
        if (currentUser.is(Role.APPLICANT)) {
            return "申报：在批次的申报期内，从“待办”点“发起流程”，选择“集群认定申报”。然后在“案件资料”中下载模板、上传数据表，填写声明，核对评估结果并提交。认定以后：年度报送的任务每年1月1日起在“待办”中；重大变动备案、期满复核也从“发起流程”开始。";
        }
        if (currentUser.is(Role.CITY)) {
            return "受理和初审：从“待办”打开任务，在“案件资料”中查看材料和评估结果，在“表单”中填写意见。推荐须在批次的推荐截止日期前完成。年度报送、变动备案和期满复核的审核转报也在“待办”中；集群内企业发生第十条所列情形的，在“事故登记”中登记。";
        }
        if (currentUser.is(Role.PROVINCE_OFFICER)) {
            return "批次：每年按通知从“待办”点“发起流程”，选择“年度认定批次”。推荐上来的申报在“待办”中复审；公示期间收到的异议，在公示任务的“案件资料”中登记。撤销、复核、变动备案等案件在“案件”中查找，年度报送的进展在“年度监测”中。";
        }
        if (currentUser.is(Role.PROVINCE_LEADER)) {
            return "审定：批次比较完成后，从“待办”打开审定任务，在“案件资料”中查看比较表，逐个选定，未选定的写明理由。期满复核、撤销认定和推荐国家级的决定也在“待办”中，决定立即生效。";
        }
        if (currentUser.is(Role.EXPERT)) {
            return "评审：从“待办”打开评审任务，在“案件资料”中查看材料和评估结果，在“表单”中填写意见。各位专家的意见在全部提交以前互不公开。";
        }
        return null;
    }

    private TaskLine line(WaitingTask task) {
        return new TaskLine(
                task.id(),
                task.name(),
                task.caseNumber(),
                task.dueAt() == null ? "" : CaseFileModel.minute(task.dueAt()),
                task.dueAt() != null && task.dueAt().isBefore(clock.instant()),
                task.assignee() == null ? "待认领" : task.assignee().equals(currentUser.userId()) ? "我已认领" : "他人已认领");
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
