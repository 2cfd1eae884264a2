package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.EvidenceSealing;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.Upload;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Refusal;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifelongRecord;
import org.smecluster.registry.LifelongRecords;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.EvidenceOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十二条(二)、(三)，第十三条：市级和自治区逐项核对材料，退回的指明哪几项，只打开这几项")
class MaterialReviewTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MaterialReview review;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Submissions submissions;

    @Autowired
    EvidenceIntake intake;

    @Autowired
    Notifications notifications;

    private RecognitionWalk walk;
    private String number;

    @BeforeEach
    void submitted() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
        walk.started().uploaded();
        number = walk.caseNumber();
        lay(MaterialKind.DEVELOPMENT_PLAN);
        lay(MaterialKind.OVERSEAS_BRANCH_LIST);
        lay(MaterialKind.SERVICE_PLATFORM_LIST);
        lay(MaterialKind.PUBLIC_SERVICE_LIST);
        walk.incidentsDeclared().declared().jobDone().confirmed();
    }

    private void lay(MaterialKind kind) {
        new EvidenceOnFile(context)
                .lay(
                        number,
                        Occasion.APPLICATION,
                        kind,
                        kind.label() + ".pdf",
                        EvidenceSamples.pdf(kind.code()),
                        walk.applicant());
    }

    private SubmissionVersion latest() {
        return submissions.latest(number).orElseThrow();
    }

    private void city(String code, boolean accepted, String reason) {
        review.tick(number, code, accepted, reason, walk.city());
    }

    private Upload begin(MaterialKind kind, Long replaces) {
        return intake.begin(
                number,
                Proves.material(kind),
                replaces,
                kind.label() + ".pdf",
                1000,
                intake.confirm(number, walk.applicant()),
                walk.applicant());
    }

    @Test
    @DisplayName("谁在什么时候核对：审查中的市级，复审中的自治区经办，别人不能；不认可的写明原因；推荐文件由自治区核对")
    void whoTicksWhen() {
        assertThat(review.levelOf(number, walk.city())).contains(Level.CITY);
        assertThat(review.levelOf(number, RecognitionWalk.OFFICER)).isEmpty();
        assertThatThrownBy(() -> review.tick(number, "developmentPlan", true, null, walk.applicant()))
                .hasMessageContaining("现在不由您逐项核对材料");
        assertThatThrownBy(() -> review.tick(number, "developmentPlan", true, null, RecognitionWalk.OFFICER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> city("developmentPlan", false, " ")).hasMessage("请写明退回第十三条(三)集群发展规划的原因，不超过1000字");
        assertThatThrownBy(() -> city("recommendationLetter", true, null)).hasMessageContaining("没有这一类材料");
        assertThatThrownBy(() -> city("nonsense", true, null)).hasMessageContaining("没有这一类材料");
        walk.accepted().reviewed().recommended().reAssessed();
        assertThat(review.levelOf(number, walk.city())).isEmpty();
        assertThatThrownBy(() -> city("developmentPlan", true, null)).isInstanceOf(Refusal.class);
        review.tick(number, "recommendationLetter", true, null, RecognitionWalk.OFFICER);
        review.tick(number, "developmentPlan", false, "规划期已过", RecognitionWalk.OFFICER);
        review.tick(number, "developmentPlan", true, null, RecognitionWalk.OFFICER);
        assertThat(review.ticks(latest()).get("developmentPlan"))
                .extracting(MaterialTick::label, MaterialTick::tickedByName)
                .containsExactly(tuple("自治区认可", "丁少华"));
    }

    @Test
    @DisplayName("原因没有认可的，不能受理，指明是哪一项；标为退回的，也不能受理或认为符合；认可后可以")
    void holdsThePositiveOpinionBack() {
        Map<String, Object> accept = Map.of("acceptance", "ACCEPT", "opinion", "材料齐全");
        assertThatThrownBy(() -> walk.as(walk.city()).complete("task_decideAcceptance", accept))
                .hasMessageContaining("第十三条(五)集群产业链图谱没有提供，申报主体写明的原因还没有认可，结论不能为“受理”");
        city("industryChainMap", true, null);
        city("developmentPlan", false, "缺盖章页");
        assertThatThrownBy(() -> walk.as(walk.city()).complete("task_decideAcceptance", accept))
                .hasMessageContaining("第十三条(三)集群发展规划已标为退回（缺盖章页），结论不能为“受理”");
        city("developmentPlan", true, null);
        walk.as(walk.city()).complete("task_decideAcceptance", accept);
        city("developmentPlan", false, "缺附图");
        assertThatThrownBy(walk::reviewed).hasMessageContaining("第十三条(三)集群发展规划已标为退回（缺附图）");
        city("developmentPlan", true, null);
        walk.reviewed();
    }

    @Test
    @DisplayName("退回指明一项：打开这一项和还缺的必须材料，其余的文件、数据表、声明都不能改；未改动的认可带到补正的版本")
    void opensJustTheNamed() {
        city("keyEnterpriseList", true, null);
        city("publicServiceList", true, null);
        city("developmentPlan", false, "缺盖章页");
        walk.returned(5);
        assertThat(notifications.ofCase(number, "x"))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("退回的材料：第十三条(三)集群发展规划。只补正这些和还缺的必须材料"));
        assertThat(materials.opening(latest()).codes())
                .containsExactlyInAnyOrder("developmentPlan", "industryChainMap");

        assertThatThrownBy(() -> begin(MaterialKind.PUBLIC_SERVICE_LIST, null)).hasMessageContaining("本次补正没有退回这一项材料");
        assertThatThrownBy(() -> intake.begin(
                        number,
                        Proves.condition("pillarIndustry"),
                        null,
                        "x.pdf",
                        1000,
                        intake.confirm(number, walk.applicant()),
                        walk.applicant()))
                .hasMessageContaining("本次补正没有退回这一项材料");
        assertThatThrownBy(walk::uploaded).hasMessageContaining("本次补正没有退回数据表的内容");
        Map<String, Object> changed = walk.declarations();
        changed.put("pillarIndustry", "false");
        assertThatThrownBy(() -> walk.as(walk.applicant()).complete("task_enterData", changed))
                .hasMessageContaining("本次补正没有退回申报表（第十三条(二)），声明不能改动");
        begin(MaterialKind.DEVELOPMENT_PLAN, null);
        lay(MaterialKind.INDUSTRY_CHAIN_MAP);
        assertThat(materials.opening(latest()).has("industryChainMap")).isTrue();
        begin(MaterialKind.INDUSTRY_CHAIN_MAP, null);

        walk.declared().jobDone().confirmed();
        assertThat(latest().round()).isEqualTo(2);
        assertThat(review.ticks(latest()).keySet()).containsExactlyInAnyOrder("keyEnterpriseList", "publicServiceList");
        assertThat(review.ticks(latest()).values())
                .allMatch(ticks -> ticks.get(0).carried());
        assertThat(materials.missing(number)).isEmpty();
        walk.accepted().reviewed();
    }

    @Test
    @DisplayName("退回的是清单或申报表：数据表打开，申报表退回的声明也可以改；没有指明的退回，全部打开")
    void workbookAndAll() {
        city("inventionPatentList", false, "专利号不全");
        walk.returned(5);
        assertThat(materials.opening(latest()).workbook()).isTrue();
        assertThat(materials.opening(latest()).has("developmentPlan")).isFalse();
        walk.uploaded().declared().jobDone().confirmed();

        city("inventionPatentList", true, null);
        city("applicationForm", false, "声明与数据不一致");
        walk.returned(5);
        Map<String, Object> changed = walk.declarations();
        changed.put("pillarIndustryExplanation", "见规划第3页");
        walk.uploaded();
        walk.as(walk.applicant()).complete("task_enterData", changed).jobDone().confirmed();

        city("applicationForm", true, null);
        walk.returned(5);
        assertThat(materials.opening(latest()).all()).isTrue();
        begin(MaterialKind.PUBLIC_SERVICE_LIST, null);
    }

    @Test
    @DisplayName("退回的原因不带到补正：上传文件，或另写原因")
    void returnedReasonIsNotEnough() {
        city("industryChainMap", false, "图谱应当提供");
        walk.returned(5);
        assertThat(materials.missing(number)).singleElement().returns(null, ApplicationMaterial::absence);
        walk.as(walk.applicant())
                .complete("task_enterData", walk.declarations())
                .jobDone();
        assertThatThrownBy(walk::confirmed).hasMessageContaining("缺第十三条(五)集群产业链图谱");
        lay(MaterialKind.INDUSTRY_CHAIN_MAP);
        walk.confirmed().accepted();
    }

    @Test
    @DisplayName("没有改动的原因，认可过的不必再认可")
    void sameReasonStaysAccepted() {
        city("industryChainMap", true, null);
        city("developmentPlan", false, "缺盖章页");
        walk.returned(5).declared().jobDone().confirmed();
        assertThat(materials.missing(number))
                .extracting(ApplicationMaterial::code)
                .containsExactly("industryChainMap");
        walk.as(walk.city()).complete("task_decideAcceptance", Map.of("acceptance", "ACCEPT", "opinion", "齐全"));
    }

    @Test
    @DisplayName("档案和归档：提交的材料清单、逐项核对的意见、文件原件都在；自治区的核对意见办结后才给县级看")
    void inTheRecord() throws IOException {
        city("developmentPlan", true, null);
        walk.accepted().reviewed().recommended().reAssessed();
        review.tick(number, "publicServiceList", false, "合同已过期", RecognitionWalk.OFFICER);
        walk.planned(List.of(), false).concluded("PASS");
        Application application = walk.application();
        String cluster = context.getBean(ClusterRegistry.class)
                .register(new Recognition(
                        number,
                        application.clusterName(),
                        "精细化工",
                        walk.sample().countyCode(),
                        walk.sample().countyCode().substring(0, 4),
                        application.applicantGroup(),
                        TestClock.today(),
                        "宁工信企发〔2026〕30号"))
                .clusterNumber();
        context.getBean(ApplicationCases.class).registered(application, cluster);
        context.getBean(RecognitionService.class).close(application.id(), ApplicationState.LAPSED, "批次结束", null);
        LifelongRecord record = context.getBean(LifelongRecords.class)
                .asKnown(cluster, TestClock.today(), LifeReader.UNIT)
                .orElseThrow();
        assertThat(record.entries())
                .filteredOn(entry -> entry.kind().equals("数据提交"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.particulars())
                        .containsEntry("第十三条(五)集群产业链图谱", "暂不能提供：正在办理，补正时提供。")
                        .containsKey("材料"));
        assertThat(record.entries())
                .filteredOn(entry -> entry.kind().equals("材料核对"))
                .extracting(LifeEntry::title)
                .containsExactly("市级核对第1版材料", "自治区核对第1版材料");
        assertThat(record.entries())
                .filteredOn(entry -> entry.title().equals("自治区核对第1版材料"))
                .allSatisfy(entry -> assertThat(entry.particulars()).containsValue("自治区不认可：合同已过期"));
        LifeDocument plan = record.documents().stream()
                .filter(document -> document.fileName().contains("集群发展规划"))
                .findFirst()
                .orElseThrow();
        assertThat(plan.title()).isEqualTo("第十三条(三)集群发展规划，申报第1版材料，原件");
        try (InputStream content = plan.content().get()) {
            assertThat(content.readAllBytes()).isEqualTo(EvidenceSamples.pdf("developmentPlan"));
        }
        EvidenceFile file = context.getBean(EvidenceFiles.class).ofCase(number).get(0);
        EvidenceSealing sealing = context.getBean(EvidenceSealing.class);
        sealing.propose(file, "确系涉密", RecognitionWalk.OFFICER);
        sealing.confirm(file, new Account("leader", "审定", List.of("province-leader")));
        LifelongRecord after = context.getBean(LifelongRecords.class)
                .asKnown(cluster, TestClock.today(), LifeReader.REGION)
                .orElseThrow();
        LifeDocument sealed = after.documents().stream()
                .filter(document -> document.title().endsWith("，已封存"))
                .findFirst()
                .orElseThrow();
        assertThat(sealed.fileName()).doesNotContain("规划");
        try (InputStream content = sealed.content().get()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(file.sha256());
        }
        assertThat(after.documents()).noneMatch(document -> document.fileName().contains("集群发展规划"));
    }
}
