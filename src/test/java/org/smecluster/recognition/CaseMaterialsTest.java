package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Refusal;
import org.smecluster.support.EvidenceOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.SpoiltForm;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    @LocalServerPort
    int port;

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
    @DisplayName("第十三条(一)至(十一)：各一条，按顺序；未上传数据表时，标准、境外机构、服务平台有则提供")
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
    @DisplayName("第十三条(二)、(四)、(六)、(七)：数据表和声明即申报表，数据表的清单即为材料，有几条说几条")
    void workbookGivesTheLists() {
        walk.started().uploaded();
        int patents = walk.sample().workbook().patents().size();
        assertThat(material("inventionPatentList"))
                .returns(true, ApplicationMaterial::held)
                .returns("数据表的“专利清单”" + patents + "条", ApplicationMaterial::holding);
        assertThat(material("standardList"))
                .returns(Requirement.REQUIRED, ApplicationMaterial::requirement)
                .returns(true, ApplicationMaterial::held);
        assertThat(material("keyEnterpriseList").held()).isTrue();
        assertThat(material("applicationForm").held()).isTrue();
        assertThat(material("otherEvidence").missing()).isFalse();
    }

    @Test
    @DisplayName("第十三条(三)、(五)、(八)至(十)：规划、图谱、执照、认定文件、合同须有文件，清单填了也还缺")
    void filesAreAskedFor() {
        walk.started().uploaded();
        var workbook = walk.sample().workbook();
        assertThat(check().missing())
                .extracting(ApplicationMaterial::code, ApplicationMaterial::holding)
                .containsExactly(
                        tuple("developmentPlan", "还没有上传文件"),
                        tuple("industryChainMap", "还没有上传文件"),
                        tuple(
                                "overseasBranchList",
                                "数据表的“境外机构”" + workbook.overseasBranches().size() + "条，还没有上传文件"),
                        tuple(
                                "servicePlatformList",
                                "数据表的“服务平台”" + workbook.servicePlatforms().size() + "条，还没有上传文件"),
                        tuple(
                                "publicServiceList",
                                "数据表的“服务清单”" + workbook.serviceItems().size() + "条，还没有上传文件"));
    }

    @Test
    @DisplayName("第十三条(六)：申报没有标准的，标准清单不必提供，也不算缺")
    void notApplicable() {
        walk.of("goji-zhongning").started().uploaded();
        assertThat(material("standardList"))
                .returns(Requirement.NOT_APPLICABLE, ApplicationMaterial::requirement)
                .returns(false, ApplicationMaterial::held)
                .returns(false, ApplicationMaterial::missing);
    }

    @Test
    @DisplayName("缺必须的材料又没有写明原因：表单里提醒，不能提交，逐项指出；经接口也一样")
    void missingHoldsBack() {
        walk.started().assessed();
        for (ApplicationMaterial missing : check().missing()) {
            materials.explainAbsence(walk.caseNumber(), missing.code(), " ", walk.applicant());
        }
        assertThat(tasks.getVariable(walk.task("task_confirmAndSubmit").getId(), "missingMaterials")
                        .toString())
                .contains("第十三条(三)集群发展规划、第十三条(五)集群产业链图谱", "不能提交");
        assertThatThrownBy(walk::confirmed)
                .hasMessageContainingAll(
                        "缺第十三条(三)集群发展规划：请在“案件资料—佐证材料”的这一项上传文件",
                        "缺第十三条(五)集群产业链图谱",
                        "缺第十三条(九)",
                        "缺第十三条(十)集群已提供的中小企业公共服务清单、合同等",
                        "写明原因");
        RestCall rest = RestCall.as("pingluo", port);
        HttpResponse<String> answer = rest.post(
                "/task/" + walk.task("task_confirmAndSubmit").getId() + "/submit-form",
                SpoiltForm.asTasklistSends(Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("缺第十三条(三)集群发展规划", "缺第十三条(五)集群产业链图谱");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    @DisplayName("有文件的算有，其余逐项写明原因，即可提交；原因随版本存档，带到补正")
    void fileOrReason() {
        walk.started().assessed();
        new EvidenceOnFile(context)
                .lay(
                        walk.caseNumber(),
                        Occasion.APPLICATION,
                        MaterialKind.DEVELOPMENT_PLAN,
                        "规划.pdf",
                        EvidenceSamples.pdf("plan"),
                        walk.applicant());
        assertThat(material("developmentPlan"))
                .returns(false, ApplicationMaterial::missing)
                .returns("佐证材料1个文件", ApplicationMaterial::holding)
                .returns(null, ApplicationMaterial::absence);
        assertThatThrownBy(() -> materials.explainAbsence(walk.caseNumber(), "developmentPlan", "在编", walk.applicant()))
                .hasMessage("第十三条(三)集群发展规划已有，不必说明原因");
        materials.explainAbsence(walk.caseNumber(), "industryChainMap", "图谱9月完成。", walk.applicant());
        walk.confirmed();
        assertThat(material("industryChainMap").absence()).isEqualTo("图谱9月完成。");
        assertThat(check().unexplained()).isEmpty();
        assertThat(walk.application().state()).isEqualTo(ApplicationState.SUBMITTED);
        walk.returned(5);
        assertThat(material("industryChainMap").absence()).isEqualTo("图谱9月完成。");
    }

    @Test
    @DisplayName("写明原因：只由申报主体，在材料在手时，对必须而缺的一类；不超过1000字")
    void reasonsAreOfTheUnitAlone() {
        walk.started().uploaded();
        String number = walk.caseNumber();
        assertThatThrownBy(() -> materials.explainAbsence(number, "developmentPlan", "x", walk.city()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> materials.explainAbsence(number, "nonsense", "x", walk.applicant()))
                .hasMessageContaining("没有这一类材料");
        assertThatThrownBy(() -> materials.explainAbsence(number, "recommendationLetter", "x", walk.applicant()))
                .hasMessageContaining("不是必须由您提供的材料");
        assertThatThrownBy(
                        () -> materials.explainAbsence(number, "developmentPlan", "长".repeat(1001), walk.applicant()))
                .hasMessageContaining("不超过1000字");
        walk.incidentsDeclared().declared().jobDone().confirmed();
        assertThatThrownBy(() -> materials.explainAbsence(number, "developmentPlan", "x", walk.applicant()))
                .hasMessageContaining("材料已固定");
    }

    @Test
    @DisplayName("第十三条(一)：推荐文件由市级出具：推荐以前待出具，推荐以后有文号")
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
