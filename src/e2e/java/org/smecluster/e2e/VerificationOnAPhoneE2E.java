package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.filing.Filing;
import org.smecluster.law.Outcome;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationForm;
import org.smecluster.recognition.ApplicationStart;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.CityReview;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SiteFinding;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.Materials;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** On a screen of 390 pixels, with a connection that comes and goes. */
@DisplayName("浏览器：手机上填写现场核查")
class VerificationOnAPhoneE2E extends InTheBrowser {

    private static final Account COUNTY = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final Account CITY = new Account("city-shizuishan", "冯国强", List.of("city-6402"));
    private static final Account COLLEAGUE = new Account("city-shizuishan-2", "石慧", List.of("city-6402"));
    private static final byte PLACE = 0x5A;

    @Autowired
    ApplicationContext context;

    @Autowired
    OnSiteVerification verification;

    private Application accepted() throws IOException {
        context.getBean(Batches.class)
                .insert(
                        new BatchOpening(
                                today.getYear(),
                                "宁工信企发〔" + today.getYear() + "〕1号",
                                today,
                                today.plusDays(20),
                                today.plusDays(40),
                                5,
                                null,
                                true),
                        "NXJQ-" + today.getYear() + "-PC-01",
                        "officer-1");
        SampleCluster sample = sample(today.getYear());
        Application application = context.getBean(ApplicationStart.class)
                .open(
                        new ApplicationForm(sample.getClusterName(), "精细化工", false, List.of(), null, false, null),
                        COUNTY);
        String caseNumber = application.caseNumber();
        new Uploads(context).take(caseNumber, "平罗.xlsx", Files.readAllBytes(WORKBOOK), COUNTY);
        Map<String, Declaration> answers = sample.declarations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Declaration(
                                each.getValue().value(), each.getValue().explanation())));
        Filing filing = context.getBean(Filing.class);
        filing.declare(caseNumber, new Declarations(answers), true, COUNTY);
        filing.check(caseNumber);
        new Materials(context).explain(caseNumber, COUNTY);
        filing.commit(caseNumber, null, true, Instant.MAX, COUNTY);
        filing.freeze(caseNumber);
        new Materials(context).accept(caseNumber, CITY);
        context.getBean(CityReview.class).decideAcceptance(application.id(), Conclusion.ACCEPT, "材料齐全", null, CITY);
        return application;
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isLessThanOrEqualTo(390);
        Object low = page.evaluate("() => [...document.querySelectorAll('a, button, select, textarea, label.button,"
                + " .v-choices label, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')]"
                + ".filter((e) => !e.closest('[hidden]') && e.offsetParent && !e.classList.contains('skip-link'))"
                + ".filter((e) => !e.closest('.hint') && e.getBoundingClientRect().height < 44)"
                + ".map((e) => e.outerHTML.slice(0, 120))");
        assertThat(low).as("controls lower than 44 px").isEqualTo(List.of());
    }

    /** The bars stand at the edges of a picture of the whole. */
    private static void atTheEdges(Page page) {
        page.setViewportSize(390, 1400);
        page.evaluate("() => window.scrollTo(0, 0)");
    }

    private SiteFinding row(Application application, ConditionItem item) {
        return verification.find(application.caseNumber()).orElseThrow().rows().get(item.ordinal());
    }

    @Test
    @DisplayName("随填随存，断网存在本机，联网补存；同事先存的不覆盖；照片上传，没有了定位；不横向滚动；初审后排定推荐顺序")
    void onSite() throws IOException {
        Application application = accepted();
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            page.setViewportSize(390, 844);
            city.open("/cases/" + application.caseNumber() + "/verification");
            page.locator(".v-oath input[name=sure]").check();
            page.locator(".v-oath button").click();
            assertThat(page.locator(".v-oath")).hasCount(0);
            page.locator("#verifiedOn").fill(today.toString());
            page.locator("#people").fill("冯国栋、石慧");
            fits(page);
            page.locator("[data-next='1']").click();
            assertThat(page.locator("[data-screen='1'] h1")).isVisible();
            assertThat(page.locator("[data-save]")).hasText("已存下");

            page.locator("[data-screen='1'] .v-choices label")
                    .filter(having("符合"))
                    .first()
                    .click();
            page.locator("[data-next='2']").click();
            assertThat(page.locator("[data-judged]")).hasText("1");

            page.context().setOffline(true);
            page.locator("[data-screen='2'] .v-choices label")
                    .filter(having("不符合"))
                    .click();
            page.locator("#seen-2").fill("名单中两家专精特新企业已迁出，现场无生产。");
            assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机1项");
            page.locator("[data-next='3']").click();
            page.locator("[data-screen='3'] .v-choices label")
                    .filter(having("需说明"))
                    .click();
            page.locator("#seen-3").fill("共享机制有协议，未见运行记录。");
            assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机2项");
            assertThat(row(application, ConditionItem.GRADIENT_CULTIVATION).judgement())
                    .isNull();
            page.locator("[data-next='4']").click();
            page.locator("[data-screen='4'] .v-choices label")
                    .filter(having("需说明"))
                    .click();
            page.locator("#seen-4").fill("中试平台在用，抽查专利证书41件，其中3件权利人为集群外企业，请县局说明。");
            assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机3项");
            fits(page);
            atTheEdges(page);
            city.shot("verify-offline");
            page.setViewportSize(390, 844);
            page.context().setOffline(false);
            assertThat(page.locator("[data-save]")).hasText("已存下");
            assertThat(page.locator("[data-judged]")).hasText("4");
            assertThat(row(application, ConditionItem.GRADIENT_CULTIVATION).judgement())
                    .isEqualTo(Outcome.NOT_MET);
            assertThat(row(application, ConditionItem.CHAIN_COLLABORATION).seen())
                    .isEqualTo("共享机制有协议，未见运行记录。");
            assertThat((Integer) page.evaluate("() => Object.keys(localStorage).length"))
                    .isZero();

            page.locator("[data-files='4'] input[capture]")
                    .setInputFiles(new FilePayload("中试平台", "image/jpeg", photograph()));
            assertThat(page.locator("[data-files='4'] [data-held] li")).hasCount(1);
            assertThat(page.locator("[data-files='4'] [data-held] li")).containsText("已上传");
            page.locator("[data-files='4'] [data-held] img").evaluate("(img) => img.decode ? img.decode() : null");
            EvidenceFile photo = context.getBean(EvidenceFiles.class)
                    .ofCase(application.caseNumber())
                    .get(0);
            assertThat(photo.condition()).isEqualTo("collaborativeInnovation");
            byte[] kept = context.getBean(EvidenceService.class).open(photo).readAllBytes();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                    .contains("Exif")
                    .doesNotContain("ZZZZ");
            assertThat(ImageIO.read(new ByteArrayInputStream(kept))).isNotNull();
            fits(page);
            atTheEdges(page);
            city.shot("verify-on-site");
            page.setViewportSize(390, 844);

            verification.saveRow(
                    application.caseNumber(), ConditionItem.DIGITAL_TRANSFORMATION, Outcome.MET, "同事先存的", 0, COLLEAGUE);
            page.locator("[data-next='5']").click();
            page.locator("[data-screen='5'] .v-choices label")
                    .filter(having("需说明"))
                    .click();
            page.locator("#seen-5").fill("后存的");
            assertThat(page.locator("[data-problem]")).containsText("石慧已于");
            assertThat(row(application, ConditionItem.DIGITAL_TRANSFORMATION).seen())
                    .isEqualTo("同事先存的");
            page.reload();
            assertThat(page.locator("[data-screen='5'] .v-mine")).containsText("需说明；后存的");
            assertThat(page.locator("#seen-5")).hasValue("同事先存的");
            page.locator(".v-mine button").filter(having("用本机的")).click();
            assertThat(page.locator("[data-save]")).hasText("已存下");
            assertThat(row(application, ConditionItem.DIGITAL_TRANSFORMATION).seen())
                    .isEqualTo("后存的");

            page.locator(".v-dots [data-to='9']").click();
            assertThat(page.locator("[data-gaps]")).containsText("还缺3处");
            fits(page);
            city.shot("verify-gaps");
            page.setViewportSize(1366, 900);
            city.open("/cases/" + application.caseNumber() + "?section=verification");
            city.shot("verify-section");
            city.open("/cases/" + application.caseNumber() + "/verification/print?blank=true");
            city.shot("verify-blank");
            orderOfPreference(application, city);
        }
    }

    /** After verification and review the city sets its order of preference. */
    private void orderOfPreference(Application application, Clerk city) {
        for (ConditionItem item : ConditionItem.values()) {
            verification.saveRow(
                    application.caseNumber(),
                    item,
                    Outcome.MET,
                    null,
                    row(application, item).revision(),
                    CITY);
        }
        verification.complete(application.id(), "到现场核查，情况属实。", CITY);
        context.getBean(CityReview.class)
                .reviewPreliminarily(application.id(), Conclusion.MEETS, "符合各项条件。", "说明可以认可。", CITY);
        Page page = city.page();
        city.open("/cases/" + application.caseNumber());
        page.locator("a").filter(having("本市推荐汇总表")).click();
        page.locator("input[name=ranks]").fill("1");
        page.locator("input[name=sure]").check();
        page.locator("button").filter(having("确认推荐顺序")).click();
        assertThat(page.locator(".message-success")).hasText("推荐顺序已确认。");
        city.shot("recommendation-summary");
        page.setViewportSize(390, 844);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    /** A hall below the sky. */
    private static byte[] drawn() throws IOException {
        BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xBBD4EA));
        pen.fillRect(0, 0, 480, 360);
        pen.setColor(new Color(0x9A8F7C));
        pen.fillRect(0, 270, 480, 90);
        pen.setColor(new Color(0x6B7C8F));
        pen.fillPolygon(new int[] {60, 240, 420}, new int[] {150, 80, 150}, 3);
        pen.setColor(new Color(0x8FA1B3));
        pen.fillRect(60, 150, 360, 130);
        pen.setColor(new Color(0x3D4B5A));
        pen.fillRect(200, 190, 80, 90);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        return file.toByteArray();
    }

    /** With the place where it was taken in its Exif part. */
    private static byte[] photograph() throws IOException {
        byte[] picture = drawn();
        ByteBuffer tiff = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 2)
                .putShort((short) 5)
                .putInt(3)
                .putInt(44)
                .putInt(0);
        byte[] place = new byte[24];
        Arrays.fill(place, PLACE);
        tiff.put(place);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(picture, 0, 2);
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.capacity())});
        file.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(tiff.array());
        file.write(picture, 2, picture.length - 2);
        return file.toByteArray();
    }
}
