package org.smecluster.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.support.YearlyReportRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("推荐申报国家级的页面：自治区比较、记录、打印；别人当作没有")
class NationalPagesTest {

    private static final String CASE = "/national/NXJQ-2027-GJ-00001";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Desks desks;

    private PortalFixture portal;
    private ProcessInstance instance;
    private String cluster;

    @BeforeEach
    void candidates() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2027, 5, 10));
        YearlyReportRows reports = YearlyReportRows.of(context, 2026);
        cluster = reports.accepted(0).clusterNumber();
        reports.reported(1, State.NOT_SUBMITTED, null, null);
        reports.concluded();
        instance = CaseWalk.nationalRecommendation(desks);
        desks.runDue();
    }

    private MockMvc as(Desks.Clerk clerk) {
        return portal.as(clerk.user(), clerk.group());
    }

    @Test
    @DisplayName("并列数值和结论、由人判断的条件、没有列入的原因都在；只有经办人员有记录的表单")
    void comparison() throws Exception {
        as(Desks.OFFICER)
                .perform(get(CASE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("86.2 亿元")))
                .andExpect(content().string(containsString("差 0.3 个百分点以上")))
                .andExpect(content().string(containsString("没有查到量化的要求")))
                .andExpect(content().string(containsString("年度报送为“未报送”")))
                .andExpect(content().string(containsString("自治区工业和信息化厅")))
                .andExpect(content().string(containsString("/proposals/" + cluster)));
        as(Desks.LEADER)
                .perform(get(CASE))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/proposals/"))));
        for (Desks.Clerk other : new Desks.Clerk[] {Desks.PINGLUO, Desks.SHIZUISHAN}) {
            as(other).perform(get(CASE)).andExpect(status().isNotFound());
            as(other).perform(get(CASE + "/print")).andExpect(status().isNotFound());
        }
        portal.as(PortalFixture.EXPERT).perform(get(CASE)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("记录推荐意见：没有理由的说明原因，记录后可以打印；审定人员不能记录")
    void proposal() throws Exception {
        String address = CASE + "/proposals/" + cluster;
        as(Desks.OFFICER)
                .perform(post(address).param("recommended", "true").param("reason", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明推荐的理由")));
        as(Desks.OFFICER)
                .perform(post(address).param("reason", "好"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请选择“推荐”或“不推荐”")));
        as(Desks.LEADER)
                .perform(post(address).param("recommended", "true").param("reason", "好"))
                .andExpect(status().isNotFound());
        as(Desks.OFFICER)
                .perform(post(address).param("recommended", "true").param("reason", "细分领域全国领先"))
                .andExpect(redirectedUrl(CASE));
        as(Desks.OFFICER)
                .perform(post(address).param("recommended", "false").param("reason", "差"))
                .andExpect(status().isConflict());
        as(Desks.LEADER)
                .perform(get(CASE + "/print"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("推荐。细分领域全国领先")))
                .andExpect(content().string(containsString("候选1个，推荐1个")));
    }

    @Test
    @DisplayName("重新评估：没有原因的说明，旧页面上的不办；历次评估都可以打印，注明不是最近一次；审定人员不能重新评估")
    void evaluatedAgain() throws Exception {
        String address = CASE + "/evaluations";
        as(Desks.OFFICER).perform(get(CASE)).andExpect(content().string(containsString("启动时评估")));
        as(Desks.OFFICER)
                .perform(post(address).param("evaluation", "1").param("reason", " "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明重新评估的原因")));
        as(Desks.LEADER).perform(post(address).param("reason", "有新情况")).andExpect(status().isNotFound());
        as(Desks.OFFICER)
                .perform(post(address).param("evaluation", "1").param("reason", "决策表有新版本"))
                .andExpect(redirectedUrl(CASE));
        as(Desks.OFFICER)
                .perform(post(address).param("evaluation", "1").param("reason", "再点了一下"))
                .andExpect(status().isConflict());
        as(Desks.LEADER)
                .perform(get(CASE))
                .andExpect(content().string(containsString("决策表有新版本")))
                .andExpect(content().string(not(containsString("重新评估的原因"))));
        as(Desks.LEADER)
                .perform(get(CASE + "/print").param("evaluation", "1"))
                .andExpect(content().string(containsString("第1次评估，不是最近一次")));
        as(Desks.LEADER).perform(get(CASE + "/print").param("evaluation", "3")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("待办的案件资料标签页就是比较表；案件列表里只有自治区看到")
    void tabAndList() throws Exception {
        String task =
                desks.task(Desks.OFFICER, instance, "task_proposeSelection").getId();
        as(Desks.OFFICER)
                .perform(get("/case/task/" + task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("并列比较")));
        as(Desks.LEADER)
                .perform(get("/cases").param("kind", "GJ"))
                .andExpect(content().string(containsString("NXJQ-2027-GJ-00001")));
        as(Desks.PINGLUO)
                .perform(get("/cases").param("kind", "GJ"))
                .andExpect(content().string(not(containsString("NXJQ-2027-GJ-00001"))));
    }
}
