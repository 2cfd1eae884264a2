package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.policy.guard.variants.HandbookRecipe;
import org.smecluster.policy.guard.variants.HandbookRecipe.SheetCell;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.YearlyReports;
import org.smecluster.sample.engine.Desk;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.support.Materials;
import org.smecluster.support.Modeler;
import org.smecluster.support.RestCall;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Somebody who knows nothing but {@code docs/handbook/policy-changes.md}: the running file from the page, the tables of the handbook, what
 * the Modeler sends, the other policy owner, a case of today that shows the change, and taking it back.
 */
@DisplayName("浏览器：照手册做七种修改，从取文件到收回")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyChangesInTheBrowserE2E extends InTheBrowser {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern REMINDED = Pattern.compile("提醒：.*报送截止");
    private static final String GUIDE = "市级指导和转报";
    private static final String DECIDE = "入库决定";

    @Autowired
    ApplicationContext context;

    @Autowired
    Desk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    Batches batches;

    @Autowired
    TaskService tasks;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    YearlyReports reports;

    @Autowired
    ManagementService management;

    private Clerk author;
    private Clerk second;

    @BeforeAll
    void twoPolicyOwners() {
        author = clerk("policy");
        second = clerk("policy-2");
        second.page().setViewportSize(900, 900);
        batches.insert(
                new BatchOpening(
                        today.getYear(),
                        "宁工信企发〔" + today.getYear() + "〕1号",
                        today,
                        today.plusDays(20),
                        today.plusDays(40),
                        5,
                        false,
                        null,
                        false,
                        true),
                "NXJQ-" + today.getYear() + "-PC-01",
                "officer-1");
    }

    @AfterAll
    void goHome() {
        author.close();
        second.close();
    }

    // as the handbook says of every change

    /** Fetches, changes, deploys, changes the test sheets; the second looks at it. @return the draft's page */
    private String draft(HandbookRecipe recipe) {
        Map<String, String> changed = recipe.done(this::running);
        Map<String, byte[]> files = new LinkedHashMap<>();
        changed.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        int port = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        Modeler.Shown shown = Modeler.shown(
                new Modeler("policy", port).deploy(recipe.title(), files, "enable-duplicate-filtering", "true"));
        assertThat(shown.title()).isEqualTo("Deployment failed");
        assertThat(shown.log()).startsWith("已存为草稿NXMX-");
        recipe.sheetCells().stream()
                .collect(Collectors.groupingBy(SheetCell::sheet))
                .forEach((sheet, cells) -> sheetChanged(shown.page(), sheet, cells));

        second.open("/");
        assertThat(second.page().locator("main")).containsText("田思源提交了模型草稿“" + recipe.title() + "”");
        second.open("/admin/drafts");
        second.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(recipe.title()))
                .first()
                .click();
        assertThat(second.page().locator(".facts")).containsText("待批准");
        assertThat(second.page().locator("section[aria-labelledby='draft-findings']"))
                .not()
                .containsText("必须改正");
        for (String name : recipe.opened()) {
            second.open(shown.page());
            second.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("与现行版本比较：" + name))
                    .click();
            assertThat(second.page().locator(".compare-list > li").first()).isVisible();
        }
        second.open(shown.page());
        return shown.page();
    }

    /** Nobody may approve before; downloaded, changed and uploaded on the draft's page. */
    private void sheetChanged(String page, String sheet, List<SheetCell> cells) {
        second.open(page);
        assertThat(second.page().locator("#approval-reason")).hasCount(0);
        author.open(page + "/sheets/" + sheet);
        Download file = author.page()
                .waitForDownload(() -> author.page().getByText("下载按草稿的表列好的测试表").click());
        author.page()
                .getByLabel("测试表（Excel工作簿）")
                .setInputFiles(new FilePayload(
                        file.suggestedFilename(),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        changed(file.path(), cells)));
        author.page().getByLabel("修改的理由").fill("随决策表改变");
        button(author, "随这份草稿更换");
        assertThat(author.page().getByRole(AriaRole.STATUS)).containsText("测试表已随草稿更换");
    }

    private static byte[] changed(Path workbook, List<SheetCell> cells) {
        try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook))) {
            XSSFSheet sheet = opened.getSheetAt(0);
            for (SheetCell wanted : cells) {
                Cell cell = row(sheet, wanted.example()).getCell(column(sheet, wanted.column()));
                assertThat(new DataFormatter().formatCellValue(cell)).isEqualTo(wanted.before());
                if (cell.getCellType() == CellType.NUMERIC) {
                    cell.setCellValue(Double.parseDouble(wanted.after()));
                } else {
                    cell.setCellValue(wanted.after());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            opened.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Row row(XSSFSheet sheet, String example) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(example)) {
                return row;
            }
        }
        throw new AssertionError("no example " + example);
    }

    private static int column(XSSFSheet sheet, String head) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().startsWith(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + head);
    }

    /** From the page of the models. */
    private String running(String name) {
        String key = name.substring(0, name.lastIndexOf('.'));
        author.open("/admin/models");
        author.page().locator("#model-q").fill(key);
        button(author, "查找");
        Download file = author.page().waitForDownload(() -> author.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("下载运行的文件：" + key).setExact(true))
                .click());
        assertThat(file.suggestedFilename()).isEqualTo(name);
        try {
            return Files.readString(file.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the draft's page */
    private String approved(HandbookRecipe recipe) {
        return approve(draft(recipe));
    }

    private String approve(String page) {
        second.open(page);
        assertThat(second.page().locator("#approval-day"))
                .hasValue(LocalDate.now().toString());
        second.page().locator("#approval-reason").fill("厅办公会议定，核对无误");
        button(second, "批准这份草稿");
        assertThat(second.page().getByRole(AriaRole.STATUS)).containsText("已经生效");
        assertThat(second.page().locator(".facts")).containsText("已生效");
        return page;
    }

    private void takenBack(String page) {
        author.open(page);
        author.page().locator("summary:has-text('收回这次变更')").click();
        author.page().getByLabel("收回的理由").fill("试过了");
        button(author, "收回，恢复以前的版本");
        assertThat(author.page().getByRole(AriaRole.STATUS)).containsText("已收回");
    }

    private static void button(Clerk clerk, String name) {
        clerk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    // cases

    private Account person(String userId) {
        return accounts.find(userId).orElseThrow();
    }

    /** An application for the pool that waits for its city. @return its case number */
    private String atTheCity(String cluster) {
        String caseNumber = desk.start(
                person("pingluo"),
                "cultivationAdmission",
                Map.of(
                        "clusterName",
                        cluster,
                        "leadingIndustry",
                        "冶金",
                        "latestOutput",
                        18.5,
                        "enterpriseCount",
                        46,
                        "profile",
                        "沿黄工业带，以硅锰合金为主"));
        Map<String, Object> plan = new HashMap<>();
        plan.put("developmentPlan", "三年产值过三十亿元");
        for (CultivationLine line : CultivationLine.values()) {
            plan.put(line.field() + "Goals", line.label() + "目标");
            plan.put(line.field() + "Measures", line.label() + "措施");
            plan.put(line.field() + "Unit", "县工信局");
        }
        desk.complete(person("pingluo"), caseNumber, "task_enterPlan", plan);
        return caseNumber;
    }

    private void forwarded(String caseNumber) {
        desk.complete(
                person("city-shizuishan"),
                caseNumber,
                "task_guideAdmission",
                Map.of("guidance", "FORWARD", "opinion", "规划可行"));
    }

    private Task open(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
    }

    /** The last day on which the city has to act. */
    private LocalDate cityDay(String cluster) {
        return open(atTheCity(cluster))
                .getDueDate()
                .toInstant()
                .atZone(SHANGHAI)
                .toLocalDate();
    }

    private LocalDate inWorkingDays(int days) {
        return calendar.periods().workingDays(LocalDate.now(SHANGHAI), days).lastDay();
    }

    private SampleCluster sampleOf(String key) {
        return SampleClusters.of(today.getYear()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Applies for recognition. @return the case number */
    private String applied(String userId, String key) {
        SampleCluster sample = sampleOf(key);
        return desk.start(
                person(userId),
                "clusterRecognition",
                Map.of(
                        "clusterName",
                        sample.getClusterName(),
                        "leadingIndustry",
                        sample.workbook().basics().leadingIndustry(),
                        "crossCounty",
                        "false",
                        "designatedByCity",
                        false));
    }

    private void declare(String caseNumber, String userId, String key) {
        Map<String, Object> declared = new HashMap<>();
        sampleOf(key).declarations().forEach((code, each) -> {
            if (each.value() != null) {
                declared.put(code, each.value().toString());
            }
        });
        declared.put("noIncidents", true);
        desk.complete(person(userId), caseNumber, "task_enterData", declared);
        until(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey("task_confirmAndSubmit")
                        .count()
                == 1);
    }

    private static void until(BooleanSupplier there) {
        for (int tries = 0; !there.getAsBoolean(); tries++) {
            if (tries == 600) {
                throw new AssertionError("it does not come");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    @Order(1)
    @DisplayName("1. 改一个数值：先试算；以后的申报按新的参考口径评估；收回以后再评估按原来的")
    void threshold() throws IOException {
        HandbookRecipe recipe = HandbookRecipe.of(1);
        String page = draft(recipe);
        second.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("试算这份草稿"))
                .click();
        button(second, "开始试算");
        assertThat(second.page().locator("main")).containsText("不显示任何数字");
        approve(page);

        String caseNumber = applied("zhongning", "goji-zhongning");
        new Uploads(context)
                .take(caseNumber, "枸杞.xlsx", SampleWorkbooks.workbook(sampleOf("goji-zhongning")), person("zhongning"));
        new Materials(context).explain(caseNumber, person("zhongning"));
        declare(caseNumber, "zhongning", "goji-zhongning");
        try (Clerk county = clerk("zhongning")) {
            county.page().setViewportSize(1100, 900);
            Locator finding = county.page()
                    .locator("main tr")
                    .filter(having("参考口径：创新平台不少于"))
                    .first();
            county.open("/cases/" + caseNumber + "?section=findings");
            assertThat(finding).containsText("创新平台不少于3个");
            assertThat(finding).containsText("需说明");
            county.shot("policy-threshold", finding);
            takenBack(page);
            desk.complete(person("zhongning"), caseNumber, "task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
            declare(caseNumber, "zhongning", "goji-zhongning");
            county.open("/cases/" + caseNumber + "?section=findings");
            assertThat(finding).containsText("创新平台不少于1个");
            assertThat(finding).not().containsText("需说明");
        }
    }

    @Test
    @Order(2)
    @DisplayName("2. 改一个期限：新的案件7个工作日，收回以后又是10个")
    void period() {
        HandbookRecipe recipe = HandbookRecipe.of(2);
        int days = Integer.parseInt(recipe.typed("task_guideAdmission", "Extension properties › dueWorkingDays"));
        String page = approved(recipe);
        assertThat(days).isEqualTo(7);
        assertThat(cityDay("平罗冶金集群")).isEqualTo(inWorkingDays(days));
        takenBack(page);
        assertThat(cityDay("平罗陶瓷集群")).isEqualTo(inWorkingDays(10));
    }

    @Test
    @Order(3)
    @DisplayName("3. 改表单的文字：待办里的表单是新的说明，收回以后是原来的")
    void wording() {
        HandbookRecipe recipe = HandbookRecipe.of(3);
        String caseNumber = atTheCity("平罗铸造集群");
        String page = approved(recipe);
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim(GUIDE, caseNumber);
            Locator form = city.page().locator(".fjs-form").first();
            assertThat(form).containsText(recipe.typed("opinion", "General › Field description"));
            takenBack(page);
            city.openOwn(GUIDE, caseNumber);
            assertThat(form).containsText("退回的写明需完善的内容");
            assertThat(form).not().containsText("到现场指导的情况");
        }
    }

    @Test
    @Order(4)
    @DisplayName("4. 加一个栏目：市级填写，自治区决定时看到而不能改；收回以后没有")
    void field() {
        HandbookRecipe recipe = HandbookRecipe.of(4);
        String caseNumber = atTheCity("平罗医药集群");
        String page = approved(recipe);
        try (Clerk city = clerk("city-shizuishan");
                Clerk officer = clerk("officer-1")) {
            city.claim(GUIDE, caseNumber);
            city.choose("处理", "转报自治区");
            city.text("意见", "规划可行");
            city.text("到现场指导的情况", "三次到园区，与县里商定了中试基地的选址。");
            city.shot(
                    "policy-field",
                    city.page()
                            .locator(".fjs-form-field-textarea")
                            .filter(having("到现场指导的情况"))
                            .first());
            city.complete();
            officer.claim(DECIDE, caseNumber);
            Locator seen = officer.page()
                    .locator(".fjs-form-field-textarea")
                    .filter(having("市级到现场指导的情况"))
                    .locator("textarea");
            assertThat(seen).hasValue("三次到园区，与县里商定了中试基地的选址。");
            assertThat(seen).not().isEditable();
            takenBack(page);
            officer.openOwn(DECIDE, caseNumber);
            assertThat(officer.page().locator(".fjs-form").first()).containsText("理由");
            assertThat(officer.page().locator(".fjs-form").first()).not().containsText("到现场指导");
        }
    }

    @Test
    @Order(5)
    @DisplayName("5. 加一个环节：新的案件先由处室复核，意见在决定时看到；收回以后直接到决定")
    void step() {
        HandbookRecipe recipe = HandbookRecipe.of(5);
        String name = recipe.named("task_reviewInOffice");
        String page = draft(recipe);
        second.shot("policy-draft", second.page().locator("section[aria-labelledby='draft-files']"));
        second.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("与现行版本比较：cultivationAdmission.bpmn"))
                .click();
        assertThat(second.page().locator(".compare-list")).containsText(name);
        second.page()
                .locator(".compare-list > li")
                .filter(having(name))
                .first()
                .locator("[data-point]")
                .click();
        assertThat(second.page().locator("[data-side=after] .djs-element.compare-pointed"))
                .isVisible();
        second.shot("policy-step", second.page().locator("[data-side=after]").first());
        approve(page);

        String caseNumber = atTheCity("平罗饲料集群");
        forwarded(caseNumber);
        assertThat(open(caseNumber).getName()).isEqualTo(name);
        assertThat(open(caseNumber).getDueDate().toInstant().atZone(SHANGHAI).toLocalDate())
                .isEqualTo(inWorkingDays(5));
        try (Clerk officer = clerk("officer-2")) {
            officer.claim(name, caseNumber);
            officer.isRefusedWithoutEntries();
            officer.text("处室复核意见", "县里的规划与自治区的产业布局一致。");
            officer.complete();
            officer.claim(DECIDE, caseNumber);
            assertThat(officer.page()
                            .locator(".fjs-form-field-textarea")
                            .filter(having("处室复核意见"))
                            .locator("textarea"))
                    .hasValue("县里的规划与自治区的产业布局一致。");
        }
        takenBack(page);
        String next = atTheCity("平罗包装集群");
        forwarded(next);
        assertThat(open(next).getName()).isEqualTo(DECIDE);
        int port = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        assertThat(RestCall.as("officer-1", port)
                        .get("/task?processInstanceBusinessKey=" + next)
                        .body())
                .contains(DECIDE)
                .doesNotContain(name);
    }

    @Test
    @Order(6)
    @DisplayName("7. 加一个条件：新的申报多一条逐条判断，收回以后没有提交的不再有")
    void condition() {
        HandbookRecipe recipe = HandbookRecipe.of(7);
        String label = recipe.typed("conditionClauses", "名称").replace("\"", "");
        String page = approved(recipe);
        String caseNumber = applied("pingluo", "fine-chemicals-pingluo");
        try (Clerk county = clerk("pingluo")) {
            county.page().setViewportSize(1100, 900);
            county.open("/cases/" + caseNumber + "?section=clauses");
            assertThat(county.page().locator("table.clauses")).containsText(label);
            county.shot(
                    "policy-condition",
                    county.page()
                            .locator("table.clauses tr")
                            .filter(having(label))
                            .first());
            takenBack(page);
            county.open("/cases/" + caseNumber + "?section=clauses");
            assertThat(county.page().locator("table.clauses")).containsText("集群品牌");
            assertThat(county.page().locator("main")).not().containsText(label);
        }
    }

    /** Moves the clock for good, and therefore comes last. */
    @Test
    @Order(7)
    @DisplayName("6. 加一个提醒：年度报送开始后第20天提醒申报主体和市；收回以后的一年没有")
    void reminder() {
        HandbookRecipe recipe = HandbookRecipe.of(6);
        String cluster = recognised().clusterNumber();
        String page = approved(recipe);
        int year = today.getYear();
        clockAt(LocalDate.of(year + 1, 1, 4));
        until(() -> reports.find(year, cluster).isPresent());
        until(() ->
                management.createJobQuery().activityId("event_earlyReminderDue").count() == 1);
        clockAt(LocalDate.of(year + 1, 1, 25));
        until(() ->
                management.createJobQuery().activityId("event_earlyReminderDue").count() == 0);
        for (String reader : new String[] {"pingluo", "city-shizuishan"}) {
            try (Clerk clerk = clerk(reader)) {
                clerk.open("/notifications");
                assertThat(clerk.page().locator("main")).containsText(REMINDED);
            }
        }
        takenBack(page);
        clockAt(LocalDate.of(year + 2, 1, 4));
        until(() -> reports.find(year + 1, cluster).isPresent());
        assertThat(management
                        .createJobQuery()
                        .activityId("event_earlyReminderDue")
                        .count())
                .isZero();
    }

    private static void clockAt(LocalDate day) {
        Instant there = day.atTime(9, 0).atZone(SHANGHAI).toInstant();
        ClockUtil.offset(Duration.between(Instant.now(), there).toMillis());
    }
}
