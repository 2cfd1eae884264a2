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

    @Autowired
    private Batches batches;

    @TempDir
    private Path files;

    @Test
    @DisplayName("县级从首页到提交至多20下，市级受理、初审、推荐至多12下（打字、选文件、勾选不计）")
    void countyAndCity() throws IOException {
        batches.insert(
                new BatchOpening(
                        today.getYear(),
                        "宁工信企发〔" + today.getYear() + "〕1号",
                        today,
                        today.plusDays(20),
                        today.plusDays(40),
                        5,
                        null),
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
            city.tab("案件资料");
            city.section("佐证材料");
            page.locator(".evidence-rest button").click();
            assertThat(page.locator(".case-file .message-success")).containsText("已认可其余");
            city.tab("表单");
            city.choose("审查结论", "受理");
            city.text("审查意见", "申报主体适当，材料齐全，予以受理。");
            city.complete();
            next(page);
            formOf(city, "市级初审");
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
            System.out.println(city.clicks().told("市级，受理、初审、推荐"));
            assertThat(city.clicks().all()).as(city.clicks().told("市级")).isBetween(6, CITY_AT_MOST);
        }
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
