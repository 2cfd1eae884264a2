package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelStandings;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.support.Modeler;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("两位政策人员在浏览器中：草稿、不批准、批准、生效、收回；管理员紧急生效")
class ModelDraftInTheBrowserE2E extends InTheBrowser {

    private static final ModelKey FORM = new ModelKey(ModelKind.FORM, "guideAdmission");

    @Autowired
    ShippedModels shipped;

    @Autowired
    ModelStandings standings;

    private ModelFile form() {
        return shipped.files().stream()
                .filter(file -> file.keys().contains(FORM))
                .findFirst()
                .orElseThrow();
    }

    private String running() {
        return standings.find(FORM).orElseThrow().running().file().text();
    }

    private Modeler.Shown deploy(String mark) {
        byte[] changed = form().text()
                .replaceFirst("\"label\": \"", "\"label\": \"" + mark)
                .getBytes(StandardCharsets.UTF_8);
        int port = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        return Modeler.shown(new Modeler("policy", port).deploy("入库意见的措辞", "guideAdmission.form", changed));
    }

    @Test
    @DisplayName("部署成为草稿；另一人不批准一份，批准一份；生效后由部署的人收回；管理员紧急生效")
    void fromTheModelerToTheTakingBack() {
        try (Clerk author = clerk("policy");
                Clerk second = clerk("policy-2");
                Clerk admin = clerk("admin")) {
            String refused = deploy("甲").page();
            second.open("/");
            assertThat(second.page().locator("main")).containsText("田思源提交了模型草稿");
            second.open("/admin/drafts");
            second.shot("model-drafts");
            second.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("入库意见的措辞"))
                    .first()
                    .click();
            second.page().locator("summary:has-text('不批准')").click();
            second.page().getByLabel("不批准的理由").fill("没有依据");
            button(second, "不批准这份草稿");
            assertThat(second.page().getByRole(AriaRole.STATUS)).containsText("没有批准");

            String page = deploy("乙").page();
            author.open(page);
            assertThat(author.page().locator("main")).containsText("要由另一位政策人员批准");
            assertThat(author.page().locator("#approval-reason")).hasCount(0);
            second.open(page);
            second.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看差异"))
                    .click();
            assertThat(second.page().locator("main")).containsText("正在运行的第");
            second.shot("model-draft-differences");
            second.open(page);
            assertThat(second.page().locator("#approval-day"))
                    .hasValue(LocalDate.now().toString());
            second.shot("model-draft");
            second.page().locator("#approval-reason").fill("措辞与《办法》一致");
            button(second, "批准这份草稿");
            assertThat(second.page().getByRole(AriaRole.STATUS)).containsText("已经生效");
            second.shot("model-draft-live");
            assertThat(running()).contains("乙");

            author.open(page);
            author.page().locator("summary:has-text('收回这次变更')").click();
            author.page().getByLabel("收回的理由").fill("写错了一个字");
            button(author, "收回，恢复以前的版本");
            assertThat(author.page().getByRole(AriaRole.STATUS)).containsText("已收回");
            author.shot("model-draft-taken-back");
            assertThat(running()).isEqualTo(form().text());

            String urgent = deploy("丙").page();
            admin.open("/admin/emergency");
            admin.shot("emergency");
            admin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("入库意见的措辞"))
                    .click();
            admin.shot("emergency-draft");
            admin.page().getByLabel("紧急生效的理由").fill("受理页面不能填写");
            button(admin, "立即生效");
            assertThat(admin.page().getByRole(AriaRole.STATUS)).containsText("已紧急生效");
            assertThat(running()).contains("丙");
            second.open("/notifications");
            assertThat(second.page().locator("main")).containsText("紧急生效，没有经过两人批准");
            second.open(urgent);
            second.page().locator("summary:has-text('收回这次变更')").click();
            second.page().getByLabel("收回的理由").fill("已另行更正");
            button(second, "收回，恢复以前的版本");
            assertThat(running()).isEqualTo(form().text());
            second.open(refused);
            assertThat(second.page().locator("main")).containsText("未批准");
            assertThat(second.page().locator("main")).containsText("没有依据");
            for (int width : new int[] {1366, Clerk.PHONE}) {
                second.page().setViewportSize(width, 900);
                String next = deploy("丁" + width).page();
                for (String path : new String[] {"/admin/drafts", next, next + "/files/1", page}) {
                    second.open(path);
                    second.shot("model-draft-" + width + "-" + path.replaceAll("[^a-z0-9]+", "-"));
                    assertThat(
                                    (Integer)
                                            second.page()
                                                    .evaluate(
                                                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as("sideways at %d px: %s", width, path)
                            .isLessThanOrEqualTo(0);
                }
            }
        }
    }

    private static void button(Clerk clerk, String name) {
        Locator button = clerk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
        button.click();
    }
}
