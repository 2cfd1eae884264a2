package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application with files of evidence, returned for two of its materials, corrected and accepted. */
@DisplayName("浏览器：带佐证材料申报，退回两项，补正，受理")
class EvidenceInTheBrowserE2E extends InTheBrowser {

    private static final SampleCluster SAMPLE = sample(LocalDate.now().getYear());

    @Autowired
    Batches batches;

    @Autowired
    JdbcClient database;

    @TempDir
    Path files;

    @Test
    @DisplayName("县级上传文件并写明一项原因；市级从任务一步到材料，退回两项；县级只能补正退回的；市级受理")
    void returnedAndAccepted() throws IOException {
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
        String caseNumber = applies();
        cityReturnsTwo(caseNumber);
        corrects(caseNumber);
        cityAccepts(caseNumber);
        assertThat(database.sql("select state from application where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
    }

    private static Locator item(Clerk clerk, String label) {
        return clerk.page().locator(".evidence-item").filter(having(label)).first();
    }

    private void uploads(Clerk county, String label, String name) throws IOException {
        Path file = files.resolve(name + ".pdf");
        Files.write(file, EvidenceSamples.pdf(Integer.toHexString(name.hashCode())));
        item(county, label).locator(".evidence-drop input").setInputFiles(file);
        assertThat(item(county, label).locator(".evidence-files")).containsText(name);
    }

    private static void confirmsNoSecret(Clerk county) {
        county.page().locator(".evidence-oath input[type=checkbox]").check();
        county.page().locator(".evidence-oath button").click();
        county.page().locator(".evidence-drop").first().waitFor();
    }

    private String applies() throws IOException {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("集群认定申报");
            county.text("集群名称", SAMPLE.getClusterName());
            county.text("主导产业", SAMPLE.workbook().basics().leadingIndustry());
            county.choose("集群区域是否跨县", "否");
            county.submitStart();
            String caseNumber = county.applicationNumber();
            county.claim("填报数据与声明", caseNumber);
            county.tab("案件资料");
            county.section("上传");
            county.uploads(WORKBOOK);
            county.section("佐证材料");
            confirmsNoSecret(county);
            uploads(county, "第十三条(三)", "发展规划");
            uploads(county, "第十三条(八)", "境外营业执照");
            uploads(county, "第十三条(九)", "平台认定文件");
            uploads(county, "第十三条(十)", "服务合同");
            county.explainsAbsences("图谱正在绘制，下月完成。");
            county.shot("evidence-uploaded");
            county.tab("表单");
            county.declares(SAMPLE);
            county.complete();
            county.claim("核对评估结果并提交", caseNumber);
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.complete();
            return caseNumber;
        }
    }

    private void returns(Clerk city, String label, String reason) {
        Locator item = item(city, label);
        item.locator(".evidence-tick input[name=reason]").fill(reason);
        item.locator(".evidence-tick button").last().click();
        assertThat(item(city, label)).containsText("市级退回");
    }

    private void cityReturnsTwo(String caseNumber) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("受理审查", caseNumber);
            city.tab("案件资料");
            returns(city, "第十三条(三)", "缺盖章页");
            returns(city, "第十三条(十)", "合同不是本集群的");
            city.shot("evidence-returned");
            city.tab("表单");
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
            confirmsNoSecret(county);
            assertThat(item(county, "第十三条(三)")).containsText("缺盖章页");
            assertThat(item(county, "第十三条(九)").locator(".evidence-drop")).hasCount(0);
            uploads(county, "第十三条(三)", "发展规划（盖章）");
            uploads(county, "第十三条(十)", "服务合同（补正）");
            county.shot("evidence-corrected");
            county.tab("表单");
            county.complete();
            county.claim("核对评估结果并提交", caseNumber);
            county.choose("下一步", "提交申报");
            county.tick("承诺");
            county.complete();
        }
    }

    private void cityAccepts(String caseNumber) {
        try (Clerk city = clerk("city-shizuishan")) {
            city.claim("受理审查", caseNumber);
            city.tab("案件资料");
            city.acceptsReasons();
            city.tab("表单");
            city.choose("审查结论", "受理");
            city.text("审查意见", "材料齐全，予以受理。");
            city.complete();
        }
    }
}
