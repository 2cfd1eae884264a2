package org.smecluster.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
            new Link("案件", "/cases", "查看管辖范围内各集群申报的材料、评估结果和办理经过。", CASE_STAFF),
            new Link("公示", "/public/notices", "查看正在公示和已经结束的公示，无需登录。", EnumSet.allOf(Role.class)),
            new Link("集群名录", "/clusters", "查看已认定集群的编号、有效期和认定文件。", CASE_STAFF),
            new Link(
                    "节假日表",
                    "/admin/calendar",
                    "维护工作日和节假日，各项办理期限据此计算。",
                    EnumSet.of(Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)),
            new Link(
                    "运行监控",
                    "/camunda/app/cockpit/default/",
                    "查看流程运行情况，处理出错的任务（Cockpit）。",
                    EnumSet.of(Role.ADMINISTRATOR)),
            new Link(
                    "用户与权限",
                    "/camunda/app/admin/default/",
                    "新建用户、分组和授权，解除账号锁定（Admin）。",
                    EnumSet.of(Role.ADMINISTRATOR)),
            new Link(
                    "我的账号",
                    "/camunda/app/welcome/default/",
                    "修改自己的密码和联系方式。",
                    EnumSet.allOf(Role.class)));

    private final CurrentUser currentUser;

    HomePage(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "links",
                LINKS.stream()
                        .filter(link -> link.roles().stream().anyMatch(currentUser::is))
                        .toList());
        model.addAttribute("policyOwner", currentUser.is(Role.POLICY_OWNER));
        return "home";
    }
}
