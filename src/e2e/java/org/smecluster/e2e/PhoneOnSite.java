package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.law.Outcome;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SiteFinding;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;

/** The city's verification on a screen of 390 pixels, with a connection that comes and goes. */
final class PhoneOnSite {

    private static final Account COLLEAGUE = new Account("city-shizuishan-2", "石慧", List.of("city-6402"));
    private static final byte PLACE = 0x5A;

    private final ApplicationContext context;
    private final OnSiteVerification verification;
    private final Clerk city;
    private final Page page;
    private final String caseNumber;

    PhoneOnSite(ApplicationContext context, Clerk city, String caseNumber) {
        this.context = context;
        this.verification = context.getBean(OnSiteVerification.class);
        this.city = city;
        this.page = city.page();
        this.caseNumber = caseNumber;
    }

    /** All eight items, of which one is not met and three need an explanation. */
    void fillIn(LocalDate day) throws IOException {
        page.setViewportSize(Clerk.PHONE, 844);
        city.open("/cases/" + caseNumber + "/verification");
        page.locator(".v-oath input[name=sure]").check();
        page.locator(".v-oath button").click();
        assertThat(page.locator(".v-oath")).hasCount(0);
        page.locator("#verifiedOn").fill(day.toString());
        page.locator("#people").fill("冯国强、石慧");
        fits();
        page.locator("[data-next='1']").click();
        assertThat(page.locator("[data-screen='1'] h1")).isVisible();
        assertThat(page.locator("[data-save]")).hasText("已存下");
        choose(1, "符合");
        page.locator("[data-next='2']").click();
        assertThat(page.locator("[data-judged]")).hasText("1");
        offline();
        photographs();
        colleagueWasQuicker();
        gapsAreFilled();
        page.setViewportSize(1366, 900);
        city.open("/cases/" + caseNumber + "?section=verification");
        city.shot("verify-section");
        city.open("/cases/" + caseNumber + "/verification/print?blank=true");
        city.shot("verify-blank");
        page.setViewportSize(Clerk.WIDE, Clerk.HIGH);
    }

