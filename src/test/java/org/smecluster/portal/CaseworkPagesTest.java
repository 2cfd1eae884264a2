package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notifications;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("案件的页面：案卷按辖区可见，内部意见在结案前不给申报主体看")
class CaseworkPagesTest {

    private static final String CASE = "/cases/NXJQ-2026-CX-00001";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Desks desks;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private Notifications notifications;

    private PortalFixture portal;
    private String cluster;
    private ProcessInstance revocation;

    @BeforeEach
    void aRevocationUnderWay() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        revocation = CaseWalk.groundsFound(desks, cluster);
        desks.runDue();
    }

    private MockMvc as(Desks.Clerk clerk) {
        return portal.as(clerk.user(), clerk.group());
    }

    @Test
    @DisplayName("本县看到告知，看不到立案时的内部记载；市级和自治区都看到；别县、专家、政策负责人当作没有")
    void scope() throws Exception {
        as(Desks.PINGLUO)
                .perform(get(CASE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("告知拟撤销的事实和理由")))
                .andExpect(content().string(not(containsString("<strong>立案</strong>"))));
        as(Desks.SHIZUISHAN)
                .perform(get(CASE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>立案</strong>")));
        as(Desks.OFFICER).perform(get(CASE)).andExpect(status().isOk());
        as(Desks.ZHONGNING).perform(get(CASE)).andExpect(status().isNotFound());
        as(Desks.ZHONGWEI).perform(get(CASE)).andExpect(status().isNotFound());
        portal.as(PortalFixture.EXPERT).perform(get(CASE)).andExpect(status().isNotFound());
        portal.as("policy", "policy-owner").perform(get(CASE)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("没有填报数据的案件：没有的栏目给出概况；数据的各个地址当作没有，谁都不能写；不能撤回的说明理由")
    void withoutData() throws Exception {
        for (Desks.Clerk clerk : List.of(Desks.PINGLUO, Desks.SHIZUISHAN, Desks.OFFICER)) {
            for (CaseSection section : CaseSection.values()) {
                boolean theirs = section != CaseSection.NOTICE || clerk.equals(Desks.OFFICER);
                as(clerk)
                        .perform(get(CASE).param("section", section.key()))
                        .andExpect(theirs ? status().isOk() : status().isNotFound());
            }
            for (String each : List.of("/print", "/workbook?version=1", "/workbook-template", "/upload-progress")) {
                as(clerk).perform(get(CASE + each)).andExpect(status().isNotFound());
            }
            for (String each : List.of(
                    "/figures",
                    "/incidents/1/removal",
                    "/incidents/1/withdrawal",
                    "/workbook/confirmation?upload=1",
                    "/workbook/discarding?upload=1")) {
                as(clerk).perform(post(CASE + each)).andExpect(status().isNotFound());
            }
            as(clerk)
                    .perform(post(CASE + "/withdrawal").param("sure", "true").param("reason", "x"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("案件不能由本单位撤回")));
        }
    }

    @Test
    @DisplayName("列表只有本辖区的；没有案件时说明从哪里开始")
    void list() throws Exception {
        as(Desks.PINGLUO)
                .perform(get("/cases").param("kind", "CX"))
                .andExpect(content().string(containsString("NXJQ-2026-CX-00001")));
        as(Desks.PINGLUO)
                .perform(get("/cases").param("text", "碳基").param("open", "true"))
                .andExpect(content().string(containsString("NXJQ-2026-CX-00001")));
        as(Desks.PINGLUO)
                .perform(get("/cases").param("text", "枸杞"))
                .andExpect(content().string(not(containsString("NXJQ-2026-CX-00001"))))
                .andExpect(content().string(containsString("没有符合筛选条件的案件")));
        as(Desks.ZHONGNING)
                .perform(get("/cases"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("您的管辖范围内还没有案件")));
        portal.as("policy", "policy-owner").perform(get("/cases")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("列表写明下一个任务的办理期限，过了期限标为已逾期；自治区可以按市筛选，县里没有这一项")
    void until() throws Exception {
        MvcResult list = as(Desks.OFFICER)
                .perform(get("/cases").param("city", "city-6402"))
                .andExpect(content().string(containsString("NXJQ-2026-CX-00001")))
                .andExpect(content().string(containsString("石嘴山市</option>")))
                .andExpect(content().string(not(containsString("已逾期"))))
                .andReturn();
        assertThat(list.getResponse().getContentAsString()).contains("2026-06-17 23:59");
        as(Desks.OFFICER)
                .perform(get("/cases").param("city", "city-6405"))
                .andExpect(content().string(containsString("没有符合筛选条件的案件")));
        as(Desks.PINGLUO).perform(get("/cases")).andExpect(content().string(not(containsString("name=\"city\""))));
        TestClock.set(LocalDate.of(2026, 6, 18));
        as(Desks.PINGLUO).perform(get("/cases")).andExpect(content().string(containsString("已逾期")));
    }

    @Test
    @DisplayName("通知连到它所说的案件；看不到那个案件的人没有这个链接；没有通知时说明；政策负责人没有通知页")
    void notices() throws Exception {
        String link = "href=\"" + CASE + "\"";
        as(Desks.PINGLUO)
                .perform(get("/notifications"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(link)));
        as(Desks.PINGLUO).perform(get("/")).andExpect(content().string(containsString(link)));
        notifications.tell("county-640521", "NXJQ-2026-CX-00001", "strayed", "误发的通知。");
        as(Desks.ZHONGNING)
                .perform(get("/notifications"))
                .andExpect(content().string(containsString("误发的通知。")))
                .andExpect(content().string(not(containsString(CASE))));
        portal.as("hui", "county-640303")
                .perform(get("/notifications"))
                .andExpect(content().string(containsString("还没有通知")));
        portal.as("policy", "policy-owner")
                .perform(get("/notifications"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(CASE))));
    }

    @Test
    @DisplayName("首页列出最近六条通知，其余的在通知页分页查看")
    void manyNotices() throws Exception {
        for (int i = 1; i <= 60; i++) {
            notifications.tell("county-640303", cluster, "key-" + i, "第" + i + "条。");
        }
        portal.as("hui", "county-640303")
                .perform(get("/"))
                .andExpect(content().string(containsString("第55条。")))
                .andExpect(content().string(not(containsString("第54条。"))))
                .andExpect(content().string(containsString("未读60条")));
        portal.as("hui", "county-640303")
                .perform(get("/notifications").param("page", "2"))
                .andExpect(content().string(containsString("第10条。")))
                .andExpect(content().string(not(containsString("第11条。"))))
                .andExpect(content().string(containsString("第2/2页")));
        portal.as("hui", "county-640303")
                .perform(post("/notifications/read").param("page", "2").with(csrf()))
                .andExpect(redirectedUrl("/notifications?page=2"));
        portal.as("hui", "county-640303").perform(get("/")).andExpect(content().string(containsString("未读0条")));
    }

    @Test
    @DisplayName("待办的案件资料标签页就是案卷；集群页列出变动和案件")
    void tabAndCluster() throws Exception {
        String task = desks.task(Desks.PINGLUO, revocation, "task_stateDefence").getId();
        as(Desks.PINGLUO)
                .perform(get("/case/task/" + task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("NXJQ-2026-CX-00001")));
        as(Desks.ZHONGNING).perform(get("/case/task/" + task)).andExpect(status().isNotFound());
        as(Desks.PINGLUO)
                .perform(get("/clusters/" + cluster))
                .andExpect(content().string(containsString("碳基材料")))
                .andExpect(content().string(containsString("NXJQ-2026-CX-00001")));
    }

    @Test
    @DisplayName("典型案例不用登录就能看；没有时说明")
    void practices() throws Exception {
        portal.as("nobody")
                .perform(get("/public/practices"))
                .andExpect(content().string(containsString("还没有公布")));
        CaseWalk.practiceSelected(desks, cluster);
        desks.runDue();
        portal.as("nobody")
                .perform(get("/public/practices"))
                .andExpect(content().string(containsString("一张网管能耗")));
    }
}
