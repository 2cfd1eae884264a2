package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.clause.Claim;
import org.smecluster.clause.ClauseClaim;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.clause.ClauseJudgement;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.Judge;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.Upload;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十一条：没有数字的条件逐条声明，市级、专家、自治区逐条判断，不符合的须答复")
class ClausesTest {

    private static final List<String> NEW = List.of(
            "第十一条(一)细分领域地位",
            "第十一条(一)集群品牌",
            "第十一条(二)梯度培育工作",
            "第十一条(四)创新合作关系",
            "第十一条(四)融通创新和产学研协同",
            "第十一条(四)研发引进先进工艺",
            "第十一条(五)信息基础设施",
            "第十一条(五)用云上平台",
            "第十一条(六)能源消费结构",
            "第十一条(六)资源利用效率");
    private static final int ALL = 25;
    private static final Account COLLEAGUE = new Account("city-shizuishan-2", "石慧", List.of("city-6402"));

    @Autowired
    ApplicationContext context;

    @Autowired
    ClauseClaims claims;

    @Autowired
    ClauseReview review;

    @Autowired
    Submissions submissions;

    @Autowired
    CaseAssessment assessment;

    @Autowired
    MaterialReview materials;

    @Autowired
    EvidenceIntake intake;

    @Autowired
    NoticeQuestions questions;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RecognitionWalk walk;
    private ClauseByClause clauses;

