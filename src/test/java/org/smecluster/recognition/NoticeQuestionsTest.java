package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.Upload;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.NoticeQuestion.Kind;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十三条：申报的具体要求以每年发布的通知为准，通知的问题由经办人员加入批次，申报主体随材料回答")
class NoticeQuestionsTest {

    private static final String BATCH = "NXJQ-2026-PC-01";

    @Autowired
    ApplicationContext context;

    @Autowired
    NoticeQuestions questions;

    @Autowired
    Batches batches;

    @Autowired
    Submissions submissions;

    @Autowired
    EvidenceIntake intake;

    @LocalServerPort
    int port;

    private RecognitionWalk walk;

    @BeforeEach
    void noon() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    private void add(String question, Kind kind, boolean required, String... choices) {
        questions.add(BATCH, question, kind, List.of(choices), required, RecognitionWalk.OFFICER);
    }

    private List<NoticeQuestion> all() {
        return questions.ofBatch(batches.byNumber(BATCH).orElseThrow().id());
    }

    private long id(String question) {
        return all().stream()
                .filter(each -> each.question().equals(question))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private SubmissionVersion version() {
        return submissions.latest(walk.caseNumber()).orElseThrow();
    }

    private HttpResponse<String> submit() {
        return RestCall.as("pingluo", port)
                .post(
                        "/task/" + walk.task("task_confirmAndSubmit").getId() + "/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "nextStep", Map.of("value", "SUBMIT"),
                                        "explanation", Map.of("value", "见附件。"),
                                        "truthfulnessCommitted", Map.of("value", true))));
    }

    @Test
    @DisplayName("五种回答方式；必须回答而没有回答的，提交时逐个说明，经接口也一样；回答随版本保存，带入补正")
    void answered() throws IOException {
        add("集群上年新增规上企业数", Kind.NUMBER, true);
        add("是否列入市级重点项目", Kind.CHOICE, true, "是", "否", " ", "是");
        add("规划批复日期", Kind.DATE, true);
        add("规划批复文件", Kind.FILE, true);
        add("其他需要说明的", Kind.TEXT, false);
        assertThat(all()).extracting(NoticeQuestion::choices).contains(List.of("是", "否"));
        walk.started().assessed();
        HttpResponse<String> refused = submit();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "申报通知的问题“集群上年新增规上企业数”还没有回答",
                        "申报通知的问题“是否列入市级重点项目”还没有回答",
                        "申报通知的问题“规划批复日期”还没有回答",
                        "申报通知的问题“规划批复文件”还没有上传文件",
                        "案件资料—通知问题")
                .doesNotContain("其他需要说明的");

        long number = id("集群上年新增规上企业数");
        long choice = id("是否列入市级重点项目");
        long day = id("规划批复日期");
        refused(Map.of(number, "十二"), "请只填数字");
        refused(Map.of(choice, "也许"), "请从所列的答案中选择");
        refused(Map.of(day, "2026.13.1"), "请填日期");
        refused(Map.of(id("其他需要说明的"), "长".repeat(2001)), "至多2000字，现有2001字");
        questions.answer(
                walk.caseNumber(), Map.of(number, " 12.50 ", choice, "否", day, "2026-03-01"), walk.applicant());
        questions.answer(walk.caseNumber(), Map.of(choice, " "), walk.applicant());
        assertThat(questions.gaps(version())).containsExactly("申报通知的问题“是否列入市级重点项目”还没有回答", "申报通知的问题“规划批复文件”还没有上传文件");
        questions.answer(walk.caseNumber(), Map.of(choice, "是"), walk.applicant());
        upload(all().stream()
                .filter(each -> each.kind() == Kind.FILE)
                .findFirst()
                .orElseThrow()
                .code());
        assertThatThrownBy(() -> questions.remove(BATCH, id("规划批复文件"), RecognitionWalk.OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已有申报主体为这个问题上传文件");
        assertThat(submit().statusCode() / 100).isEqualTo(2);
        assertThat(questions.answers(version()))
                .extracting(NoticeAnswer::inWords)
                .containsExactly("12.50", "是", "2026-03-01", "佐证材料1个文件", "没有回答");
        refused(Map.of(choice, "否"), "材料已固定");

        walk.returned(5);
        assertThat(version().round()).isEqualTo(2);
        assertThat(questions.gaps(version())).isEmpty();
    }

    private void refused(Map<Long, String> answers, String why) {
        assertThatThrownBy(() -> questions.answer(walk.caseNumber(), answers, walk.applicant()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private void upload(String code) throws IOException {
        byte[] content = EvidenceSamples.pdf("批复");
        Upload begun = intake.begin(
                walk.caseNumber(),
                Proves.condition(code),
                null,
                "批复.pdf",
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
    @DisplayName("第一份申报提交以前可以增删，提交以后不能；别人不能；问题和答案的要求")
    void changed() {
        add("甲", Kind.TEXT, true);
        add("乙", Kind.TEXT, false);
        questions.remove(BATCH, id("甲"), RecognitionWalk.OFFICER);
        assertThat(all()).extracting(NoticeQuestion::question).containsExactly("乙");
        refusedToAdd("乙", Kind.TEXT, List.of(), "已有这个问题");
        refusedToAdd(" ", Kind.TEXT, List.of(), "请写明问题");
        refusedToAdd("丙", null, List.of(), "请选择回答的方式");
        refusedToAdd("丙", Kind.CHOICE, List.of("是", " "), "2至20个答案");
        walk.started();
        assertThatThrownBy(() -> questions.add(BATCH, "丙", Kind.TEXT, List.of(), true, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("由自治区经办人员填写");
        assertThatThrownBy(() -> questions.answer(walk.caseNumber(), Map.of(id("乙"), "x"), walk.city()))
                .isInstanceOf(Refusal.class);
        walk.submitted();
        refusedToAdd("丙", Kind.TEXT, List.of(), "本批次已有申报提交");
        assertThatThrownBy(() -> questions.remove(BATCH, id("乙"), RecognitionWalk.OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("本批次已有申报提交");
    }

    private void refusedToAdd(String question, Kind kind, List<String> choices, String why) {
        assertThatThrownBy(() -> questions.add(BATCH, question, kind, choices, true, RecognitionWalk.OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }
}
