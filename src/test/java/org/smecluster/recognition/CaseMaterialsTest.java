package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.Submissions;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十三条：十一类申报材料，按决策表，随数据表，提交时存档")
class CaseMaterialsTest {

    private static final String MODEL = "processes/recognition/applicationMaterials.dmn";

    @Autowired
    ApplicationContext context;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Submissions submissions;

    @Autowired
    Notifications notifications;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    private MaterialCheck check() {
        return materials.of(submissions.latest(walk.caseNumber()).orElseThrow()).orElseThrow();
    }

    private ApplicationMaterial material(String code) {
        return check().materials().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("十一类各一条，按第十三条的顺序；未上传数据表时，标准、境外机构、服务平台有则提供")
    void elevenInOrder() {
        walk.started();
        assertThat(check().materials())
                .extracting(ApplicationMaterial::article)
                .containsExactly(
                        "第十三条(一)",
                        "第十三条(二)",
                        "第十三条(三)",
                        "第十三条(四)",
                        "第十三条(五)",
                        "第十三条(六)",
                        "第十三条(七)",
                        "第十三条(八)",
                        "第十三条(九)",
                        "第十三条(十)",
                        "第十三条(十一)");
        assertThat(check().materials()).noneMatch(ApplicationMaterial::held);
        assertThat(List.of(material("standardList"), material("overseasBranchList"), material("servicePlatformList")))
                .extracting(ApplicationMaterial::requirement)
                .containsOnly(Requirement.IF_APPLICABLE);
    }

    @Test
    @DisplayName("上传后：清单有几条说几条，有的必须提供；规划和图谱没有上传文件的，说明还没有")
    void workbookGivesTheLists() {
        walk.started().uploaded();
        int patents = walk.sample().workbook().patents().size();
        assertThat(material("inventionPatentList"))
                .returns(true, ApplicationMaterial::held)
                .returns("数据表的“专利清单”" + patents + "条", ApplicationMaterial::holding);
        assertThat(material("standardList"))
                .returns(Requirement.REQUIRED, ApplicationMaterial::requirement)
                .returns(true, ApplicationMaterial::held);
        assertThat(material("applicationForm").held()).isTrue();
        assertThat(check().missing())
                .extracting(ApplicationMaterial::code, ApplicationMaterial::holding)
                .containsExactly(tuple("developmentPlan", "还没有上传文件"), tuple("industryChainMap", "还没有上传文件"));
    }

    @Test
    @DisplayName("申报没有标准的，标准清单不必提供，也不算缺")
    void notApplicable() {
        walk.of("goji-zhongning").started().uploaded();
        assertThat(material("standardList"))
                .returns(Requirement.NOT_APPLICABLE, ApplicationMaterial::requirement)
                .returns(false, ApplicationMaterial::held)
                .returns(false, ApplicationMaterial::missing);
    }

    @Test
    @DisplayName("缺必须的材料：提交前在表单里提醒，提交后通知申报主体，不妨碍提交")
    void missingIsAWarning() {
        walk.started().assessed();
        assertThat(tasks.getVariable(walk.task("task_confirmAndSubmit").getId(), "missingMaterials")
                        .toString())
                .contains("第十三条(三)集群发展规划、第十三条(五)集群产业链图谱", "不妨碍提交");
        walk.confirmed();
        assertThat(notifications.ofCase(walk.caseNumber(), "x"))
                .filteredOn(told -> told.groupId().equals(walk.sample().applicantGroup()))
                .extracting(Notification::text)
                .singleElement()
                .asString()
                .contains(walk.caseNumber() + "）已提交", "第十三条(三)集群发展规划");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("推荐文件由市级出具：推荐以前待出具，推荐以后有文号")
    void letterComesWithTheRecommendation() {
        walk.started().submitted().accepted().reviewed();
        assertThat(material("recommendationLetter"))
                .returns(false, ApplicationMaterial::held)
                .returns(false, ApplicationMaterial::missing);
        walk.recommended();
        assertThat(material("recommendationLetter"))
                .returns(true, ApplicationMaterial::held)
                .returns("推荐文件石工信发〔2026〕31号（2026-06-01）", ApplicationMaterial::holding);
    }

    @Test
    @DisplayName("提交时的清单存档：决策表以后改了，审查人员所见不变；补正的新版本按新的决策表")
    void keptAsSeen() throws IOException {
        walk.started().submitted();
        MaterialCheck seen = check();
        Deployment changed = repository
                .createDeployment()
                .addInputStream(MODEL, new ByteArrayInputStream(changedModel().getBytes(StandardCharsets.UTF_8)))
                .deploy();
        try {
            assertThat(check()).isEqualTo(seen);
            walk.returned(5);
            assertThat(check().decisionVersion()).isGreaterThan(seen.decisionVersion());
            assertThat(material("developmentPlan").name()).isEqualTo("集群发展规划（三年）");
        } finally {
            repository.deleteDeployment(changed.getId(), true);
        }
    }

    private static String changedModel() throws IOException {
        try (InputStream model = CaseMaterialsTest.class.getClassLoader().getResourceAsStream(MODEL)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8).replace("\"集群发展规划\"", "\"集群发展规划（三年）\"");
        }
    }
}
