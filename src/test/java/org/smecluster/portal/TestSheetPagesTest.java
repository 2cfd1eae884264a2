package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.draft.DraftEvent;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.security.Account;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.testsheet.SheetVersion;
import org.smecluster.testsheet.SheetView;
import org.smecluster.testsheet.TestSheets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("测试表：草稿逐行核对，没有通过的不能批准；在同一份草稿里更换，一起批准、一起生效")
class TestSheetPagesTest {

    private static final Account OWNER = new Account("policy", "田思源", List.of("policy-owner"));
    private static final Account SECOND = new Account("policy-2", "罗静怡", List.of("policy-owner"));
    private static final Account ADMINISTRATOR = new Account("admin", "管理员", List.of("camunda-admin"));
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final String CORE = "/admin/test-sheets/coreCompetitiveness";
    private static final String RESULT = "应得：结论";

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestSheets sheets;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
        TestClock.set(DAY);
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                portal.as(account).perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String page(Account account, String path) throws Exception {
        return answer(account, get(path)).getContentAsString();
    }

    private byte[] workbook(String path) throws Exception {
        return answer(OWNER, get(path)).getContentAsByteArray();
    }

    private MockHttpServletResponse upload(Account account, String path, byte[] content) throws Exception {
        return upload(account, path, content, 0);
    }

    private MockHttpServletResponse upload(Account account, String path, byte[] content, int seen) throws Exception {
        return answer(
                account,
                multipart(path)
                        .file(new MockMultipartFile("file", "测试表.xlsx", null, content))
                        .param("reason", "新的要求")
                        .param("seen", String.valueOf(seen)));
    }

    private static byte[] changed(byte[] workbook, Consumer<XSSFSheet> change) throws IOException {
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(opened.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            opened.write(out);
            return out.toByteArray();
        }
    }

    private static int column(XSSFSheet sheet, String head) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().startsWith(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(head);
    }

