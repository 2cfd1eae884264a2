package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Desks;
import org.smecluster.support.Scored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walk of the README, as its people do it: only the days in between are skipped by moving the engine's clock. */
@DisplayName("浏览器：从批次开启到名单公布")
class RecognitionInTheBrowserE2E extends InTheBrowser {

    private static final SampleCluster SAMPLE = sample(LocalDate.now().getYear());

    private static final String SUB_SECTOR = "266";
    private static final String RISK_LEVEL = "集群所在园区的安全风险等级";
    private static final String DISPUTED = "resourceSharing";

    private final String batch = "NXJQ-" + today.getYear() + "-PC-01";

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path files;

    @Test
    @DisplayName("一件申报由各方办到公布：逐条判断、通知问题、退回两项、手机核查、推荐汇总表、打分、细分领域重复的提示，公众看到公示和名单")
    void fromTheNoticeToTheList() throws IOException {
        openBatch();
        setsUpTheBatch();
        OtherApplication other = new OtherApplication(context, today);
        String caseNumber = apply();
        other.submit(batch, SUB_SECTOR, "较低风险");
        cityReturnsTwo(caseNumber);
        corrects(caseNumber);
        other.recommend();
        cityVerifies(caseNumber);
        otherCityAgrees(caseNumber);
        cityRecommends(caseNumber);
        other.concludeReReview();
        regionReviews(caseNumber);
        listIsDecided();
        publicSeesTheNotice();
        listIsPublished();
        incidentIsRegistered();
    }

    private void openBatch() {
        try (Clerk officer = clerk("officer-1")) {
            officer.shot("home-officer");
            officer.startProcess("年度认定批次");
            officer.isRefusedWithoutEntries();
            officer.text("申报年度", String.valueOf(today.getYear()));
            officer.text("申报通知文号", "宁工信企发〔" + today.getYear() + "〕1号");
            officer.date("申报期开始日期", today);
            officer.date("申报期截止日期", today.plusDays(20));
            officer.date("市级推荐截止日期", today.plusDays(40));
            officer.shot("open-batch");
            officer.submitStart();
        }
    }

    /** What the notice asks, by what experts score, and the lists to choose from. */
    private void setsUpTheBatch() {
        try (Clerk officer = clerk("officer-1")) {
            Page page = officer.page();
            officer.open("/batches/" + batch + "/questions");
            assertThat(page.locator("main .empty")).containsText("还没有问题");
            page.locator("#question-text").fill(RISK_LEVEL);
            page.locator("#question-kind").selectOption("CHOICE");
            page.locator("#question-choices").fill("较低风险\n一般风险\n较高风险");
            page.locator("main button").filter(having("加入这个问题")).click();
            assertThat(page.locator("main table")).containsText(RISK_LEVEL);
            officer.shot("notice-questions");
            officer.fitsAPhone("notice-questions");
            officer.open("/batches/" + batch + "/criteria");
            weighsMore(page.locator("input[name=weights]").nth(0), 5);
            page.locator("main button").filter(having("保存标准和权重")).click();
            assertThat(page.locator("main .message-error")).containsText("合计应为100");
            weighsMore(page.locator("input[name=weights]").nth(1), -5);
            page.locator("main button").filter(having("保存标准和权重")).click();
            assertThat(page.locator("main .message-success")).containsText("已保存");
            officer.shot("criteria");
            officer.fitsAPhone("criteria");
            officer.open("/sectors");
            officer.shot("sector-lists");
            officer.fitsAPhone("sector-lists");
            officer.open("/remedies");
            officer.shot("remedies");
            officer.fitsAPhone("remedies");
            officer.open("/batches/" + batch);
            officer.shot("batch-asked");
            officer.fitsAPhone("batch-asked");
        }
    }

    private static void weighsMore(Locator weight, int by) {
        weight.fill(String.valueOf(Integer.parseInt(weight.inputValue()) + by));
    }

