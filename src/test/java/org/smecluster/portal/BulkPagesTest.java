package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.filing.Filing;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.CityReview;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.Materials;
import org.smecluster.support.ProcessTest;
import org.smecluster.worklist.BulkRun;
import org.smecluster.worklist.BulkRun.Item;
import org.smecluster.worklist.BulkRun.State;
import org.smecluster.worklist.engine.BulkRuns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("批量办理")
class BulkPagesTest {

    private static final SampleCluster SAMPLE = PortalFixture.sample();
    private static final String NAME_IN_FILE = SAMPLE.getClusterName();
    private static final Account CITY = PortalFixture.CITY;
    private static final String REVIEW = "clusterRecognition.task_reviewPreliminarily";
    private static final String ACCEPTANCE = "clusterRecognition.task_decideAcceptance";

    @Autowired
    WebApplicationContext context;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    private PortalFixture portal;
    private final byte[] file = PortalFixture.sampleFile();

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
        portal.openBatch();
    }

    /** A case at the task, its application in the state that the task expects. */
    private Application waitingAt(String task, int number, boolean meets) {
        Application application = portal.draft("平罗县第" + number + "精细化工集群");
        long id = application.id();
        portal.upload(application.caseNumber(), named(application.clusterName()));
        if (meets) {
            portal.submit(application.caseNumber());
        } else {
            submitWithAHardMiss(application.caseNumber());
        }
        new Materials(context).accept(application.caseNumber(), CITY);
        if (task.equals("task_reviewPreliminarily")) {
            portal.bean(CityReview.class).decideAcceptance(id, Conclusion.ACCEPT, "材料齐全", null, CITY);
        }
        runtime.createProcessInstanceByKey("clusterRecognition")
                .businessKey(application.caseNumber())
                .setVariables(Map.of(
                        "caseNumber", application.caseNumber(),
                        "applicationId", id,
                        "batchId", application.batchId(),
                        "clusterName", application.clusterName(),
                        "applicantGroup", application.applicantGroup(),
                        "cityGroup", application.cityGroup()))
                .startBeforeActivity(task)
                .execute();
        return application;
    }

    private byte[] named(String clusterName) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream renamed = new ByteArrayOutputStream()) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(NAME_IN_FILE)) {
                    cell.setCellValue(clusterName);
                }
            })));
            workbook.write(renamed);
            return renamed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void submitWithAHardMiss(String id) {
        Filing filing = portal.bean(Filing.class);
        Map<String, Declaration> answers = new HashMap<>();
        SAMPLE.declarations()
                .forEach((code, declared) ->
                        answers.put(code, new Declaration(declared.value(), declared.explanation())));
        answers.put("pillarIndustry", new Declaration(false, "不是支柱产业"));
        filing.declare(id, new Declarations(answers), true, PortalFixture.APPLICANT);
        filing.check(id);
        new Materials(context).explain(id, PortalFixture.APPLICANT);
        filing.commit(id, "请审查人员判断", true, Instant.MAX, PortalFixture.APPLICANT);
        filing.freeze(id);
    }

    private Task task(Application application) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(application.caseNumber())
                .singleResult();
    }

    private ResultActions send(UUID run, String kind, List<Task> chosen, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/bulk").param("kind", kind).param("run", run.toString());
        chosen.forEach(task -> request.param("task", task.getId()));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return portal.as(CITY).perform(request);
    }

    private BulkRun finished(UUID run) {
        BulkRuns runs = portal.bean(BulkRuns.class);
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < giveUp) {
            BulkRun found = runs.find(run, CITY).orElseThrow();
            if (found.count(State.WAITING) == 0) {
                return found;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the run does not end");
    }

    @Test
    @DisplayName("三十件：两件有硬性条件不符合，一件被同事认领，各自告知；其余各自办结；重复提交不再办理")
    void thirtyCases() throws Exception {
        List<Application> cases = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            cases.add(waitingAt("task_reviewPreliminarily", i, i != 7 && i != 19));
        }
        List<Task> chosen = cases.stream().map(this::task).toList();
        portal.as(CITY)
                .perform(get("/bulk"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("市级初审（30件）")))
                .andExpect(content().string(containsString("初审意见")));
        tasks.claim(chosen.get(4).getId(), "city-colleague");

        UUID run = UUID.randomUUID();
        for (int clicks = 0; clicks < 2; clicks++) {
            send(
                            run,
                            REVIEW,
                            chosen,
                            "form.conclusion",
                            "MEETS",
                            "form.opinion",
                            "经审查，符合第十一条各项条件。",
                            "sure",
                            "true",
                            "case." + chosen.get(4).getId(),
                            cases.get(4).caseNumber())
                    .andExpect(redirectedUrl("/bulk/" + run));
        }

        BulkRun result = finished(run);
        assertThat(result.items()).hasSize(30);
        assertThat(result.count(State.DONE)).isEqualTo(27);
        assertThat(result.items().get(4))
                .extracting(Item::caseNumber, Item::state, Item::reason)
                .containsExactly(cases.get(4).caseNumber(), State.NOT_DONE, "这项任务已由city-colleague认领");
        for (int refused : new int[] {6, 18}) {
            assertThat(result.items().get(refused).state()).isEqualTo(State.NOT_DONE);
            assertThat(result.items().get(refused).reason()).contains("第十一条");
            assertThat(task(cases.get(refused)).getTaskDefinitionKey()).isEqualTo("task_reviewPreliminarily");
            assertThat(task(cases.get(refused)).getAssignee()).isNull();
        }
        assertThat(task(cases.get(0)).getTaskDefinitionKey()).isEqualTo("task_decideRecommendation");
        portal.as(CITY)
                .perform(get("/cases/" + cases.get(0).caseNumber()).param("section", "opinions"))
                .andExpect(content().string(containsString("经审查，符合第十一条各项条件。")));
        portal.as(CITY).perform(get("/bulk/" + run)).andExpect(content().string(containsString("成功27件，未办理3件。")));
        portal.as(new Account("city-colleague", "同事", CITY.groups()))
                .perform(get("/bulk/" + run))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("填写项随表单和所选结论而定；填得不对的，一件都不办理")
    void theFormAsDeployed() throws Exception {
        List<Task> chosen = List.of(task(waitingAt("task_decideAcceptance", 1, true)));
        UUID run = UUID.randomUUID();
        portal.as(CITY)
                .perform(get("/bulk").param("kind", ACCEPTANCE))
                .andExpect(content().string(not(containsString("补正期限"))));
        send(run, ACCEPTANCE, chosen, "form.acceptance", "RETURN", "again", "true")
                .andExpect(content().string(containsString("补正期限")));

        send(run, ACCEPTANCE, chosen, "form.acceptance", "RETURN", "form.opinion", "请补充", "sure", "true")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("补正期限（工作日）”为必填项")));
        send(run, ACCEPTANCE, List.of(), "form.acceptance", "ACCEPT", "form.opinion", "齐全", "sure", "true")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请至少勾选一件")));
        send(run, ACCEPTANCE, chosen, "form.acceptance", "ACCEPT", "form.opinion", "齐全")
                .andExpect(content().string(containsString("我确认”")));
        assertThat(portal.bean(BulkRuns.class).latest(CITY, 5)).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(chosen.get(0).getId()).count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("别的市的任务、别种任务：逐件告知，不办理；别的角色没有这一页")
    void outOfScope() throws Exception {
        Application application = waitingAt("task_decideAcceptance", 1, true);
        Application other = waitingAt("task_decideAcceptance", 2, true);
        Task foreign = task(application);
        tasks.deleteCandidateGroup(foreign.getId(), "city-6402");
        tasks.addCandidateGroup(foreign.getId(), "city-6401");
        Task open = task(other);
        Task otherKind = task(waitingAt("task_reviewPreliminarily", 3, true));
        UUID run = UUID.randomUUID();
        send(
                        run,
                        ACCEPTANCE,
                        List.of(foreign, open, otherKind),
                        "form.acceptance",
                        "ACCEPT",
                        "form.opinion",
                        "材料齐全",
                        "sure",
                        "true")
                .andExpect(redirectedUrl("/bulk/" + run));
        assertThat(finished(run).items())
                .extracting(Item::state)
                .containsExactly(State.NOT_DONE, State.DONE, State.NOT_DONE);
        assertThat(finished(run).items().get(0).reason()).startsWith("这项任务已不在您的待办中");
        assertThat(portal.bean(Applications.class).get(application.id()).state().label())
                .isNotEqualTo(
                        portal.bean(Applications.class).get(other.id()).state().label());
        for (Account without : List.of(PortalFixture.APPLICANT, PortalFixture.EXPERT)) {
            portal.as(without).perform(get("/bulk")).andExpect(status().isForbidden());
        }
    }
}