    private static Row named(XSSFSheet sheet, String example) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(example)) {
                return row;
            }
        }
        throw new AssertionError(example);
    }

    /** What came out otherwise, the workbook says beside the row: there the outcome is typed. */
    private static void correct(XSSFSheet sheet, String head, String outcome) {
        int came = column(sheet, "这次得出");
        for (Row row : sheet) {
            Cell cell = row.getCell(came);
            if (row.getRowNum() > 1 && cell != null && cell.getCellType() == CellType.STRING) {
                row.getCell(column(sheet, head)).setCellValue(outcome);
            }
        }
    }

    private static byte[] model(String... replacements) throws IOException {
        String text = Files.readString(Path.of("processes", "recognition", "basicConditions.dmn"));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] raised() throws IOException {
        return model(
                "<text>&gt;= 20</text>",
                "<text>&gt;= 25</text>",
                "<text>&lt; 20</text>",
                "<text>&lt; 25</text>",
                "20亿元",
                "25亿元");
    }

    private Modeler.Shown deploy(byte[] model) {
        return Modeler.shown(new Modeler("policy", port).deploy("产值改为25亿元", "basicConditions.dmn", model));
    }

    private ModelDraft draft(String page) {
        return drafts.find(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private MockHttpServletResponse approve(String page) throws Exception {
        return answer(
                SECOND,
                post(page + "/approval")
                        .param(
                                "judgement",
                                String.valueOf(
                                        drafts.judgement(draft(page).id()).id()))
                        .param("reason", "核对无误")
                        .param("effectiveOn", DAY.toString()));
    }

    private SheetView core() {
        return sheets.find("coreCompetitiveness").orElseThrow();
    }

    @Test
    @DisplayName("门槛改了，测试表没有改：存为草稿，写明哪一行、应得什么、得出什么、怎么办；不能批准")
    void held() throws Exception {
        Modeler.Shown shown = deploy(raised());
        assertThat(shown.log())
                .startsWith("已存为草稿NXMX-")
                .contains(
                        "测试表有例子没有通过，改好以前不能批准",
                        "测试表“核心竞争力” 第14行：例子“近三年最低年产值正好20亿元”没有通过",
                        "应得“MET”，得出“NOT_MET”（第十一条(一)）",
                        "下载、修改这一行后上传");
        String html = page(SECOND, shown.page());
        assertThat(html)
                .contains("测试表有例子没有通过，不能批准", "sheets/coreCompetitiveness", "个没有通过", "全部通过")
                .doesNotContain(">批准这份草稿<");
        MockHttpServletResponse refused = approve(shown.page());
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("例子“近三年最低年产值正好20亿元”没有通过");
        assertThat(draft(shown.page()).state()).isEqualTo(ModelDraft.State.OPEN);
        assertThat(page(SECOND, shown.page() + "/sheets/coreCompetitiveness"))
                .contains("近三年最低年产值正好20亿元", "没有通过", "批准以前更换")
                .doesNotContain("随这份草稿更换</button>");
        assertThat(core().holds()).isFalse();
    }

    @Test
    @DisplayName("在同一份草稿里更换：只有部署的人；另一人看到改动前后，批准后决策表和测试表一起生效；收回一起恢复")
    void together() throws Exception {
        String page = deploy(raised()).page();
        for (String[] sheet : new String[][] {{"coreCompetitiveness", RESULT}, {"basicConditions", "应得：总体结论"}}) {
            String at = page + "/sheets/" + sheet[0];
            byte[] corrected = changed(workbook(at + "/workbook"), each -> correct(each, sheet[1], "NOT_MET"));
            assertThat(upload(SECOND, at, corrected).getStatus()).isEqualTo(400);
            assertThat(upload(OWNER, at + "/preview", corrected).getContentAsString())
                    .contains("什么都没有保存", sheet[1] + "：“")
                    .doesNotContain("没有通过</span>");
            MockHttpServletResponse taken = upload(OWNER, at, corrected);
            assertThat(taken.getStatus()).as(taken.getContentAsString()).isEqualTo(302);
            assertThat(upload(OWNER, at, corrected).getContentAsString()).contains("没有改动");
        }
        assertThat(drafts.judgement(draft(page).id()).holds()).isFalse();
        assertThat(drafts.events(draft(page).id()))
                .filteredOn(event -> event.kind() == DraftEvent.Kind.SHEET)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.reason()).contains("新的要求"));
        assertThat(page(SECOND, page + "/sheets/coreCompetitiveness"))
                .contains("改动的例子", "近三年最低年产值正好20亿元", "应得：结论：“MET”改为“NOT_MET”");
        assertThat(sheets.versions("coreCompetitiveness")).isEmpty();

        MockHttpServletResponse approved = approve(page);
        assertThat(approved.getStatus()).as(approved.getContentAsString()).isEqualTo(302);
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.LIVE);
        assertThat(sheets.all())
                .allSatisfy(
                        view -> assertThat(view.holds()).as(view.table().name()).isFalse());
        assertThat(sheets.versions("coreCompetitiveness"))
                .extracting(SheetVersion::version, SheetVersion::shipped, SheetVersion::changedBy)
                .containsExactly(tuple(2, false, "policy"), tuple(1, true, null));
        assertThat(page(SECOND, CORE)).contains("第2版，", "理由：新的要求", "改回第1版", "系统预置");

        MockHttpServletResponse back =
                answer(SECOND, post(page + "/taking-back").param("reason", "改错了"));
        assertThat(back.getStatus()).as(back.getContentAsString()).isEqualTo(302);
        assertThat(sheets.all()).allSatisfy(view -> assertThat(view.holds()).isFalse());
        assertThat(sheets.versions("coreCompetitiveness").get(0))
                .extracting(SheetVersion::version, SheetVersion::shipped, SheetVersion::reason)
                .containsExactly(3, true, "改错了");
        assertThat(drafts.judgement(draft(page).id()).holds()).isFalse();
    }

    @Test
    @DisplayName("只改测试表也是草稿：同样的内容是一份；批准后生效，系统重启和升级都不改回；可以改回以前的版本，也要批准")
    void alone() throws Exception {
        byte[] more = changed(workbook(CORE + "/workbook"), sheet -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.createCell(0).setCellValue("产值很高");
            row.createCell(column(sheet, "近三年最低年产值")).setCellValue(2000);
            row.createCell(column(sheet, "应得：指标代码")).setCellValue("minAnnualOutput");
            row.createCell(column(sheet, RESULT)).setCellValue("MET");
            row.createCell(column(sheet, "条款")).setCellValue("第十一条（一）");
        });
        assertThat(upload(OWNER, CORE + "/preview", more).getContentAsString())
                .contains("什么都没有保存", "产值很高", "近三年最低年产值（亿元）：填“2000”");
        assertThat(drafts.all()).isEmpty();
        String page = upload(OWNER, CORE, more).getRedirectedUrl();
        assertThat(upload(SECOND, CORE, more).getRedirectedUrl()).isEqualTo(page);
        assertThat(drafts.all()).hasSize(1);
        assertThat(page(SECOND, page)).contains("测试表：核心竞争力", "1行", "批准这份草稿");
        assertThat(core().sheet().examples())
                .noneMatch(example -> example.name().equals("产值很高"));
        assertThat(answer(OWNER, post(page + "/approval").param("reason", "x").param("effectiveOn", DAY.toString()))
                        .getContentAsString())
                .contains("要由另一位政策人员批准");
        assertThat(approve(page).getStatus()).isEqualTo(302);
        assertThat(core().sheet().examples()).anyMatch(example -> example.name().equals("产值很高"));
        assertThat(core().holds()).isFalse();

        assertThat(upload(OWNER, CORE, more, 2).getContentAsString()).contains("与正在使用的相同");
        assertThat(upload(OWNER, CORE, more, 1).getStatus()).isEqualTo(409);
        MockHttpServletResponse again = answer(
                OWNER, post(CORE + "/versions/1/return").param("reason", "不需要").param("seen", "2"));
        assertThat(again.getStatus()).as(again.getContentAsString()).isEqualTo(302);
        assertThat(approve(again.getRedirectedUrl()).getStatus()).isEqualTo(302);
        assertThat(core().sheet().examples())
                .noneMatch(example -> example.name().equals("产值很高"));
        assertThat(sheets.versions("coreCompetitiveness")).hasSize(3);
        MockHttpServletResponse taken = answer(
                ADMINISTRATOR, post(again.getRedirectedUrl() + "/taking-back").param("reason", "还是需要"));
        assertThat(taken.getStatus()).as(taken.getContentAsString()).isEqualTo(302);
        assertThat(core().sheet().examples()).anyMatch(example -> example.name().equals("产值很高"));
        assertThat(page(SECOND, again.getRedirectedUrl())).contains("已收回", "还是需要");

        for (String sql : List.of(
                "update test_sheet set content = ''",
                "delete from test_sheet",
                "update test_sheet_change set reason = 'x'",
                "delete from test_sheet_change")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("不能修改或删除");
        }
        assertThat(jdbc.sql("select count(*) from chain_queue where source like 'test_sheet%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    @DisplayName("有例子不通过的测试表，只改测试表也不能批准")
    void wrongAlone() throws Exception {
        byte[] wrong = changed(workbook(CORE + "/workbook"), sheet -> named(sheet, "近三年最低年产值略低于20亿元")
                .getCell(column(sheet, RESULT))
                .setCellValue("MET"));
        String page = upload(OWNER, CORE, wrong).getRedirectedUrl();
        assertThat(page(SECOND, page)).contains("应得“MET”，得出“NOT_MET”").doesNotContain(">批准这份草稿<");
        assertThat(approve(page).getStatus()).isEqualTo(400);
    }

    @Test
    @DisplayName("两份草稿改同一张测试表：先批准的生效，后一份要重新下载")
    void overtaken() throws Exception {
        String first = upload(OWNER, CORE, renamed("甲")).getRedirectedUrl();
        String second = upload(OWNER, CORE, renamed("乙")).getRedirectedUrl();
        assertThat(approve(first).getStatus()).isEqualTo(302);
        assertThat(approve(second).getContentAsString()).contains("别的变更又改过这张测试表");
        assertThat(answer(OWNER, post(second + "/judgement")).getStatus()).isEqualTo(302);
        assertThat(page(SECOND, second)).contains("别的变更又改过这张测试表").doesNotContain(">批准这份草稿<");
        String at = second + "/sheets/coreCompetitiveness";
        assertThat(upload(OWNER, at, renamed("丙")).getStatus()).isEqualTo(302);
        assertThat(approve(second).getStatus()).isEqualTo(302);
        assertThat(core().sheet().examples()).anyMatch(example -> example.name().equals("丙"));
    }

    private byte[] renamed(String name) throws Exception {
        return changed(
                workbook(CORE + "/workbook"),
                sheet -> sheet.getRow(2).getCell(0).setCellValue(name));
    }

    @Test
    @DisplayName("两个线程同时提交相同的测试表：一份草稿")
    void twiceAtOnce() throws Exception {
        byte[] changed = renamed("甲");
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> submit = () -> {
            together.await();
            return upload(OWNER, CORE, changed).getRedirectedUrl();
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            var answers = threads.invokeAll(List.of(submit, submit));
            assertThat(answers.get(0).get())
                    .isNotNull()
                    .isEqualTo(answers.get(1).get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(drafts.all()).hasSize(1);
    }

    @Test
    @DisplayName("草稿改了一列的单位：测试表与表不符，写明怎么办；下载按草稿列好的，核对后上传，就可以批准")
    void otherColumns() throws Exception {
        Modeler.Shown shown = deploy(model("近三年最低年产值（亿元）", "近三年最低年产值（万万元）"));
        assertThat(shown.log()).contains("列“近三年最低年产值（亿元）”在决策表中叫“近三年最低年产值（万万元）”，请核对含义和单位", "下载按草稿列好的");
        String at = shown.page() + "/sheets/";
        assertThat(page(SECOND, shown.page())).contains("与决策表的列不符").doesNotContain(">批准这份草稿<");
        for (String decision : List.of("coreCompetitiveness", "basicConditions")) {
            byte[] laidOut = workbook(at + decision + "/workbook");
            assertThat(upload(OWNER, at + decision, laidOut).getStatus()).isEqualTo(302);
        }
        assertThat(approve(shown.page()).getStatus()).isEqualTo(302);
        assertThat(core().misfits()).isEmpty();
    }

    @Test
    @DisplayName("不像样的文件：公式、空行、重复、错列、错的类型、宏、旧格式、过大，逐处说明位置，什么也不变")
    void refused() throws Exception {
        byte[] good = workbook(CORE + "/workbook");
        assertRefused(changed(good, sheet -> sheet.getRow(4).getCell(4).setCellFormula("1+1")), "E5：是公式");
        assertRefused(changed(good, sheet -> sheet.shiftRows(5, sheet.getLastRowNum(), 1)), "A6：第6行是空行，请删去空行");
        assertRefused(
                changed(good, sheet -> sheet.getRow(5)
                        .getCell(0)
                        .setCellValue(sheet.getRow(4).getCell(0).getStringCellValue())),
                "A6：例子的名称与第5行相同");
        assertRefused(
                changed(good, sheet -> {
                    for (int i = 1; i < sheet.getRow(4).getLastCellNum(); i++) {
                        Cell from = sheet.getRow(4).getCell(i);
                        if (from.getCellType() == CellType.STRING) {
                            sheet.getRow(5).getCell(i).setCellValue(from.getStringCellValue());
                        } else {
                            sheet.getRow(5).getCell(i).setBlank();
                        }
                    }
                }),
                "A6：与第5行的输入相同");
        assertRefused(
                changed(good, sheet -> sheet.getRow(1).getCell(3).setCellValue("area")),
                "D1：列“占地面积（平方公里）”（area）在决策表“核心竞争力”中没有");
        assertRefused(changed(good, sheet -> sheet.getRow(1).getCell(3).setCellValue("area")), "缺少决策表“核心竞争力”的输入“占地面积");
        assertRefused(
                changed(good, sheet -> sheet.getRow(2).getCell(1).setCellValue("对")), "B3：“主导产业为支柱或特色产业”应填“是”或“否”");
        assertRefused(
                changed(
                        good,
                        sheet -> named(sheet, "近三年最低年产值略低于20亿元").getCell(4).setCellValue("19.99亿元")),
                "应填数字，不带单位和百分号，现在是“19.99亿元”");
        assertRefused(
                changed(
                        good,
                        sheet -> sheet.getRow(2).getCell(column(sheet, "条款")).setCellValue("第二十条")),
                "条款应写《暂行办法》的条款，例如“第十一条(一)”，现在是“第二十条”");
        assertRefused(
                changed(good, sheet -> {
                    sheet.getRow(2).getCell(column(sheet, "应得：指标代码")).setBlank();
                }),
                "请填写“应得：指标代码”");
        assertRefused(
                changed(good, sheet -> {
                    for (int i = sheet.getLastRowNum(); i > 1; i--) {
                        sheet.removeRow(sheet.getRow(i));
                    }
                }),
                "没有例子");
        assertRefused(
                changed(good, sheet -> {
                    for (int i = 0; i < 600; i++) {
                        sheet.createRow(i + 40).createCell(0).setCellValue("例" + i);
                    }
                }),
                "测试表超过");
        assertRefused(changed(good, sheet -> sheet.getRow(0).getCell(0).setCellValue("x")), "A1：不是测试表");
        assertRefused(withMacros(good), "宏");
        assertRefused("<html>".getBytes(StandardCharsets.UTF_8), "文件不是Excel工作簿");
        assertRefused(new byte[3 << 20], "文件超过2兆字节，不像是测试表");
        assertThat(drafts.all()).isEmpty();
        assertThat(sheets.versions("coreCompetitiveness")).isEmpty();
    }

    private void assertRefused(byte[] content, String... words) throws Exception {
        for (String path : List.of(CORE + "/preview", CORE)) {
            MockHttpServletResponse answer = upload(OWNER, path, content);
            assertThat(answer.getStatus()).as(words[0]).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains(words);
        }
    }

    private static byte[] withMacros(byte[] workbook) throws Exception {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            opened.replaceContentType(
                    XSSFRelation.WORKBOOK.getContentType(), XSSFRelation.MACROS_WORKBOOK.getContentType());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            opened.save(out);
            return out.toByteArray();
        }
    }

    @Test
    @DisplayName("下载的原样上传没有改动；管理员只能看；没有这张表的找不到")
    void read() throws Exception {
        assertThat(page(OWNER, "/admin/test-sheets"))
                .contains("核心竞争力", "撤销认定情形", "全部通过")
                .doesNotContain("个没有通过");
        assertThat(upload(OWNER, CORE, workbook(CORE + "/workbook")).getContentAsString())
                .contains("与正在使用的相同，没有更换");
        assertThat(page(ADMINISTRATOR, CORE)).contains("测试表由政策人员更换").doesNotContain("存为草稿");
        assertThat(upload(ADMINISTRATOR, CORE, renamed("甲")).getStatus()).isEqualTo(403);
        assertThat(answer(PortalFixture.OFFICER, get(CORE)).getStatus()).isEqualTo(403);
        assertThat(answer(OWNER, get("/admin/test-sheets/nothing")).getStatus()).isEqualTo(404);
    }
}