    private void choose(int screen, String judgement) {
        page.locator("[data-screen='" + screen + "'] .v-choices label")
                .getByText(judgement, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void offline() {
        page.context().setOffline(true);
        choose(2, "不符合");
        page.locator("#seen-2").fill("名单中两家专精特新企业已迁出，现场无生产。");
        assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机1项");
        page.locator("[data-next='3']").click();
        choose(3, "需说明");
        page.locator("#seen-3").fill("共享机制有协议，未见运行记录。");
        assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机2项");
        assertThat(row(ConditionItem.GRADIENT_CULTIVATION).judgement()).isNull();
        page.locator("[data-next='4']").click();
        choose(4, "需说明");
        page.locator("#seen-4").fill("中试平台在用，抽查专利证书41件，其中3件权利人为集群外企业，请县局说明。");
        assertThat(page.locator("[data-save]")).hasText("没有网络 · 存在本机3项");
        fits();
        atTheEdges();
        city.shot("verify-offline");
        page.setViewportSize(Clerk.PHONE, 844);
        page.context().setOffline(false);
        assertThat(page.locator("[data-save]")).hasText("已存下");
        assertThat(page.locator("[data-judged]")).hasText("4");
        assertThat(row(ConditionItem.GRADIENT_CULTIVATION).judgement()).isEqualTo(Outcome.NOT_MET);
        assertThat(row(ConditionItem.CHAIN_COLLABORATION).seen()).isEqualTo("共享机制有协议，未见运行记录。");
        assertThat((Integer) page.evaluate(
                        "(of) => Object.keys(localStorage).filter((key) => key.includes(of)).length", caseNumber))
                .as("nothing of the case stays on the phone")
                .isZero();
    }

    private void photographs() throws IOException {
        for (String name : List.of("中试平台", "检测设备")) {
            page.locator("[data-files='4'] input[capture]")
                    .setInputFiles(new FilePayload(name, "image/jpeg", photograph(name.hashCode())));
            assertThat(page.locator("[data-files='4'] [data-held] li").filter(having(name)))
                    .containsText("已上传");
        }
        assertThat(page.locator("[data-files='4'] [data-held] li")).hasCount(2);
        page.locator("[data-files='4'] [data-held] img")
                .evaluateAll("(images) => Promise.all(images.map((image) => image.decode().catch(() => null)))");
        for (EvidenceFile photo : context.getBean(EvidenceFiles.class).ofCase(caseNumber).stream()
                .filter(each -> "collaborativeInnovation".equals(each.condition()))
                .toList()) {
            byte[] kept = context.getBean(EvidenceService.class).open(photo).readAllBytes();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                    .contains("Exif")
                    .doesNotContain("ZZZZ");
            assertThat(ImageIO.read(new ByteArrayInputStream(kept))).isNotNull();
        }
        fits();
        atTheEdges();
        city.shot("verify-on-site");
        page.setViewportSize(Clerk.PHONE, 844);
    }

    private void colleagueWasQuicker() {
        verification.saveRow(caseNumber, ConditionItem.DIGITAL_TRANSFORMATION, Outcome.MET, "同事先存的", 0, COLLEAGUE);
        page.locator("[data-next='5']").click();
        choose(5, "需说明");
        page.locator("#seen-5").fill("后存的");
        assertThat(page.locator("[data-problem]")).containsText("石慧已于");
        assertThat(row(ConditionItem.DIGITAL_TRANSFORMATION).seen()).isEqualTo("同事先存的");
        page.reload();
        assertThat(page.locator("[data-screen='5'] .v-mine")).containsText("需说明；后存的");
        assertThat(page.locator("#seen-5")).hasValue("同事先存的");
        page.locator(".v-mine button").filter(having("用本机的")).click();
        assertThat(page.locator("[data-save]")).hasText("已存下");
        assertThat(row(ConditionItem.DIGITAL_TRANSFORMATION).seen()).isEqualTo("后存的");
    }

    private void gapsAreFilled() {
        page.locator(".v-dots [data-to='9']").click();
        assertThat(page.locator("[data-gaps]")).containsText("还缺3处");
        fits();
        city.shot("verify-gaps");
        page.locator(".v-dots [data-to='6']").click();
        for (int screen = 6; screen <= 8; screen++) {
            choose(screen, "符合");
            page.locator("[data-next='" + (screen + 1) + "']").click();
            assertThat(page.locator("[data-judged]")).hasText(String.valueOf(screen));
        }
        assertThat(page.locator("[data-gaps]")).containsText("八项都填好了");
    }

    private SiteFinding row(ConditionItem item) {
        return verification.find(caseNumber).orElseThrow().rows().get(item.ordinal());
    }

    private void fits() {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isLessThanOrEqualTo(Clerk.PHONE);
        Object low = page.evaluate("() => [...document.querySelectorAll('a, button, select, textarea, label.button,"
                + " .v-choices label, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')]"
                + ".filter((e) => !e.closest('[hidden]') && e.offsetParent && !e.classList.contains('skip-link'))"
                + ".filter((e) => !e.closest('.hint, [aria-hidden]') && e.getBoundingClientRect().height < 44)"
                + ".map((e) => e.outerHTML.slice(0, 120))");
        assertThat(low).as("controls lower than 44 px").isEqualTo(List.of());
    }

    /** The bars stand at the edges of a picture of the whole. */
    private void atTheEdges() {
        page.setViewportSize(Clerk.PHONE, 1400);
        page.evaluate("() => window.scrollTo(0, 0)");
    }

    /** A hall below the sky. */
    private static byte[] drawn(int seed) throws IOException {
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
        pen.fillRect(80 + Math.floorMod(seed, 240), 190, 80, 90);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        return file.toByteArray();
    }

    /** With the place where it was taken in its Exif part. */
    private static byte[] photograph(int seed) throws IOException {
        byte[] picture = drawn(seed);
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
