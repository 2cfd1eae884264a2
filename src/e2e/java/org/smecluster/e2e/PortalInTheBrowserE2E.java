package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.Recognition;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("浏览器：公众首页、名单、查验，只用键盘，没有脚本，在手机上")
class PortalInTheBrowserE2E extends InTheBrowser {

    @Autowired
    private Batches batches;

    private ClusterRecord cluster;

    @BeforeAll
    void aListIsPublished() {
        batches.insert(
                new BatchOpening(
                        today.getYear(),
                        "宁工信企发〔" + today.getYear() + "〕1号",
                        today.minusDays(5),
                        today.plusDays(20),
                        today.plusDays(40),
                        5,
                        null),
                "NXJQ-" + today.getYear() + "-PC-01",
                "officer-1");
        cluster = recognised();
        String[][] others = {
            {"640181", "灵武羊绒集群", "羊绒"},
            {"640521", "中宁枸杞精深加工集群", "枸杞"},
            {"640302", "利通区乳制品集群", "乳制品"},
            {"640205", "惠农区镁基新材料集群", "镁基材料"},
            {"640221", "平罗县精细化工集群", "精细化工"},
            {"640221", "平罗县冶金集群", "冶金"},
            {"640300", "太阳山光伏集群", "光伏"}
        };
        int number = 10;
        for (String[] each : others) {
            number++;
            registry.register(new Recognition(
                    "NXJQ-2026-RD-%05d".formatted(number),
                    each[1],
                    each[2],
                    each[0],
                    each[0].substring(0, 4),
                    "county-" + each[0],
                    today.minusDays(100 + number),
                    "宁工信企发〔2026〕30号"));
        }
    }

    @Test
    @DisplayName("只用键盘：从首页的示意图到名单、集群、打印页，再查验一个编号；焦点都看得见")
    void byKeyboard() {
        try (Clerk anybody = citizen()) {
            Page page = anybody.page();
            page.setViewportSize(1366, 768);
            anybody.open("/public");
            anybody.shot("public-home");
            anybody.fitsAPhone("public-home");
            page.setViewportSize(1366, 768);
            Keyboard keyboard = new Keyboard(page);
            keyboard.skipHeader("#main");
            keyboard.tabAndPress(page.locator(".cartogram a[href$='place=640221']"), "Enter");
            assertThat(page.locator("caption").first()).hasText("共3个集群");
            anybody.shot("public-clusters");
            anybody.fitsAPhone("public-clusters");
            page.setViewportSize(1366, 768);
            keyboard.tabAndPress(
                    page.locator("main td a").filter(having(cluster.name())).first(), "Enter");
            assertThat(page.locator("h1")).hasText(cluster.name());
            anybody.shot("public-cluster");
            anybody.fitsAPhone("public-cluster");
            page.setViewportSize(1366, 768);
            keyboard.tabAndPress(page.locator("main a").filter(having("打印页")), "Enter");
            assertThat(page.locator("h1")).containsText("认定信息");
            anybody.shot("public-cluster-print");
            anybody.fitsAPhone("public-cluster-print");
            anybody.open("/public/check");
            keyboard.fill(page.locator("#code"), cluster.clusterNumber());
            keyboard.tabAndPress(page.locator("main button[type=submit]"), "Enter");
            assertThat(page.locator(".verdict")).containsText("有效");
            anybody.shot("public-check");
            anybody.fitsAPhone("public-check");
            anybody.open("/public/conditions");
            anybody.shot("public-conditions");
            anybody.fitsAPhone("public-conditions");
            assertThat(keyboard.unseen())
                    .as("where the focus could not be seen")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("手机上没有脚本：首页查找、名单、集群、查验都能用；打印页的二维码拍下来能被解码器读回")
    void withoutScript() throws IOException, NotFoundException {
        try (Clerk anybody = citizen();
                BrowserContext phone = anybody.page()
                        .context()
                        .browser()
                        .newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(Clerk.PHONE, 844)
                                .setLocale("zh-CN"))) {
            Page page = phone.newPage();
            page.navigate(url() + "/public");
            page.locator("#text").fill("碳基");
            page.locator("main button").filter(having("查找")).click();
            page.locator("main td a").filter(having(cluster.name())).click();
            page.locator("main a").filter(having("打印页")).click();
            assertThat(decoded(page.locator("svg.qr").screenshot()))
                    .isEqualTo(url() + "/public/check?code=" + cluster.clusterNumber());
            page.navigate(url() + "/public");
            page.locator("#code").fill("NXJQ-640221-9999");
            page.locator("main button").filter(having("查验")).click();
            assertThat(page.locator(".message-error")).containsText("没有查到");
            page.locator("#code").fill(cluster.clusterNumber());
            page.locator("main button").filter(having("查验")).click();
            assertThat(page.locator(".verdict")).containsText("有效");
        }
    }

    @Test
    @DisplayName("390像素宽的手机上，每个公众页面没有严重的无障碍问题，也不用左右滚动")
    void accessibleOnAPhone() {
        List<String> paths = List.of(
                "/public",
                "/public/conditions",
                "/public/notices",
                "/public/objections",
                "/public/practices",
                "/public/clusters",
                "/public/clusters?standing=ALL&text=没有的",
                "/public/clusters/" + cluster.clusterNumber(),
                "/public/clusters/" + cluster.clusterNumber() + "/print",
                "/public/check",
                "/public/check?code=" + cluster.clusterNumber(),
                "/public/check?code=NXJQ-640221-9999");
        try (Clerk anybody = citizen()) {
            Page page = anybody.page();
            page.setViewportSize(Clerk.PHONE, 844);
            for (String path : paths) {
                anybody.open(path);
                page.locator("details:not(.site-menu) > summary").all().forEach(Locator::click);
                assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations())
                        .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .as(path)
                        .isEmpty();
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(Clerk.PHONE);
            }
        }
    }

    private static String decoded(byte[] screenshot) throws IOException, NotFoundException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(screenshot));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
