package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.ModelsRefused;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.draft.Submissions;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("比较两个版本的页面")
class ModelComparisonPagesTest {

    private static final Account POLICY = new Account("policy", "田思源", List.of("policy-owner"));
    private static final String FORM = "forms/publicnotice/verifyObjection.form";
    private static final String CONDITIONS = "processes/recognition/basicConditions.dmn";
    private static final String PAGE = "/admin/models/form/verifyObjection/comparison";

    @Autowired
    LiveModels models;

    @Autowired
    Submissions submissions;

    @Autowired
    Drafts drafts;

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(String path) throws Exception {
        return portal.as(POLICY)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String shipped(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    private static ModelSource source(String file, String text) {
        return new ModelSource(file.substring(file.lastIndexOf('/') + 1), text.getBytes(StandardCharsets.UTF_8));
    }

    private void deploy(String file, String text) {
        models.deploy("调整", List.of(source(file, text)), false, POLICY);
    }

    /** Below the Measures, so that it is refused and kept to be looked at. */
    private ModelDraft refusedDraft(String file, String text) {
        assertThat(submissions.submit("草拟", POLICY, List.of(source(file, text)), models.all()))
                .isInstanceOf(ModelsRefused.class);
        return drafts.all().get(0);
    }

    @Test
    @DisplayName("从模型列表点进来；只有一个版本时与自己相同")
    void fromTheList() throws Exception {
        assertThat(page("/admin/models")).contains("href=\"" + PAGE + "\"", "比较版本");
        assertThat(page(PAGE)).contains("两个版本完全相同", "第1版").doesNotContain("程序附带的版本");
    }

    @Test
    @DisplayName("两个已部署的版本：默认比较最新的两个；说明改了什么，栏目左右对照；反过来比也行")
    void twoVersions() throws Exception {
        String text = shipped(FORM);
        deploy(FORM, text.replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"核实的情况\""));
        String page = page(PAGE);
        assertThat(page)
                .contains("栏目「核实的情况」", "名称由“", "改为“核实的情况”", "改动1处", "compare-row-changed", "程序附带的版本，没有运行")
                .contains("href=\"#field-");
        assertThat(page).contains("value=\"1\" selected=\"selected\"", "value=\"2\" selected=\"selected\"");
        assertThat(page(PAGE + "?before=2&after=1")).contains("由“核实的情况”改为“");
        assertThat(page(PAGE + "?before=shipped&after=2")).contains("程序附带的版本", "改为“核实的情况”");
        assertThat(page("/admin/models/form/verifyObjection")).contains(PAGE + "?before=shipped&amp;after=2");
    }

    @Test
    @DisplayName("草稿与现行版本：从草稿页点进来，决策表指到那一格；只有改动的那一张有标记")
    void aDraft() throws Exception {
        ModelDraft draft =
                refusedDraft(CONDITIONS, shipped(CONDITIONS).replace("<text>&gt;= 20</text>", "<text>&gt;= 15</text>"));
        String link = "/admin/models/decision/basicConditions/comparison?after=" + draft.number();
        assertThat(page("/admin/drafts/" + draft.id())).contains("href=\"" + link + "\"", "与现行版本比较");
        assertThat(page(link))
                .contains("草稿" + draft.number(), "田思源", "href=\"" + draft.page() + "\"")
                .contains("「近三年最低年产值（亿元）」由“&gt;= 20”改为“&gt;= 15”")
                .contains("data-decision=\"coreCompetitiveness\"")
                .contains("data-elements=\"coreCompetitiveness_minAnnualOutput_met_in_minAnnualOutput\"")
                .contains("dmn-navigated-viewer.production.min.js", "<noscript>");
        assertThat(page("/admin/models/decision/basicConditions/comparison"))
                .as("what was refused is offered, and not compared first")
                .contains("value=\"" + draft.number() + "\">")
                .contains("两个版本完全相同");
    }

    @Test
    @DisplayName("流程：画图的文件按版本取，只作下载")
    void aProcess() throws Exception {
        String page = page("/admin/models/process/renewalReview/comparison");
        assertThat(page)
                .contains("比较两个版本：流程“期满复核”", "bpmn-navigated-viewer.production.min.js")
                .contains("data-diagram=\"/admin/models/process/renewalReview/versions/1\"");
        portal.as(POLICY)
                .perform(get("/admin/models/process/renewalReview/versions/1"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/models/form/none/comparison",
                "/admin/models/nothing/verifyObjection/comparison",
                PAGE + "?before=99",
                PAGE + "?after=NXMX-99999",
                PAGE + "?after=x",
                "/admin/models/form/verifyObjection/versions/99",
                "/admin/models/form/verifyObjection/versions/NXMX-1"
            })
    @DisplayName("没有的版本，没有的模型：404")
    void nothingThere(String path) throws Exception {
        portal.as(POLICY).perform(get(java.net.URI.create(path))).andExpect(status().isNotFound());
    }
}
