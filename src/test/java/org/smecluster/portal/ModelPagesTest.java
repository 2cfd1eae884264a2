package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("模型页面")
class ModelPagesTest {

    private static final String DEPLOYMENT = "页面测试";
    private static final String RESTORED = "恢复随附版本：";
    private static final String FORM = "forms/publicnotice/verifyObjection.form";
    private static final String DIFFERENCES = "/admin/models/form/verifyObjection";

    @Autowired
    LiveModels models;

    @Autowired
    private WebApplicationContext context;

    @LocalServerPort
    private int port;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(String userId, String group, String path) throws Exception {
        return portal.as(userId, group)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void deployByHand(String text) {
        models.deploy(
                DEPLOYMENT,
                List.of(new ModelSource("verifyObjection.form", text.getBytes(StandardCharsets.UTF_8))),
                false,
                new Account("policy", "田思源", List.of("policy-owner")));
    }

    private static String shipped() throws IOException {
        return new ClassPathResource(FORM).getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"admin,camunda-admin", "policy,policy-owner"})
    @DisplayName("系统管理员和政策管理员看得到，导航和首页有链接；没有人工部署时如实说明")
    void readers(String userId, String group) throws Exception {
        String page = page(userId, group, "/admin/models");
        assertThat(page)
                .contains(
                        "<html lang=\"zh-CN\"",
                        "现在运行的都是随系统附带的版本。",
                        "clusterRecognition",
                        "vetoConditions",
                        FORM,
                        "与随附版本一致",
                        "随系统附带的模型")
                .doesNotContain("查看差异");
        assertThat(page(userId, group, "/")).contains("href=\"/admin/models\"");
        assertThat(page(userId, group, "/admin/models?q=期满复核"))
                .as("found by its Chinese name, in its procedure")
                .contains("有效期和期满复核（第十四条）", "renewalReview")
                .doesNotContain("vetoConditions");
        assertThat(page(userId, group, "/admin/models?q=没有这个")).contains("没有找到“没有这个”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"county-640221", "park-ningdong", "city-6402", "province-officer", "province-leader", "expert"})
    @DisplayName("其他人无权查看，导航中也没有")
    void others(String group) throws Exception {
        for (String path : new String[] {"/admin/models", DIFFERENCES, "/admin/models/form/none"}) {
            portal.as("somebody", group).perform(get(path)).andExpect(status().isForbidden());
        }
        assertThat(page("somebody", group, "/")).doesNotContain("/admin/models");
    }

    @Test
    @DisplayName("未登录的转到登录页")
    void anonymous() throws Exception {
        portal.anonymous().perform(get("/admin/models")).andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    @DisplayName("人工部署的：谁、何时、从哪里部署，与随附版本差在哪几行")
    void byHand() throws Exception {
        String line = shipped()
                .lines()
                .filter(each -> each.contains("label"))
                .findFirst()
                .orElseThrow();
        deployByHand(shipped().replaceFirst("\"label\": ?\"", "$0改动"));
        assertThat(page("policy", "policy-owner", "/admin/models"))
                .contains("有1项由人工部署", "由人工部署，随附版本未覆盖", DEPLOYMENT, "部署人：policy", DIFFERENCES);
        assertThat(page("admin", "camunda-admin", DIFFERENCES))
                .contains("<h1>表单 verifyObjection：运行版本与随附版本的差异</h1>", "第2版", "部署人", "−", "＋", "改动")
                .contains(org.springframework.web.util.HtmlUtils.htmlEscape(line.strip()));
    }

    @Test
    @DisplayName("人工部署的与随附版本相同，或只有换行符不同")
    void byHandButTheSame() throws Exception {
        deployByHand(shipped());
        assertThat(page("policy", "policy-owner", "/admin/models"))
                .contains("由人工部署，内容与随附版本一致")
                .doesNotContain("查看差异：");
        assertThat(page("policy", "policy-owner", DIFFERENCES)).contains("两个版本内容相同。");
        deployByHand(shipped().replace("\n", "\r\n"));
        assertThat(page("policy", "policy-owner", DIFFERENCES)).contains("两个版本只有换行符不同，内容相同。");
    }

    private MockHttpServletRequestBuilder restoration(String id, String version, String reason) {
        MockHttpServletRequestBuilder request =
                post("/admin/models/form/" + id + "/restoration").with(csrf()).param("version", version);
        return reason == null ? request : request.param("reason", reason);
    }

    @ParameterizedTest
    @CsvSource({"admin,camunda-admin", "policy,policy-owner"})
    @DisplayName("恢复随附版本：写明理由并确认，随附的文件成为新版本，记下谁和为什么，以后随系统升级")
    void restored(String userId, String group) throws Exception {
        deployByHand(shipped() + "\n");
        assertThat(page(userId, group, "/admin/models"))
                .contains("恢复随附版本", "确认恢复", "action=\"/admin/models/form/verifyObjection/restoration\"");
        portal.as(userId, group)
                .perform(restoration("verifyObjection", "2", " 文字有误 "))
                .andExpect(redirectedUrl("/admin/models"));
        assertThat(page(userId, group, "/admin/models"))
                .contains(RESTORED + "文字有误", "部署人：" + userId, "第3版", "现在运行的都是随系统附带的版本。")
                .doesNotContain("确认恢复");
    }

    @Test
    @DisplayName("没有理由、理由过长、别人刚部署了新版本、本来就是随附版本：不恢复，说明原因")
    void notRestored() throws Exception {
        deployByHand(shipped() + "\n");
        for (String reason : new String[] {null, "", "   ", "长".repeat(201)}) {
            refused(restoration("verifyObjection", "2", reason), 400, "理由");
        }
        refused(restoration("verifyObjection", "1", "理由"), 409, "刚刚有人部署了新的版本");
        refused(restoration("ruleObjection", "1", "理由"), 400, "现在运行的就是随附版本");
        portal.as("admin", "camunda-admin")
                .perform(restoration("none", "1", "理由"))
                .andExpect(status().isNotFound());
        portal.as("leader", "province-leader")
                .perform(restoration("verifyObjection", "2", "理由"))
                .andExpect(status().isForbidden());
        assertThat(page("policy", "policy-owner", "/admin/models")).contains("有1项由人工部署", "第2版");
    }

    private void refused(MockHttpServletRequestBuilder request, int status, String because) throws Exception {
        String page = portal.as("policy", "policy-owner")
                .perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("没有恢复，什么都没有改变", because);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/models/form/none",
                "/admin/models/table/vetoConditions",
                "/admin/models/process/vetoConditions"
            })
    @DisplayName("没有这样的模型：404")
    void unknown(String path) throws Exception {
        portal.as("admin", "camunda-admin").perform(get(path)).andExpect(status().isNotFound());
    }
}
