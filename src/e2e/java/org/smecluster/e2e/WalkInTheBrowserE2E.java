package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.support.Modeler;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("政策人员在浏览器中试走一份草稿：照真正的表单填写，同样填写在草稿里走到别处")
class WalkInTheBrowserE2E extends InTheBrowser {

    @Autowired
    ShippedModels shipped;

    /** 不入选 sends it back instead; the guard refuses it, which can be seen by walking it. @return the draft's page */
    private String draft() {
        ModelFile file = shipped.files().stream()
                .filter(each -> each.keys().contains(new ModelKey(ModelKind.PROCESS, "practiceCase")))
                .findFirst()
                .orElseThrow();
        String changed = file.text().replace("${practiceDecision == 'RETURN'}", "${practiceDecision == 'REJECT'}");
        assertThat(changed).isNotEqualTo(file.text());
        int port = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        return Modeler.shown(new Modeler("policy", port)
                        .deploy("典型案例的退回", "practiceCase.bpmn", changed.getBytes(StandardCharsets.UTF_8)))
                .page();
    }

    private static void onward(Clerk owner, String label) {
        Page page = owner.page();
        page.locator("#walk-sample").click();
        if (label != null) {
            owner.choose("处理", label);
        }
        String before = page.url();
        page.locator("#walk-go").click();
        page.waitForURL(url -> !url.equals(before));
        assertThat(page.locator("#walk-refused:visible")).hasCount(0);
    }

    private static Locator drawn(Page page) {
        return page.locator(".walk-figure .djs-element.step-current");
    }

    @Test
    @DisplayName("从草稿走起：表单照样检查，示例代填，位置标在图上，退回一步，换到现行版本")
    void aDraftIsWalked() {
        String draft = draft();
        try (Clerk owner = clerk("policy-2")) {
            Page page = owner.page();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> noted(message, errors));
            owner.open(draft);
            page.locator("a:has-text('试走“')").first().click();
            assertThat(drawn(page)).hasAttribute("data-element-id", Pattern.compile("event_.*"));
            page.locator("#walk-go").click();
            assertThat(page.locator("#walk-refused")).containsText("没有往下走：有");
            onward(owner, null);
            assertThat(drawn(page)).hasAttribute("data-element-id", "task_selectPractice");
            assertThat(page.locator(".walk-live").first()).containsText("现行版本：走到");
            owner.shot("walk");
            onward(owner, "不入选");
            String ended = page.locator(".walk-passed").innerText();
            page.locator("a:has-text('同样填写，在现行版本里走')").click();
            assertThat(page.locator(".walk-passed")).not().hasText(ended);
            assertThat(page.locator(".walk-version")).hasText("现行版本");
            page.goBack();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            owner.shot("walk-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.locator("a:has-text('退回一步')").click();
            assertThat(drawn(page)).hasAttribute("data-element-id", "task_selectPractice");
            page.setViewportSize(Clerk.PHONE, 844);
            assertThat((Integer) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("sideways on a phone")
                    .isLessThanOrEqualTo(0);
            owner.shot("walk-phone");
            assertThat(errors).isEmpty();
        }
    }

    /** A refused answer is told on the page; the browser notes it as well. */
    private static void noted(ConsoleMessage message, List<String> errors) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        }
    }
}
