package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.registry.ClusterRecord;

/** What a city enters in the register becomes a task; people establish the facts, hear the unit, check and decide. */
@DisplayName("浏览器：市里登记的事故成为撤销线索，经查实、申辩、审核和决定，到公开的名单")
class RevocationInTheBrowserE2E extends InTheBrowser {

    private final String decision = "宁工信企发〔%d〕70号".formatted(today.getYear());

    @Test
    @DisplayName("登记后自动立案；县里收到告知并申辩；另一名经办人员审核；审定人员撤销后名单随即注明")
    void fromTheRegisterToThePublicList() {
        ClusterRecord cluster = recognised();
        publicList(citizen -> assertThat(citizen.page().locator("main")).containsText(cluster.name()));
        cityRegisters(cluster.clusterNumber());
        String revocation = officerEstablishesFacts(cluster.clusterNumber());
        noticeIsServed(revocation);
        countyIsHeard(revocation);
        legalityIsChecked(revocation);
        leaderRevokes(revocation, cluster.clusterNumber());
        publicList(citizen -> {
            assertThat(citizen.page().locator("main")).containsText("已撤销认定的集群");
            assertThat(citizen.page().locator("tr").filter(having(cluster.clusterNumber())))
                    .containsText(decision);
            citizen.shot("revoked-on-the-list");
        });
    }

    private void publicList(Consumer<Clerk> looks) {
        try (Clerk citizen = citizen()) {
            citizen.open("/public/clusters");
            looks.accept(citizen);
        }
    }

    private void cityRegisters(String cluster) {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            city.open("/incidents");
            assertThat(page.locator("main .empty")).containsText("还没有登记");
            page.locator("main a.button").filter(having("登记一项")).click();
            page.locator("#incident-enterprise").fill("宁夏贺兰山碳素有限公司");
            page.locator("#incident-cluster").selectOption(cluster);
            page.locator("#incident-type").selectOption("SAFETY");
            page.locator("#incident-level").selectOption("LARGE");
            page.locator("#incident-date").fill(today.minusDays(3).toString());
            page.locator("#incident-source").fill("石安委办〔" + today.getYear() + "〕18号事故通报");
            page.locator("main button.button").filter(having("登记")).last().click();
            assertThat(page.locator("main")).containsText("属于所列情形");
            assertThat(page.locator("main")).containsText("较大");
            city.seesNoEnglish();
        }
    }

    private String officerEstablishesFacts(String cluster) {
        try (Clerk officer = clerk("officer-1")) {
            String revocation = claimsFacts(officer, cluster);
            officer.isRefusedWithoutEntries();
            assertThat(officer.page().locator(".fjs-form textarea").first())
                    .hasValue(Pattern.compile("[\\s\\S]*宁夏贺兰山碳素有限公司[\\s\\S]*"));
            officer.choose("发生第十条所列事故、事件或行为", "属实");
            officer.text("查明的事实", "经现场核实，该企业发生较大生产安全事故，属集群内企业。");
            officer.text("证据", "事故调查报告、现场核查记录");
            officer.complete();
            return revocation;
        }
    }

    private void noticeIsServed(String revocation) {
        try (Clerk officer = clerk("officer-1")) {
            officer.claim("送达事先告知书", revocation);
            officer.isRefusedWithoutEntries();
            officer.text("事先告知书的文号", "宁工信告〔" + today.getYear() + "〕3号");
            officer.choose("送达方式", "直接送达");
            officer.date("送达日期", today);
            officer.text("受送达人", "平罗县工业和信息化局，办公室主任李某");
            officer.text("送达凭证", "送达回证第3号，存本案卷");
            officer.shot("serve-notice");
            officer.complete();
        }
    }

    private void countyIsHeard(String revocation) {
        try (Clerk county = clerk("pingluo")) {
            county.claim("陈述申辩", revocation);
            assertThat(county.page().locator(".fjs-form")).containsText("拟撤销");
            county.isRefusedWithoutEntries();
            county.tab("案件资料");
            assertThat(county.page().locator(".case-host")).containsText("较大生产安全事故");
            assertThat(county.page().locator(".case-host")).containsText("第十七条(五)");
            county.shot("revocation-notice");
            county.tab("表单");
            county.choose("意见", "陈述、申辩");
            county.text("陈述申辩的内容", "企业已停产整改，集群其他企业安全生产状况良好。");
            county.shot("state-defence");
            county.complete();
            county.open("/");
            assertThat(county.page().locator("main")).containsText("拟撤销");
        }
    }

    private void legalityIsChecked(String revocation) {
        try (Clerk other = clerk("officer-2")) {
            other.claim("合法性审核", revocation);
            other.isRefusedWithoutEntries();
            other.tab("案件资料");
            assertThat(other.page().locator(".case-host")).containsText("企业已停产整改");
            other.tab("表单");
            other.choose("审核结论", "通过，提请审定");
            other.text("审核意见", "事实清楚，申辩理由不影响第十七条(五)的认定，程序合法。");
            other.complete();
        }
    }

    private void leaderRevokes(String revocation, String cluster) {
        try (Clerk leader = clerk("leader")) {
            leader.claim("撤销决定", revocation);
            leader.isRefusedWithoutEntries();
            assertThat(leader.page().locator(".fjs-form")).containsText("不能收回");
            leader.choose("决定", "撤销认定");
            leader.text("理由", "集群内企业发生较大生产安全事故。");
            leader.text("撤销决定的文号", decision);
            leader.date("决定日期", today);
            leader.confirms("确认撤销认定");
            leader.shot("decide-revocation");
            leader.complete();
            leader.open("/clusters/" + cluster);
            assertThat(leader.page().locator(".record-state")).containsText("撤销");
            assertThat(leader.page().locator(".record-state")).containsText(decision);
            leader.open("/cases/" + revocation);
            assertThat(leader.page().locator("main")).containsText("第十七条(五)");
            assertThat(leader.page().locator("main")).containsText("救济途径");
            leader.shot("revocation-file");
        }
    }
}
