package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A change filed after its month: accepted, marked, registered, and put before a person as what may be a ground of revocation. */
@DisplayName("浏览器：逾期的变动备案照样受理，并成为撤销案件的线索")
class LateChangeInTheBrowserE2E extends InTheBrowser {

    @Test
    @DisplayName("县里看到已经逾期仍可提交，市里转报，自治区登记，经办人员收到“查实事实”的任务")
    void fromTheLateFilingToTheTask() {
        String cluster = recognised().clusterNumber();
        countyFiles(cluster);
        String filing = cases.ofCluster(cluster).get(0).caseNumber();
        cityForwards(filing);
        String revocation = regionRegisters(cluster, filing);
        leaderSeesTheCase(revocation);
    }

    private void countyFiles(String cluster) {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("重大变动备案");
            county.isRefusedWithoutEntries();
            county.choose("变动事项", "运营管理机构变更");
            county.date("变动发生的日期", today.minusDays(70));
            county.text("变动后的情况", "平罗县新材料产业发展有限公司");
            county.text("变动的原因和经过", "原运营公司注销，由新公司接管。");
            county.shot("start-change");
            county.submitStart();
            String filing = cases.ofCluster(cluster).get(0).caseNumber();
            county.claim("核对并提交备案", filing);
            assertThat(county.page().locator(".fjs-form")).containsText("已经逾期");
            county.shot("late-change");
            county.choose("下一步", "提交备案");
            county.text("说明", "交接期间未及时备案。");
            county.complete();
            county.open("/cases/" + filing);
            assertThat(county.page().locator("main")).containsText("逾期");
            county.shot("change-case");
        }
    }

    private void cityForwards(String filing) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("市级审核转报", filing);
            city.isRefusedWithoutEntries();
            city.tab("案件资料");
            assertThat(city.page().locator(".case-host")).containsText("逾期");
            city.tab("表单");
            city.choose("处理", "转报自治区");
            city.text("意见", "情况属实，已督促今后按期备案。");
            city.complete();
        }
    }

    private String regionRegisters(String cluster, String filing) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("备案登记", filing);
            officer.choose("处理", "登记备案");
            officer.text("意见", "同意备案，逾期情况另行处理。");
            officer.complete();
            String revocation = claimsFacts(officer, cluster);
            assertThat(officer.page().locator(".fjs-form textarea").first())
                    .hasValue(Pattern.compile("[\\s\\S]*重大变动未及时备案[\\s\\S]*"));
            officer.shot("establish-facts");
            officer.tab("案件资料");
            assertThat(officer.page().locator(".case-host")).containsText(filing);
            officer.shot("revocation-case");
            officer.open("/cases");
            assertThat(officer.page().locator("main")).containsText(revocation);
            officer.shot("casework");
            return revocation;
        }
    }

    private void leaderSeesTheCase(String revocation) {
        try (Clerk leader = clerk("leader")) {
            leader.open("/cases/" + revocation);
            assertThat(leader.page().locator("main")).containsText("查实");
        }
    }
}
