package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.material.sample.SampleCluster;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walk of the README, as its people do it: only the days in between are skipped by moving the engine's clock. */
@DisplayName("浏览器：从批次开启到名单公布")
class RecognitionInTheBrowserE2E extends InTheBrowser {

    private static final SampleCluster SAMPLE = sample(LocalDate.now().getYear());

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("一件申报由各方在待办中办到公布，公众看到公示和名单")
    void fromTheNoticeToTheList() {
        openBatch();
        String caseNumber = apply();
        cityRecommends(caseNumber);
        regionReviews(caseNumber);
        listIsDecided(caseNumber);
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
            officer.untick("市级逐案现场核查");
            officer.untick("第十一条逐条声明和判断");
            officer.submitStart();
        }
    }

    private String apply() {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("集群认定申报");
            county.isRefusedWithoutEntries();
            county.text("集群名称", SAMPLE.getClusterName());
            county.text("主导产业", SAMPLE.workbook().basics().leadingIndustry());
            county.choose("集群区域是否跨县", "是");
            county.isRefusedWithoutEntries();
            // what was refused is hidden by this answer, and holds up nothing any more
            county.choose("集群区域是否跨县", "否");
            county.shot("start-application");
            county.submitStart();
            String caseNumber = county.applicationNumber();
            county.claim("填报数据与声明", caseNumber);
            uploadWorkbook(county);
            county.tab("表单");
            county.declares(SAMPLE);
            county.shot("declare-conditions");
            county.complete();
            county.claim("核对评估结果并提交", caseNumber);
            county.tab("案件资料");
            county.section("指标与条件");
            assertThat(county.page().locator(".case-file")).containsText("第十一条(一)");
            county.shot("findings");
            county.section("佐证材料");
            county.explainsAbsences("正在编制，补正时提供。");
            county.shot("evidence");
            county.tab("表单");
            county.isRefusedWithoutEntries();
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.shot("confirm-and-submit");
            county.complete();
            return caseNumber;
        }
    }

    private static void uploadWorkbook(Clerk county) {
        county.tab("案件资料");
        county.section("上传");
        county.shot("upload");
        county.uploads(WORKBOOK);
        county.shot("uploaded");
    }

    private void cityRecommends(String caseNumber) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.open("/bulk");
            city.shot("bulk");
            city.claim("受理审查", caseNumber);
            city.tab("案件资料");
            city.acceptsReasons();
            city.shot("ticks");
            city.tab("表单");
            city.isRefusedWithoutEntries();
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
            city.claim("市级初审", caseNumber);
            city.tab("案件资料");
            city.section("办理进度");
            assertThat(city.page().locator(".diagram .step-current")).hasCount(1);
            city.shot("progress");
            city.tab("表单");
            city.tab("案件资料");
            city.section("数据");
            city.shot("figures");
            city.tab("表单");
            city.isRefusedWithoutEntries();
            city.choose("初审结论", "符合认定标准");
            city.text("初审意见", "经逐项核对，各项条件符合要求。");
            city.complete();
            city.claim("推荐决定", caseNumber);
            city.isRefusedWithoutEntries();
            city.choose("推荐决定", "推荐上报");
            city.text("推荐文件的文号", "石工信发〔" + today.getYear() + "〕12号");
            city.date("推荐文件的日期", today);
            city.text("推荐意见或不推荐的理由", "同意推荐上报。");
            city.shot("recommendation");
            city.complete();
        }
    }

    private void regionReviews(String caseNumber) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("复审安排", caseNumber);
            officer.tick("组织专家评审");
            officer.pick("评审专家", "王立平");
            officer.tick("安排实地抽查");
            officer.text("实地抽查的必要性", "核实主导产业产值和重点企业生产情况。");
            officer.shot("plan-re-review");
            officer.complete();
        }
        try (Clerk expert = clerk("expert-wang")) {
            expert.openOwn("专家评审", caseNumber);
            expert.isRefusedWithoutEntries();
            expert.tab("案件资料");
            var fields = expert.page().locator(".case-host input[name^='score-']");
            for (int i = 0; i < fields.count(); i++) {
                fields.nth(i).fill("88");
            }
            expert.shot("expert-scores");
            expert.page().locator(".case-host button").filter(having("保存打分")).click();
            assertThat(expert.page().locator(".case-host")).containsText("已保存打分");
            expert.tab("表单");
            expert.choose("评审结论", "推荐");
            expert.text("评审意见", "主导产业突出，创新和配套能力较强，同意推荐。");
            expert.shot("expert-opinion");
            expert.complete();
        }
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
            officer.shot("opinions");
            officer.tab("表单");
            officer.isRefusedWithoutEntries();
            officer.choose("复审结论", "通过，进入择优");
            officer.text("复审意见", "复审通过，建议列入比较范围。");
            officer.complete();
        }
    }

    private void listIsDecided(String caseNumber) {
        String batch = "NXJQ-" + today.getYear() + "-PC-01";
        skip(60);
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("比较复审结果", batch);
            officer.tab("案件资料");
            assertThat(officer.page().locator(".case-host")).containsText(SAMPLE.getClusterName());
            officer.section("比较");
            officer.shot("comparison");
            officer.tab("表单");
            officer.isRefusedWithoutEntries();
            officer.text("比较情况", "复审通过一件，各项条件均符合，建议入选。");
            officer.complete();
        }
        try (Clerk leader = clerk("leader")) {
            leader.claim("审定名单", batch);
            leader.tab("案件资料");
            leader.section("比较");
            leader.page().locator("select[name=selected]").first().selectOption("true");
            leader.page()
                    .locator("article button[type=submit]")
                    .filter(having("记录"))
                    .first()
                    .click();
            assertThat(leader.page().locator(".badge-good").first()).containsText("入选");
            leader.shot("selection");
            leader.tab("表单");
            leader.isRefusedWithoutEntries();
            leader.text("审定意见", "同意。");
            leader.tick("我已逐一审定");
            leader.shot("decide-list");
            leader.complete();
        }
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
        String batch = "NXJQ-" + today.getYear() + "-PC-01";
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
