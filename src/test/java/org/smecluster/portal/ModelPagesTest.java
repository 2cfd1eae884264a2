package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("模型页面")
class ModelPagesTest {

    private static final String DEPLOYMENT = "页面测试";
    private static final String FORM = "forms/publicnotice/verifyObjection.form";
    private static final String DIFFERENCES = "/admin/models/form/verifyObjection";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private RepositoryService repository;

    @LocalServerPort
    private int port;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    @AfterEach
    void asShipped() {
        for (Deployment deployment :
                repository.createDeploymentQuery().deploymentName(DEPLOYMENT).list()) {
            repository.deleteDeployment(deployment.getId(), true);
        }
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
        assertThat(RestCall.as("policy", port)
                        .deploy(DEPLOYMENT, "verifyObjection.form", text)
                        .statusCode())
                .isEqualTo(200);
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
        assertThat(page(userId, group, "/")).contains("href=\"/admin/models\"", "查看流程、决策表和表单的运行版本");
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