    private String apply() throws IOException {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("集群认定申报");
            county.isRefusedWithoutEntries();
            county.text("集群名称", SAMPLE.getClusterName());
            county.text("主导产业", SAMPLE.workbook().basics().leadingIndustry());
            county.choose("集群区域是否跨县", "是");
            county.isRefusedWithoutEntries();
            county.pick("涉及的县", "贺兰县");
            county.text("各县（市、区）上一年产值", "平罗县 70\n贺兰县 12.5");
            county.shot("start-application");
            county.submitStart();
            String caseNumber = county.applicationNumber();
            county.claim("填报数据与声明", caseNumber);
            county.tab("案件资料");
            county.section("上传");
            county.shot("upload");
            county.uploads(WORKBOOK);
            county.shot("uploaded");
            handsInFiles(county);
            answersTheNotice(county);
            county.tab("表单");
            county.declares(SAMPLE);
            county.shot("declare-conditions");
            county.complete();
            county.claim("核对评估结果并提交", caseNumber);
            county.tab("案件资料");
            county.section("指标与条件");
            assertThat(county.page().locator(".case-file")).containsText("第十一条(一)");
            county.shot("findings");
            declaresClauses(county);
            county.tab("表单");
            county.isRefusedWithoutEntries();
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.shot("confirm-and-submit");
            county.complete();
            return caseNumber;
        }
    }

    private Path pdf(String name) throws IOException {
        return Files.write(files.resolve(name + ".pdf"), EvidenceSamples.pdf(Integer.toHexString(name.hashCode())));
    }

    private void handsInFiles(Clerk county) throws IOException {
        county.section("佐证材料");
        county.confirmsNoSecret();
        county.uploads("第十三条(三)", pdf("发展规划"));
        county.uploads("第十三条(八)", pdf("境外营业执照"));
        county.uploads("第十三条(九)", pdf("平台认定文件"));
        county.uploads("第十三条(十)", pdf("服务合同"));
        county.explainsAbsences("图谱正在绘制，下月完成。");
        county.shot("evidence");
    }

    private static void answersTheNotice(Clerk county) {
        Page page = county.page();
        county.section("通知问题");
        page.locator(".case-file select[name^='answer-']").selectOption("较低风险");
        county.shot("notice-answers");
        page.locator(".case-file button").filter(having("保存回答")).click();
        assertThat(page.locator(".case-file .message-success")).containsText("已保存");
        county.section("所属领域");
        page.locator("#sector-GB4754").selectOption(SUB_SECTOR);
        page.locator("#sector-SIX").selectOption(new SelectOption().setLabel("现代化工"));
        county.shot("sectors");
        page.locator(".case-file button").filter(having("保存所属领域")).click();
        assertThat(page.locator(".case-file .message-success")).containsText("已保存");
    }

    private static void declaresClauses(Clerk county) {
        Page page = county.page();
        county.section("逐条判断");
        Locator statements = page.locator(".case-file textarea[name^='statement-']");
        assertThat(page.locator(".case-file .message-warning").filter(having("还要补的")))
                .isVisible();
        for (int i = 0; i < statements.count(); i++) {
            statements.nth(i).fill("见发展规划第" + (i + 2) + "章，有台账可查。");
        }
        page.locator(".case-file button").filter(having("保存逐条声明")).click();
        assertThat(page.locator(".case-file")).containsText("各条都已声明");
        county.shot("clauses-declared");
    }

    private void cityReturnsTwo(String caseNumber) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.open("/bulk");
            city.shot("bulk");
            city.claim("受理审查", caseNumber);
            city.tab("案件资料");
            city.returns("第十三条(三)", "缺盖章页");
            city.returns("第十三条(十)", "合同不是本集群的");
            city.shot("ticks");
            city.tab("表单");
            city.isRefusedWithoutEntries();
            city.choose("审查结论", "退回补正");
            city.text("审查意见", "请补正退回的两项材料。");
            city.text("补正期限", "5");
            city.complete();
        }
    }

    private void corrects(String caseNumber) throws IOException {
        try (Clerk county = clerk("pingluo")) {
            county.claim("填报数据与声明", caseNumber);
            county.tab("案件资料");
            county.section("佐证材料");
            county.confirmsNoSecret();
            county.mayReplaceOnly("第十三条(三)", "缺盖章页", "第十三条(九)");
            county.uploads("第十三条(三)", pdf("发展规划（盖章）"));
            county.uploads("第十三条(十)", pdf("服务合同（补正）"));
            county.shot("evidence-corrected");
            county.tab("表单");
            county.complete();
            county.claim("核对评估结果并提交", caseNumber);
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.complete();
        }
    }

    private void cityVerifies(String caseNumber) throws IOException {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("受理审查", caseNumber);
            city.tab("案件资料");
            city.acceptsReasons();
            city.tab("表单");
            city.choose("审查结论", "受理");
            city.text("审查意见", "申报主体适当，材料齐全，予以受理。");
            assertThat(city.page().locator(".form-draft")).containsText("草稿已保存于");
        }
        try (Clerk city = clerk("city-shizuishan")) {
            city.openOwn("受理审查", caseNumber);
            assertThat(city.page().locator(".form-draft")).containsText("的草稿 · 放弃草稿");
            assertThat(city.page().locator(".fjs-form textarea").first()).hasValue("申报主体适当，材料齐全，予以受理。");
            city.shot("acceptance");
            city.complete();
            assertThat(database.sql("select count(*) from form_draft")
                            .query(Long.class)
                            .single())
                    .as("drafts end with what they were drafts of")
                    .isZero();
            new PhoneOnSite(context, city, caseNumber).fillIn(today);
            city.claim("市级现场核查", caseNumber);
            city.text("核查总的情况", "到现场逐项核查，两家企业已迁出，其余情况属实。");
            city.complete();
        }
    }

    private void otherCityAgrees(String caseNumber) {
        try (Clerk city = clerk("city-yinchuan")) {
            Page page = city.page();
            city.open("/cases/" + caseNumber + "?section=other-cities");
            page.locator("input[name=agrees][value=true]").check();
            page.locator("textarea[name=text]").fill("贺兰县片区产业链配套属实，同意推荐。");
            city.shot("other-cities");
            city.fitsAPhone("other-cities");
            page.locator("main button").filter(having("保存银川市意见")).click();
            assertThat(page.locator("main .message-success").first()).isVisible();
            city.shot("other-city-agrees");
        }
    }

    private void cityRecommends(String caseNumber) throws IOException {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("市级初审", caseNumber);
            city.tab("案件资料");
            city.section("办理进度");
            assertThat(city.page().locator(".diagram .step-current")).hasCount(1);
            city.shot("progress");
            city.section("数据");
            city.shot("figures");
            cityJudgesClauses(city);
            city.tab("表单");
            city.isRefusedWithoutEntries();
            city.choose("初审结论", "符合认定标准");
            city.text("初审意见", "经逐项核对，各项条件符合要求。");
            city.text("对需说明事项的判断", "迁出的两家企业不影响梯度培育的结论，其余说明可以认可。");
            city.complete();
            city.claim("推荐决定", caseNumber);
            city.isRefusedWithoutEntries();
            city.choose("推荐决定", "推荐上报");
            city.text("推荐文件的文号", "石工信发〔" + today.getYear() + "〕12号");
            city.date("推荐文件的日期", today);
            city.text("推荐意见或不推荐的理由", "同意推荐上报。");
            city.shot("recommendation");
            city.complete();
            city.open("/cases/" + caseNumber + "?section=clauses");
            city.fitsAPhone("clauses");
            summary(city);
        }
    }

    /** One clause is not met, which the recommendation answers; the rest are. */
    private static void cityJudgesClauses(Clerk city) {
        Page page = city.page();
        city.section("逐条判断");
        page.locator(".case-file input[name='judgement-" + DISPUTED + "'][value=NOT_MET]")
                .check();
        page.locator(".case-file textarea[name='reason-" + DISPUTED + "']").fill("共享仓储合同上月到期，尚未续签。");
        page.locator(".case-file button[name=rest]").click();
        Locator answer = page.locator(".case-file textarea[name='answer-" + DISPUTED + "']");
        answer.fill("已要求两个月内续签，其余共享机制运行正常，不影响推荐。");
        city.shot("clauses-city");
        page.locator(".case-file button").filter(having("保存逐条判断")).click();
        assertThat(page.locator(".case-file")).containsText("各条都已判断，没有缺的");
    }

    /** The city's order of preference, and its table as a workbook. */
    private void summary(Clerk city) throws IOException {
        Page page = city.page();
        city.open("/batches/" + batch);
        page.locator("main a").filter(having("推荐汇总表")).first().click();
        page.locator("main a").filter(having("石嘴山市")).first().click();
        assertThat(page.locator("main .message-warning").filter(having("细分领域"))).containsText(OtherApplication.CLUSTER);
        rank(page, SAMPLE.getClusterName(), "1");
        rank(page, OtherApplication.CLUSTER, "2");
        page.locator("input[name=sure]").check();
        page.locator("main button").filter(having("确认推荐顺序")).click();
        assertThat(page.locator(".message-success")).hasText("推荐顺序已确认。");
        city.shot("recommendation-summary");
        city.fitsAPhone("recommendation-summary");
        Download download = page.waitForDownload(
                () -> page.locator("main a").filter(having("下载推荐汇总表")).click());
        Path file = Path.of("target", "e2e", "recommendation-summary.xlsx");
        download.saveAs(file);
        assertThat(cells(file))
                .contains(today.getYear() + "年度石嘴山市中小企业特色产业集群推荐汇总表")
                .containsSubsequence("推荐顺序", "集群名称", "主导产业", "细分领域")
                .containsSubsequence("1", SAMPLE.getClusterName(), "精细化工", "266 专用化学产品制造")
                .containsSubsequence("2", OtherApplication.CLUSTER, "精细化工", "266 专用化学产品制造")
                .noneMatch(cell -> cell.contains("null"));
    }

    private static List<String> cells(Path file) throws IOException {
        DataFormatter shown = new DataFormatter();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .map(shown::formatCellValue)
                    .toList();
        }
    }

    private static void rank(Page page, String cluster, String place) {
        page.getByLabel(cluster + "的推荐顺序").fill(place);
    }

    private void regionReviews(String caseNumber) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("复审安排", caseNumber);
            officer.tick("组织专家评审");
            officer.pick("评审专家", "王立平");
            officer.pick("评审专家", "马德福");
            officer.tick("安排实地抽查");
            officer.text("实地抽查的必要性", "核实主导产业产值和重点企业生产情况。");
            officer.shot("plan-re-review");
            officer.complete();
        }
        try (Clerk expert = clerk("expert-wang")) {
            expertReviews(expert, caseNumber);
        }
        otherExpertReviews(caseNumber);
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("实地抽查", caseNumber);
            officer.isRefusedWithoutEntries();
            officer.date("抽查日期", today);
            officer.text("参加人员", "丁少华、纳玉洁");
            officer.text("抽查情况", "抽查三家企业，产值、在建项目与申报数据一致。");
            officer.choose("抽查结论", "与申报材料一致");
            officer.complete();
            officer.claim("复审结论", caseNumber);
            officer.tab("案件资料");
            officer.section("意见");
            assertThat(officer.page().locator(".case-file")).containsText("分歧较大");
            officer.shot("opinions");
            regionJudgesClauses(officer);
            officer.tab("表单");
            officer.isRefusedWithoutEntries();
            officer.choose("复审结论", "通过，进入择优");
            officer.text("复审意见", "复审通过，建议列入比较范围。");
            officer.text("对需说明事项的判断", "市级的说明可以认可。");
            officer.complete();
        }
    }

    private static void expertReviews(Clerk expert, String caseNumber) {
        Page page = expert.page();
        expert.openOwn("专家评审", caseNumber);
        expert.isRefusedWithoutEntries();
        expert.tab("案件资料");
        expert.section("逐条判断");
        page.locator(".case-file button[name=rest]").click();
        assertThat(page.locator(".case-file")).containsText("各条都已判断，没有缺的");
        expert.section("评审打分");
        Locator fields = page.locator(".case-file input[name^='score-']");
        for (int i = 0; i < fields.count(); i++) {
            fields.nth(i).fill(String.valueOf(84 + 2 * (i % 4)));
        }
        expert.shot("scores");
        page.locator(".case-file button").filter(having("保存打分")).click();
        assertThat(page.locator(".case-host")).containsText("已保存打分");
        expert.tab("表单");
        expert.choose("评审结论", "推荐");
        expert.text("评审意见", "主导产业突出，创新和配套能力较强，同意推荐。");
        expert.shot("expert-opinion");
        expert.complete();
    }

    private void otherExpertReviews(String caseNumber) {
        Account expert = context.getBean(Accounts.class).find("expert-ma").orElseThrow();
        new ClauseByClause(context).judge(caseNumber, expert);
        Scored.all(context, caseNumber, expert.userId(), 62);
        Desks desks = context.getBean(Desks.class);
        desks.complete(
                expert,
                desks.task(caseNumber, "task_giveExpertOpinion"),
                Map.of("recommendation", "NOT_RECOMMEND", "opinion", "创新投入集中在一家企业，带动作用还不明显。"));
    }

    /** Side by side with what the others said; the conclusion answers the one clause that the city found not met. */
    private static void regionJudgesClauses(Clerk officer) {
        Page page = officer.page();
        officer.section("逐条判断");
        page.locator(".case-file textarea[name='answer-" + DISPUTED + "']").fill("实地抽查时已续签，采信申报主体的声明。");
        page.locator(".case-file button[name=rest]").click();
        assertThat(page.locator(".case-file")).containsText("各条都已判断，没有缺的");
        page.locator(".case-file textarea[name='answer-" + DISPUTED + "']")
                .evaluate("(answer) => answer.closest('tr').scrollIntoView({ block: 'center' })");
        officer.shot("clauses");
    }

    private void listIsDecided() {
        skip(60);
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("比较复审结果", batch);
            officer.tab("案件资料");
            assertThat(officer.page().locator(".case-host")).containsText(SAMPLE.getClusterName());
            officer.section("比较");
            officer.shot("comparison");
            officer.tab("表单");
            officer.isRefusedWithoutEntries();
            officer.text("比较情况", "复审通过两件，同一细分领域，建议择优入选一件。");
            officer.complete();
        }
        try (Clerk leader = clerk("leader")) {
            leader.claim("审定名单", batch);
            leader.tab("案件资料");
            leader.section("比较");
            decides(leader, SAMPLE.getClusterName(), "true", "");
            decides(leader, OtherApplication.CLUSTER, "true", "");
            Locator twice = leader.page().locator(".case-file .message-warning").filter(having("细分领域"));
            assertThat(twice).containsText(OtherApplication.CLUSTER);
            leader.shot("selection");
            decides(leader, OtherApplication.CLUSTER, "false", "同一细分领域推荐1个，择优选定另一集群。");
            assertThat(twice).hasCount(0);
            leader.tab("表单");
            leader.isRefusedWithoutEntries();
            leader.text("审定意见", "同意。");
            leader.tick("我已逐一审定");
            leader.shot("decide-list");
            leader.complete();
        }
        noticeIsPlanned();
    }

    /** By the clock as it stands, before it is put forward. */
    private void noticeIsPlanned() {
        for (int tries = 0; planned() == 0 && tries < 100; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(planned()).as("the notice has its day").isOne();
    }

    private long planned() {
        return database.sql("select count(*) from notice_plan")
                .query(Long.class)
                .single();
    }

    private static void decides(Clerk leader, String cluster, String selected, String reason) {
        Locator application =
                leader.page().locator(".case-file article.opinion").filter(having(cluster));
        application.locator("input[name=selected][value=" + selected + "]").check();
        application.locator("textarea[name=reason]").fill(reason);
        application.locator("button[type=submit]").click();
        assertThat(application.locator(".badge").first()).hasText("true".equals(selected) ? "入选" : "不入选");
    }

    private void publicSeesTheNotice() {
        // beyond the next working day, whatever holidays lie before it
        skip(72);
        try (Clerk citizen = citizen()) {
            for (int tries = 0; tries < 15; tries++) {
                citizen.open("/public/notices");
                if (citizen.page().locator("main a[href*='/public/notices/']").count() > 0) {
                    break;
                }
                citizen.page().waitForTimeout(1000);
            }
            citizen.page().locator("main a[href*='/public/notices/']").first().click();
            assertThat(citizen.page().locator("main")).containsText(SAMPLE.getClusterName());
            citizen.shot("public-notice");
        }
    }

    private void listIsPublished() {
        skip(90);
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("公布认定名单", batch);
            officer.isRefusedWithoutEntries();
            officer.text("公布文件文号", "宁工信企发〔" + today.getYear() + "〕30号");
            officer.date("公布日期", today.plusDays(90));
            officer.tick("公示期内收到的异议已全部登记");
            officer.tick("我已核对名单");
            officer.shot("publish-list");
            officer.complete();
            for (int tries = 0; tries < 20; tries++) {
                officer.open("/clusters");
                if (officer.page().content().contains("NXJQ-640221-0001")) {
                    break;
                }
                officer.page().waitForTimeout(1000);
            }
            assertThat(officer.page().locator("main")).containsText("NXJQ-640221-0001");
            officer.shot("clusters");
            objectsLate(officer);
        }
        try (Clerk citizen = citizen()) {
            citizen.open("/public/clusters");
            assertThat(citizen.page().locator("main")).containsText(SAMPLE.getClusterName());
            citizen.shot("public-list");
        }
        try (Clerk county = clerk("pingluo")) {
            assertThat(county.page().locator("main")).containsText("NXJQ-640221-0001");
            county.shot("home-county");
        }
    }

    /** What is received after publication is a case of its own. */
    private void objectsLate(Clerk officer) {
        officer.startProcess("公布后异议");
        officer.select("集群编号", "NXJQ-640221-0001");
        officer.text("异议人姓名或单位名称", "李某");
        officer.text("联系方式", "0951-1111111");
        officer.date("收到日期", today.plusDays(90));
        officer.text("收文编号", "收" + today.getYear() + "-230");
        officer.text("异议理由", "主导产业产值包含两家已经迁出的企业。");
        officer.shot("late-objection");
        officer.submitStart();
        officer.open("/cases?kind=YY");
        officer.page().locator("main table tbody a").first().click();
        assertThat(officer.page().locator("main")).containsText("主导产业产值包含两家已经迁出的企业");
        officer.shot("late-objection-case");
        officer.fitsAPhone("late-objection-case");
    }

    private void incidentIsRegistered() {
        var enterprise = SAMPLE.workbook().enterprises().get(0);
        try (Clerk city = clerk("city-shizuishan")) {
            city.open("/incidents");
            city.page().locator("main a.button").filter(having("登记一项")).click();
            Page page = city.page();
            page.locator("#incident-enterprise").fill(enterprise.name());
            page.locator("#incident-code").fill(enterprise.creditCode().value());
            page.locator("button[name=lookUp]").click();
            assertThat(page.locator("main .message").first()).containsText("NXJQ-640221-0001");
            assertThat(page.locator("#incident-cluster")).hasValue("NXJQ-640221-0001");
            page.locator("#incident-type").selectOption("POLLUTION");
            page.locator("#incident-level").selectOption("LARGE");
            page.locator("#incident-date").fill(today.toString());
            page.locator("#incident-source").fill("石环罚〔" + today.getYear() + "〕7号行政处罚决定书");
            city.shot("register-incident");
            page.locator("main button.button").filter(having("登记")).last().click();
            assertThat(page.locator("main")).containsText("属于所列情形");
            city.shot("registered-incident");
            city.open("/incidents");
            assertThat(page.locator("main table")).containsText(enterprise.name());
            city.shot("incidents");
        }
        try (Clerk officer = clerk("officer-1")) {
            officer.open("/cases?kind=CX");
            assertThat(officer.page().locator("main table")).containsText(SAMPLE.getClusterName());
        }
    }

    /** Days after today: the offset is from the real time, not from the last one. */
    private void skip(int days) {
        ClockUtil.offset(Duration.ofDays(days).toMillis());
    }
}
