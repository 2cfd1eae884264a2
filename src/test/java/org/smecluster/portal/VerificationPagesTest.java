package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Occasion;
import org.smecluster.recognition.CityReview;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.EvidenceOnFile;
import org.smecluster.support.Materials;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("现场核查的页面：一屏一项，随填随存；照片办结以前只有市里看得到")
class VerificationPagesTest {

    private static final Account OTHER_CITY = new Account("city-wuzhong", "外市", List.of("city-6403"));

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private PortalFixture portal;
    private String caseNumber;
    private long application;
    private String path;
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void accepted() {
        portal = new PortalFixture(context);
        var submitted = portal.submitted();
        portal.bean(JdbcClient.class)
                .sql("update batch set site_verification = true")
                .update();
        application = submitted.id();
        caseNumber = submitted.caseNumber();
        path = "/cases/" + caseNumber;
        new Materials(context).accept(caseNumber, PortalFixture.CITY);
        portal.bean(CityReview.class)
                .decideAcceptance(application, Conclusion.ACCEPT, "材料齐全", null, PortalFixture.CITY);
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account).perform(request.session(session)).andReturn().getResponse();
    }

    private String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(Account account, String address) throws Exception {
        return text(answer(account, get(address)));
    }

    private MockHttpServletRequestBuilder row(int item, String judgement, String seen, int revision) {
        return post(path + "/verification/" + item)
                .param("judgement", judgement)
                .param("seen", seen)
                .param("revision", String.valueOf(revision));
    }

    private MockHttpServletRequestBuilder head() {
        return post(path + "/verification/0")
                .param("verifiedOn", PortalFixture.TODAY.toString())
                .param("people", "冯国栋、 石慧")
                .param("revision", "0");
    }

    private void all() throws Exception {
        answer(PortalFixture.CITY, head());
        for (ConditionItem item : ConditionItem.values()) {
            answer(PortalFixture.CITY, row(item.number(), "MET", "", 0));
        }
    }

    @Test
    @DisplayName("不用脚本：填一项存一项，转到下一项；最后列出还缺的")
    void plainPosts() throws Exception {
        String first = page(PortalFixture.CITY, path + "/verification");
        assertThat(first).contains("核查日期和人员", "至少两人", "已填<b data-judged>0</b>/8");
        MockHttpServletResponse saved = answer(PortalFixture.CITY, head());
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(saved.getRedirectedUrl()).isEqualTo(path + "/verification?item=1");
        assertThat(answer(PortalFixture.CITY, row(4, "NEEDS_EXPLANATION", "抽查专利证书41件", 0))
                        .getRedirectedUrl())
                .isEqualTo(path + "/verification?item=5");
        String fourth = page(PortalFixture.CITY, path + "/verification?item=4");
        assertThat(fourth)
                .contains("第4项，共8项", "协同创新能力", "抽查专利证书41件", "存下，到第5项 数字化转型", "第十一条(四) 需说明", "city-shizuishan于")
                .contains("每万人", "要求：");
        assertThat(page(PortalFixture.CITY, path + "/verification?item=9"))
                .contains("还缺7处", "第十一条(一)核心竞争力还没有核查结论")
                .doesNotContain("第十一条(四)协同创新能力还没有");
        assertThat(portal.bean(OnSiteVerification.class)
                        .find(caseNumber)
                        .orElseThrow()
                        .people())
                .containsExactly("冯国栋", "石慧");
        assertThat(answer(PortalFixture.CITY, row(8, "MET", "", 0)).getRedirectedUrl())
                .endsWith("item=9");
    }

    @Test
    @DisplayName("没有存下的，原样留在屏上并说明原因：日期写错、另一人先存了")
    void refusedKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse bad = answer(
                PortalFixture.CITY,
                post(path + "/verification/0")
                        .param("verifiedOn", "昨天")
                        .param("people", "冯国栋")
                        .param("revision", "0"));
        assertThat(bad.getStatus()).isEqualTo(400);
        assertThat(text(bad)).contains("核查日期“昨天”不是有效的日期", "冯国栋");
        answer(PortalFixture.CITY, row(2, "MET", "先存的", 0));
        MockHttpServletResponse late = answer(PortalFixture.CITY, row(2, "NOT_MET", "后存的", 0));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("没有覆盖", "后存的");
        assertThat(answer(PortalFixture.CITY, row(2, "MISSING", "", 1)).getStatus())
                .isEqualTo(400);
        assertThat(answer(PortalFixture.CITY, row(2, "NONSENSE", "", 1)).getStatus())
                .isEqualTo(400);
        assertThat(answer(PortalFixture.CITY, row(9, "MET", "", 0)).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("脚本随填随存：答复新的次数、已填几项、还缺什么；冲突答复409和原因")
    void quietly() throws Exception {
        JsonNode told = json.readTree(text(answer(
                PortalFixture.CITY,
                row(1, "MET", "", 0).header("X-Fragment", "true").accept("application/json"))));
        assertThat(told.get("revision").asInt()).isEqualTo(1);
        assertThat(told.get("judged").asInt()).isEqualTo(1);
        assertThat(told.get("gaps")).hasSize(9);
        MockHttpServletResponse late = answer(
                PortalFixture.CITY,
                row(1, "MET", "", 0).header("X-Fragment", "true").accept("application/json"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(json.readTree(text(late)).get("problem").asText()).contains("city-shizuishan已于");
        assertThat(answer(
                                OTHER_CITY,
                                row(1, "MET", "", 1)
                                        .header("X-Fragment", "true")
                                        .accept("application/json"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("办结以前只有本市打得开；办结以后看案件的人都看得到，转到案件的一节")
    void whoReads() throws Exception {
        for (Account other : List.of(PortalFixture.APPLICANT, PortalFixture.OFFICER, OTHER_CITY)) {
            assertThat(answer(other, get(path + "/verification")).getStatus()).isEqualTo(404);
            assertThat(answer(other, get(path + "/verification/print")).getStatus())
                    .isEqualTo(404);
            assertThat(answer(other, head()).getStatus()).isEqualTo(404);
        }
        assertThat(page(PortalFixture.APPLICANT, path)).doesNotContain("section=verification");
        assertThat(page(PortalFixture.CITY, path + "?section=verification")).contains("填写现场核查", "办结以前还要补的", "还没有填核查日期");
        assertThat(page(PortalFixture.CITY, path + "/verification/print?blank=true"))
                .contains("空白表", "□ 需说明", "核查人员（签字）");
        all();
        assertThat(page(PortalFixture.CITY, path + "/verification/print")).contains("未办结稿", "冯国栋、石慧");
        portal.bean(OnSiteVerification.class).complete(application, "到现场核查，情况属实。", PortalFixture.CITY);
        for (Account reader : List.of(PortalFixture.APPLICANT, PortalFixture.OFFICER, PortalFixture.CITY)) {
            assertThat(page(reader, path + "?section=verification"))
                    .contains("到现场核查，情况属实。", "冯国栋、石慧", "✓ 符合")
                    .doesNotContain("填写现场核查");
            assertThat(page(reader, path + "/verification/print"))
                    .contains("到现场核查，情况属实。")
                    .doesNotContain("未办结稿");
        }
        assertThat(answer(PortalFixture.CITY, get(path + "/verification")).getRedirectedUrl())
                .isEqualTo(path + "?section=verification");
        assertThat(answer(PortalFixture.CITY, row(1, "NOT_MET", "x", 1)).getStatus())
                .isEqualTo(404);
        assertThat(answer(OTHER_CITY, get(path + "/verification/print")).getStatus())
                .isEqualTo(404);
    }

    private JsonNode begin(String name, String value, int size) throws Exception {
        return json.readTree(text(answer(
                PortalFixture.CITY,
                post(path + "/evidence-uploads")
                        .param(name, value)
                        .param("name", "中试平台.png")
                        .param("size", String.valueOf(size)))));
    }

    @Test
    @DisplayName("照片属于一项条件；办结以前单位和自治区看不到、也不随单位的材料提交，可以取回；办结时固定")
    void photographs() throws Exception {
        byte[] picture = EvidenceSamples.picture("png");
        assertThat(text(answer(PortalFixture.CITY, post(path + "/verification/confirmation"))))
                .contains("请先勾选确认不含国家秘密");
        answer(PortalFixture.CITY, post(path + "/verification/confirmation").param("sure", "true"));
        assertThat(begin("condition", "inventionPatentsPer10kEmployees", picture.length)
                        .get("problem")
                        .asText())
                .contains("第十一条没有这一项条件");
        for (int i = 0; i < 2; i++) {
            JsonNode begun = begin("condition", "collaborativeInnovation", picture.length);
            answer(
                    PortalFixture.CITY,
                    put(path + "/evidence-uploads/" + begun.get("id").asLong())
                            .queryParam("offset", "0")
                            .contentType("application/octet-stream")
                            .content(picture));
        }
        long ofUnit = new EvidenceOnFile(context)
                .lay(caseNumber, Occasion.CORRECTION, "单位的.png", FileType.PNG, picture, PortalFixture.APPLICANT);
        List<EvidenceFile> files = portal.bean(EvidenceFiles.class).ofCase(caseNumber).stream()
                .filter(file -> file.occasion() == Occasion.VERIFICATION)
                .toList();
        assertThat(files).hasSize(2).allSatisfy(file -> {
            assertThat(file.condition()).isEqualTo("collaborativeInnovation");
            assertThat(file.handedIn()).isFalse();
        });
        String photo = path + "/evidence/" + files.get(0).id();
        assertThat(answer(PortalFixture.CITY, get(photo)).getStatus()).isEqualTo(200);
        assertThat(answer(PortalFixture.APPLICANT, get(photo)).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.OFFICER, get(photo)).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.CITY, get(path + "/evidence/" + ofUnit)).getStatus())
                .isEqualTo(404);
        assertThat(page(PortalFixture.CITY, path + "/verification?item=4")).contains("中试平台.png", "✓ 已上传", "取回");
        assertThat(page(PortalFixture.CITY, path + "?section=evidence")).doesNotContain("中试平台.png");
        assertThat(answer(
                                PortalFixture.CITY,
                                post(path + "/verification/files/"
                                                + files.get(1).id() + "/removal")
                                        .param("item", "4"))
                        .getRedirectedUrl())
                .isEqualTo(path + "/verification?item=4");
        assertThat(text(answer(PortalFixture.CITY, post(path + "/verification/files/" + ofUnit + "/removal"))))
                .contains("这个文件已被取回");

        all();
        portal.bean(OnSiteVerification.class).complete(application, "到现场核查，情况属实。", PortalFixture.CITY);
        assertThat(portal.bean(EvidenceFiles.class).find(ofUnit).orElseThrow().handedIn())
                .isFalse();
        assertThat(answer(PortalFixture.APPLICANT, get(photo)).getStatus()).isEqualTo(200);
        assertThat(answer(PortalFixture.OFFICER, get(photo)).getStatus()).isEqualTo(200);
        assertThat(page(PortalFixture.APPLICANT, path + "?section=verification"))
                .contains("中试平台.png");
        assertThat(answer(
                                PortalFixture.CITY,
                                post(path + "/verification/files/"
                                        + files.get(0).id() + "/removal"))
                        .getStatus())
                .isIn(400, 404);
        assertThat(portal.bean(EvidenceFiles.class).find(files.get(0).id())).isPresent();
    }

    @Test
    @DisplayName("批次没有要求的案件没有这一页")
    void notAsked() throws Exception {
        portal.bean(JdbcClient.class)
                .sql("update batch set site_verification = false")
                .update();
        assertThat(answer(PortalFixture.CITY, get(path + "/verification")).getStatus())
                .isEqualTo(404);
        assertThat(page(PortalFixture.CITY, path)).doesNotContain("section=verification");
        assertThat(page(PortalFixture.CITY, "/batches/NXJQ-2026-PC-01")).contains("现场核查", "不要求");
    }
}
