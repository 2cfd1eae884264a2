package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperService;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Written;
import org.smecluster.recognition.CityReview;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RegionalReview;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.Materials;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("文书：由案中存下的资料生成，出具后不变，各人只看得到给自己的")
class PaperPagesTest {

    private static final Account OTHER_CITY = new Account("city-wuzhong", "外市", List.of("city-6403"));
    private static final Account LEADER = new Account("leader-1", "白志强", List.of("province-leader"));
    private static final String NUMBER = "石工信发〔2026〕31号";

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private PaperOnFile onFile;
    private String caseNumber;
    private long application;
    private String path;

    @BeforeEach
    void submitted() {
        portal = new PortalFixture(context);
        onFile = new PaperOnFile(context);
        var submitted = portal.submitted();
        application = submitted.id();
        caseNumber = submitted.caseNumber();
        path = "/cases/" + caseNumber;
    }

    private void accept() {
        new Materials(context).accept(caseNumber, PortalFixture.CITY);
        city().decideAcceptance(application, Conclusion.ACCEPT, "材料齐全", null, PortalFixture.CITY);
    }

    private CityReview city() {
        return portal.bean(CityReview.class);
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account).perform(request).andReturn().getResponse();
    }

    private String page(Account account) throws Exception {
        return answer(account, get(path + "?section=papers")).getContentAsString(StandardCharsets.UTF_8);
    }

    private Map<String, String> facts(PaperKind kind, Account by) {
        return onFile.draft(caseNumber, kind, by).facts().values();
    }

    private MockHttpServletRequestBuilder issue(PaperKind kind, Account by, String number, String day) {
        return post(path + "/papers/" + kind + "/1")
                .param("documentNumber", number)
                .param("documentDate", day)
                .param("seen", PaperService.seen(onFile.draft(caseNumber, kind, by)))
                .param("sure", "true");
    }

    private static String text(byte[] docx) {
        return Written.text(Docx.read(docx));
    }

    @Test
    @DisplayName("受理通知书：预览注明未盖章稿和文号待填；出具后申报单位收到通知，只看得到PDF")
    void acceptance() throws Exception {
        accept();
        assertThat(page(PortalFixture.CITY))
                .contains("受理通知书", "出具受理通知书", "还没有出具文书")
                .doesNotContain("不予受理");
        byte[] preview = answer(PortalFixture.CITY, get(path + "/papers/ACCEPTANCE/1/preview"))
                .getContentAsByteArray();
        try (var pdf = Loader.loadPDF(preview)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("未盖章稿", "（文号待填）", "石嘴山市中小企业主管部门", "材料齐全", caseNumber);
        }
        MockHttpServletResponse issued = answer(
                PortalFixture.CITY, issue(PaperKind.ACCEPTANCE, PortalFixture.CITY, "石工信发[2026]31号", "2026年3月16日"));
        assertThat(issued.getRedirectedUrl()).isEqualTo(path + "?section=papers");
        assertThat(page(PortalFixture.CITY))
                .contains(NUMBER, "2026-03-16", "city-shizuishan，")
                .doesNotContain("出具受理通知书");
        assertThat(page(PortalFixture.APPLICANT))
                .contains("受理通知书", NUMBER, "未归档")
                .doesNotContain("docx", "可以出具", "选择扫描件");
        assertThat(portal.bean(Notifications.class).ofCase(caseNumber, "pingluo"))
                .anySatisfy(told -> assertThat(told.text()).contains("已出具受理通知书（" + NUMBER + "）"));
        for (Account reader : List.of(PortalFixture.APPLICANT, PortalFixture.CITY, PortalFixture.OFFICER, LEADER)) {
            assertThat(answer(reader, get(path + "/issued-papers/1/pdf")).getContentType())
                    .isEqualTo("application/pdf");
        }
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/issued-papers/1/docx"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(OTHER_CITY, get(path + "/issued-papers/1/pdf")).getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("出具的docx每次重新生成都逐字节相同，来源写明数据摘要和模板版本；此后案件再变也不变")
    void madeAgain() throws Exception {
        accept();
        onFile.issue(caseNumber, PaperKind.ACCEPTANCE, NUMBER, PortalFixture.TODAY, PortalFixture.CITY);
        byte[] first =
                answer(PortalFixture.CITY, get(path + "/issued-papers/1/docx")).getContentAsByteArray();
        city().reviewPreliminarily(application, Conclusion.DOES_NOT_MEET, "不符合", null, PortalFixture.CITY);
        byte[] again =
                answer(PortalFixture.CITY, get(path + "/issued-papers/1/docx")).getContentAsByteArray();
        assertThat(again).isEqualTo(first);
        assertThat(text(first)).contains(NUMBER, "2026年3月16日", "案号" + caseNumber + "　数据摘要", "　模板第1版");
    }

    @Test
    @DisplayName("补正通知书：退回的材料和原因逐项列出，写明期限和救济途径")
    void correction() throws Exception {
        new Materials(context).accept(caseNumber, PortalFixture.CITY);
        answer(
                PortalFixture.CITY,
                post(path + "/materials/developmentPlan/tick")
                        .param("accepted", "false")
                        .param("reason", "规划缺第三章"));
        city().decideAcceptance(application, Conclusion.RETURN, "请补齐规划", 10, PortalFixture.CITY);
        byte[] docx = answer(PortalFixture.CITY, get(path + "/papers/CORRECTION/1/docx"))
                .getContentAsByteArray();
        assertThat(text(docx)).contains("第十三条(三)集群发展规划", "规划缺第三章", "请补齐规划", "10个工作日内补正", "可以在补正期限内向作出机关书面说明理由");
    }

    @Test
    @DisplayName("不予受理通知书写理由和救济途径")
    void refusal() throws Exception {
        city().decideAcceptance(application, Conclusion.REFUSE, "不在本市", null, PortalFixture.CITY);
        assertThat(text(answer(PortalFixture.CITY, get(path + "/papers/REFUSAL/1/docx"))
                        .getContentAsByteArray()))
                .contains("决定不予受理", "不在本市", "申请行政复议");
    }

    @Test
    @DisplayName("初审意见和推荐函：各项条件逐条在列；推荐决定作出以前推荐函只能预览，之后用决定时填的文号")
    void recommendation() throws Exception {
        accept();
        city().reviewPreliminarily(application, Conclusion.MEETS, "符合第十一条", null, PortalFixture.CITY);
        PaperDraft opinion = onFile.draft(caseNumber, PaperKind.PRELIMINARY_OPINION, PortalFixture.CITY);
        assertThat(opinion.facts().values())
                .containsEntry("意见", "符合第十一条")
                .containsEntry("经办人", "冯国强")
                .containsEntry("结论", "符合");
        assertThat(opinion.facts().lists().get("条件")).hasSizeGreaterThan(15).allSatisfy(row -> assertThat(row.get("条款"))
                .startsWith("第十一条"));
        assertThat(page(PortalFixture.CITY)).contains("还不能出具：推荐决定还没有作出");
        assertThat(answer(PortalFixture.CITY, issue(PaperKind.RECOMMENDATION, PortalFixture.CITY, NUMBER, "2026-03-16"))
                        .getStatus())
                .isEqualTo(400);
        city().decideRecommendation(
                        application,
                        Conclusion.RECOMMEND,
                        "同意推荐",
                        "石工信发〔2026〕8号",
                        PortalFixture.TODAY,
                        PortalFixture.CITY);
        answer(PortalFixture.CITY, issue(PaperKind.RECOMMENDATION, PortalFixture.CITY, "别的〔2026〕1号", "2026-03-15"));
        String letter = text(
                answer(PortalFixture.CITY, get(path + "/issued-papers/1/docx")).getContentAsByteArray());
        assertThat(letter)
                .contains(
                        "石工信发〔2026〕8号",
                        "现推荐1个集群",
                        "推荐汇总表",
                        PortalFixture.sample().getClusterName())
                .doesNotContain("别的");
        assertThat(page(PortalFixture.APPLICANT)).doesNotContain("推荐函");
        assertThat(answer(PortalFixture.APPLICANT, get(path + "/issued-papers/1/pdf"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(PortalFixture.OFFICER)).contains("推荐函").doesNotContain("出具初审意见");
    }

    @Test
    @DisplayName("不予认定决定书：不符合的每一项连同条款、数值、要求、差距，写明自治区的救济途径；专家看不到文书")
    void notRecognised() throws Exception {
        portal = new PortalFixture(context);
        accept();
        city().reviewPreliminarily(application, Conclusion.MEETS, "符合", null, PortalFixture.CITY);
        city().decideRecommendation(
                        application,
                        Conclusion.RECOMMEND,
                        "同意推荐",
                        "石工信发〔2026〕8号",
                        PortalFixture.TODAY,
                        PortalFixture.CITY);
        portal.experts(caseNumber, application);
        portal.expertSays(caseNumber, PortalFixture.EXPERT, "专利数量偏少");
        assertThat(onFile.record(caseNumber))
                .satisfies(file -> assertThat(portal.bean(PaperService.class).drafts(file, PortalFixture.OFFICER))
                        .extracting(PaperDraft::kind)
                        .as("one has not answered yet")
                        .doesNotContain(PaperKind.EXPERT_OPINION, PaperKind.EXPERT_MINUTES));
        portal.expertSays(caseNumber, PortalFixture.OTHER_EXPERT, "同意");
        PaperDraft minutes = onFile.draft(caseNumber, PaperKind.EXPERT_MINUTES, PortalFixture.OFFICER);
        assertThat(minutes.facts().lists().get("意见")).hasSize(2).anySatisfy(row -> assertThat(row)
                .containsEntry("专家", PortalFixture.EXPERT.displayName())
                .containsEntry("评审结论", "推荐")
                .containsEntry("意见", "专利数量偏少"));
        assertThat(portal.bean(PaperService.class).drafts(onFile.record(caseNumber), PortalFixture.OFFICER))
                .filteredOn(draft -> draft.kind() == PaperKind.EXPERT_OPINION)
                .extracting(draft -> draft.facts().values().get("意见"))
                .containsExactlyInAnyOrder("专利数量偏少", "同意");
        long kept =
                onFile.issue(caseNumber, PaperKind.EXPERT_MINUTES, null, PortalFixture.TODAY, PortalFixture.OFFICER);
        portal.bean(RegionalReview.class).conclude(application, Conclusion.FAIL, "专利质量不足", null, PortalFixture.OFFICER);
        assertThat(facts(PaperKind.RE_REVIEW_OPINION, PortalFixture.OFFICER))
                .containsEntry("推荐文件", "石工信发〔2026〕8号")
                .containsEntry("经办人", "丁少华")
                .containsEntry("发文机关", "宁夏回族自治区工业和信息化厅");
        onFile.issue(caseNumber, PaperKind.RE_REVIEW_OPINION, null, PortalFixture.TODAY, PortalFixture.OFFICER);
        assertThat(page(PortalFixture.CITY)).doesNotContain("复审意见，");
        assertThat(answer(PortalFixture.CITY, get(path + "/issued-papers/2/pdf"))
                        .getStatus())
                .as("the region's deliberation while the case is open")
                .isEqualTo(404);
        portal.bean(RecognitionService.class).decline(application, "经复审未达到要求", LEADER);
        String decision = text(answer(PortalFixture.OFFICER, get(path + "/papers/NOT_RECOGNISED/1/docx"))
                .getContentAsByteArray());
        assertThat(decision)
                .contains("决定不予认定", "经复审未达到要求", "申请行政复议")
                .doesNotContain(PortalFixture.EXPERT.displayName(), "专利数量偏少");
        onFile.issue(
                caseNumber, PaperKind.NOT_RECOGNISED, "宁工信企函〔2026〕14号", PortalFixture.TODAY, PortalFixture.OFFICER);
        assertThat(page(PortalFixture.APPLICANT)).contains("不予认定决定书").doesNotContain("复审意见</a>");
        assertThat(answer(PortalFixture.CITY, get(path + "/issued-papers/2/pdf"))
                        .getStatus())
                .isEqualTo(200);
        for (Account other : List.of(PortalFixture.APPLICANT, PortalFixture.CITY, PortalFixture.EXPERT)) {
            assertThat(answer(other, get(path + "/issued-papers/" + kept + "/pdf"))
                            .getStatus())
                    .as("what experts said stays the region's, closed or not")
                    .isEqualTo(404);
            assertThat(page(other)).doesNotContain("专家评审记录");
        }
        for (String address : List.of("/issued-papers/3/pdf", "/papers/NOT_RECOGNISED/1/preview")) {
            assertThat(answer(PortalFixture.EXPERT, get(path + address)).getStatus())
                    .isEqualTo(404);
        }
        assertThat(page(PortalFixture.EXPERT)).doesNotContain("不予认定决定书");
    }

    @Test
    @DisplayName("文号不合写法、用过、日期在后，一次说全，什么也不存；填过的留着")
    void refused() throws Exception {
        accept();
        String page = answer(PortalFixture.CITY, issue(PaperKind.ACCEPTANCE, PortalFixture.CITY, "31号文", "2026-03-20"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("请填写发文字号，写法为机关代字〔年份〕顺序号", "成文日期（2026-03-20）晚于今天", "value=\"31号文\"", "还没有出具文书");
        onFile.issue(caseNumber, PaperKind.ACCEPTANCE, NUMBER, PortalFixture.TODAY, PortalFixture.CITY);
        var other = portal.draft("平罗另一集群");
        portal.upload(other.caseNumber(), PortalFixture.sampleFile());
        assertThat(answer(
                                PortalFixture.CITY,
                                post(path + "/papers/ACCEPTANCE/1")
                                        .param("sure", "true")
                                        .param("seen", "x"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("这份文书已经出具，或者现在不能由您出具");
    }

    @Test
    @DisplayName("看过预览以后资料变了，要重新预览；没有勾选的不出具")
    void changedMeanwhile() throws Exception {
        accept();
        assertThat(answer(
                                PortalFixture.CITY,
                                post(path + "/papers/ACCEPTANCE/1")
                                        .param("documentNumber", NUMBER)
                                        .param("documentDate", "2026-03-16")
                                        .param("seen", "0")
                                        .param("sure", "true"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("本案的资料变了，请重新预览再出具");
        assertThat(answer(
                                PortalFixture.CITY,
                                post(path + "/papers/ACCEPTANCE/1").param("seen", "0"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("请先勾选“我已看过预览”");
    }

    @Test
    @DisplayName("只有出具机关能生成和出具：申报单位、外市、审定人员、经办人员都不能出具市里的文书")
    void whoIssues() throws Exception {
        accept();
        for (Account other :
                List.of(PortalFixture.APPLICANT, OTHER_CITY, LEADER, PortalFixture.OFFICER, PortalFixture.EXPERT)) {
            assertThat(Stream.of("/preview", "/docx").map(each -> status(other, path + "/papers/ACCEPTANCE/1" + each)))
                    .containsOnly(404);
            assertThat(answer(other, issue(PaperKind.ACCEPTANCE, PortalFixture.CITY, NUMBER, "2026-03-16"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(page(PortalFixture.CITY)).contains("还没有出具文书");
    }

    private int status(Account account, String address) {
        try {
            return answer(account, get(address)).getStatus();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    @DisplayName("盖章扫描件归档一次，不能替换；不是PDF、OFD或图片的不收")
    void sealedScan() throws Exception {
        accept();
        onFile.issue(caseNumber, PaperKind.ACCEPTANCE, NUMBER, PortalFixture.TODAY, PortalFixture.CITY);
        assertThat(filed("说明.txt", "文字".getBytes(StandardCharsets.UTF_8), PortalFixture.CITY)
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("没有办理成功");
        byte[] scan = EvidenceSamples.picture("png");
        assertThat(filed("受理通知书-盖章.png", scan, PortalFixture.APPLICANT).getStatus())
                .isEqualTo(404);
        assertThat(filed("受理通知书-盖章.png", scan, PortalFixture.CITY).getStatus()).isEqualTo(302);
        assertThat(filed("又一份.png", scan, PortalFixture.CITY).getContentAsString(StandardCharsets.UTF_8))
                .contains("盖章扫描件已经归档，不能替换");
        assertThat(page(PortalFixture.APPLICANT)).contains("受理通知书-盖章.png");
        MockHttpServletResponse taken = answer(PortalFixture.APPLICANT, get(path + "/issued-papers/1/scan"));
        assertThat(taken.getContentAsByteArray()).isEqualTo(scan);
        assertThat(taken.getHeader("Content-Disposition")).startsWith("attachment");
    }

    private MockHttpServletResponse filed(String name, byte[] content, Account by) throws Exception {
        return answer(by, (MockHttpServletRequestBuilder) multipart(path + "/issued-papers/1/scan")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content)));
    }

    @Test
    @DisplayName("成文日期不能早于立案")
    void day() throws Exception {
        accept();
        LocalDate before = PortalFixture.TODAY.minusDays(1);
        assertThat(answer(
                                PortalFixture.CITY,
                                issue(PaperKind.ACCEPTANCE, PortalFixture.CITY, NUMBER, before.toString()))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("成文日期（" + before + "）早于立案日期");
    }
}
