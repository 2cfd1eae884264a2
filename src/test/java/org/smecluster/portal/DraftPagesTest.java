package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("表单草稿")
class DraftPagesTest {

    private static final Account APPLICANT = PortalFixture.APPLICANT;
    private static final Account CITY = PortalFixture.CITY;
    private static final String OPINION =
            "{\"acceptance\":\"ACCEPT\",\"opinion\":\"齐\",\"correctionWorkingDays\":null}";

    @Autowired
    WebApplicationContext context;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    private PortalFixture portal;
    private RecognitionWalk walk;

    @BeforeEach
    void aCaseAtTheCity() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 3));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
    }

    private String claimed() {
        String task = walk.task("task_decideAcceptance").getId();
        tasks.setAssignee(task, CITY.userId());
        return task;
    }

    private ResultActions save(Account person, String path, String body) throws Exception {
        return portal.as(person)
                .perform(put(path)
                        .accept("application/json")
                        .contentType("application/json")
                        .content(body));
    }

    private ResultActions open(Account person, String path) throws Exception {
        return portal.as(person).perform(get(path).accept("application/json"));
    }

    private long drafts() {
        return database.sql("select count(*) from form_draft").query(Long.class).single();
    }

    @Test
    @DisplayName("填到一半的、表单还不会接受的内容也保存；再打开时原样恢复")
    void savedAsItIs() throws Exception {
        String path = "/drafts/tasks/" + claimed();
        open(CITY, path).andExpect(jsonPath("$.savedAt", nullValue()));

        save(CITY, path, OPINION).andExpect(status().isOk());

        open(CITY, path)
                .andExpect(jsonPath("$.savedAt", is("06-03 09:00")))
                .andExpect(jsonPath("$.values.acceptance", is("ACCEPT")))
                .andExpect(jsonPath("$.values.opinion", is("齐")))
                .andExpect(jsonPath("$.dropped.length()", is(0)));
    }

    @Test
    @DisplayName("只有认领了任务的人有草稿；别人的、同组同事的都看不到")
    void onlyOnesOwn() throws Exception {
        String task = walk.task("task_decideAcceptance").getId();
        String path = "/drafts/tasks/" + task;
        save(CITY, path, OPINION).andExpect(status().isNotFound());
        tasks.setAssignee(task, CITY.userId());
        save(CITY, path, OPINION).andExpect(status().isOk());

        Account colleague = new Account("city-colleague", "同事", CITY.groups());
        open(colleague, path).andExpect(status().isNotFound());
        open(APPLICANT, path).andExpect(status().isNotFound());
        save(APPLICANT, path, OPINION).andExpect(status().isNotFound());
        portal.as(colleague).perform(delete(path));
        assertThat(drafts()).isEqualTo(1);
    }

    @Test
    @DisplayName("提交后草稿消失；提交被拒绝的，草稿还在")
    void goneWithTheTask() throws Exception {
        String task = claimed();
        save(CITY, "/drafts/tasks/" + task, OPINION).andExpect(status().isOk());

        assertThatThrownBy(() -> tasks.complete(task, Map.of("acceptance", "ACCEPT", "opinion", "齐")))
                .hasMessageContaining("审查意见");
        assertThat(drafts()).isEqualTo(1);

        tasks.setAssignee(task, walk.city().userId());
        walk.accepted();
        assertThat(drafts()).isZero();
        save(CITY, "/drafts/tasks/" + task, OPINION).andExpect(status().isNotFound());
        assertThat(drafts()).isZero();
    }

    @Test
    @DisplayName("任务随案件终止的，草稿一并消失，即使终止时不运行模型的监听器")
    void goneWithTheCase() throws Exception {
        save(CITY, "/drafts/tasks/" + claimed(), OPINION).andExpect(status().isOk());
        runtime.deleteProcessInstance(walk.task("task_decideAcceptance").getProcessInstanceId(), "终止", true);
        assertThat(drafts()).isZero();
    }

    @Test
    @DisplayName("表单改了：放不进去的内容不恢复，并说明是哪一项")
    void changedForm() throws Exception {
        String path = "/drafts/tasks/" + claimed();
        save(CITY, path, OPINION).andExpect(status().isOk());
        String form = Files.readString(Path.of("forms/recognition/decideAcceptance.form"))
                .replace("\"opinion\"", "\"remarks\"")
                .replace("\"ACCEPT\"", "\"ADMIT\"");
        String deployment = repository
                .createDeployment()
                .addString("decideAcceptance.form", form)
                .deploy()
                .getId();
        try {
            open(CITY, path)
                    .andExpect(jsonPath("$.values.opinion").doesNotExist())
                    .andExpect(jsonPath("$.values.acceptance").doesNotExist())
                    .andExpect(jsonPath("$.dropped[0]", is("审查结论")))
                    .andExpect(jsonPath("$.dropped[1]", is("审查意见")));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("不是JSON对象的、过长的不保存；表单没有的字段不保存")
    void onlyWhatAFormCouldHold() throws Exception {
        String path = "/drafts/tasks/" + claimed();
        for (String body :
                new String[] {"", "null", "[1]", "{\"opinion\":", "{\"opinion\":\"" + "长".repeat(30_000) + "\"}"}) {
            save(CITY, path, body).andExpect(status().isUnprocessableEntity());
        }
        save(CITY, path, "{\"opinion\":{\"a\":1},\"applicantGroup\":\"county-640181\",\"acceptance\":\"NONSENSE\"}")
                .andExpect(status().isOk());
        open(CITY, path).andExpect(jsonPath("$.values.length()", is(0)));
    }

    @Test
    @DisplayName("发起流程的表单：各人一份，放弃或者发起后消失")
    void startForms() throws Exception {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("clusterRecognition")
                .latestVersion()
                .singleResult()
                .getId();
        String path = "/drafts/starts/" + definition;
        String body = "{\"clusterName\":\"平罗\"}";
        save(APPLICANT, path, body).andExpect(status().isOk());
        open(APPLICANT, path).andExpect(jsonPath("$.values.clusterName", is("平罗")));
        open(new Account("pingluo-2", "同事", APPLICANT.groups()), path).andExpect(jsonPath("$.savedAt", nullValue()));

        portal.as(APPLICANT).perform(delete(path)).andExpect(status().isNoContent());
        assertThat(drafts()).isZero();

        // the walk's applicant starts a case
        Account starter = walk.applicant();
        save(starter, path, body).andExpect(status().isOk());
        Account colleague = new Account("pingluo-2", "同事", starter.groups());
        save(colleague, path, body).andExpect(status().isOk());
        walk.started(Map.copyOf(withName("平罗县第二精细化工集群")));
        open(starter, path).andExpect(jsonPath("$.savedAt", nullValue()));
        open(colleague, path).andExpect(jsonPath("$.values.clusterName", is("平罗")));
    }

    private Map<String, Object> withName(String name) {
        Map<String, Object> form = walk.startForm();
        form.put("clusterName", name);
        return form;
    }

    @Test
    @DisplayName("没有跨站请求令牌的放弃被拒绝")
    void needsTheToken() throws Exception {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        assertThat(Browser.signedIn("city-shizuishan", port)
                        .postBody("/drafts/tasks/x", "_method=delete")
                        .statusCode())
                .isEqualTo(403);
    }
}
