package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReports;
import org.smecluster.sample.CheckedUploads;
import org.smecluster.sample.engine.Desk;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/** The second yearly report of a cluster: last year's data come in its workbook, this year's show where it is heading. */
@DisplayName("浏览器：年度报送从预填的数据表到评估和预警")
class AnnualReportInTheBrowserE2E extends InTheBrowser {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The year that is reported on in the browser; the one before lies in the system. */
    private static final int YEAR = LocalDate.now().getYear() - 1;

    private static final SampleCluster LAST_YEAR = sample(YEAR);

    /** Row heads of the sheet 年度数据 to this year's figures; the rest is as it was. */
    private static final Map<String, Double> FIGURES = Map.of(
            "集群总产值", 84.0,
            "中小企业产值", 52.0,
            "主导产业产值", 62.0,
            "中小企业研发经费", 5.2,
            "年末从业人员", 11_900.0,
            "应用工业互联网平台的企业数", 31.0,
            "工业软件应用率", 55.0,
            "二氧化碳排放量", 126.0,
            "二氧化碳排放强度", 1.5,
            "出口额", 5.9);

    @Autowired
    YearlyReports reports;

    @Autowired
    Desk desk;

    @Autowired
    WorkbookFiling uploads;

    @Autowired
    WorkbookChecking checking;

    @Autowired
    Accounts accounts;

    @Test
    @DisplayName("县里下载预填的数据表，填上一年的数字，看到异常变动；市里报送；自治区看到评估结果和预警")
    void fromThePreFilledWorkbookToTheWarning() throws IOException {
        String cluster = reportedLastYear();
        clockAt(LocalDate.of(YEAR + 1, 2, 10));
        monitoringBegins();
        String report = caseOf(cluster, YEAR);
        countyReports(report);
        cityForwards(report);
        regionIsWarned(report);
        dashboards();
    }

    private static void clockAt(LocalDate day) {
        Instant there = day.atTime(9, 0).atZone(SHANGHAI).toInstant();
        ClockUtil.offset(Duration.between(Instant.now(), there).toMillis());
    }

    private Account person(String userId) {
        return accounts.find(userId).orElseThrow();
    }

    private String caseOf(String cluster, int year) {
        for (int tries = 0; tries < 100; tries++) {
            Optional<YearlyReport> found = reports.find(year, cluster);
            if (found.isPresent()) {
                return found.get().caseNumber();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("no report of " + year);
    }

    private String reportedLastYear() throws IOException {
        clockAt(LocalDate.of(YEAR, 2, 10));
        String cluster = recognised(LAST_YEAR, LocalDate.of(YEAR - 1, 6, 10)).clusterNumber();
        desk.start(person("officer-1"), "annualMonitoring", Map.of("year", YEAR - 1, "note", "补做"));
        String report = caseOf(cluster, YEAR - 1);
        desk.await(report, "task_enterData");
        new CheckedUploads(uploads, checking)
                .take(report, "上年.xlsx", SampleWorkbooks.workbook(LAST_YEAR), person("pingluo"));
        Map<String, Object> declared = new HashMap<>();
        LAST_YEAR.declarations().forEach((code, declaration) -> {
            if (declaration.value() != null) {
                declared.put(code, declaration.value().toString());
            }
        });
        declared.put("noIncidents", true);
        desk.complete(person("pingluo"), report, "task_enterData", declared);
        desk.complete(
                person("pingluo"),
                report,
                "task_confirmAndSubmit",
                Map.of("nextStep", "SUBMIT", "explanation", "情况属实。", "truthfulnessCommitted", true));
        desk.complete(
                person("city-shizuishan"),
                report,
                "task_checkReport",
                Map.of("checking", "FORWARD", "opinion", "数据属实。"));
        desk.complete(
                person("officer-1"), report, "task_reviewReport", Map.of("review", "ACCEPT", "opinion", "各项条件符合。"));
        return cluster;
    }

    private void monitoringBegins() {
        try (Clerk officer = clerk("officer-1")) {
            officer.startProcess("年度监测");
            officer.text("手工启动的原因", "系统上线晚于1月1日。");
            officer.shot("start-monitoring");
            officer.submitStart();
        }
    }

    private void countyReports(String report) throws IOException {
        try (Clerk county = clerk("pingluo")) {
            county.claim("填报数据与声明", report);
            county.tab("案件资料");
            county.section("上传");
            county.shot("report-upload");
            Download preFilled = county.page().waitForDownload(() -> county.page()
                    .locator(".case-file a")
                    .filter(having("预填模板"))
                    .click());
            Path workbook = Path.of("target", "e2e", "report.xlsx");
            preFilled.saveAs(workbook);
            fillIn(workbook);
            county.uploads(workbook);
            county.tab("表单");
            county.tick("确认集群内企业近三年未发生");
            county.complete();
            county.claim("核对评估结果并提交", report);
            county.tab("案件资料");
            county.section("指标与条件");
            assertThat(county.page().locator(".case-host")).containsText("数据变动提醒");
            county.shot("report-jumps");
            county.tab("表单");
            county.choose("下一步", "提交申报");
            county.text("说明（需说明、缺数据的条件）", "主导产品价格下跌，产值减少。");
            county.tick("承诺");
            county.complete();
        }
    }

    /** This year's figures beside last year's, as the unit would type them. */
    private static void fillIn(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet figures = workbook.getSheet("年度数据");
            for (Row row : figures) {
                Cell before = row.getCell(4);
                if (before == null || before.getCellType() != CellType.NUMERIC || row.getRowNum() < 3) {
                    continue;
                }
                String head = row.getCell(1).getStringCellValue();
                assertThat(row.getCell(5).getCellType())
                        .as(head + " of this year is empty")
                        .isEqualTo(CellType.BLANK);
                row.getCell(5).setCellValue(FIGURES.getOrDefault(head, before.getNumericCellValue()));
            }
            for (Row row : workbook.getSheet("基本情况")) {
                Cell head = row.getCell(1);
                if (head != null && row.getRowNum() >= 3 && head.toString().contains("标准数")) {
                    row.getCell(2).setCellValue(1);
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private void cityForwards(String report) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("市级审核报送", report);
            city.isRefusedWithoutEntries();
            city.tab("案件资料");
            city.shot("report-of-the-city");
            city.tab("表单");
            city.choose("处理", "报送自治区");
            city.text("意见", "数据属实，产值下降系市场原因。");
            city.complete();
        }
    }

    private void regionIsWarned(String report) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("审阅年度报送", report);
            assertThat(officer.page().locator(".fjs-form")).containsText("预警：按目前趋势");
            assertThat(officer.page().locator(".fjs-form")).containsText("第十一条(一)");
            officer.shot("report-warned");
            officer.tab("案件资料");
            assertThat(officer.page().locator(".case-host")).containsText("预警");
            officer.shot("report-case");
            officer.tab("表单");
            officer.choose("处理", "审阅通过");
            officer.text("意见", "已评估，预警已告知。");
            officer.complete();
        }
    }

    private void dashboards() {
        try (Clerk officer = clerk("officer-1")) {
            officer.open("/monitoring/" + YEAR);
            assertThat(officer.page().locator("main")).containsText("石嘴山");
            officer.page().locator(".sort-button").filter(having("提交")).click();
            assertThat(officer.page().locator("th[aria-sort=ascending]")).containsText("提交");
            officer.shot("monitoring");
        }
        try (Clerk county = clerk("pingluo")) {
            assertThat(county.page().locator("main")).containsText("预警");
        }
    }
}
