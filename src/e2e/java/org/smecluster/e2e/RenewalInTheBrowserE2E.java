package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.Messages;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterState;
import org.springframework.beans.factory.annotation.Autowired;

/** A cluster in the last months of its term: its unit applies, city and region look at it, the leader gives it three years more. */
@DisplayName("浏览器：期满复核从申请到有效期延长三年")
class RenewalInTheBrowserE2E extends InTheBrowser {

    private static final SampleCluster SAMPLE = sample(LocalDate.now().getYear());

    @Autowired
    Messages messages;

    @Test
    @DisplayName("县里申请并提交数据，市里推荐，自治区提出意见，审定人员通过；集群档案显示新的届满日")
    void fromTheApplicationToThreeYearsMore() {
        ClusterRecord cluster = nearTheEndOfItsTerm();
        regionOpensTheRound(cluster);
        countyApplies(cluster.clusterNumber());
        String review = cases.ofCluster(cluster.clusterNumber()).get(0).caseNumber();
        countySubmits(review, cluster.clusterNumber());
        cityRecommends(review);
        regionConcludes(review);
        leaderDecides(review, cluster);
        countyIsTold(cluster.termEndsOn().plusYears(3));
    }

    private ClusterRecord nearTheEndOfItsTerm() {
        ClusterRecord cluster = recognised(SAMPLE, today.minusYears(3).plusDays(60));
        messages.start(
                "clusterTerm.started",
                "clusterTerm",
                cluster.clusterNumber(),
                Map.of(
                        "clusterNumber",
                        cluster.clusterNumber(),
                        "termEnd",
                        cluster.termEndsOn().plusDays(1) + "T00:00:00+08:00"));
        for (int tries = 0; !windowIsOpen(cluster) && tries < 100; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return cluster;
    }

    private boolean windowIsOpen(ClusterRecord cluster) {
        return registry.life(cluster.clusterNumber())
                        .orElseThrow()
                        .terms()
                        .get(0)
                        .reviewOpenOn()
                != null;
    }

    private void regionOpensTheRound(ClusterRecord cluster) {
        try (Clerk officer = clerk("officer-1")) {
            officer.startProcess("复核轮次");
            officer.choose("复核安排", "组织复核");
            officer.text("复核通知文号", "宁工信企发〔" + today.getYear() + "〕5号");
            officer.date("申请期开始日期", today);
            officer.date("申请期截止日期", cluster.termEndsOn().plusDays(20));
            officer.date("有效期届满日：自", cluster.termEndsOn().minusDays(30));
            officer.date("有效期届满日：至", cluster.termEndsOn().plusDays(30));
            officer.shot("open-review-round");
            officer.submitStart();
        }
    }

    private void countyApplies(String cluster) {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("期满复核");
            county.isRefusedWithoutEntries();
            county.text("申请复核的理由", "集群持续符合认定条件，申请延续。");
            county.text("三年发展总结", "三年来产值稳步增长，六个方面的培育工作均有进展。");
            county.text("联系人和电话", "马建国 0952-6095000");
            county.shot("start-renewal");
            county.submitStart();
        }
    }

    private void countySubmits(String review, String cluster) {
        try (Clerk county = clerk("pingluo")) {
            county.claim("填报数据与声明", review);
            county.tab("案件资料");
            county.section("上传");
            county.uploads(WORKBOOK);
            county.tab("表单");
            county.declares(SAMPLE);
            county.complete();
            county.claim("核对评估结果并提交", review);
            county.tab("案件资料");
            county.section("指标与条件");
            assertThat(county.page().locator(".case-file")).containsText("第十一条(四)");
            county.tab("表单");
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.complete();
            county.open("/clusters/" + cluster);
            assertThat(county.page().locator(".record-state")).containsText("复核中");
        }
    }

    private void cityRecommends(String review) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("市级意见", review);
            city.isRefusedWithoutEntries();
            city.choose("意见", "推荐，转报自治区");
            city.text("理由", "数据属实，集群持续符合条件，同意推荐。");
            city.text("推荐文件的文号", "石工信发〔" + today.getYear() + "〕15号");
            city.date("推荐文件的日期", today);
            city.shot("renewal-city-opinion");
            city.complete();
        }
    }

    private void regionConcludes(String review) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("复审安排", review);
            officer.complete();
            officer.claim("复核意见", review);
            officer.isRefusedWithoutEntries();
            officer.tab("案件资料");
            assertThat(officer.page().locator(".case-host")).containsText("同意推荐");
            officer.shot("renewal-opinions");
            officer.tab("表单");
            officer.choose("复核意见", "通过，有效期延长三年");
            officer.text("理由", "各项条件符合，市级推荐，建议通过。");
            officer.choose("建议先行公示", "否");
            officer.choose("是否发现虚假申报", "否");
            officer.complete();
        }
    }

    private void leaderDecides(String review, ClusterRecord cluster) {
        try (Clerk leader = clerk("leader")) {
            leader.claim("复核决定", review);
            leader.isRefusedWithoutEntries();
            assertThat(leader.page().locator(".fjs-form")).containsText("各项条件符合，市级推荐，建议通过。");
            leader.choose("决定", "通过，有效期延长三年");
            leader.text("理由", "同意。");
            leader.text("决定的文号", "宁工信企发〔" + today.getYear() + "〕60号");
            leader.date("决定日期", today);
            leader.confirms("确认决定");
            leader.shot("decide-renewal");
            leader.complete();
            for (int tries = 0;
                    registry.get(cluster.clusterNumber()).state() != ClusterState.RECOGNISED && tries < 100;
                    tries++) {
                leader.page().waitForTimeout(200);
            }
            leader.open("/clusters/" + cluster.clusterNumber());
            assertThat(leader.page().locator(".record-state"))
                    .containsText("至" + cluster.termEndsOn().plusYears(3));
            assertThat(leader.page().locator("main")).containsText("复核通过（宁工信企发〔" + today.getYear() + "〕60号）");
            leader.shot("renewed");
        }
    }

    private void countyIsTold(LocalDate newEnd) {
        try (Clerk county = clerk("pingluo")) {
            assertThat(county.page().locator("main")).containsText(newEnd.toString());
        }
    }
}
