package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.absence.Departures;
import org.smecluster.material.TypedList;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.staff.StaffEntry;
import org.smecluster.support.Browser;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("账号和单位的页面")
class AccountPagesTest {

    private static final String PAGE = "/admin/accounts";
    private static final Pattern PASSWORD = Pattern.compile("<code>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</code>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(row|userId|name|unit|post)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Departures departures;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient database;

    private Browser admin;

    @BeforeEach
    void signIn() {
        admin = Browser.signedIn("admin", port);
    }

    @AfterEach
    void forget() {
        accounts.all().stream()
                .map(Account::userId)
                .filter(each -> each.startsWith("new"))
                .forEach(each -> {
                    departures.reopen(each);
                    Forgotten.user(each, identity, database);
                });
        database.sql("delete from region_unit where code = 'xinqu'").update();
        identity.deleteGroup("park-xinqu");
    }

    /** A sheet as a department fills it in: the template's first row, then people. */
    private byte[] sheet(String[]... people) throws IOException {
        HttpResponse<String> template = admin.get(PAGE + "/template");
        assertThat(template.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet list = workbook.createSheet("名册");
            row(list, 0, "账号", "姓名", "单位", "岗位");
            for (int i = 0; i < people.length; i++) {
                row(list, i + 1, people[i]);
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFSheet list, int at, String... cells) {
        Row row = list.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private HttpResponse<String> upload(String[]... people) throws IOException {
        return admin.upload(PAGE, PAGE + "/sheet", "file", "名册.xlsx", sheet(people));
    }

    private HttpResponse<String> confirm(HttpResponse<String> preview) {
        List<String> fields = new ArrayList<>();
        for (MatchResult found : HIDDEN.matcher(preview.body()).results().toList()) {
            fields.add(found.group(1));
            fields.add(found.group(2));
        }
        return admin.post(PAGE, PAGE, fields.toArray(String[]::new));
    }

    private static List<String> passwords(HttpResponse<String> answer) {
        return PASSWORD.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    @DisplayName("模板：四列，单位和岗位从列表中选；填好即能读回")
    void template() throws IOException {
        assertThat(admin.get(PAGE).body()).contains("下载模板", "按名册开通");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(templateBytes()))) {
            XSSFSheet list = workbook.getSheet("名册");
            assertThat(list.getRow(0).getCell(2).getStringCellValue()).isEqualTo("单位");
            assertThat(list.getDataValidations()).hasSize(2);
            assertThat(workbook.getSheet("可选内容").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("自治区工业和信息化厅");
        }
    }

    private byte[] templateBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TypedList.template("名册", StaffEntry.HEADS, Map.of("单位", List.of("自治区工业和信息化厅"), "岗位", List.of("经办")), 10, out);
        return out.toByteArray();
    }

    @Test
    @DisplayName("名册：每个错误指到行和列，什么也不开通")
    void faultsByCell() throws IOException {
        HttpResponse<String> preview = upload(
                new String[] {"new-1", "马小明", "平罗县", "经办"},
                new String[] {"NEW-1", "马小亮", "平罗县", "经办"},
                new String[] {"pingluo", "马建国", "平罗县", "经办"},
                new String[] {"新-2", "", "平罗乡", "经办"},
                new String[] {"new-3", "丁一", "自治区工业和信息化厅", ""});
        assertThat(preview.body())
                .contains("共5人，4人有错", "与第2行的账号相同", "账号已有人使用（马建国）", "不能作账号", "请填写姓名", "没有名为“平罗乡”的单位")
                .contains("请填写岗位：经办、审定、政策管理、系统管理")
                .doesNotContain("开通这");
        assertThat(accounts.find("new-1")).isEmpty();
    }

    @Test
    @DisplayName("名册：全角账号、空格、省略的唯一岗位照读；开通30人，密码各不相同、只显示一次，首次登录须改")
    void thirtyPeople() throws IOException {
        List<String[]> people = new ArrayList<>();
        people.add(new String[] {"ｎｅｗ－０", "　马　新 ", "石嘴山市", ""});
        for (int i = 1; i < 30; i++) {
            people.add(new String[] {"new-" + i, "丁新" + "一二三四五六七八九".charAt(i % 9), "平罗县", "经办"});
        }
        HttpResponse<String> preview = upload(people.toArray(String[][]::new));
        assertThat(preview.body()).contains("共30人，没有错误", "开通这30个账号", "石嘴山市 · 经办");
        assertThat(accounts.find("new-0")).as("nothing is opened by looking").isEmpty();

        HttpResponse<String> opened = confirm(preview);
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<String> passwords = passwords(opened);
        assertThat(passwords).hasSize(30).doesNotHaveDuplicates();
        assertThat(accounts.find("new-0")).hasValueSatisfying(account -> {
            assertThat(account.displayName()).isEqualTo("马新");
            assertThat(account.groups()).containsExactly("city-6402");
        });
        assertThat(admin.get(PAGE + "?q=new-0").body()).contains("首次登录须改密码").doesNotContain(passwords.get(0));
        Browser newcomer = new Browser(port);
        newcomer.signIn("new-0", passwords.get(0));
        assertThat(Browser.location(newcomer.get("/cases"))).isEqualTo("/account/password");
        assertThat(admin.get("/admin/audit?user=new-0").body()).contains("账号 new-0，组 city-6402");

        HttpResponse<String> twice = confirm(preview);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("账号已有人使用");
        assertThat(passwords(twice)).isEmpty();
    }

    @Test
    @DisplayName("不是名册的文件：说清楚")
    void otherFiles() throws IOException {
        assertThat(admin.upload(PAGE, PAGE + "/sheet", "file", "a.xlsx", "abc".getBytes())
                        .body())
                .contains("文件不是Excel工作簿");
        HttpResponse<String> empty = upload();
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("名册里没有人员");
    }

    @Test
    @DisplayName("一个人：开通、改名、增减岗位、重置密码；停用的账号不再给别人")
    void onePerson() {
        HttpResponse<String> opened = open("new-one", "哈新", "county-640221");
        assertThat(passwords(opened)).hasSize(1);
        String person = PAGE + "/people/new-one";
        admin.post(person, person + "/name", "name", "哈新民");
        admin.post(person, person + "/places", "place", "expert");
        admin.post(person, person + "/places/removal", "place", "county-640221");
        assertThat(accounts.find("new-one")).hasValueSatisfying(account -> {
            assertThat(account.displayName()).isEqualTo("哈新民");
            assertThat(account.groups()).containsExactly("expert");
        });
        assertThat(admin.post(person, person + "/password").body()).contains("请先勾选");
        HttpResponse<String> reset = admin.post(person, person + "/password", "sure", "true");
        assertThat(passwords(reset)).hasSize(1).isNotEqualTo(passwords(opened));
        assertThat(Browser.location(
                        new Browser(port).signIn("new-one", passwords(opened).get(0))))
                .contains("error=wrong");

        departures.close("new-one", "admin");
        assertThat(open("new-one", "另一人", "county-640221").body()).contains("账号曾由哈新民使用，已停用");
        HttpResponse<String> afterwards = admin.post(person, person + "/password", "sure", "true");
        assertThat(afterwards.statusCode()).isEqualTo(400);
        assertThat(afterwards.body()).contains("账号已停用");
    }

    private HttpResponse<String> open(String userId, String name, String place) {
        return admin.post(PAGE, PAGE, "userId", userId, "name", name, "place", place);
    }

    @Test
    @DisplayName("名下有本单位的任务时，这个岗位去不掉；释放后可以")
    void tasksFirst() {
        String deployment = repository
                .createDeployment()
                .addClasspathResource("identity/countyWork.bpmn")
                .deploy()
                .getId();
        try {
            open("new-holder", "哈新", "county-640221");
            runtime.startProcessInstanceByKey("countyWork", Map.of("applicantGroup", "county-640221"));
            String task = tasks.createTaskQuery()
                    .processDefinitionKey("countyWork")
                    .singleResult()
                    .getId();
            tasks.claim(task, "new-holder");
            String person = PAGE + "/people/new-holder";
            HttpResponse<String> refused = admin.post(person, person + "/places/removal", "place", "county-640221");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("哈新名下还有平罗县的1项任务");
            tasks.setAssignee(task, null);
            admin.post(person, person + "/places/removal", "place", "county-640221");
            assertThat(accounts.find("new-holder").orElseThrow().groups()).isEmpty();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("最后一位系统管理员的岗位去不掉；自己的密码不在这里改")
    void theLastAdministrator() {
        String person = PAGE + "/people/admin";
        assertThat(admin.post(person, person + "/places/removal", "place", "camunda-admin")
                        .body())
                .contains("最后一位能登录的系统管理员");
        assertThat(admin.post(person, person + "/password", "sure", "true").body())
                .contains("自己的密码请在");
    }

    @Test
    @DisplayName("登录过的账号，在 Admin 里也删不掉；没有用过的可以删")
    void usedAccountsStay() {
        HttpResponse<String> opened = open("new-used", "哈新", "county-640221");
        open("new-unused", "哈旧", "county-640221");
        new Browser(port).signIn("new-used", passwords(opened).get(0));
        RestCall rest = RestCall.as("admin", port);
        HttpResponse<String> refused = rest.delete("/user/new-used");
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("不能删除");
        assertThat(accounts.find("new-used")).isPresent();
        rest.delete("/user/new-unused");
        assertThat(accounts.find("new-unused")).isEmpty();
    }

    @Test
    @DisplayName("新园区：增加后即有组，能开通账号，其人看到自己的首页；代码和名称不重复")
    void newUnit() {
        String page = "/admin/units";
        HttpResponse<String> wrong =
                admin.post(page, page, "level", "PARK", "code", "640221", "name", "平罗县", "parent", "", "parkKind", "");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("小写字母开头", "已有名为“平罗县”的单位", "请选择园区所属的市", "管委会还是运营机构");

        admin.post(
                page,
                page,
                "level",
                "PARK",
                "code",
                "xinqu",
                "name",
                "平罗新区",
                "parent",
                "640221",
                "parkKind",
                "COMMITTEE",
                "county",
                "");
        assertThat(admin.get(page).body()).contains("平罗新区");
        HttpResponse<String> opened = open("new-park", "哈新", "park-xinqu");
        assertThat(opened.body()).contains("平罗新区 · 经办");

        admin.post(page, page + "/xinqu/name", "name", "平罗高新区");
        assertThat(admin.get(PAGE + "/people/new-park").body()).contains("平罗高新区 · 经办");
        assertThat(identity.createGroupQuery()
                        .groupId("park-xinqu")
                        .singleResult()
                        .getName())
                .isEqualTo("平罗高新区");
        assertThat(admin.get("/admin/audit").body()).contains("新增单位 xinqu 平罗新区", "单位更名 xinqu 平罗高新区");
    }

    @Test
    @DisplayName("只有系统管理员能看、能办，换一种写法的地址也不行")
    void nobodyElse() {
        Browser officer = Browser.signedIn("officer-1", port);
        for (String path : List.of(PAGE, PAGE + "/template", PAGE + "/people/admin", "/admin/units")) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(Browser.location(new Browser(port).get(path))).as(path).isEqualTo("/login");
        }
        assertThat(officer.get("/admin//accounts").statusCode()).isEqualTo(400);
        assertThat(officer.post("/", PAGE, "userId", "new-x", "name", "哈新", "place", "camunda-admin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(accounts.find("new-x")).isEmpty();
    }
}
