package org.smecluster.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whom a task waits for follows from the case, and nobody else decides it, whatever their rights. */
@ProcessTest
class WhoseTaskTest {

    /** The applicant's unit, its city, and the autonomous region's two desks. */
    private static final Set<String> BY_THE_CASE =
            Set.of("${applicantGroup}", "${cityGroup}", "province-officer", "province-leader");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskService tasks;

    @Test
    @DisplayName("模型中每个人工任务的候选组都取自案件的单位和市，或是自治区的岗位；只由受邀专家办理的指定到人")
    void candidateGroupsFollowTheCase() throws Exception {
        List<String> wrong = new ArrayList<>();
        int userTasks = 0;
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
                for (UserTask task : Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class)) {
                    userTasks++;
                    String groups = task.getCamundaCandidateGroups();
                    boolean expert = "${expertId}".equals(task.getCamundaAssignee()) && groups == null;
                    boolean unit = groups != null
                            && BY_THE_CASE.contains(groups)
                            && task.getCamundaAssignee() == null
                            && task.getCamundaCandidateUsers() == null;
                    if (!expert && !unit) {
                        wrong.add(model + " " + task.getId() + ": " + groups + " " + task.getCamundaAssignee());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(userTasks).isPositive();
    }

    @Test
    @DisplayName("每个任务只有候选组的人能认领，认领后只有本人能办；审定的只有审定人员；系统管理员能退回、能交给候选人，不能自己办")
    void onlyWhomItIsMeantFor() {
        for (TriedCase tried : new TriedCases(context).make()) {
            String task = tried.ids().get("taskId");
            if (task == null) {
                continue;
            }
            for (Person person : Person.ALL) {
                if (person.signedIn() && person.group() != null && tried.candidateGroup() != null) {
                    claims(person, tried, task);
                }
            }
            administratorDoesNotDecide(tried, task);
        }
    }

    private void claims(Person person, TriedCase tried, String task) {
        RestCall rest = RestCall.as(person.userId(), port);
        int claimed = rest.post("/task/" + task + "/claim", "{\"userId\":\"" + person.userId() + "\"}")
                .statusCode();
        assertThat(claimed)
                .as("%s claims the task of %s", person, tried.label())
                .isEqualTo(person.worksOn(tried) ? 204 : 403);
        if (person.worksOn(tried)) {
            String another = tried.candidateGroup().equals("province-officer") ? "officer-2" : "leader-2";
            assertThat(RestCall.as(another, port)
                            .post("/task/" + task + "/submit-form", "{\"variables\":{}}")
                            .statusCode())
                    .as("%s completes what %s has claimed", another, person)
                    .isEqualTo(403);
            assertThat(rest.post("/task/" + task + "/unclaim", "{}").statusCode())
                    .isEqualTo(204);
        }
    }

    private void administratorDoesNotDecide(TriedCase tried, String task) {
        RestCall admin = RestCall.as("admin", port);
        assertThat(admin.post("/task/" + task + "/claim", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/task/" + task + "/assignee", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(
                                "/task/" + task + "/identity-links",
                                "{\"groupId\":\"camunda-admin\",\"type\":\"candidate\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(403);
        if ("province-officer".equals(tried.candidateGroup())) {
            assertThat(admin.post("/task/" + task + "/assignee", "{\"userId\":\"pingluo\"}")
                            .statusCode())
                    .as("to somebody of another unit")
                    .isEqualTo(403);
            assertThat(admin.post("/task/" + task + "/assignee", "{\"userId\":\"officer-2\"}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(admin.post("/task/" + task + "/unclaim", "{}").statusCode())
                    .isEqualTo(204);
            assertThat(tasks.createTaskQuery().taskId(task).taskUnassigned().count())
                    .isOne();
        }
    }
}
