package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the engine's deployed tables and PostgreSQL. */
@ProcessTest
class AssessmentsTest {

    private static final long SUBMISSION = 4711;
    private static final Stage FIRST = Stage.of(Stage.Kind.CHECK, 1);
    private static final Stage REREVIEW = Stage.of(Stage.Kind.REREVIEW, 1);

    @Autowired
    AssessmentService service;

    @Autowired
    Assessments assessments;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("存入的测算结果原样读出，含每项结论所用决策表的版本和待人工判断的事故")
    void roundTrip() {
        TestClock.set(SubjectOf.AS_OF);
        SubjectOf cluster = new SubjectOf();
        cluster.area = new BigDecimal("103");
        cluster.totalOutput[1] = "19.85";
        cluster.patents[0] = null;
        LocalDate day = LocalDate.of(2026, 1, 1);
        cluster.incidents = List.of(
                new Incident(IncidentType.SAFETY, null, day, "91640221MA76XXXX0X", "某企业", "应急管理部门通报"),
                new Incident(IncidentType.QUALITY, IncidentLevel.GENERAL, day, null, null, null));
        Assessment found = service.assess(cluster.subject());

        long id = assessments.save(SUBMISSION, FIRST, found);

        assertThat(id).isPositive();
        assertThat(assessments.find(SUBMISSION, FIRST)).contains(found);
        assertThat(found.overall()).isEqualTo("NOT_MET");
        assertThat(found.vetoed()).isNull();
        assertThat(found.findings()).hasSize(32).allSatisfy(finding -> assertThat(finding.decisionVersion())
                .isPositive());
        assertThat(assessments.find(SUBMISSION, REREVIEW)).isEmpty();
        assertThat(assessments.find(SUBMISSION + 1, FIRST)).isEmpty();
    }

    @Test
    @DisplayName("同一阶段重复保存：不新增、不覆盖，返回先前的编号")
    void savedOnce() {
        Assessment first = service.assess(new SubjectOf().subject());
        Assessment other = service.assess(SubjectOf.nothing());

        long id = assessments.save(SUBMISSION, FIRST, first);

        assertThat(assessments.save(SUBMISSION, FIRST, other)).isEqualTo(id);
        assertThat(assessments.find(SUBMISSION, FIRST)).contains(first);
        assertThat(count("finding")).isEqualTo(32);
        assertThat(assessments.save(SUBMISSION, REREVIEW, other)).isNotEqualTo(id);
        assertThat(count("finding")).isEqualTo(64);
    }

    @Test
    @DisplayName("决策表部署新版本：新的测算用新版本及其限值，已存的结果不变")
    void newVersionOfTheTables() throws Exception {
        SubjectOf cluster = new SubjectOf();
        Assessment before = service.assess(cluster.subject());
        assessments.save(SUBMISSION, FIRST, before);
        String stricter = Files.readString(Path.of("processes", "recognition", "basicConditions.dmn"))
                .replace("<text>&gt;= 20</text>", "<text>&gt;= 30</text>")
                .replace("<text>&lt; 20</text>", "<text>&lt; 30</text>");
        Deployment deployment = repository
                .createDeployment()
                .name("stricter")
                .addInputStream(
                        "basicConditions.dmn", new ByteArrayInputStream(stricter.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        try {
            Assessment after = service.assess(cluster.subject());

            Finding finding = output(after);
            assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
            assertThat(FindingWording.shortfall(finding)).isEqualTo("差 5 亿元");
            assertThat(finding.decisionVersion()).isEqualTo(output(before).decisionVersion() + 1);
            assertThat(after.overallVersion()).isEqualTo(before.overallVersion() + 1);
            assertThat(assessments.find(SUBMISSION, FIRST)).contains(before);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    @DisplayName("县级用户无权查看模型，测算照样进行")
    void withoutRightsToTheModels() {
        identity.setAuthentication("clerk", List.of("county-640221"));

        assertThat(service.assess(new SubjectOf().subject()).overall()).isEqualTo("MET");
    }

    private static Finding output(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals("minAnnualOutput"))
                .findFirst()
                .orElseThrow();
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
