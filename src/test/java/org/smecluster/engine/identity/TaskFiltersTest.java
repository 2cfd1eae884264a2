package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
class TaskFiltersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private FilterService filterService;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = repositoryService
                .createDeployment()
                .name("filter test")
                .addClasspathResource("identity/countyWork.bpmn")
                .deploy();
    }

    @AfterEach
    void undeploy() {
        repositoryService.deleteDeployment(deployment.getId(), true);
    }

    private String task(String group, Duration dueIn, String assignee) {
        String instance = runtimeService
                .startProcessInstanceByKey("countyWork", Map.of("applicantGroup", group))
                .getId();
        Task task = taskService.createTaskQuery().processInstanceId(instance).singleResult();
        if (dueIn != null) {
            task.setDueDate(new Date(System.currentTimeMillis() + dueIn.toMillis()));
        }
        task.setAssignee(assignee);
        taskService.saveTask(task);
        return task.getId();
    }

    private String[] listed(String filterName, String userId) {
        String id = filterService
                .createTaskFilterQuery()
                .filterName(filterName)
                .singleResult()
                .getId();
        String body =
                RestCall.as(userId, port).post("/filter/" + id + "/list", "{}").body();
        return taskService.createTaskQuery().list().stream()
                .map(Task::getId)
                .filter(task -> body.contains("\"id\":\"" + task + "\""))
                .toArray(String[]::new);
    }

    @Test
    @DisplayName("我的待办是我认领的；本组待办是本组的，认领没认领的都在内，别的组的不在")
    void mineAndMyGroups() {
        String free = task("county-640221", null, null);
        String mine = task("county-640221", null, "pingluo");
        task("county-640181", null, null);

        assertThat(listed("我的待办", "pingluo")).containsExactlyInAnyOrder(mine);
        assertThat(listed("本组待办", "pingluo")).containsExactlyInAnyOrder(free, mine);
        assertThat(listed("我的待办", "expert-ma")).isEmpty();
    }

    @Test
    @DisplayName("三天内到期的在即将到期，过了期的在已逾期；没有期限的和以后到期的都不在")
    void dueSoonAndOverdue() {
        String soon = task("county-640221", Duration.ofDays(3).minusMinutes(5), null);
        String soonMine = task("county-640221", Duration.ofHours(1), "pingluo");
        String late = task("county-640221", Duration.ofMinutes(-5), null);
        task("county-640221", Duration.ofDays(3).plusMinutes(5), null);
        task("county-640221", null, null);
        task("county-640181", Duration.ofHours(1), null);
        task("county-640181", Duration.ofHours(-1), null);

        assertThat(listed("即将到期", "pingluo")).containsExactlyInAnyOrder(soon, soonMine);
        assertThat(listed("已逾期", "pingluo")).containsExactlyInAnyOrder(late);
        assertThat(listed("即将到期", "admin")).isEmpty();
    }

    @Test
    @DisplayName("列表里看得到案号和集群名称，别的流程变量一个也不露")
    void shownVariables() {
        runtimeService.startProcessInstanceByKey(
                "countyWork",
                Map.of(
                        "applicantGroup", "county-640221",
                        "caseNumber", "NXJQ-2026-RD-00001",
                        "clusterName", "平罗县碳基材料产业集群"));
        String id = filterService
                .createTaskFilterQuery()
                .filterName("本组待办")
                .singleResult()
                .getId();
        assertThat(RestCall.as("pingluo", port)
                        .postEmbedded("/filter/" + id + "/list", "{}")
                        .body())
                .contains("\"taskCaseNumber\"", "NXJQ-2026-RD-00001", "\"taskClusterName\"", "平罗县碳基材料产业集群")
                .doesNotContain("applicantGroup");
    }

    @Test
    @DisplayName("业务人员读得到四个筛选，政策管理员一个也读不到；谁也改不了")
    void whoReadsFilters() {
        assertThat(RestCall.as("pingluo", port).get("/filter/count").body()).isEqualTo("{\"count\":4}");
        assertThat(RestCall.as("policy", port).get("/filter/count").statusCode())
                .isEqualTo(403);
        String id = filterService
                .createTaskFilterQuery()
                .filterName("已逾期")
                .singleResult()
                .getId();
        assertThat(RestCall.as("pingluo", port)
                        .put("/filter/" + id, "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                        .statusCode())
                .isEqualTo(403);
    }
}
