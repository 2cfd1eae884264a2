package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.filing.Filing;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.Submissions;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.CityReview;
import org.smecluster.review.Conclusion;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("案件资料")
class CasePagesTest {

    private static final List<String> SECTIONS = List.of(
            "overview",
            "progress",
            "findings",
            "figures",
            "lists",
            "materials",
            "opinions",
            "versions",
            "incidents",
            "upload",
            "withdrawal");

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(org.smecluster.security.Account account, String path) throws Exception {
        return portal.as(account)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("每一部分都有语言、标题和小标题；整页和标签页内容一致")
    void everySectionReads() throws Exception {
        String path = "/cases/" + portal.submitted().caseNumber();
        for (String section : SECTIONS) {
            String page = page(PortalFixture.APPLICANT, path + "?section=" + section);
            assertThat(page).as(section).contains("<html lang=\"zh-CN\"", "<title>", "<h1>", "<h2>", "aria-current");
            portal.as(PortalFixture.APPLICANT)
                    .perform(get(path).param("section", section).header("X-Fragment", "true"))
                    .andExpect(content().string(containsString("<div class=\"case-file\">")))
                    .andExpect(content().string(not(containsString("<html"))));
        }
    }

    @Test
    @DisplayName("尚未上传时，各部分说明为什么是空的、该做什么")
    void emptyStates() throws Exception {
        String path = "/cases/" + portal.draft().caseNumber();
        assertThat(page(PortalFixture.APPLICANT, path + "?section=findings")).contains("还没有评估。上传数据表并填写声明后");
        assertThat(page(PortalFixture.APPLICANT, path + "?section=figures")).contains("下载模板，填好后上传");
        assertThat(page(PortalFixture.APPLICANT, path + "?section=opinions")).contains("还没有审查意见");
        assertThat(page(PortalFixture.APPLICANT, path + "?section=versions")).contains("申报单位还没有提交过");
        assertThat(page(PortalFixture.CITY, path + "?section=figures")).contains("申报单位尚未提交");
    }

    @Test
    @DisplayName("指标与条件：条款、数值、要求、结论和决策表版本")
    void findings() throws Exception {
        String page = page(PortalFixture.CITY, "/cases/" + portal.submitted().caseNumber() + "?section=findings");
        assertThat(page)
                .contains("个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为")
                .contains("第十一条(一)", "近三年最低年产值", "86.2 亿元", "符合的条件", "未被否决", "第1版", "outcome-MET")
                .doesNotContain("不符合的条件");
    }

    @Test
    @DisplayName("材料清单：十一类、是否必须、系统中有什么、决策表版本；未提交的只有申报单位看得到")
    void materials() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber() + "?section=materials";
        assertThat(page(PortalFixture.APPLICANT, path)).contains("还没有上传数据表", "清单随数据表的上传而变化");
        assertThat(page(PortalFixture.CITY, path)).contains("申报单位尚未提交").doesNotContain("集群发展规划");

        portal.upload(application.caseNumber(), PortalFixture.sampleFile());
        portal.submit(application.caseNumber());
        assertThat(page(PortalFixture.CITY, path))
                .contains("第十三条(一)", "第十三条(十一)", "市级主管部门", "必须提供", "有则提供", "待出具", "决策表“申报材料”第")
                .contains("系统中没有的必须材料共5类，其中0类没有写明原因", "section=lists&amp;list=patents", "/print\"");
    }

    @Test
    @DisplayName("数据：三年并列，附同比")
    void figures() throws Exception {
        String page = page(PortalFixture.CITY, "/cases/" + portal.submitted().caseNumber() + "?section=figures");
        assertThat(page).contains("2023年", "2024年", "2025年", "86.2", "+8.5%", "个百分点", "68.5 平方公里");
        assertThat(page).contains("中小企业数", "143", "中小企业从业人员", "8,300");
    }

