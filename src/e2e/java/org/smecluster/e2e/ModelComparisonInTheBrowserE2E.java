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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.support.Modeler;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("政策人员在浏览器中比较两个版本：流程、决策表、表单，标色、逐条说明、互相指到")
class ModelComparisonInTheBrowserE2E extends InTheBrowser {

    @Autowired
    ShippedModels shipped;

    /** @return the draft's number */
    private String draft(ModelKind kind, String id, UnaryOperator<String> change) {
        ModelFile file = shipped.files().stream()
                .filter(each -> each.keys().contains(new ModelKey(kind, id)))
                .findFirst()
                .orElseThrow();
        String name = file.resource().substring(file.resource().lastIndexOf('/') + 1);
        int port = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        String answer = Modeler.shown(new Modeler("policy", port)
                        .deploy("比较" + id, name, change.apply(file.text()).getBytes(StandardCharsets.UTF_8)))
                .page();
        return "NXMX-%05d".formatted(Long.parseLong(answer.substring(answer.lastIndexOf('/') + 1)));
    }

    private static void drawn(Page page) {
        assertThat(page.locator(".compare-sides[data-ready]")).hasCount(1);
    }

    private static void fits(Page page, String what) {
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways: %s", what)
                .isLessThanOrEqualTo(0);
    }

    private static void unchanged(Page page) {
        for (Locator mark : page.locator(".bjs-powered-by").all()) {
            assertThat(mark).isVisible();
            assertThat((Boolean) mark.evaluate("mark => { mark.scrollIntoView({ block: 'center' });"
                            + " const box = mark.getBoundingClientRect();"
                            + " const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
                            + " return mark.contains(top); }"))
                    .as("the mark of bpmn.io is covered")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("流程：两张图一起移动，标出增删改；从列表指到图，从图回到列表")
    void process() {
        String number = draft(ModelKind.PROCESS, "renewalReview", text -> text.replace(
                        "id=\"task_giveCityOpinion\" name=\"市级意见\"", "id=\"task_giveCityOpinion\" name=\"市级复核意见\"")
                .replace("name=\"dueWorkingDays\" value=\"10\"", "name=\"dueWorkingDays\" value=\"9\""));
        try (Clerk owner = clerk("policy-2")) {
            Page page = owner.page();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> noted(message, errors));
            owner.open("/admin/models/process/renewalReview/comparison?after=" + number);
            drawn(page);
            assertThat(page.locator("[data-side=before] .compare-changed"))
                    .not()
                    .hasCount(0);
            assertThat(page.locator("[data-side=after] .djs-element.compare-changed"))
                    .hasCount(2);
            assertThat(page.locator("[data-side=after] .compare-sign")).hasText(new String[] {"改", "改"});
            unchanged(page);
            owner.shot("comparison-process");
            page.locator(".compare-list > li")
                    .filter(Clerk.having("名称由"))
                    .locator("[data-point]")
                    .click();
            assertThat(page.locator("[data-side=before] .djs-element.compare-pointed"))
                    .hasAttribute("data-element-id", "task_giveCityOpinion");
            assertThat(page.locator("[data-side=after] .djs-element.compare-pointed"))
                    .hasAttribute("data-element-id", "task_giveCityOpinion");
            assertThat(page.evaluate("document.querySelectorAll('[data-side] .viewport')[0].getAttribute('transform')"))
                    .as("both drawings show the same part")
                    .isEqualTo(page.evaluate(
                            "document.querySelectorAll('[data-side] .viewport')[1].getAttribute('transform')"));
            owner.shot("comparison-process-pointed");
            page.locator("[data-side=after] .compare-sign").first().click();
            assertThat(page.locator(".compare-list > li.compare-here")).hasCount(1);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            owner.shot("comparison-process-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(Clerk.PHONE, 844);
            fits(page, "process on a phone");
            owner.shot("comparison-process-phone");
            assertThat(errors).isEmpty();
        }
    }

    /** What dmn-js has in its bundle of its own says that it is the wrong build, and works. */
    private static void noted(ConsoleMessage message, List<String> errors) {
        if (message.type().equals("error") && !message.text().contains("development build of Inferno")) {
            errors.add(message.text());
        }
    }

    @Test
    @DisplayName("决策表：先打开有改动的一张，标出那一格；换一张、指到另一张都行；全是中文")
    void decision() {
        String number = draft(
                ModelKind.DECISION,
                "basicConditions",
                text -> text.replace("<text>&gt;= 20</text>", "<text>&gt;= 30</text>"));
        try (Clerk owner = clerk("policy-2")) {
            Page page = owner.page();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> noted(message, errors));
            owner.open("/admin/models/decision/basicConditions/comparison?after=" + number);
            drawn(page);
            assertThat(page.locator("#compare-view")).hasValue("coreCompetitiveness");
            assertThat(page.locator("[data-side=before] td[data-compare=changed]"))
                    .containsText(">= 20");
            assertThat(page.locator("[data-side=after] td[data-compare=changed]"))
                    .containsText(">= 30");
            assertThat(page.locator(".compare-sides")).containsText("批注");
            assertThat(page.locator(".compare-sides")).not().containsText("Annotations");
            page.locator("[data-point]").first().click();
            assertThat(page.locator("[data-side=after] [data-compare-pointed]")).isInViewport();
            owner.shot("comparison-decision");
            page.locator("#compare-view").selectOption("");
            assertThat(page.locator("[data-side=after] .djs-container")).isVisible();
            unchanged(page);
            owner.shot("comparison-decision-graph");
            page.setViewportSize(Clerk.PHONE, 844);
            fits(page, "decision on a phone");
            owner.shot("comparison-decision-phone");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    @DisplayName("表单：栏目左右对照，不用脚本；窄屏上下")
    void form() {
        String number = draft(
                ModelKind.FORM, "decideAcceptance", text -> text.replace("\"maxLength\": 2000", "\"maxLength\": 1500"));
        try (Clerk owner = clerk("policy-2")) {
            Page page = owner.page();
            owner.open("/admin/models/form/decideAcceptance/comparison?after=" + number);
            assertThat(page.locator(".compare-list > li")).containsText(new String[] {"最多字数由2000改为1500"});
            assertThat(page.locator("tr.compare-row-changed")).hasCount(1);
            page.locator("[data-point]").first().click();
            assertThat(page.locator("tr:target")).hasCount(1);
            owner.shot("comparison-form");
            page.setViewportSize(Clerk.PHONE, 844);
            fits(page, "form on a phone");
            owner.shot("comparison-form-phone");
        }
    }
}
