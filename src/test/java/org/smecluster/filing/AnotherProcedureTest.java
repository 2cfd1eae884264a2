package org.smecluster.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.law.Refusal;
import org.smecluster.material.PreFill;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.review.Checks;
import org.smecluster.security.Account;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.Scored;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("填报和核查不属于认定：另一个流程以自己的案件调用它们")
class AnotherProcedureTest {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final String CASE = "NXJQ-2026-AL-00001";
    private static final Account UNIT = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final Account OFFICER = RecognitionWalk.OFFICER;

    @Autowired
    ApplicationContext context;

    @Autowired
    AnotherProcedure procedure;

    @Autowired
    Filing filing;

    @Autowired
    FilingService handedIn;

    @Autowired
    Submissions submissions;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Assessments assessments;

    @Autowired
    Checks checks;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    PreFill preFill;

    @Autowired
    Desks desks;

    private RecognitionWalk walk;
    private Deployment model;
    private ProcessInstance instance;

    @BeforeEach
    void start() throws IOException {
        TestClock.set(TODAY);
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").experts();
        model = repository
                .createDeployment()
                .addClasspathResource("filing/anotherProcedure.bpmn")
                .deploy();
        CaseOnFile.put(
                context.getBean(JdbcClient.class), CASE, walk.sample().getClusterName(), "county-640221", "city-6402");
        procedure.open(new FiledCase(
                CASE,
                walk.sample().getClusterName(),
                "county-640221",
                "city-6402",
                2026,
                null,
                "填报中",
                true,
                false,
                false));
        filing.open(CASE);
        new Uploads(context).take(CASE, "平罗.xlsx", SampleWorkbooks.workbook(walk.sample()), UNIT);
        instance = runtime.startProcessInstanceByKey(
                "anotherProcedure",
                CASE,
                Map.of(
                        "caseNumber", CASE,
                        "clusterName", walk.sample().getClusterName(),
                        "applicantGroup", "county-640221",
                        "cityGroup", "city-6402",
                        "submissionDeadline", "2026-07-01T00:00:00+08:00"));
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(model.getId(), true);
    }

    private void complete(Account person, String task, Map<String, Object> form) {
        desks.complete(person, desks.task(CASE, task), form);
    }

    private void assessed() {
        complete(UNIT, "task_enterData", walk.declarations());
        assertThat(desks.runSteps(CASE)).isOne();
    }

    @Test
    @DisplayName("填报、评估、固定、专家评审，一步不少；材料清单不要求的不问，城市和专家规则照旧")
    void filedAndChecked() {
        assessed();
        complete(UNIT, "task_confirmAndSubmit", Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true));
        SubmissionVersion version = filing.latest(CASE);
        assertThat(version.frozen()).isTrue();
        assertThat(assessments.find(version.id(), Stage.of(Stage.Kind.CHECK, 1)))
                .isPresent();
        assertThat(materials.of(version)).as("this procedure asks for none").isEmpty();
        assertThat(instance).isWaitingAt("call_reviewChecks");
        assertThatThrownBy(() -> handedIn.removeIncident(CASE, 1, UNIT)).hasMessageContainingAll("核查中", "材料已固定");

        handedIn.addIncident(
                CASE,
                new Incident(IncidentType.SAFETY, IncidentLevel.GENERAL, TODAY, null, "平罗某化工公司", "应急管理部门通报"),
                OFFICER);

        Map<String, Object> plan = Map.of(
                "expertReviewOrdered", true, "expertIds", List.of("expert-wang"), "siteInspectionOrdered", false);
        assertThatThrownBy(() -> complete(
                        OFFICER,
                        "task_planReReview",
                        Map.of(
                                "expertReviewOrdered", true,
                                "expertIds", List.of("expert-li"),
                                "siteInspectionOrdered", false)))
                .hasMessageContaining("没有“expert-li”这一选项");
        complete(OFFICER, "task_planReReview", plan);
        Scored.all(context, CASE, "expert-wang", 88);
        complete(
                RecognitionWalk.expert("expert-wang"),
                "task_giveExpertOpinion",
                Map.of("recommendation", "RECOMMEND", "opinion", "产业基础扎实，同意推荐。"));
        assertThat(checks.experts(CASE)).singleElement().matches(opinion -> opinion.given());
        assertThat(checks.plan(CASE))
                .hasValueSatisfying(kept -> assertThat(kept.expertReview()).isTrue());
        assertThat(instance).isEnded().hasPassed("call_dataFiling", "call_reviewChecks");
        assertThat(procedure.recorded()).containsExactly("submitted-1", "assessedAgain");
        assertThat(context.getBean(Cases.class).entries(CASE))
                .extracting(CaseEntry::text)
                .containsSubsequence("填报数据与声明，提请评估", "系统计算指标并评估（第十条、第十一条）", "复审安排：专家评审（王立平），不实地抽查", "专家评审意见已提交");
    }

    @Test
    @DisplayName("几个程序都有数据的，取最近提交的；填报中的不算，别的集群没有来源")
    void latestOfAllProcedures() {
        String name = walk.sample().getClusterName();
        assertThat(preFill.source("county-640221", name)).isEmpty();
        walk.openBatch().started().submitted();
        assessed();
        assertThat(preFill.source("county-640221", name))
                .hasValueSatisfying(source -> assertThat(source.caseNumber()).isEqualTo(walk.caseNumber()));
        TestClock.set(TODAY.plusDays(1));
        complete(UNIT, "task_confirmAndSubmit", Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true));
        assertThat(preFill.source("county-640221", name))
                .contains(new Source(filing.latest(CASE).id(), CASE, TODAY.plusDays(1), 2026));
        assertThat(preFill.source("county-640221", "别的集群")).isEmpty();
        assertThat(preFill.source("county-640521", name)).isEmpty();
    }

    @Test
    @DisplayName("期限届满：调用的流程中断填报，期满后不能再提交")
    void periodOver() {
        assessed();
        TestClock.set(LocalDate.of(2026, 7, 1));
        assertThatThrownBy(() -> complete(
                        UNIT, "task_confirmAndSubmit", Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true)))
                .hasMessageContaining("提交期限已于2026-06-30 24:00截止");
        management.executeJob(
                management.createJobQuery().timers().singleResult().getId());
        assertThat(instance).isEnded().hasPassed("event_submissionPeriodExpired");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    @DisplayName("另一案的声明可以带出；没有流程登记的案件种类，填报无从谈起")
    void earlierDeclarations() {
        assessed();
        long earlier = filing.latest(CASE).id();
        String next = "NXJQ-2026-AL-00002";
        procedure.open(
                new FiledCase(next, "某产业集群", "county-640221", "city-6402", 2026, null, "填报中", true, false, false));
        SubmissionVersion taken = filing.openFrom(next, earlier);
        assertThat(filing.declarations(filing.latest(next))).isEqualTo(filing.declarations(filing.latest(CASE)));
        assertThat(taken.noIncidents()).as("is confirmed anew").isFalse();
        assertThat(filing.openFrom(next, earlier)).isEqualTo(taken);
        assertThatThrownBy(() -> filing.open("NXJQ-2026-GJ-00001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> filing.open("NXJQ-2026-AL-00099")).isInstanceOf(Refusal.class);
    }
}