    @BeforeEach
    void noon() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo");
        clauses = new ClauseByClause(context);
    }

    private SubmissionVersion version() {
        return submissions.latest(walk.caseNumber()).orElseThrow();
    }

    /** As the form sends it, over REST. */
    private HttpResponse<String> complete(String user, String taskKey, Map<String, Object> form) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return RestCall.as(user, port)
                .post("/task/" + walk.task(taskKey).getId() + "/submit-form", Map.of("variables", variables));
    }

    private HttpResponse<String> submit() {
        return complete(
                "pingluo",
                "task_confirmAndSubmit",
                Map.of("nextStep", "SUBMIT", "explanation", "见附件。", "truthfulnessCommitted", true));
    }

    private HttpResponse<String> reviewPreliminarily() {
        return complete(
                "city-shizuishan",
                "task_reviewPreliminarily",
                Map.of("conclusion", "MEETS", "opinion", "经审查，符合第十一条各项条件。", "softMissJudgement", "可以认可。"));
    }

    private HttpResponse<String> recommend() {
        return complete(
                "city-shizuishan",
                "task_decideRecommendation",
                Map.of(
                        "recommendation", "RECOMMEND",
                        "documentNumber", "石工信发〔2026〕31号",
                        "documentDate", "2026-06-01",
                        "opinion", "同意推荐"));
    }

    private HttpResponse<String> conclude() {
        return complete(
                "officer-1",
                "task_concludeReReview",
                Map.of("conclusion", "PASS", "opinion", "综合评估结果和核查情况作出本结论。", "softMissJudgement", "可以认可。"));
    }

    private ClauseClaim claim(String code) {
        return clauses.claims(walk.caseNumber()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("批次没有要求的：不声明，不判断，一切照旧")
    void notAsked() {
        walk.openBatch().started().uploaded();
        assertThat(claims.asked(version())).isFalse();
        walk.incidentsDeclared().declared().jobDone().confirmed();
        assertThat(clauses.claims(walk.caseNumber())).isEmpty();
        walk.accepted();
        assertThat(review.unjudged(
                        version(), review.seatOf(walk.caseNumber(), walk.city()).orElseThrow()))
                .isEmpty();
        walk.reviewed().recommended();
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName("升级以前提交的版本没有逐条声明，批次后来要求的，也照旧办完")
    void submittedBefore() {
        walk.openBatch().started().submitted();
        jdbc.sql("update batch set clauses = true").update();
        walk.accepted();
        assertThat(reviewPreliminarily().statusCode() / 100).isEqualTo(2);
        assertThat(recommend().statusCode() / 100).isEqualTo(2);
    }

    @Test
    @DisplayName("没有声明的逐条说明，经接口提交也一样；写明或上传文件，两者有一即可；总体结论不变")
    void undeclared() throws IOException {
        walk.openBatchWithClauses().started().uploaded().incidentsDeclared();
        assertThat(claims.gaps(version()))
                .containsExactlyElementsOf(
                        NEW.stream().map(each -> each + "还没有声明").toList());
        walk.declared().jobDone();
        claims.state(walk.caseNumber(), Map.of("nicheStanding", " ", "brandRecognition", ""), walk.applicant());
        HttpResponse<String> refused = submit();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("第十一条(一)细分领域地位还没有声明", "第十一条(一)集群品牌还没有声明", "案件资料—逐条判断")
                .doesNotContain("第十一条(二)");
        assertThat(walk.openTasks()).containsExactly("task_confirmAndSubmit");

        claims.state(walk.caseNumber(), Map.of("nicheStanding", "产量居全区第二。"), walk.applicant());
        upload("brandRecognition");
        assertThat(submit().statusCode() / 100).isEqualTo(2);
        assertThat(clauses.claims(walk.caseNumber())).hasSize(ALL);
        assertThat(claim("nicheStanding").claim()).isEqualTo(Claim.STATED);
        assertThat(claim("nicheStanding").statement()).isEqualTo("产量居全区第二。");
        assertThat(claim("brandRecognition").files()).isEqualTo(1);
        assertThat(claim("resourceSharing").claim()).isEqualTo(Claim.MEETS);
        assertThat(claim("resourceSharing").statement())
                .isEqualTo(submissions.declarations(version().id()).explanation("resourceSharing"));
        assertThat(assessment.underReview(version()).findings())
                .extracting(finding -> finding.code())
                .doesNotContain("nicheStanding", "brandRecognition");
        assertThatThrownBy(() -> claims.state(walk.caseNumber(), Map.of("nicheStanding", "x"), walk.applicant()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("材料已固定");
    }

    private void upload(String code) throws IOException {
        byte[] content = EvidenceSamples.pdf("品牌");
        Upload begun = intake.begin(
                walk.caseNumber(),
                Proves.condition(code),
                null,
                "品牌.pdf",
                content.length,
                intake.confirm(walk.caseNumber(), walk.applicant()),
                walk.applicant());
        intake.finish(
                intake.receive(
                                walk.caseNumber(),
                                begun.id(),
                                0,
                                new ByteArrayInputStream(content),
                                content.length,
                                walk.applicant())
                        .orElseThrow(),
                walk.applicant());
    }

    @Test
    @DisplayName("申报表里声明的条件不在这里改；别的单位不能声明；过长的说明")
    void whoDeclaresWhat() {
        walk.openBatchWithClauses().started().uploaded();
        assertThatThrownBy(() -> claims.state(walk.caseNumber(), Map.of("resourceSharing", "x"), walk.applicant()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("第十一条(三)共享机制在“填报数据与声明”中声明");
        assertThatThrownBy(() -> claims.state(walk.caseNumber(), Map.of("cloudAdoption", "x"), walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessage("只有申报主体的人员可以办理此事");
        assertThatThrownBy(() ->
                        claims.state(walk.caseNumber(), Map.of("cloudAdoption", "长".repeat(2001)), walk.applicant()))
                .hasMessageContaining("至多2000字，现有2001字");
        claims.state(walk.caseNumber(), Map.of("cloudAdoption", "长".repeat(2000)), walk.applicant());
        assertThat(claim("cloudAdoption").claim()).isEqualTo(Claim.STATED);
    }

    @Test
    @DisplayName("第十二条(二)：市级没有判断的逐条说明；不符合、需说明的要写理由；推荐时须答复")
    void theCity() {
        walk.openBatchWithClauses().started().submitted().accepted();
        HttpResponse<String> refused = reviewPreliminarily();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("逐条判断还没有填完")
                .contains(NEW.stream().map(each -> each + "还没有判断").toList());

        clauses.judge(walk.caseNumber(), "resourceSharing", Outcome.NOT_MET, null, 0, walk.city());
        clauses.judge(walk.caseNumber(), "cloudAdoption", Outcome.NEEDS_EXPLANATION, " ", 0, walk.city());
        clauses.judge(walk.caseNumber(), walk.city());
        assertThat(reviewPreliminarily().body())
                .contains("第十一条(三)共享机制判断为“不符合”，请写明理由", "第十一条(五)用云上平台判断为“需说明”，请写明理由")
                .doesNotContain("还没有判断");
        clauses.judge(walk.caseNumber(), "resourceSharing", Outcome.NOT_MET, "合同已到期，未续签", 1, walk.city());
        clauses.judge(walk.caseNumber(), "cloudAdoption", Outcome.NEEDS_EXPLANATION, "清单缺第三季度", 1, walk.city());
        assertThat(reviewPreliminarily().statusCode() / 100).isEqualTo(2);

        HttpResponse<String> unanswered = recommend();
        assertThat(unanswered.statusCode()).isEqualTo(400);
        assertThat(unanswered.body()).contains("第十一条(三)共享机制市级判断为“不符合”，推荐还没有答复").doesNotContain("用云上平台");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.ACCEPTED);
        clauses.answer(walk.caseNumber(), "resourceSharing", "已签新合同，9月起执行。", walk.city());
        assertThat(recommend().statusCode() / 100).isEqualTo(2);
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOMMENDED);
        assertThatThrownBy(() -> clauses.judge(walk.caseNumber(), "resourceSharing", Outcome.MET, null, 2, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现在不由您逐条判断");
    }

    @Test
    @DisplayName("第十二条(三)：专家各自判断自己的；自治区判断各条，并答复市级、专家和自己判断为不符合的")
    void expertsAndRegion() {
        walk.openBatchWithClauses().experts().started().submitted().accepted();
        clauses.judge(walk.caseNumber(), "resourceSharing", Outcome.NOT_MET, "合同已到期", 0, walk.city());
        clauses.answer(walk.caseNumber(), "resourceSharing", "已续签。", walk.city());
        walk.reviewed().recommended().reAssessed().planned(List.of("expert-wang", "expert-ma"), false);
        Account wang = RecognitionWalk.expert("expert-wang");
        Account ma = RecognitionWalk.expert("expert-ma");
        clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.NOT_MET, "排名没有出处", 0, wang);
        clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.MET, null, 0, ma);
        walk.expertAnswered("expert-wang", "产业链完整，协作紧密，建议推荐。");
        assertThatThrownBy(() -> clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.MET, null, 1, wang))
                .isInstanceOf(Refusal.class);
        walk.expertAnswered("expert-ma", "产业链完整，协作紧密，建议推荐。");

        HttpResponse<String> refused = conclude();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("第十一条(八)公共服务体系还没有判断");
        clauses.judge(walk.caseNumber(), "energyStructure", Outcome.NOT_MET, "煤占九成", 0, RecognitionWalk.OFFICER);
        clauses.judge(walk.caseNumber(), RecognitionWalk.OFFICER);
        assertThat(conclude().body())
                .contains(
                        "第十一条(一)细分领域地位专家expert-wang判断为“不符合”，复审结论还没有答复",
                        "第十一条(三)共享机制市级判断为“不符合”，复审结论还没有答复",
                        "第十一条(六)能源消费结构自治区判断为“不符合”，复审结论还没有答复");
        Stream.of("nicheStanding", "resourceSharing", "energyStructure")
                .forEach(code -> clauses.answer(walk.caseNumber(), code, "不影响总体符合。", RecognitionWalk.OFFICER));
        assertThat(conclude().statusCode() / 100).isEqualTo(2);
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RE_REVIEWED);
        assertThat(review.judgements(version()))
                .filteredOn(each -> each.code().equals("nicheStanding"))
                .extracting(ClauseJudgement::judge, ClauseJudgement::judgement)
                .containsExactly(
                        tuple(Judge.CITY, Outcome.MET),
                        tuple(Judge.EXPERT, Outcome.MET),
                        tuple(Judge.EXPERT, Outcome.NOT_MET),
                        tuple(Judge.REGION, Outcome.MET));
    }

    @Test
    @DisplayName("专家没有判断完不能提交意见，逐条说明缺什么")
    void anExpertWhoHasNotJudged() {
        walk.openBatchWithClauses()
                .experts()
                .started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of("expert-ma"), false);
        HttpResponse<String> refused = complete(
                "expert-ma",
                "task_giveExpertOpinion",
                Map.of("recommendation", "RECOMMEND", "opinion", "产业链完整，协作紧密，建议推荐。"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("逐条判断还没有填完", "第十一条(一)集群品牌还没有判断");
    }

    @Test
    @DisplayName("两人同判一条：后存的人没有看到先存的，不覆盖，并说是谁")
    void nobodyOverwrites() {
        walk.openBatchWithClauses().started().submitted();
        clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.NOT_MET, "没有出处", 0, COLLEAGUE);
        assertThatThrownBy(() -> clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.MET, null, 0, walk.city()))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("第十一条(一)细分领域地位已由石慧于6月15日");
        clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.MET, null, 1, walk.city());
        assertThat(review.judgements(version())).singleElement().satisfies(each -> {
            assertThat(each.judgement()).isEqualTo(Outcome.MET);
            assertThat(each.revision()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("退回补正：声明带入下一版；只退回材料的，市级判断为符合的不用再判断，其余可以改")
    void correction() {
        walk.openBatchWithClauses().started().submitted();
        clauses.judge(walk.caseNumber(), "nicheStanding", Outcome.NOT_MET, "没有出处", 0, walk.city());
        clauses.judge(walk.caseNumber(), walk.city());
        materials.tick(walk.caseNumber(), "developmentPlan", false, "没有盖章", walk.city());
        walk.returned(5);
        assertThat(version().round()).isEqualTo(2);
        assertThat(claims.open(version())).containsExactly("nicheStanding");
        assertThat(claims.gaps(version())).isEmpty();
        assertThatThrownBy(() -> claims.state(walk.caseNumber(), Map.of("cloudAdoption", "改"), walk.applicant()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("第十一条(五)用云上平台市级已判断为“符合”");
        claims.state(walk.caseNumber(), Map.of("nicheStanding", "产量居全区第二，见统计公报。"), walk.applicant());
        walk.declared().jobDone().confirmed();
        assertThat(review.judgements(version())).hasSize(ALL - 1);
        walk.accepted();
        assertThat(reviewPreliminarily().body()).contains("第十一条(一)细分领域地位还没有判断").doesNotContain("用云上平台");
    }

    @Test
    @DisplayName("集群档案：声明、各方判断和答复都在；自治区的判断结案以前、专家的判断始终只有自治区看得到；通知问题的回答也在")
    void inTheRecord() {
        walk.openBatchWithClauses().experts();
        questions.add(
                "NXJQ-2026-PC-01", "上年新增规上企业数", NoticeQuestion.Kind.NUMBER, List.of(), false, RecognitionWalk.OFFICER);
        walk.started().submitted().accepted();
        clauses.judge(walk.caseNumber(), "resourceSharing", Outcome.NOT_MET, "合同已到期", 0, walk.city());
        clauses.answer(walk.caseNumber(), "resourceSharing", "已续签。", walk.city());
        walk.reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of("expert-ma"), false)
                .expertAnswered("expert-ma", "产业链完整，建议推荐。");
        clauses.judge(
                walk.caseNumber(), "energyStructure", Outcome.NEEDS_EXPLANATION, "煤占六成", 0, RecognitionWalk.OFFICER);
        ClusterRecord cluster = registry.register(new Recognition(
                walk.caseNumber(),
                walk.application().clusterName(),
                "精细化工",
                "640221",
                "6402",
                "county-640221",
                LocalDate.of(2026, 6, 15),
                "宁工信公告〔2026〕9号"));
        jdbc.sql("update case_record set cluster_number = ? where case_number = ?")
                .params(cluster.clusterNumber(), walk.caseNumber())
                .update();
        List<LifeEntry> told = context.getBeansOfType(LifeSource.class).values().stream()
                .flatMap(source -> source.of(cluster).stream())
                .toList();
        assertThat(entry(told, "逐条声明，第1版").particulars())
                .hasSize(ALL)
                .containsEntry("第十一条(一)细分领域地位", "已声明：情况属实，见发展规划。");
        assertThat(entry(told, "市级逐条判断第1版材料").particulars()).hasSize(ALL).containsEntry("第十一条(三)共享机制", "不符合：合同已到期");
        assertThat(entry(told, "推荐对“不符合”的答复").particulars()).containsEntry("第十一条(三)共享机制", "已续签。");
        assertThat(entry(told, "专家逐条判断第1版材料").least()).isEqualTo(LifeReader.REGION);
        assertThat(entry(told, "自治区逐条判断第1版材料").least()).isEqualTo(LifeReader.REGION);
        assertThat(entry(told, "市级逐条判断第1版材料").least()).isEqualTo(LifeReader.CITY);
        assertThat(entry(told, "回答申报通知的问题，第1版").particulars()).containsEntry("上年新增规上企业数", "没有回答");
    }

    private static LifeEntry entry(List<LifeEntry> told, String title) {
        return told.stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
