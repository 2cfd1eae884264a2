package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.smecluster.support.Altered.year;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("年度监测的页面：各市一行，各集群一行，按辖区可见；报送与上年对照，列出预警")
class MonitoringPagesTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private RevocationCauses causes;

    private PortalFixture portal;
    private ReportWalk walk;
    private String pingluo;
    private String zhongning;

    @BeforeEach
    void aYear() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 10));
        pingluo = CaseWalk.recognised(registry);
        zhongning = CaseWalk.zhongningRecognised(registry);
        TestClock.set(LocalDate.of(2027, 1, 1));
    }

    private void begun() {
        walk = ReportWalk.in(context).begun();
        walk.reported(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027));
    }

    private MockMvc as(Desks.Clerk clerk) {
        return portal.as(clerk.user(), clerk.group());
    }

    private String page(Desks.Clerk clerk, String path) throws Exception {
        return as(clerk)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("还没有监测时说明从哪里开始；没有的年度当作没有；专家、政策负责人不能看")
    void nothingYet() throws Exception {
        as(Desks.OFFICER)
                .perform(get("/monitoring"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("每年1月1日自动启动")));
        as(Desks.OFFICER).perform(get("/monitoring/2026")).andExpect(status().isNotFound());
        portal.as(PortalFixture.EXPERT).perform(get("/monitoring")).andExpect(status().isForbidden());
        portal.as("policy", "policy-owner").perform(get("/monitoring")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("自治区看到各市和合计，市看到本市一行，县只看到本单位的报送；可以打印")
    void scope() throws Exception {
        begun();
        assertThat(page(Desks.OFFICER, "/monitoring")).contains("2026年度");
        assertThat(page(Desks.OFFICER, "/monitoring/2026")).contains("石嘴山市", "中卫市", "合计", "平罗碳基材料集群", "中宁枸杞集群");
        assertThat(page(Desks.OFFICER, "/monitoring/2026?city=city-6405"))
                .contains("中宁枸杞集群")
                .doesNotContain("平罗碳基材料集群");
        assertThat(page(Desks.SHIZUISHAN, "/monitoring/2026"))
                .contains("石嘴山市", "平罗碳基材料集群")
                .doesNotContain("中卫市", "合计", "中宁枸杞集群");
        assertThat(page(Desks.PINGLUO, "/monitoring/2026")).contains("平罗碳基材料集群").doesNotContain("各市报送情况", "中宁枸杞集群");
        assertThat(page(Desks.OFFICER, "/monitoring/2026/print")).contains("打印日期2027-01-01", "中卫市");

        assertThat(portal.exported(PortalFixture.OFFICER, "/monitoring/2026/export"))
                .contains("平罗碳基材料集群", "中宁枸杞集群", "预警");
        assertThat(portal.exported(PortalFixture.OFFICER, "/monitoring/2026/export?city=city-6405"))
                .contains("中宁枸杞集群")
                .doesNotContain("平罗碳基材料集群");
        assertThat(portal.exported(PortalFixture.APPLICANT, "/monitoring/2026/export"))
                .contains("平罗碳基材料集群")
                .doesNotContain("中宁枸杞集群");
    }

    @Test
    @DisplayName("计数：应报送、已提交、退回、逾期提交、市级逾期、逾期未报、已审阅、评估结论、预警")
    void counts() throws Exception {
        begun();
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        String city = page(Desks.ZHONGWEI, "/monitoring/2026");
        assertThat(numbers(city, "中卫市")).startsWith("1", "0", "0", "0", "0", "0", "1", "0");
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027));
        assertThat(numbers(page(Desks.ZHONGWEI, "/monitoring/2026"), "中卫市"))
                .startsWith("1", "1", "1", "0", "1", "0", "0", "0");
        walk.returned(zhongning);
        assertThat(numbers(page(Desks.ZHONGWEI, "/monitoring/2026"), "中卫市"))
                .startsWith("1", "1", "0", "1", "1", "0", "0", "0");
        assertThat(numbers(page(Desks.OFFICER, "/monitoring/2026"), "石嘴山市"))
                .startsWith("1", "1", "0", "0", "0", "0", "0", "1", "1", "0", "0", "0");
    }

    @Test
    @DisplayName("报部汇总表：自治区下载，每集群一行，年度数据以单位标明；市、县没有")
    void forTheMinistry() throws Exception {
        begun();
        assertThat(page(Desks.OFFICER, "/monitoring/2026")).contains("/monitoring/2026/ministry");
        assertThat(page(Desks.SHIZUISHAN, "/monitoring/2026")).doesNotContain("ministry");
        byte[] content = as(Desks.OFFICER)
                .perform(get("/monitoring/2026/ministry"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            DataFormatter cells = new DataFormatter();
            Function<Integer, List<String>> row =
                    number -> StreamSupport.stream(sheet.getRow(number).spliterator(), false)
                            .map(cells::formatCellValue)
                            .toList();
            assertThat(row.apply(0)).first(InstanceOfAssertFactories.STRING).startsWith("2026年度");
            assertThat(row.apply(1)).first(InstanceOfAssertFactories.STRING).contains("应报送2个集群，已提交1个");
            List<String> heads = row.apply(2);
            List<String> first = row.apply(3);
            assertThat(heads).contains("集群总产值（亿元）", "工业软件应用率（%）", "年末从业人员（人）");
            assertThat(first).contains(pingluo, "平罗碳基材料集群", "石嘴山市");
            YearFigures year = ReportWalk.workbook("平罗碳基材料集群", 2027).years().get(2);
            assertThat(new BigDecimal(first.get(heads.indexOf("集群总产值（亿元）"))))
                    .isEqualByComparingTo(year.get(Figure.TOTAL_OUTPUT));
            assertThat(new BigDecimal(first.get(heads.indexOf("工业软件应用率（%）"))))
                    .isEqualByComparingTo(
                            year.get(Figure.INDUSTRIAL_SOFTWARE_USAGE).movePointRight(2));
            List<String> second = row.apply(4);
            assertThat(second).contains(zhongning);
            assertThat(second.get(heads.indexOf("集群总产值（亿元）"))).isEmpty();
        }
        for (Clerk other : List.of(Desks.SHIZUISHAN, Desks.PINGLUO)) {
            as(other).perform(get("/monitoring/2026/ministry")).andExpect(status().isNotFound());
        }
        as(Desks.OFFICER).perform(get("/monitoring/2019/ministry")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("按报送情况和市筛选，打印的与筛选的一致；没有符合的说明没有")
    void filtered() throws Exception {
        begun();
        assertThat(page(Desks.OFFICER, "/monitoring/2026?show=ACCEPTED"))
                .contains("只列出：已审阅，1份", "平罗碳基材料集群", "data-sortable")
                .doesNotContain("中宁枸杞集群");
        assertThat(page(Desks.OFFICER, "/monitoring/2026?city=&show=WITH_UNIT"))
                .contains("中宁枸杞集群")
                .doesNotContain("平罗碳基材料集群");
        assertThat(page(Desks.OFFICER, "/monitoring/2026?show=OVERDUE")).contains("没有符合筛选条件的集群");
        assertThat(page(Desks.OFFICER, "/monitoring/2026/print?city=city-6405&show=WITH_UNIT"))
                .contains("中宁枸杞集群", "待申报主体提交或补正")
                .doesNotContain("平罗碳基材料集群");
    }

    /** The row's figures, in the order of its columns. */
    private static List<String> numbers(String page, String city) {
        String row = page.substring(page.indexOf(">" + city + "</a>"));
        return java.util.regex.Pattern.compile("<td class=\"number\">(\\d+)</td>")
                .matcher(row.substring(0, row.indexOf("</tr>")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    @DisplayName("一份报送：逐项结果与上年对照；没有上年的说明没有；辖区外的当作没有")
    void report() throws Exception {
        begun();
        String report = "/monitoring/reports/" + walk.report(pingluo).caseNumber();
        assertThat(page(Desks.PINGLUO, report)).contains("评估结果与上年相比", "没有可以对照的上年结果", "预警");
        assertThat(page(Desks.PINGLUO, report)).doesNotContain("refusal-evidence");
        as(Desks.ZHONGNING).perform(get(report)).andExpect(status().isNotFound());
        as(Desks.ZHONGWEI).perform(get(report)).andExpect(status().isNotFound());
        String earlier = walk.report(pingluo).caseNumber();
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk next = ReportWalk.in(context).begun();
        next.submitted(
                pingluo,
                year(2, ReportWalk.workbook("平罗碳基材料集群", 2028), year -> year.with(Figure.SME_OUTPUT, BigDecimal.ONE)));
        assertThat(page(
                        Desks.OFFICER,
                        "/monitoring/reports/" + next.report(pingluo).caseNumber()))
                .contains("对照：" + earlier + "（2026年度数据）。", "未变", "个百分点，不再达到要求")
                .doesNotContain("对照的不是上年");
    }

    @Test
    @DisplayName("上一年度没有报送的，注明对照的是哪一年度")
    void comparedWithAnEarlierYear() throws Exception {
        begun();
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk missed = ReportWalk.in(context).begun();
        TestClock.set(LocalDate.of(2028, 3, 31));
        missed.due().waitingStopped();
        TestClock.set(LocalDate.of(2029, 1, 1));
        ReportWalk third = ReportWalk.in(context).begun();
        third.submitted(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2029));
        assertThat(page(
                        Desks.OFFICER,
                        "/monitoring/reports/" + third.report(pingluo).caseNumber()))
                .contains("评估结果与2026年度相比", "2026年度数值", "2027年度没有报送的数据，对照的不是上年")
                .doesNotContain("上年数值");
    }

    @Test
    @DisplayName("记录不接受、不配合：没有证据的退回并保留页面，有证据的作为线索报告")
    void refusal() throws Exception {
        begun();
        String path = "/monitoring/reports/" + walk.report(zhongning).caseNumber();
        as(Desks.ZHONGWEI)
                .perform(post(path + "/refusal")
                        .param("evidence", " ")
                        .param("sure", "true")
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明不接受、不配合监测监督的事实和证据")));
        as(Desks.ZHONGNING)
                .perform(post(path + "/refusal")
                        .param("evidence", "x")
                        .param("sure", "true")
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        as(Desks.ZHONGWEI)
                .perform(post(path + "/refusal").param("evidence", "两次拒绝现场核查").with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请勾选确认后再记录")))
                .andExpect(content().string(containsString("两次拒绝现场核查")));
        assertThat(causes.ofCluster(zhongning)).isEmpty();
        as(Desks.ZHONGWEI)
                .perform(post(path + "/refusal")
                        .param("evidence", "两次拒绝现场核查")
                        .param("sure", "true")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(causes.ofCluster(zhongning)).hasSize(1);
        as(Desks.OFFICER).perform(get(path)).andExpect(content().string(containsString("两次拒绝现场核查")));
        as(Desks.OFFICER).perform(get(path)).andExpect(content().string(not(containsString("没有办理成功"))));
    }

    @Test
    @DisplayName("待办的“案件资料”：报送显示本案，年度监测显示各市情况")
    void tab() throws Exception {
        begun();
        String ofYear = "/case/task/"
                + walk.task(ReportWalk.city("city-6402"), walk.yearCase(), "task_reportCultivationWork")
                        .getId();
        assertThat(page(new Desks.Clerk("x", "city-6402"), ofYear)).contains("各市报送情况", "石嘴山市");
        String ofReport = "/case/task/"
                + walk.task(
                                ReportWalk.unit(walk.report(zhongning)),
                                walk.report(zhongning).caseNumber(),
                                "task_enterData")
                        .getId();
        assertThat(page(new Desks.Clerk("x", "county-640521"), ofReport)).contains("案卷");
    }
}