    @Test
    @DisplayName("填报中的版本只有申报单位看得到")
    void draftIsTheApplicants() throws Exception {
        Application application = portal.draft();
        portal.upload(application.caseNumber(), PortalFixture.sampleFile());
        long version = portal.bean(Submissions.class)
                .latest(application.caseNumber())
                .orElseThrow()
                .id();
        String path = "/cases/" + application.caseNumber();

        assertThat(page(PortalFixture.APPLICANT, path + "?section=figures")).contains("86.2");
        assertThat(page(PortalFixture.CITY, path + "?section=figures")).doesNotContain("86.2");
        portal.as(PortalFixture.CITY)
                .perform(get(path).param("section", "figures").param("version", Long.toString(version)))
                .andExpect(status().isNotFound());
        portal.as(PortalFixture.CITY)
                .perform(get(path + "/workbook").param("version", Long.toString(version)))
                .andExpect(status().isNotFound());
        portal.as(PortalFixture.APPLICANT)
                .perform(get(path + "/workbook").param("version", Long.toString(version)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PortalFixture.sampleFile()));
    }

    @Test
    @DisplayName("集群名称中的标记按文字显示")
    void markupIsText() throws Exception {
        Application application = portal.draft("<script>alert(1)</script>集群");
        for (String section : SECTIONS) {
            assertThat(page(PortalFixture.APPLICANT, "/cases/" + application.caseNumber() + "?section=" + section))
                    .as(section)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert(1)");
        }
        assertThat(page(PortalFixture.APPLICANT, "/cases")).doesNotContain("<script>alert(1)");
        assertThat(page(PortalFixture.APPLICANT, "/cases/" + application.caseNumber() + "/print"))
                .doesNotContain("<script>alert(1)");
    }

    @Test
    @DisplayName("有错误的数据表：说明在哪一格、怎样改正，原有数据不变")
    void faultyUploadChangesNothing() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber();
        long version = portal.bean(Submissions.class)
                .latest(application.caseNumber())
                .orElseThrow()
                .id();
        ClusterWorkbooks workbooks = portal.bean(ClusterWorkbooks.class);

        upload(path, PortalFixture.sampleFile());
        assertThat(page(PortalFixture.APPLICANT, path + "?section=upload")).contains("已保存，原有数据已全部替换");
        var before = workbooks.find(version).orElseThrow();

