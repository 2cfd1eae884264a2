package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Outcome;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.support.YearlyReportRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the yearly reports to the list with its document number, and to what the ministry made of it. */
@DisplayName("浏览器：从年报中择优，审定推荐国家级的名单")
class NationalInTheBrowserE2E extends InTheBrowser {

    private static final int FINE_CHEMICALS = 0;
    private static final int GOJI = 1;
    private static final int CASHMERE = 2;

    @Autowired
    ApplicationContext context;

    private final int year = today.getYear() - 1;
    private final String recommendation = "NXJQ-%d-GJ-00001".formatted(today.getYear());
    private final String listNumber = "宁工信企发〔%d〕40号".formatted(today.getYear());

    @Test
    @DisplayName("经办人员比较候选、逐个记录意见，超过名额的不能提交；审定人员同意，名单有文号；国家结果进入集群档案")
    void fromTheReportsToTheResult() {
        YearlyReportRows reports = YearlyReportRows.of(context, year);
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        ClusterRecord cashmere = reports.reported(CASHMERE, State.ACCEPTED, Outcome.NOT_MET, false);
        reports.concluded();
        officerStarts();
        officerCompares(chemicals, goji, cashmere);
        leaderApproves(chemicals, goji);
        officerRecordsTheResult(chemicals);
        countyIsTold();
    }

    private void officerStarts() {
        try (Clerk officer = clerk("officer-1")) {
            officer.startProcess("推荐申报国家级");
            officer.select("年报所属年度", String.valueOf(year));
            officer.text("国家推荐通知文号", "工信厅企业函〔" + today.getYear() + "〕77号");
            officer.date("国家申报截止日期", today.plusDays(30));
            officer.text("推荐名额", "1");
            officer.submitStart();
        }
    }

    private void officerCompares(ClusterRecord chemicals, ClusterRecord goji, ClusterRecord cashmere) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("提出推荐名单", recommendation);
            officer.isRefusedWithoutEntries();
            officer.tab("案件资料");
            Page page = officer.page();
            assertThat(page.locator(".case-host")).containsText("候选集群（2个）");
            assertThat(page.locator(".case-host")).containsText("没有列入候选（1个）");
            assertThat(page.locator(".case-host tr").filter(having(cashmere.clusterNumber())))
                    .containsText("不符合");
            record(officer, chemicals, "推荐", "规模居首，研发和专利持续增长。");
            officer.shot("national-comparison");
            record(officer, goji, "推荐", "特色鲜明。");
            officer.tab("表单");
            officer.text("综合说明", "两个候选逐项比较，择优推荐。");
            page.locator("button[ng-click='complete()']").first().click();
            assertThat(page.locator(".form-refusals")).containsText("名额");
            officer.seesNoEnglish();
            officer.tab("案件资料");
            record(officer, goji, "不推荐", "主导产业增速偏低，占地面积需说明。");
            assertThat(page.locator(".case-host")).containsText("候选2个，推荐1个");
            officer.tab("表单");
            assertThat(page.locator(".fjs-form textarea")).hasValue("两个候选逐项比较，择优推荐。");
            officer.complete();
        }
    }

    private static void record(Clerk officer, ClusterRecord cluster, String opinion, String reason) {
        Locator article = officer.page().locator("article.opinion").filter(having(cluster.name()));
        article.locator("select").selectOption(new SelectOption().setLabel(opinion));
        article.locator("textarea").fill(reason);
        article.locator("button").click();
        assertThat(officer.page().locator(".case-host .message-success")).containsText(cluster.name());
        officer.pause();
    }

    private void leaderApproves(ClusterRecord chemicals, ClusterRecord goji) {
        try (Clerk leader = clerk("leader")) {
            leader.claim("审定推荐名单", recommendation);
            leader.isRefusedWithoutEntries();
            assertThat(leader.page().locator(".fjs-form")).containsText("候选2个，推荐1个：" + chemicals.name());
            leader.choose("审定意见", "同意推荐名单");
            leader.text("意见", "同意。");
            leader.text("推荐文件文号", listNumber);
            leader.date("推荐文件日期", today);
            leader.confirms("确认决定");
            leader.shot("decide-national");
            leader.complete();
            leader.open("/national/" + recommendation);
            assertThat(leader.page().locator("dl.facts").first()).containsText(listNumber);
            assertThat(leader.page().locator("article.opinion").filter(having(goji.name())))
                    .containsText("不推荐");
            leader.open("/national/" + recommendation + "/print");
            assertThat(leader.page().locator("main")).containsText("推荐。规模居首");
        }
    }

    private void officerRecordsTheResult(ClusterRecord chemicals) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("登记国家结果", recommendation);
            officer.tickOf("认定为国家级的集群", chemicals.name());
            officer.text("公布文件文号", "工信部企业函〔" + today.getYear() + "〕300号");
            officer.date("公布日期", today);
            officer.complete();
            officer.open("/national/" + recommendation);
            assertThat(officer.page().locator("article.opinion").filter(having(chemicals.name())))
                    .containsText("认定为国家级");
            officer.shot("national-result");
            officer.open("/clusters/" + chemicals.clusterNumber());
            assertThat(officer.page().locator("main")).containsText(listNumber);
            assertThat(officer.page().locator("main")).containsText("认定为国家级");
        }
    }

    private void countyIsTold() {
        try (Clerk county = clerk("pingluo")) {
            assertThat(county.page().locator("main")).containsText(listNumber);
        }
    }
}
