package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.springframework.beans.factory.annotation.Autowired;

/** From the home page to what is handed over, by mouse: how often one presses, and that it stays as few. */
@DisplayName("浏览器：从首页到提交、从首页到推荐，各要点多少下")
class ClicksInTheBrowserE2E extends InTheBrowser {

    private static final int COUNTY_AT_MOST = 20;
    private static final int CITY_AT_MOST = 12;

    /** One each beyond that: 第十一条(一)至(八). */
    private static final int ROWS_OF_VERIFICATION = 8;

    @Autowired
    private Batches batches;

    @TempDir
    private Path files;

    @Test
    @DisplayName("县级从首页到提交至多20下，市级受理、现场核查、初审、推荐至多12下，核查每项再一下（打字、选文件、勾选不计）")
    void countyAndCity() throws IOException {
        // as the form proposes it: verification on site, and clause by clause
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
                        true,
                        true),
                "NXJQ-" + today.getYear() + "-PC-01",
                "officer-1");
        String caseNumber = apply(sample(today.getYear()));
        recommend(caseNumber);
    }

    private Path pdf(String name) throws IOException {
        return Files.write(files.resolve(name + ".pdf"), EvidenceSamples.pdf(Integer.toHexString(name.hashCode())));
    }

    private String apply(SampleCluster sample) throws IOException {
        try (Clerk county = clerk("pingluo")) {
            Page page = county.page();
            page.locator("main a[aria-label^='申报：']").first().click();
            county.startFormIsThere();
            county.text("集群名称", sample.getClusterName());
            county.text("主导产业", sample.workbook().basics().leadingIndustry());
            county.choose("集群区域是否跨县", "否");
            county.submitStart();
            String caseNumber = page.locator("a.case-number").innerText();
            page.locator("#next-task").click();
            formOf(county, "填报数据与声明");
            county.tab("案件资料");
            county.section("上传");
            county.uploads(WORKBOOK);
            county.section("佐证材料");
            county.confirmsNoSecret();
            county.uploads("第十三条(三)", pdf("发展规划"));
            county.uploads("第十三条(八)", pdf("境外营业执照"));
            county.uploads("第十三条(九)", pdf("平台认定文件"));
            county.uploads("第十三条(十)", pdf("服务合同"));
            county.explainsAbsences("正在办理，下月提供。");
            county.section("逐条判断");
            Locator statements = page.locator(".case-file table.clauses textarea");
            statements.first().waitFor();
            statements.all().forEach(statement -> statement.fill("情况属实，见规划和年度总结。"));
            page.locator(".case-file button").filter(having("保存逐条声明")).click();
            assertThat(page.locator(".case-file .message-success").filter(having("各条都已声明")))
                    .isVisible();
            county.tab("表单");
            county.declares(sample);
            county.complete();
            next(page);
            formOf(county, "核对评估结果并提交");
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.complete();
            System.out.println(county.clicks().told("县级，首页到提交"));
            assertThat(county.clicks().all()).as(county.clicks().told("县级")).isBetween(10, COUNTY_AT_MOST);
            return caseNumber;
        }
    }

    private void recommend(String caseNumber) {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            page.locator("main tr")
                    .filter(having(caseNumber))
                    .locator("a")
                    .first()
                    .click();
            formOf(city, "受理审查");
            // what it is decided by stands above the form
            page.locator(".sc-panel .evidence-rest button").click();
            assertThat(page.locator(".sc-panel .message-success")).containsText("已认可其余");
            city.choose("审查结论", "受理");
            city.text("审查意见", "申报主体适当，材料齐全，予以受理。");
            city.complete();
            next(page);
            formOf(city, "市级现场核查");
            verify(page.waitForPopup(
                    () -> page.locator(".sc-panel a").filter(having("填写现场核查")).click()));
            city.text("核查总的情况", "到现场逐项核查，情况属实。");
            city.complete();
            next(page);
            formOf(city, "市级初审");
            page.locator(".sc-panel button").filter(having("没有选的都选“符合”，再保存")).click();
            assertThat(page.locator(".sc-panel .message-success").filter(having("各条都已判断")))
                    .isVisible();
            city.choose("初审结论", "符合认定标准");
            city.text("初审意见", "经逐项核对，各项条件符合要求。");
            city.complete();
            next(page);
            formOf(city, "推荐决定");
            city.choose("推荐决定", "推荐上报");
            city.text("推荐文件的文号", "石工信发〔" + today.getYear() + "〕12号");
            typed(page, "推荐文件的日期");
            city.text("推荐意见或不推荐的理由", "同意推荐上报。");
            city.complete();
            System.out.println(city.clicks().told("市级，受理、现场核查、初审、推荐"));
            assertThat(city.clicks().all())
                    .as(city.clicks().told("市级"))
                    .isBetween(ROWS_OF_VERIFICATION + 6, CITY_AT_MOST + ROWS_OF_VERIFICATION);
        }
    }

    /** Each item met; the next press keeps it. */
    private void verify(Page site) {
        site.locator("#verifiedOn").fill(today.toString());
        site.locator("#people").fill("冯国强、石慧");
        for (int item = 1; item <= ROWS_OF_VERIFICATION + 1; item++) {
            site.locator("[data-next='" + item + "']:visible").click();
            if (item <= ROWS_OF_VERIFICATION) {
                site.locator("[data-screen='" + item + "'] .v-choices label")
                        .getByText("符合", new Locator.GetByTextOptions().setExact(true))
                        .click();
            }
        }
        assertThat(site.locator("[data-save]")).hasText("已存下");
        assertThat(site.locator("[data-judged]")).hasText("8");
        site.close();
    }

    private void typed(Page page, String label) {
        Locator field = page.locator(".fjs-form-field-datetime")
                .filter(having(label))
                .locator("input")
                .first();
        field.fill(today.toString());
        field.press("Tab");
    }

    private static void next(Page page) {
        page.locator(".sc-done .sc-next a").click();
    }

    private static void formOf(Clerk clerk, String task) {
        clerk.opened(task);
        // Tasklist draws a form a second time when the claim is known
        clerk.page().waitForTimeout(1500);
    }
}