        upload(path, negativeOutput());
        assertThat(page(PortalFixture.APPLICANT, path + "?section=upload"))
                .contains("什么都没有改变", "年度数据", "D4", "怎样改正", "下载带批注的工作簿");
        assertThat(workbooks.find(version)).contains(before);
    }

    private void upload(String path, byte[] content) throws Exception {
        portal.as(PortalFixture.APPLICANT)
                .perform(multipart(path + "/workbook").file(file(content)))
                .andExpect(status().is3xxRedirection());
        assertThat(portal.bean(WorkbookChecking.class).checkNext()).isTrue();
    }

    @Test
    @DisplayName("上传后在后台检查：页面显示进度，检查完毕显示结果")
    void progress() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber();
        portal.as(PortalFixture.APPLICANT)
                .perform(multipart(path + "/workbook").file(file(PortalFixture.sampleFile())))
                .andExpect(status().is3xxRedirection());
        assertThat(page(PortalFixture.APPLICANT, path + "?section=upload"))
                .contains("正在检查“", "<progress", "data-upload-progress=\"" + path + "/upload-progress\"")
                .doesNotContain("上传并检查");
        portal.as(PortalFixture.APPLICANT)
                .perform(get(path + "/upload-progress").accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"running\":true,\"percent\":0,\"text\":\"等待检查\"}"));
        portal.bean(WorkbookChecking.class).checkNext();
        portal.as(PortalFixture.APPLICANT)
                .perform(get(path + "/upload-progress").accept("application/json"))
                .andExpect(content().json("{\"running\":false,\"text\":\"已保存\"}"));
    }

    @Test
    @DisplayName("重新上传先列出差别，确认后才替换；别的县、本市和专家看不到、取不走、改不了待确认的上传")
    void confirmedByTheApplicantOnly() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber();
        upload(path, PortalFixture.sampleFile());
        upload(path, changed("年度数据", 3, 3, 86.5));
        assertThat(page(PortalFixture.APPLICANT, path + "?section=upload"))
                .contains("集群总产值（2023年，亿元）", "86.2", "86.5", "确认替换", "2026-03-17 09:00以前")
                .doesNotContain("上传并检查");
        long upload = portal.bean(WorkbookFiling.class)
                .latest(application.caseNumber(), PortalFixture.APPLICANT)
                .orElseThrow()
                .id();
        String id = Long.toString(upload);

        for (MockMvc other :
                List.of(portal.as("zhongning", "county-640521"), portal.as("city-yinchuan", "city-6401"))) {
            other.perform(get(path + "/upload-progress").accept("application/json"))
                    .andExpect(status().isNotFound());
            other.perform(get(path + "/annotated-workbook").param("upload", id)).andExpect(status().isNotFound());
            other.perform(post(path + "/workbook/confirmation").param("upload", id))
                    .andExpect(status().isNotFound());
            other.perform(post(path + "/workbook/discarding").param("upload", id))
                    .andExpect(status().isNotFound());
        }
        MockMvc city = portal.as(PortalFixture.CITY);
        city.perform(get(path + "/upload-progress").accept("application/json")).andExpect(status().isNotFound());
        city.perform(get(path + "/annotated-workbook").param("upload", id)).andExpect(status().isNotFound());
        city.perform(post(path + "/workbook/confirmation").param("upload", id)).andExpect(status().isBadRequest());
        city.perform(post(path + "/workbook/discarding").param("upload", id)).andExpect(status().isBadRequest());
        assertThat(page(PortalFixture.CITY, path + "?section=upload")).doesNotContain("86.5", "确认替换");

        MockMvc applicant = portal.as(PortalFixture.APPLICANT);
        applicant
                .perform(post(path + "/workbook/confirmation").param("upload", "999999"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("不在等待确认")));
        applicant
                .perform(post(path + "/workbook/confirmation").param("upload", id))
                .andExpect(status().is3xxRedirection());
        assertThat(page(PortalFixture.APPLICANT, path + "?section=figures")).contains("86.5");
        assertThat(page(PortalFixture.APPLICANT, path + "?section=upload")).contains("上传并检查");
    }

    @Test
    @DisplayName("带批注的工作簿只给申报单位，文件名注明")
    void annotatedDownload() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber();
        upload(path, negativeOutput());
        long upload = portal.bean(WorkbookFiling.class)
                .latest(application.caseNumber(), PortalFixture.APPLICANT)
                .orElseThrow()
                .id();
        byte[] annotated = portal.as(PortalFixture.APPLICANT)
                .perform(get(path + "/annotated-workbook").param("upload", Long.toString(upload)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(annotated))) {
            assertThat(workbook.getSheet("检查结果")).isNotNull();
        }
        portal.as(PortalFixture.CITY)
                .perform(get(path + "/annotated-workbook").param("upload", Long.toString(upload)))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("只有申报单位在材料未固定时可以上传")
    void onlyTheApplicantUploads() throws Exception {
        Application application = portal.submitted();
        String path = "/cases/" + application.caseNumber() + "/workbook";
        portal.as(PortalFixture.CITY)
                .perform(multipart(path).file(file(PortalFixture.sampleFile())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("只有申报主体的人员可以办理此事")));
        portal.as(PortalFixture.APPLICANT)
                .perform(multipart(path).file(file(PortalFixture.sampleFile())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("材料已固定")));
    }

    @Test
    @DisplayName("两次提交之间改了什么，逐项列出")
    void versionsAreCompared() throws Exception {
        Application application = portal.submitted();
        CityReview city = portal.bean(CityReview.class);
        city.decideAcceptance(application.id(), Conclusion.RETURN, "请核对产值", 5, PortalFixture.CITY);
        portal.bean(Filing.class).openCorrection(application.caseNumber(), PortalFixture.TODAY.plusDays(7));
        portal.upload(application.caseNumber(), changed("年度数据", 3, 3, 86.5));
        portal.submit(application.caseNumber());

        assertThat(page(PortalFixture.CITY, "/cases/" + application.caseNumber() + "?section=versions"))
                .contains("第1次提交", "第2次提交", "共1处不同", "集群总产值（2023年，亿元）", "86.2", "86.5");
    }

    @Test
    @DisplayName("申报单位登记和删除否决事项；填错的逐项指出，保留已填内容")
    void incidents() throws Exception {
        Application application = portal.draft();
        String path = "/cases/" + application.caseNumber() + "/incidents";
        portal.as(PortalFixture.APPLICANT)
                .perform(post(path)
                        .param("type", "SAFETY")
                        .param("occurredOn", "2025-13-01")
                        .param("enterpriseName", "某厂"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写发生日期")))
                .andExpect(content().string(containsString("请填写来源")))
                .andExpect(content().string(containsString("value=\"某厂\"")));
        portal.as(PortalFixture.APPLICANT)
                .perform(post(path)
                        .param("type", "SAFETY")
                        .param("level", "GENERAL")
                        .param("occurredOn", "2025-05-01")
                        .param("enterpriseName", "某厂")
                        .param("source", "应急管理局通报"))
                .andExpect(redirectedUrlPattern("/cases/*?section=incidents"));
        var entered = portal.bean(Submissions.class)
                .incidents(portal.bean(Submissions.class)
                        .latest(application.caseNumber())
                        .orElseThrow()
                        .id());
        assertThat(entered).hasSize(1);
        portal.as(PortalFixture.APPLICANT)
                .perform(post(path + "/" + entered.get(0).id() + "/removal"))
                .andExpect(redirectedUrlPattern("/cases/*?section=incidents"));
    }

    @Test
    @DisplayName("审查部门误登的否决事项：登记人写明理由撤回，仍在案中、标为撤回；申报单位看得到，撤不了")
    void incidentTakenBack() throws Exception {
        Application application = portal.submitted();
        String caseNumber = application.caseNumber();
        long id = portal.bean(FilingService.class)
                .addIncident(
                        caseNumber,
                        new Incident(
                                IncidentType.SAFETY,
                                IncidentLevel.LARGE,
                                PortalFixture.TODAY,
                                null,
                                "某化工公司",
                                "应急管理局通报"),
                        PortalFixture.CITY);
        String section = "/cases/" + caseNumber + "?section=incidents";
        String withdrawal = "/cases/" + caseNumber + "/incidents/" + id + "/withdrawal";
        assertThat(page(PortalFixture.CITY, section)).contains(withdrawal).doesNotContain("taken-back");
        assertThat(page(PortalFixture.APPLICANT, section)).doesNotContain(withdrawal);
        portal.as(PortalFixture.CITY)
                .perform(post(withdrawal))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明撤回理由")));
        portal.as(PortalFixture.APPLICANT)
                .perform(post(withdrawal).param("reason", "误登"))
                .andExpect(status().isBadRequest());
        portal.as(PortalFixture.CITY)
                .perform(post(withdrawal).param("reason", "不是本集群的企业"))
                .andExpect(redirectedUrlPattern("/cases/*?section=incidents"));
        assertThat(page(PortalFixture.APPLICANT, section)).contains("taken-back", "某化工公司", "撤回，不再计入评估。理由：不是本集群的企业");
        assertThat(page(PortalFixture.CITY, section)).doesNotContain(withdrawal);
    }

    @Test
    @DisplayName("撤回须写明理由并确认")
    void withdrawalNeedsConfirmation() throws Exception {
        Application application = portal.draft();
        portal.as(PortalFixture.APPLICANT)
                .perform(post("/cases/" + application.caseNumber() + "/withdrawal")
                        .param("reason", "另行申报"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请先勾选")))
                .andExpect(content().string(containsString("另行申报")));
    }

    @Test
    @DisplayName("专家的意见在全部提交以前互不公开；申报单位和市级看不到")
    void expertsAreHiddenFromEachOther() throws Exception {
        Application application = portal.underExpertReview();
        String path = "/cases/" + application.caseNumber() + "?section=opinions";
        portal.expertSays(application.caseNumber(), PortalFixture.EXPERT, "创新能力突出");

        assertThat(page(PortalFixture.EXPERT, path)).contains("创新能力突出", "都不公开");
        assertThat(page(PortalFixture.OTHER_EXPERT, path)).doesNotContain("创新能力突出");
        assertThat(page(PortalFixture.OFFICER, path)).contains("选派2位，已提交1位").doesNotContain("创新能力突出");
        assertThat(page(PortalFixture.APPLICANT, path)).doesNotContain("创新能力突出", "王立平");
        assertThat(page(PortalFixture.CITY, path)).doesNotContain("创新能力突出", "王立平");

        portal.expertSays(application.caseNumber(), PortalFixture.OTHER_EXPERT, "链条完整");
        assertThat(page(PortalFixture.OFFICER, path)).contains("创新能力突出", "链条完整");
        assertThat(page(PortalFixture.OTHER_EXPERT, path)).contains("创新能力突出", "链条完整");
    }

    @TestFactory
    @DisplayName("管辖范围以外的人，任何入口都只得到“没有找到”，改不了任何东西")
    List<DynamicTest> outOfScope() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] person : new String[][] {
            {"another county", "county-640521"},
            {"another county of the same city", "county-640205"},
            {"another city", "city-6405"},
            {"an expert not asked", "expert"},
            {"the policy owner", "policy-owner"},
            {"the engine's administrator", "camunda-admin"}
        }) {
            tests.add(DynamicTest.dynamicTest(person[0], () -> refusedEverywhere(person[1])));
        }
        return tests;
    }

    private Application shared;

    private void refusedEverywhere(String group) throws Exception {
        if (shared == null) {
            shared = portal.underExpertReview();
        }
        String path = "/cases/" + shared.caseNumber();
        long version = portal.bean(Submissions.class)
                .latest(shared.caseNumber())
                .orElseThrow()
                .id();
        var stranger = portal.as("stranger", group);
        for (String section : SECTIONS) {
            stranger.perform(get(path).param("section", section)).andExpect(status().isNotFound());
        }
        stranger.perform(get(path + "/print")).andExpect(status().isNotFound());
        stranger.perform(get(path + "/workbook").param("version", Long.toString(version)))
                .andExpect(status().isNotFound());
        stranger.perform(multipart(path + "/workbook").file(file(new byte[] {1})))
                .andExpect(status().isNotFound());
        stranger.perform(post(path + "/incidents").param("type", "SAFETY")).andExpect(status().isNotFound());
        stranger.perform(post(path + "/incidents/1/removal")).andExpect(status().isNotFound());
        stranger.perform(post(path + "/withdrawal").param("sure", "true").param("reason", "x"))
                .andExpect(status().isNotFound());
        stranger.perform(get("/case/task/none")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("未登录的人被带去登录，发出的内容不被接受")
    void anonymous() throws Exception {
        String path = "/cases/" + portal.draft().caseNumber();
        for (String each : List.of(path, path + "/print", "/cases", "/case/task/x", "/workbook-template")) {
            portal.anonymous().perform(get(each)).andExpect(redirectedUrlPattern("**/login"));
        }
        portal.anonymous()
                .perform(multipart(path + "/workbook").file(file(new byte[] {1})))
                .andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    @DisplayName("案件列表只有管辖范围内的，可按类别和文字筛选")
    void listIsScoped() throws Exception {
        String caseNumber = portal.submitted().caseNumber();
        assertThat(page(PortalFixture.CITY, "/cases")).contains(caseNumber, "市级受理审查");
        assertThat(page(PortalFixture.CITY, "/cases?kind=CX"))
                .doesNotContain(caseNumber)
                .contains("清除筛选");
        assertThat(page(PortalFixture.CITY, "/cases?text=平罗")).contains(caseNumber);
        assertThat(page(PortalFixture.EXPERT, "/cases")).doesNotContain(caseNumber);
        portal.as("stranger", "city-6405")
                .perform(get("/cases"))
                .andExpect(content().string(not(containsString(caseNumber))))
                .andExpect(content().string(containsString("管辖范围内还没有案件")));
        portal.as("stranger", "policy-owner").perform(get("/cases")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("打印件含申报表、指标和全部清单")
    void print() throws Exception {
        assertThat(page(PortalFixture.CITY, "/cases/" + portal.submitted().caseNumber() + "/print"))
                .contains("集群申报表", "近三年数据", "指标与条件", "企业名单", "专利清单", "证明事项");
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "平罗.xlsx", null, content);
    }

    private static byte[] negativeOutput() throws Exception {
        return changed("年度数据", 3, 3, -1);
    }

    private static byte[] changed(String sheet, int row, int column, double value) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(PortalFixture.sampleFile()))) {
            workbook.getSheet(sheet).getRow(row).getCell(column).setCellValue(value);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
