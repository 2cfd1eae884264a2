package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.ScanState;
import org.smecluster.filing.Filing;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("佐证材料：上传、续传、查看、提交")
class EvidencePagesTest {

    private static final Account STRANGER = new Account("zhongning", "外县", List.of("county-640521"));
    private static final Account COLLEAGUE = new Account("pingluo-2", "同事", List.of("county-640221"));
    private static final int MB = 1024 * 1024;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private PortalFixture portal;
    private String caseNumber;
    private String path;
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void aDraft() {
        portal = new PortalFixture(context);
        caseNumber = portal.draft().caseNumber();
        path = "/cases/" + caseNumber;
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account)
                .perform(request.session(session).accept("application/json", "text/html"))
                .andReturn()
                .getResponse();
    }

    private JsonNode told(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private void confirm(Account account) throws Exception {
        assertThat(answer(account, post(path + "/evidence/confirmation").param("sure", "true"))
                        .getStatus())
                .isEqualTo(302);
    }

    private MockHttpServletRequestBuilder begin(String name, int size) {
        return post(path + "/evidence-uploads")
                .param("material", "developmentPlan")
                .param("name", name)
                .param("size", String.valueOf(size));
    }

    private MockHttpServletRequestBuilder piece(long upload, long offset, byte[] bytes) {
        return put(path + "/evidence-uploads/" + upload)
                .queryParam("offset", String.valueOf(offset))
                .contentType("application/octet-stream")
                .content(bytes);
    }

    private MockHttpServletRequestBuilder absence(String reason) {
        return post(path + "/materials/developmentPlan/absence").param("reason", reason);
    }

    private JsonNode sent(Account account, MockHttpServletRequestBuilder begin, byte[] content) throws Exception {
        MockHttpServletResponse begun = answer(account, begin);
        assertThat(begun.getStatus())
                .as(begun.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(200);
        JsonNode now = told(begun);
        while (!now.get("done").asBoolean() && now.get("problem").isNull()) {
            int from = now.get("received").asInt();
            now = told(answer(
                    account,
                    piece(
                            now.get("id").asLong(),
                            from,
                            Arrays.copyOfRange(content, from, Math.min(from + MB, content.length)))));
        }
        return now;
    }

    private JsonNode sent(String name, byte[] content) throws Exception {
        return sent(PortalFixture.APPLICANT, begin(name, content.length), content);
    }

    private long fileId(String name) {
        return portal.bean(EvidenceFiles.class).ofCase(caseNumber).stream()
                .filter(file -> file.name().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow()
                .id();
    }

    private String section(Account account) throws Exception {
        return answer(account, get(path).param("section", "evidence").accept("text/html"))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int pieces() {
        return portal.bean(JdbcClient.class)
                .sql("select count(*) from evidence_piece")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("先确认不含国家秘密，记下谁在什么时候确认；另一次登录再确认")
    void noStateSecret() throws Exception {
        byte[] plan = EvidenceSamples.pdf("plan");
        assertThat(section(PortalFixture.APPLICANT)).contains("上传前请确认", EvidenceIntake.NO_STATE_SECRET);
        MockHttpServletResponse refused = answer(PortalFixture.APPLICANT, begin("规划.pdf", plan.length));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(told(refused).get("problem").asText()).contains("请先确认所上传的文件不含国家秘密");
        assertThat(answer(PortalFixture.APPLICANT, post(path + "/evidence/confirmation"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("请先勾选确认不含国家秘密");

        confirm(PortalFixture.APPLICANT);
        assertThat(sent("规划.pdf", plan).get("done").asBoolean()).isTrue();
        assertThat(portal.bean(JdbcClient.class)
                        .sql("select confirmed_by || ' ' || statement from evidence_confirmation")
                        .query(String.class)
                        .list())
                .containsExactly("pingluo " + EvidenceIntake.NO_STATE_SECRET);

        assertThat(portal.as(PortalFixture.APPLICANT)
                        .perform(begin("规划.pdf", plan.length))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("传到一半断开：问到哪里，从那里接着传，内容与摘要一致")
    void cutAndResumed() throws Exception {
        confirm(PortalFixture.APPLICANT);
        byte[] plan = EvidenceSamples.pdf(3 * MB + 77, 1);
        JsonNode begun = told(answer(PortalFixture.APPLICANT, begin("规划.pdf", plan.length)));
        long upload = begun.get("id").asLong();
        answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, MB)));
        answer(PortalFixture.APPLICANT, piece(upload, MB, Arrays.copyOfRange(plan, MB, MB + 70_000)));

        TestClock.pass(Duration.ofHours(23));
        JsonNode there = told(answer(PortalFixture.APPLICANT, get(path + "/evidence-uploads/" + upload)));
        assertThat(there.get("received").asInt()).isEqualTo(MB + 70_000);
        assertThat(there.get("done").asBoolean()).isFalse();
        // once more what was there already: nothing is added, the answer tells where to go on
        assertThat(told(answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, MB))))
                        .get("received")
                        .asInt())
                .isEqualTo(MB + 70_000);

        JsonNode now = there;
        while (!now.get("done").asBoolean()) {
            int from = now.get("received").asInt();
            now = told(answer(
                    PortalFixture.APPLICANT,
                    piece(upload, from, Arrays.copyOfRange(plan, from, Math.min(from + MB, plan.length)))));
            assertThat(now.get("problem").isNull()).isTrue();
        }
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId("规划.pdf")))
                        .getContentAsByteArray())
                .isEqualTo(plan);
        // the answer to the last piece was lost: asked again, it is told as done
        assertThat(told(answer(PortalFixture.APPLICANT, get(path + "/evidence-uploads/" + upload)))
                        .get("done")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("没有传完的，24小时以后按系统时钟作废；传完的不受影响")
    void expires() throws Exception {
        confirm(PortalFixture.APPLICANT);
        byte[] kept = EvidenceSamples.pdf("kept");
        sent("留.pdf", kept);
        byte[] plan = EvidenceSamples.pdf(2 * MB, 2);
        long upload = told(answer(PortalFixture.APPLICANT, begin("规划.pdf", plan.length)))
                .get("id")
                .asLong();
        answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, MB)));
        assertThat(pieces()).isEqualTo(2);

        TestClock.pass(Duration.ofHours(24).minusSeconds(1));
        portal.bean(EvidenceIntake.class).discardExpired();
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence-uploads/" + upload))
                        .getStatus())
                .isEqualTo(200);
        TestClock.pass(Duration.ofSeconds(1));
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence-uploads/" + upload))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(PortalFixture.APPLICANT, piece(upload, MB, Arrays.copyOfRange(plan, MB, 2 * MB)))
                        .getStatus())
                .isEqualTo(404);
        portal.bean(EvidenceIntake.class).discardExpired();
        assertThat(pieces()).isEqualTo(1);
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId("留.pdf")))
                        .getContentAsByteArray())
                .isEqualTo(kept);
    }

    @Test
    @DisplayName("相同的内容只存一份，按案件计量；取回一份，另一份还在；都取回了，内容清除")
    void equalContentOnce() throws Exception {
        confirm(PortalFixture.APPLICANT);
        byte[] plan = EvidenceSamples.pdf("plan");
        sent("甲.pdf", plan);
        sent("乙.pdf", plan);
        assertThat(pieces()).isEqualTo(1);
        JdbcClient database = portal.bean(JdbcClient.class);
        assertThat(database.sql("select count(*) from evidence_content")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        long first = fileId("甲.pdf");
        answer(PortalFixture.APPLICANT, post(path + "/evidence/" + first + "/removal"));
        TestClock.pass(Duration.ofHours(25));
        portal.bean(EvidenceIntake.class).discardExpired();
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + first))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId("乙.pdf")))
                        .getContentAsByteArray())
                .isEqualTo(plan);
        answer(PortalFixture.APPLICANT, post(path + "/evidence/" + fileId("乙.pdf") + "/removal"));
        portal.bean(EvidenceIntake.class).discardExpired();
        assertThat(pieces()).isZero();

        sent("丙.pdf", plan);
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId("丙.pdf")))
                        .getContentAsByteArray())
                .isEqualTo(plan);
    }

    @Test
    @DisplayName("太大、空文件、超过每案上限、没有的条件：一句话说明；程序改名为pdf不保存，什么都不留下")
    void refused() throws Exception {
        confirm(PortalFixture.APPLICANT);
        assertThat(told(answer(PortalFixture.APPLICANT, begin("大.pdf", 50 * MB + 1)))
                        .get("problem")
                        .asText())
                .contains("“大.pdf”有51 MB，每个文件不超过50 MB");
        assertThat(told(answer(PortalFixture.APPLICANT, begin("空.pdf", 0)))
                        .get("problem")
                        .asText())
                .contains("是空文件");
        assertThat(told(answer(
                                PortalFixture.APPLICANT,
                                post(path + "/evidence-uploads")
                                        .param("condition", "nonsense")
                                        .param("name", "x.pdf")
                                        .param("size", "5")))
                        .get("problem")
                        .asText())
                .contains("第十一条没有这一项条件");
        for (int i = 0; i < 10; i++) {
            assertThat(answer(PortalFixture.APPLICANT, begin(i + ".pdf", 50 * MB))
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(told(answer(PortalFixture.APPLICANT, begin("再.pdf", 1)))
                        .get("problem")
                        .asText())
                .contains("本案的佐证材料已有500 MB", "每案500 MB的上限");
        TestClock.pass(Duration.ofHours(24));
        portal.bean(EvidenceIntake.class).discardExpired();

        JsonNode program = sent("营业执照.pdf", EvidenceSamples.program());
        assertThat(program.get("done").asBoolean()).isFalse();
        assertThat(program.get("problem").asText()).contains("“营业执照.pdf”是可以执行的程序");
        assertThat(pieces()).isZero();
        assertThat(portal.bean(EvidenceFiles.class).ofCase(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("一次多于1 MB、不是最后一次却很短、超出声明的大小：不接收")
    void piecesOfTheWrongLength() throws Exception {
        confirm(PortalFixture.APPLICANT);
        byte[] plan = EvidenceSamples.pdf(2 * MB, 3);
        long upload = told(answer(PortalFixture.APPLICANT, begin("规划.pdf", plan.length)))
                .get("id")
                .asLong();
        assertThat(answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, MB + 1)))
                        .getStatus())
                .isEqualTo(400);
        assertThat(answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, 100)))
                        .getStatus())
                .isEqualTo(400);
        answer(PortalFixture.APPLICANT, piece(upload, 0, Arrays.copyOf(plan, MB)));
        answer(PortalFixture.APPLICANT, piece(upload, MB, Arrays.copyOfRange(plan, MB, MB + 70_000)));
        assertThat(answer(PortalFixture.APPLICANT, piece(upload, MB + 70_000, Arrays.copyOf(plan, MB)))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("外县、未登录、没有CSRF令牌、同县他人的上传：都进不来，也看不到")
    void others() throws Exception {
        confirm(PortalFixture.APPLICANT);
        byte[] plan = EvidenceSamples.pdf(2 * MB, 4);
        long upload = told(answer(PortalFixture.APPLICANT, begin("规划.pdf", plan.length)))
                .get("id")
                .asLong();
        byte[] first = Arrays.copyOf(plan, MB);
        assertThat(answer(STRANGER, begin("x.pdf", 5)).getStatus()).isEqualTo(404);
        assertThat(answer(STRANGER, get(path + "/evidence-uploads/" + upload)).getStatus())
                .isEqualTo(404);
        assertThat(answer(STRANGER, piece(upload, 0, first)).getStatus()).isEqualTo(404);
        assertThat(answer(COLLEAGUE, piece(upload, 0, first)).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.CITY, begin("x.pdf", 5)).getStatus()).isEqualTo(400);
        assertThat(answer(PortalFixture.APPLICANT, piece(upload, 0, first).with(csrf().useInvalidToken()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(portal.anonymous()
                        .perform(piece(upload, 0, first).accept("application/json"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(pieces()).isZero();

        sent("执照.pdf", EvidenceSamples.pdf("licence"));
        long file = fileId("执照.pdf");
        for (Account who : List.of(STRANGER, PortalFixture.CITY, PortalFixture.OFFICER, PortalFixture.EXPERT)) {
            for (String what : List.of("", "/content", "/preview")) {
                assertThat(answer(who, get(path + "/evidence/" + file + what)).getStatus())
                        .as(who.userId() + what)
                        .isEqualTo(404);
            }
        }
        assertThat(section(PortalFixture.CITY)).doesNotContain("执照.pdf");
        assertThat(section(COLLEAGUE)).contains("执照.pdf");
        assertThat(answer(STRANGER, post(path + "/evidence/" + file + "/removal"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(PortalFixture.CITY, post(path + "/evidence/" + file + "/removal"))
                        .getStatus())
                .isEqualTo(400);
        // under another case's number it is not there
        String other = portal.draft("平罗县另一集群").caseNumber();
        assertThat(answer(PortalFixture.APPLICANT, get("/cases/" + other + "/evidence/" + file))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(
                                PortalFixture.APPLICANT,
                                put("/cases/" + other + "/evidence-uploads/" + upload)
                                        .queryParam("offset", "0")
                                        .contentType("application/octet-stream")
                                        .content(first))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("下载：附件、原来的名称、不嗅探、什么都不能运行；图片按自己的类型显示；PDF在本页绘制")
    void nothingRuns() throws Exception {
        confirm(PortalFixture.APPLICANT);
        String name = "集".repeat(200) + ".pdf";
        sent(name, EvidenceSamples.pdf("plan"));
        byte[] picture = EvidenceSamples.picture("png");
        sent("照片<script>.html", picture);
        sent("清单.et", EvidenceSamples.xls(null));

        MockHttpServletResponse plan = answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId(name)));
        assertThat(plan.getContentType()).isEqualTo("application/octet-stream");
        assertThat(plan.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=")
                .contains("filename*=UTF-8''" + "%E9%9B%86".repeat(200) + ".pdf");
        assertThat(plan.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(plan.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");

        long shown = fileId("照片<script>.html");
        MockHttpServletResponse content =
                answer(PortalFixture.APPLICANT, get(path + "/evidence/" + shown + "/content"));
        assertThat(content.getContentType()).isEqualTo("image/png");
        assertThat(content.getHeader("Content-Disposition")).isEqualTo("inline");
        assertThat(content.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(content.getContentAsByteArray()).isEqualTo(picture);
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + shown))
                        .getHeader("Content-Disposition"))
                .contains(".html.png");
        assertThat(section(PortalFixture.APPLICANT))
                .contains("照片&lt;script&gt;.html")
                .doesNotContain("照片<script>");

        MockHttpServletResponse page = answer(
                PortalFixture.APPLICANT,
                get(path + "/evidence/" + fileId(name) + "/preview").accept("text/html"));
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("data-pdf", "evidence-pdf.js");
        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId(name) + "/content"))
                        .getHeader("Content-Disposition"))
                .startsWith("attachment");
        for (String what : List.of("/content", "/preview")) {
            assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + fileId("清单.et") + what))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("随材料提交：审查各方看得到，不能再取回、不能再传；退回补正时可以替换，以前的一版保留")
    void handedIn() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("规划.pdf", EvidenceSamples.pdf("one"));
        long first = fileId("规划.pdf");
        byte[] late = EvidenceSamples.pdf(2 * MB, 5);
        long unfinished = told(answer(PortalFixture.APPLICANT, begin("迟.pdf", late.length)))
                .get("id")
                .asLong();
        answer(PortalFixture.APPLICANT, piece(unfinished, 0, Arrays.copyOf(late, MB)));
        portal.upload(caseNumber, PortalFixture.sampleFile());
        portal.submit(caseNumber);

        assertThat(section(PortalFixture.CITY))
                .contains("规划.pdf", "第十三条(三)", "第十一条(一)", "下载", "预览", "未扫描", "SHA-256")
                .doesNotContain("添加文件", "取回", "替换");
        assertThat(answer(PortalFixture.CITY, get(path + "/evidence/" + first)).getStatus())
                .isEqualTo(200);
        MockHttpServletResponse removal =
                answer(PortalFixture.APPLICANT, post(path + "/evidence/" + first + "/removal"));
        assertThat(removal.getStatus()).isEqualTo(400);
        MockHttpServletResponse begin = answer(PortalFixture.APPLICANT, begin("x.pdf", 5));
        assertThat(begin.getStatus()).isEqualTo(400);
        assertThat(told(begin).get("problem").asText()).contains("现在不能由您提交或取回佐证材料");
        // begun before, finished after: it is not slipped in
        assertThat(told(answer(PortalFixture.APPLICANT, piece(unfinished, MB, Arrays.copyOfRange(late, MB, 2 * MB))))
                        .get("problem")
                        .asText())
                .contains("现在不能由您提交");

        portal.bean(JdbcClient.class)
                .sql("update application set state = 'RETURNED' where case_number = ?")
                .param(caseNumber)
                .update();
        portal.bean(Filing.class).openCorrection(caseNumber, PortalFixture.TODAY.plusDays(9));
        byte[] better = EvidenceSamples.pdf("two");
        sent(
                PortalFixture.APPLICANT,
                begin("规划（补正）.pdf", better.length).param("replaces", String.valueOf(first)),
                better);
        assertThat(section(PortalFixture.APPLICANT)).contains("规划（补正）.pdf", "以前的1版", "补正第2版材料");
        assertThat(section(PortalFixture.CITY)).contains("规划.pdf").doesNotContain("规划（补正）.pdf");
        assertThat(answer(PortalFixture.APPLICANT, post(path + "/evidence/" + first + "/removal"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("已随材料提交，不能取回");
        MockHttpServletResponse again =
                answer(PortalFixture.APPLICANT, begin("x.pdf", 5).param("replaces", String.valueOf(first)));
        assertThat(told(again).get("problem").asText()).contains("已被另一个文件替换");
    }

    @Test
    @DisplayName("第十三条：缺的必须材料在页面上逐项写明原因、收回原因；已有的、没有原因要写的，一句话说明；外人404")
    void absenceIsExplained() throws Exception {
        assertThat(section(PortalFixture.APPLICANT)).contains("必须提供，还没有", "暂不能提供集群发展规划的，写明原因");
        assertThat(answer(PortalFixture.APPLICANT, absence("规划正在报批")).getStatus())
                .isEqualTo(302);
        assertThat(section(PortalFixture.APPLICANT)).contains("暂不能提供，已说明", "规划正在报批");
        assertThat(answer(STRANGER, absence("x")).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.CITY, absence("x")).getContentAsString(StandardCharsets.UTF_8))
                .contains("只有申报主体的人员可以办理此事");
        assertThat(answer(PortalFixture.APPLICANT, absence("")).getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("规划正在报批");
        confirm(PortalFixture.APPLICANT);
        sent("规划.pdf", EvidenceSamples.pdf("plan"));
        assertThat(answer(PortalFixture.APPLICANT, absence("规划正在报批")).getContentAsString(StandardCharsets.UTF_8))
                .contains("第十三条(三)集群发展规划已有，不必说明原因");
    }

    private MockHttpServletRequestBuilder rest() {
        return post(path + "/materials/acceptance");
    }

    private MockHttpServletRequestBuilder tick(boolean accepted, String reason) {
        return post(path + "/materials/developmentPlan/tick")
                .param("accepted", String.valueOf(accepted))
                .param("reason", reason);
    }

    @Test
    @DisplayName("第十二条(二)：先退回一项，其余一次认可；已退回的不变，不轮到的人不能办")
    void acceptsTheRest() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("规划.pdf", EvidenceSamples.pdf("plan"));
        portal.upload(caseNumber, PortalFixture.sampleFile());
        portal.submit(caseNumber);
        assertThat(answer(STRANGER, rest()).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.APPLICANT, rest()).getStatus()).isEqualTo(400);
        assertThat(answer(PortalFixture.CITY, tick(false, "缺盖章页")).getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.CITY)).containsPattern("其余[0-9]+项全部认可");
        assertThat(answer(PortalFixture.CITY, rest()).getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.CITY))
                .contains("市级退回", "缺盖章页", ">市级认可<")
                .doesNotContainPattern("其余[0-9]+项全部认可");
    }

    @Test
    @DisplayName("第十二条(二)：市级在页面上逐项认可或写明原因退回，清单和打印件带上意见；退回以前申报主体看不到，退回以后只打开这一项")
    void ticksAndReturn() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("规划.pdf", EvidenceSamples.pdf("plan"));
        portal.upload(caseNumber, PortalFixture.sampleFile());
        portal.submit(caseNumber);
        assertThat(section(PortalFixture.CITY)).contains("请逐项核对", "认可集群发展规划", "退回集群发展规划");
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("认可集群发展规划");
        assertThat(answer(STRANGER, tick(true, "")).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.APPLICANT, tick(true, "")).getStatus()).isEqualTo(400);
        assertThat(answer(PortalFixture.OFFICER, tick(true, "")).getStatus()).isEqualTo(400);
        assertThat(answer(PortalFixture.CITY, tick(false, "")).getContentAsString(StandardCharsets.UTF_8))
                .contains("请写明退回第十三条(三)集群发展规划的原因，不超过1000字");
        assertThat(answer(PortalFixture.CITY, tick(true, "")).getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.CITY)).contains(">市级认可<");
        assertThat(answer(PortalFixture.CITY, tick(false, "缺盖章页")).getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.CITY)).contains("市级退回", "缺盖章页").doesNotContain(">市级认可<");
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("缺盖章页");
        for (String section : List.of("?section=materials", "/print")) {
            assertThat(answer(PortalFixture.CITY, get(path + section).accept("text/html"))
                            .getContentAsString(StandardCharsets.UTF_8))
                    .contains("市级退回", "缺盖章页", "佐证材料1个文件");
        }

        portal.bean(JdbcClient.class)
                .sql("update application set state = 'RETURNED' where case_number = ?")
                .param(caseNumber)
                .update();
        portal.bean(Filing.class).openCorrection(caseNumber, PortalFixture.TODAY.plusDays(9));
        assertThat(section(PortalFixture.APPLICANT)).contains("缺盖章页", "可补正", "只退回了下面标明“可补正”的材料");
        assertThat(answer(
                                PortalFixture.APPLICANT,
                                get(path).param("section", "upload").accept("text/html"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("本次补正没有退回数据表的内容");
        MockHttpServletResponse other = answer(
                PortalFixture.APPLICANT,
                post(path + "/evidence-uploads")
                        .param("material", "otherEvidence")
                        .param("name", "x.pdf")
                        .param("size", "5"));
        assertThat(other.getStatus()).isEqualTo(400);
        assertThat(told(other).get("problem").asText()).contains("本次补正没有退回这一项材料");
        byte[] better = EvidenceSamples.pdf("better");
        sent("规划（盖章）.pdf", better);
    }

    @Test
    @DisplayName("封存：经办提请，审定人员（另一人）决定；此后预览、下载、列表、归档对任何人都不给内容和名称，摘要保留；相同的内容再传也一样")
    void sealed() throws Exception {
        Account leader = new Account("leader", "审定", List.of("province-leader"));
        Account both = new Account("officer-1", "丁少华", List.of("province-leader"));
        Account admin = new Account("admin", "管理员", List.of("camunda-admin"));
        confirm(PortalFixture.APPLICANT);
        byte[] secret = EvidenceSamples.pdf("secret");
        sent("涉密规划.pdf", secret);
        long file = fileId("涉密规划.pdf");
        portal.upload(caseNumber, PortalFixture.sampleFile());
        portal.submit(caseNumber);
        String sha256 =
                portal.bean(EvidenceFiles.class).find(file).orElseThrow().sha256();
        String seal = path + "/evidence/" + file + "/seal";

        for (Account who : List.of(PortalFixture.APPLICANT, PortalFixture.CITY, leader)) {
            assertThat(answer(who, post(seal).param("reason", "x")).getStatus()).isEqualTo(400);
        }
        assertThat(answer(PortalFixture.OFFICER, post(seal)).getContentAsString(StandardCharsets.UTF_8))
                .contains("请写明封存的原因");
        assertThat(answer(leader, post(seal + "/confirmation")).getContentAsString(StandardCharsets.UTF_8))
                .contains("没有待审定的封存");
        assertThat(answer(PortalFixture.OFFICER, post(seal).param("reason", "疑似涉密"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(answer(PortalFixture.OFFICER, post(seal).param("reason", "x"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(section(leader)).contains("提请封存：疑似涉密", ">封存<", "不同意封存");
        assertThat(section(PortalFixture.CITY)).doesNotContain("疑似涉密");
        // asked only: everything is as before
        assertThat(answer(PortalFixture.CITY, get(path + "/evidence/" + file)).getStatus())
                .isEqualTo(200);
        assertThat(answer(PortalFixture.OFFICER, post(seal + "/confirmation")).getStatus())
                .isEqualTo(400);
        assertThat(answer(both, post(seal + "/confirmation")).getContentAsString(StandardCharsets.UTF_8))
                .contains("须由两个人办理");
        assertThat(answer(leader, post(seal + "/refusal")).getStatus()).isEqualTo(302);
        answer(PortalFixture.OFFICER, post(seal).param("reason", "确系涉密"));
        EvidenceFile before = portal.bean(EvidenceFiles.class).find(file).orElseThrow();
        assertThat(answer(leader, post(seal + "/confirmation")).getStatus()).isEqualTo(302);

        for (Account who : List.of(PortalFixture.APPLICANT, PortalFixture.CITY, PortalFixture.OFFICER, leader, admin)) {
            for (String door : List.of("", "/content", "/preview")) {
                assertThat(answer(who, get(path + "/evidence/" + file + door)).getStatus())
                        .as(who + door)
                        .isEqualTo(404);
            }
        }
        for (Account who : List.of(PortalFixture.APPLICANT, PortalFixture.CITY, PortalFixture.OFFICER, leader)) {
            assertThat(section(who)).doesNotContain("涉密规划").contains("已封存，任何人都不能打开", sha256);
        }
        assertThatThrownBy(() -> portal.bean(EvidenceService.class).open(before))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已封存");
        assertThatThrownBy(() -> portal.bean(EvidenceService.class).takeBack(caseNumber, file, PortalFixture.APPLICANT))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("涉密规划");
        assertThat(pieces()).isOne();

        String other = portal.draft("平罗县另一集群").caseNumber();
        assertThat(answer(
                                PortalFixture.APPLICANT,
                                post("/cases/" + other + "/evidence/confirmation")
                                        .param("sure", "true"))
                        .getStatus())
                .isEqualTo(302);
        caseNumber = other;
        path = "/cases/" + other;
        sent("换个名称.pdf", secret);
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("换个名称").contains("已封存");
        long again = portal.bean(EvidenceFiles.class).ofCase(other).get(0).id();
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + again))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("异议的佐证材料只有自治区看得到，名称也是；申报单位的提交不影响它")
    void objection() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("举报信.pdf", EvidenceSamples.pdf("letter"));
        long file = fileId("举报信.pdf");
        portal.bean(JdbcClient.class)
                .sql("update evidence_file set occasion = 'OBJECTION'")
                .update();
        assertThat(portal.bean(EvidenceService.class).handIn(caseNumber)).isZero();
        for (Account who : List.of(PortalFixture.APPLICANT, PortalFixture.CITY)) {
            assertThat(section(who)).doesNotContain("举报信");
            assertThat(answer(who, get(path + "/evidence/" + file)).getStatus()).isEqualTo(404);
        }
        assertThat(section(PortalFixture.OFFICER)).contains("举报信.pdf");
        assertThat(answer(PortalFixture.OFFICER, get(path + "/evidence/" + file))
                        .getStatus())
                .isEqualTo(200);
        assertThat(Occasion.OBJECTION.label()).isEqualTo("异议");
    }

    @Test
    @DisplayName("有病毒的：不显示、不下载，页面说明，不能提交")
    void infected() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("图.png", EvidenceSamples.picture("png"));
        long file = fileId("图.png");
        EvidenceFiles files = portal.bean(EvidenceFiles.class);
        files.scanned(
                files.contentOf(file).id(),
                ScanState.INFECTED,
                "Eicar",
                TestClock.today().atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
        for (String what : List.of("", "/content", "/preview")) {
            assertThat(answer(PortalFixture.APPLICANT, get(path + "/evidence/" + file + what))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(section(PortalFixture.APPLICANT)).contains("有病毒：Eicar").doesNotContain(">下载<");
        CaseRecord record = portal.bean(Cases.class).find(caseNumber).orElseThrow();
        assertThat(record.closed()).isFalse();
        portal.upload(caseNumber, PortalFixture.sampleFile());
        assertThatThrownBy(() -> portal.submit(caseNumber))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("下列佐证材料有病毒，请取回或替换后再提交：“图.png”");
    }

    @Test
    @DisplayName("存储里的内容被改动：不把它当作原件给出去")
    void alteredInTheStore() throws Exception {
        confirm(PortalFixture.APPLICANT);
        sent("规划.pdf", EvidenceSamples.pdf("plan"));
        portal.bean(JdbcClient.class)
                .sql("update evidence_piece set bytes = set_byte(bytes, 20, 0)")
                .update();
        long file = fileId("规划.pdf");
        assertThatThrownBy(() -> answer(PortalFixture.APPLICANT, get(path + "/evidence/" + file)))
                .hasMessageContaining("is not what was stored");
    }

    @Test
    @DisplayName("页面：整页和标签页")
    void page() throws Exception {
        assertThat(section(PortalFixture.APPLICANT)).contains("<h1>", "佐证材料", "第十三条(十一)");
        portal.as(PortalFixture.APPLICANT)
                .perform(get(path).param("section", "evidence").header("X-Fragment", "true"))
                .andExpect(status().isOk());
    }
}
