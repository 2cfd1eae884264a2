package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.material.sample.SampleCluster;

/**
 * A person at a browser: signs in, works in Tasklist and in its tab 案件资料, leaves screenshots, and reads every page that
 * a step leads to for {@linkplain English English words}.
 */
final class Clerk implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "e2e");
    private static final Path HANDBOOK = Path.of("docs", "handbook", "images");
    private static final int TALLEST = 1050;

    static final int WIDE = 1680;
    static final int HIGH = 1050;
    static final int PHONE = 390;

    /** Camunda Forms in Tasklist lose input that comes faster. */
    private static final double BETWEEN_FIELDS = 300;

    private static final double PATIENCE = 60_000;

    /** As form-js shows a day to a Chinese browser. */
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);

    private static final Map<String, String> ENGLISH_SEEN = new LinkedHashMap<>();

    /** Who works on models and accounts, by their identifiers. */
    private static final Set<String> NO_CLERKS = Set.of("policy", "policy-2", "admin");

    /** Code of a declared condition to what its question has in it. */
    private static final Map<String, String> DECLARED = Map.ofEntries(
            Map.entry("pillarIndustry", "主导产业为所在县域的支柱或特色产业（"),
            Map.entry("conformsToIndustrialPolicy", "符合自治区产业政策和行业发展规划要求（"),
            Map.entry("chainLayoutRational", "产业链布局合理（"),
            Map.entry("supplyChainCollaboration", "产供销一体化协同协作机制较完善（"),
            Map.entry("resourceSharing", "共享机制（"),
            Map.entry("keyLinkSupporting", "产业链关键环节配套能力较强（"),
            Map.entry("digitalNewModels", "数字化新模式新业态"),
            Map.entry("industrialInternetSecurity", "工业互联网安全保障体系（"),
            Map.entry("pollutantsCompliant", "污染物排放量"),
            Map.entry("greenServiceMechanism", "绿色低碳服务机制（"),
            Map.entry("highEnergyIndustry", "属于高耗能行业（"),
            Map.entry("energyEfficiencyAboveBenchmark", "能效水平高于行业基准值（"),
            Map.entry("highWaterIndustry", "属于高用水行业（"),
            Map.entry("waterEfficiencyAboveAverage", "水效水平高于行业平均值（"),
            Map.entry("internationalCooperation", "国际合作机制或交流活动（"),
            Map.entry("operatorEstablished", "市场化运营管理机构（"),
            Map.entry("publicServiceSystem", "公共服务体系"));

    private static int shots;

    private final String baseUrl;
    private final BrowserContext context;
    private final Clicks clicks;
    private final Page page;
    private final String who;

    private Clerk(Browser browser, String baseUrl, String who) {
        this(browser, baseUrl, who, "Asia/Shanghai");
    }

    private Clerk(Browser browser, String baseUrl, String who, String zone) {
        this.who = who;
        this.baseUrl = baseUrl;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDE, HIGH)
                .setLocale("zh-CN")
                .setTimezoneId(zone));
        this.clicks = Clicks.of(context);
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    static Clerk signedIn(Browser browser, String baseUrl, String userId, String password) {
        return signedIn(browser, baseUrl, userId, password, "Asia/Shanghai");
    }

    static Clerk signedIn(Browser browser, String baseUrl, String userId, String password, String zone) {
        Clerk clerk = new Clerk(browser, baseUrl, userId, zone);
        clerk.open("/login");
        clerk.signIn(userId, password);
        clerk.page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return clerk;
    }

    void signIn(String userId, String password) {
        page.locator("input[name=username]").fill(userId);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    static Clerk ofThePublic(Browser browser, String baseUrl) {
        return new Clerk(browser, baseUrl, "public");
    }

    /** What all clerks have seen so far: word and context to the page. */
    static Map<String, String> englishSeen() {
        return ENGLISH_SEEN;
    }

    /** Reads the page as it stands; the findings of all pages are told at the end. */
    void seesNoEnglish() {
        seesNoEnglish("");
    }

    private void seesNoEnglish(String step) {
        if (NO_CLERKS.contains(who)) {
            return;
        }
        English.collect(
                page,
                who,
                "%s at %s %s"
                        .formatted(who, page.url().replace(baseUrl, ""), step)
                        .strip(),
                ENGLISH_SEEN);
    }

    Page page() {
        return page;
    }

    Clicks clicks() {
        return clicks;
    }

    void open(String path) {
        page.navigate(baseUrl + path);
        if (!path.startsWith("/camunda/")) {
            seesNoEnglish();
        }
    }

    /** On a busy machine Tasklist gives up a script of its own that does not come within seconds, and stays empty. */
    private void openTasklist() {
        open("/camunda/app/tasklist/default/");
        Locator filters = page.locator(".task-filters a");
        for (int tries = 0; tries < 3 && !comes(filters.first()); tries++) {
            page.reload();
        }
        filters.first().waitFor();
    }

    /** By its own address, with all that our scripts put around its form. */
    void opens(String task) {
        open("/camunda/app/tasklist/default/#/?task=" + task);
        for (int tries = 0;
                tries < 3 && !(comes(page.locator(".sc-strip")) && comes(page.locator(".task-card .fjs-form")));
                tries++) {
            page.reload();
        }
        page.waitForURL(Pattern.compile(".*filter=.*"));
        page.locator(".task-card .fjs-form").first().waitFor();
        pause();
    }

    boolean comes(Locator locator) {
        try {
            locator.first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE / 2));
            return true;
        } catch (TimeoutError late) {
            return false;
        }
    }

    /** Opens the start form of a process: Tasklist's own button leads to the page of what can be begun. */
    void startProcess(String name) {
        openTasklist();
        page.locator(".start-process-action").first().click();
        page.waitForURL("**/start");
        seesNoEnglish("processes to start");
        page.locator("main a[aria-label*='：" + name + "，']").first().click();
        startFormIsThere();
        seesNoEnglish(name);
    }

    void startFormIsThere() {
        page.locator("#start-form .fjs-form").waitFor();
        assertThat(page.locator("#start-submit")).isEnabled();
    }

    /** The number of the one application that is among the person's cases. */
    String applicationNumber() {
        open("/cases");
        Matcher found = Pattern.compile("NXJQ-\\d{4}-RD-\\d{5}").matcher(page.content());
        assertThat(found.find()).as("the new case is among one's cases").isTrue();
        return found.group();
    }

    /** A form as it is, with what is required missing: it stays, and says in Chinese what is missing. */
    void isRefusedWithoutEntries() {
        pause();
        Locator submit = page.locator(
                page.locator("#start-submit").count() > 0 ? "#start-submit" : "button[ng-click='complete()']");
        // a form that has been told so once keeps it disabled until all is well
        if (submit.first().isEnabled()) {
            submit.first().click();
        }
        assertThat(page.locator(".fjs-form-field-error").first()).containsText(Pattern.compile("[一-龥]"));
        seesNoEnglish("refused without entries");
    }

    void submitStart() {
        pause();
        seesNoEnglish("start form");
        page.locator("#start-submit").click();
        page.waitForURL(Pattern.compile(".*/start/[^/]+/[^/]+$"));
        seesNoEnglish("started");
    }

    /** Opens the group's task of that name for the case and claims it; the first task of a case is its starter's already. */
    void claim(String taskName, String caseNumber) {
        openTask("本组待办", taskName, caseNumber);
        page.locator("button.claim, .unclaim").first().waitFor();
        if (page.locator("button.claim").count() > 0) {
            page.locator("button.claim").click();
        }
        formIsThere();
    }

    /** Opens the person's own task of that name for the case. */
    void openOwn(String taskName, String caseNumber) {
        openTask("我的待办", taskName, caseNumber);
        formIsThere();
    }

    private void openTask(String filter, String taskName, String caseNumber) {
        openTasklist();
        Locator card = page.locator("li.task").filter(having(taskName)).filter(having(caseNumber));
        Locator filterLink =
                page.locator(".task-filters a").filter(having(filter)).first();
        filterLink.click();
        for (int tries = 0; card.count() == 0 && tries < 15; tries++) {
            page.waitForTimeout(1500);
            filterLink.click();
        }
        seesNoEnglish(filter);
        card.first().click();
        page.locator(".nav-tabs").waitFor();
        seesNoEnglish(taskName);
    }

    private void formIsThere() {
        page.locator(".fjs-form").first().waitFor();
        // Tasklist draws a form a second time when the claim is known
        page.waitForTimeout(1500);
        seesNoEnglish("form");
    }

    /**
     * The form of the task of that name, that a link of a page of ours has opened. On a busy machine Tasklist gives up a script
     * that does not come within seconds, and stays empty.
     */
    void opened(String taskName) {
        Locator strip = page.locator(".sc-strip h2").filter(having(taskName));
        for (int tries = 0; tries < 3 && !comes(strip); tries++) {
            page.reload();
        }
        strip.waitFor();
        page.locator(".fjs-form").first().waitFor();
    }

    void tab(String label) {
        page.locator(".nav-tabs a").filter(having(label)).first().click();
        pause();
        seesNoEnglish(label);
    }

    /** A section of the tab 案件资料, by how its name begins. */
    void section(String label) {
        page.locator(".case-nav a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label)))
                .first()
                .click();
        pause();
        seesNoEnglish(label);
    }

    void text(String label, String value) {
        pause();
        page.locator(".fjs-form-field-textfield, .fjs-form-field-textarea, .fjs-form-field-number")
                .filter(having(label))
                .locator("input, textarea")
                .first()
                .fill(value);
    }

    void date(String label, LocalDate day) {
        pause();
        Locator field = page.locator(".fjs-form-field-datetime")
                .filter(having(label))
                .locator("input")
                .first();
        field.click();
        field.fill(AS_TYPED.format(day));
        field.press("Enter");
        field.press("Tab");
    }

    void choose(String label, String option) {
        pause();
        page.locator(".fjs-form-field-radio")
                .filter(having(label))
                .first()
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    void tick(String label) {
        box(label).check();
    }

    void untick(String label) {
        box(label).uncheck();
    }

    private Locator box(String label) {
        pause();
        return page.locator(".fjs-form-field-checkbox")
                .filter(having(label))
                .locator("input[type=checkbox]")
                .first();
    }

    /** Of a list of boxes, the one of that name. */
    void tickOf(String label, String option) {
        pause();
        page.locator(".fjs-form-field-checklist")
                .filter(having(label))
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    /** What the sample declares, in the form of the task 填报数据与声明. */
    void declares(SampleCluster sample) {
        declared(sample).forEach((question, declared) -> choose(question, declared ? "是" : "否"));
        tick("确认集群内企业近三年未发生");
    }

    /** What the question of each declared condition has in it, to its answer. */
    static Map<String, Boolean> declared(SampleCluster sample) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        sample.declarations().forEach((code, declared) -> {
            if (declared.value() != null) {
                answers.put(DECLARED.get(code), declared.value());
            }
        });
        return answers;
    }

    /** What cannot be undone is refused without its tick, and with it nothing stands in the way. */
    void confirms(String label) {
        isRefusedWithoutEntries();
        tick(label);
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
    }

    /** Gives a workbook in, in the section 上传 of the tab 案件资料. */
    void uploads(Path workbook) {
        page.locator("input[type=file]").setInputFiles(workbook);
        page.locator(".case-file button").filter(having("上传并检查")).click();
        assertThat(page.locator(".case-file .message-success")).containsText("已保存");
    }

    private Locator material(String label) {
        return page.locator(".evidence-item").filter(having(label)).first();
    }

    /** In the section 佐证材料, before its first file. */
    void confirmsNoSecret() {
        page.locator(".evidence-oath input[type=checkbox]").check();
        page.locator(".evidence-oath button").click();
        page.locator(".evidence-drop").first().waitFor();
    }

    /** Of the material with the label. */
    void uploads(String label, Path file) {
        material(label).locator(".evidence-drop input").setInputFiles(file);
        String name = file.getFileName().toString();
        assertThat(material(label).locator(".evidence-files")).containsText(name.substring(0, name.lastIndexOf('.')));
    }

    /** What was returned is to be replaced, for that reason, and the rest is closed. */
    void mayReplaceOnly(String label, String reason, String closed) {
        assertThat(material(label)).containsText(reason);
        assertThat(material(closed).locator(".evidence-drop")).hasCount(0);
    }

    /** The city returns a material. */
    void returns(String label, String reason) {
        material(label).locator(".evidence-tick input[name=reason]").fill(reason);
        material(label).locator(".evidence-tick button").last().click();
        assertThat(material(label)).containsText("市级退回");
    }

    /** Of every required material that is missing, in the section 佐证材料: why. */
    void explainsAbsences(String reason) {
        Locator unexplained = page.locator(".evidence-item").filter(having("必须提供，还没有"));
        page.locator(".evidence-absence").first().waitFor();
        for (int left = unexplained.count(); left > 0; left--) {
            unexplained.first().locator("textarea").fill(reason);
            unexplained.first().locator(".evidence-absence button").click();
            assertThat(unexplained).hasCount(left - 1);
        }
    }

    /** The city, one click from its task, accepts every reason for something missing. */
    void acceptsReasons() {
        Locator open = page.locator(".evidence-item")
                .filter(having("暂不能提供的原因"))
                .filter(new Locator.FilterOptions().setHasNotText("市级认可"));
        page.locator(".evidence-tick").first().waitFor();
        for (int left = open.count(); left > 0; left--) {
            open.first().locator(".evidence-tick button").first().click();
            assertThat(open).hasCount(left - 1);
        }
    }

    /** Of a list that is opened by a click, the entry of that name. */
    void select(String label, String option) {
        pause();
        page.locator(".fjs-form-field-select")
                .filter(having(label))
                .locator(".fjs-input-group")
                .first()
                .click();
        page.locator(".fjs-dropdownlist-item").filter(having(option)).first().click();
    }

    void pick(String label, String option) {
        pause();
        page.locator(".fjs-form-field-taglist")
                .filter(having(label))
                .locator("input")
                .first()
                .click();
        page.locator(".fjs-dropdownlist-item").filter(having(option)).first().click();
    }

    /** Completes the open task and waits until Tasklist has put it away. */
    void complete() {
        pause();
        seesNoEnglish("before completing");
        page.locator("button[ng-click='complete()']").first().click();
        gone(".fjs-form");
    }

    /** With {@code -Dhandbook=true} the picture of that name in the handbook too, at most {@value #TALLEST} pixels high. */
    void shot(String name) {
        seesNoEnglish(name);
        shots++;
        byte[] screenshot = page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(String.format(Locale.ROOT, "%02d-%s.png", shots, name)))
                .setFullPage(true));
        if (Boolean.getBoolean("handbook")) {
            Picture.write(screenshot, HANDBOOK.resolve(name + ".png"), TALLEST);
        }
    }

    /** As {@link #shot(String)}, of a part of the page. */
    void shot(String name, Locator part) {
        seesNoEnglish(name);
        shots++;
        byte[] screenshot = part.screenshot(new Locator.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(String.format(Locale.ROOT, "%02d-%s.png", shots, name))));
        if (Boolean.getBoolean("handbook")) {
            Picture.write(screenshot, HANDBOOK.resolve(name + ".png"), TALLEST);
        }
    }

    /** A page of ours on a phone, with a picture to look at: it is not scrolled sideways, only its wide tables are. */
    void fitsAPhone(String name) {
        page.setViewportSize(PHONE, 844);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(String.format(Locale.ROOT, "%02d-%s-phone.png", shots, name)))
                .setFullPage(true));
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s on a phone", name)
                .isLessThanOrEqualTo(PHONE);
        page.setViewportSize(WIDE, HIGH);
    }

    /** A form whose draft is being fetched takes nothing in. */
    void pause() {
        page.waitForTimeout(BETWEEN_FIELDS);
        page.waitForFunction("() => !document.querySelector('.fjs-container[inert]')");
    }

    private void gone(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Override
    public void close() {
        context.close();
    }
}
