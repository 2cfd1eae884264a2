package org.smecluster.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("任务上方的案件条、卡片和办结页")
class TaskStripTest {

    private static final Account APPLICANT = PortalFixture.APPLICANT;
    private static final Account CITY = PortalFixture.CITY;
    private static final Account OTHER_CITY = new Account("city-yinchuan", "郑慧敏", List.of("city-6401"));

    @Autowired
    WebApplicationContext context;

    @Autowired
    TaskService tasks;

    private PortalFixture portal;
    private RecognitionWalk walk;
    private String task;

    @BeforeEach
    void aCaseAtTheCity() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 3));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        task = walk.task("task_decideAcceptance").getId();
    }

    private ResultActions open(Account person, String path) throws Exception {
        return portal.as(person).perform(get(path).header("X-Fragment", "true"));
    }

    @Test
    @DisplayName("案件条写明任务、种类、集群、第几步、评估结果和本步要看的材料")
    void strip() throws Exception {
        open(CITY, "/desk/task/" + task + "/strip")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("受理审查")))
                .andExpect(content().string(containsString("集群认定申报")))
                .andExpect(content().string(containsString("第2步，共")))
                .andExpect(content().string(containsString("填报、评估与提交")))
                .andExpect(content().string(containsString("outcome-MET")))
                .andExpect(content().string(matchesPattern("(?s).*section=evidence\" data-panel data-open=\"true\".*")))
                .andExpect(content().string(containsString("还没有人认领：石嘴山市")));
    }

    @Test
    @DisplayName("已由同事认领的，写明姓名；本人认领的写本人")
    void holder() throws Exception {
        tasks.setAssignee(task, CITY.userId());
        open(CITY, "/desk/task/" + task + "/strip").andExpect(content().string(containsString("由本人办理")));
        open(CITY, "/desk/cards?task=" + task)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("本人")));
    }

    @Test
    @DisplayName("复审安排打开时佐证材料就在表单上方；推荐决定没有要先办的材料，先不打开")
    void beginsThere() throws Exception {
        walk.accepted().reviewed();
        String recommendation = walk.task("task_decideRecommendation").getId();
        open(CITY, "/desk/task/" + recommendation + "/strip")
                .andExpect(content().string(containsString("section=opinions")))
                .andExpect(content().string(not(containsString("data-open"))));
        walk.recommended().reAssessed();
        String plan = walk.task("task_planReReview").getId();
        open(PortalFixture.OFFICER, "/desk/task/" + plan + "/strip")
                .andExpect(
                        content().string(matchesPattern("(?s).*section=evidence\" data-panel data-open=\"true\".*")));
    }

    @Test
    @DisplayName("还缺几处写在本步要看的材料旁，缺的那一部分先打开；不受它限制的一步不写")
    void missing() throws Exception {
        portal.bean(JdbcClient.class).sql("update batch set clauses = true").update();
        RecognitionWalk other =
                RecognitionWalk.in(context).of("goji-zhongning").started().uploaded();
        String entering = other.task("task_enterData").getId();
        open(other.applicant(), "/desk/task/" + entering + "/strip")
                .andExpect(content().string(containsString("! 逐条判断还缺10处")))
                .andExpect(content().string(not(containsString("data-open"))));
        other.submitted().accepted();
        String reviewing = other.task("task_reviewPreliminarily").getId();
        open(other.city(), "/desk/task/" + reviewing + "/strip")
                .andExpect(content()
                        .string(containsString(
                                "section=clauses\" data-panel class=\"sc-missing\" data-open=\"true\">! 逐条判断还缺25处")));
        other.reviewed().recommended().reAssessed();
        String plan = other.task("task_planReReview").getId();
        open(PortalFixture.OFFICER, "/desk/task/" + plan + "/strip")
                .andExpect(content().string(containsString("section=clauses")))
                .andExpect(content().string(not(containsString("还缺"))));
    }

    @Test
    @DisplayName("看不到的任务：案件条是404，卡片不出现")
    void notOnesOwn() throws Exception {
        for (Account stranger : List.of(APPLICANT, OTHER_CITY, PortalFixture.EXPERT)) {
            open(stranger, "/desk/task/" + task + "/strip").andExpect(status().isNotFound());
            open(stranger, "/desk/cards?task=" + task)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(task))));
        }
        open(CITY, "/desk/task/nothing/strip").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("办结页只给办结的人看，写明轮到谁；没有办结的、别人办结的都是404")
    void done() throws Exception {
        open(CITY, "/desk/task/" + task + "/done").andExpect(status().isNotFound());
        tasks.setAssignee(task, CITY.userId());
        walk.accepted();
        open(CITY, "/desk/task/" + task + "/done")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已完成：")))
                .andExpect(content().string(containsString("受理审查")))
                .andExpect(content().string(containsString("下一项，同一案件")));
        open(OTHER_CITY, "/desk/task/" + task + "/done").andExpect(status().isNotFound());
        open(APPLICANT, "/desk/task/" + task + "/done").andExpect(status().isNotFound());
    }
}
