package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("试走流程的页面：怎样填就走到哪里，什么都不保存")
class WalkPagesTest {

    private static final Account POLICY = new Account("policy", "田思源", List.of("policy-owner"));
    private static final String PAGE = "/admin/walks/changeFiling";
    private static final String PROCESS = "processes/change/changeFiling.bpmn";
    private static final String FORM = "forms/change/startChangeFiling.form";

    private static final Map<String, Object> FILLED = Map.of(
            "clusterNumber", "NXJQ-640221-0001",
            "changeKind", "OTHER",
            "affectsConditions", "true",
            "changedOn", "2026-03-02",
            "newValue", "改为高端装备制造产业",
            "description", "按产业规划调整主导产业");

    @Autowired
    Drafts drafts;

    @Autowired
    private WebApplicationContext context;

    private final ObjectMapper json = new ObjectMapper();
    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(String path) throws Exception {
        return portal.as(POLICY)
                .perform(get(URI.create(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** @return where it goes on, or the sentences */
    private String filled(int status, String version, String steps, int place, Map<String, Object> values)
            throws Exception {
        String answer = portal.as(POLICY)
                .perform(post(PAGE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(
                                Map.of("version", version, "steps", steps, "place", place, "values", values))))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Map<?, ?> read = json.readValue(answer, Map.class);
        return read.get("next") == null ? read.get("faults").toString() : (String) read.get("next");
    }

    private static String steps(String address) {
        return URLDecoder.decode(
                address.substring(address.indexOf("steps=") + "steps=".length()), StandardCharsets.UTF_8);
    }

    private static String shipped(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Past the guard, which takes its time and is tested elsewhere. */
    private ModelDraft draft(ModelDraft.State state, String file, String text) {
        ModelDraft draft = drafts.add(
                        ModelDraft.Kind.ORDINARY,
                        state,
                        Integer.toHexString(text.hashCode()),
                        "调整",
                        POLICY,
                        Instant.now(),
                        List.of(new ModelSource(
                                file.substring(file.lastIndexOf('/') + 1), text.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow();
        drafts.judged(draft.id(), Instant.now(), List.of(), List.of());
        return draft;
    }

    @Test
    @DisplayName("从模型列表点进来；开始的表单、每种情况走到哪里、位置都在页上；没有案件的内容")
    void fromTheList() throws Exception {
        assertThat(page("/admin/models")).contains("href=\"" + PAGE + "\"", "试走");
        assertThat(page(PAGE))
                .contains("试走：重大变动备案", "怎样开始", "「变动已填报」", "「核对并提交备案」", "data-walk-form")
                .contains("data-diagram=\"/admin/models/process/changeFiling/versions/1\"")
                .contains("data-current=\"event_changeReported\"");
    }

    @Test
    @DisplayName("填写后往下走：决策表真正计算，程序不运行；能退回；没有案件产生")
    void goesOn() throws Exception {
        String next = filled(200, "", "", 0, FILLED);
        String page = page(next);
        assertThat(page)
                .contains("变动事项：其他变动", "「判定是否重大变动」", "是否重大：重大变动", "「计算备案期限」")
                .contains("「核对并提交备案」", "下一步：撤回（误报）", "「备案已撤回」、流程结束", "期限届满", "「期满未提交」")
                .contains("退回一步", "data-current=\"task_confirmFiling\"");
        assertThat(next).as("what decides nothing is not in the address").doesNotContain("640221");
        String end = filled(200, "", steps(next), 0, Map.of("filingStep", "WITHDRAW", "explanation", "误报，予以撤回"));
        assertThat(page(end)).contains("流程结束：「备案已撤回」。", "条件成立：“下一步”为“撤回（误报）”");
        assertThat(page("/admin/models")).doesNotContain("NXJQ-2026");
    }

    @Test
    @DisplayName("表单和办理时一样检查：必填的、隐藏的、没有的选项")
    void theFormIsChecked() throws Exception {
        assertThat(filled(400, "", "", 0, Map.of("changeKind", "OTHER")))
                .contains("集群编号", "为必填项")
                .doesNotContain("“变动事项”");
        assertThat(filled(400, "", "", 0, Map.of("changeKind", "NONE"))).contains("没有“NONE”这一选项");
        assertThat(filled(400, "", "", 0, Map.of("foreign", "x"))).contains("表单没有“foreign”这一项");
        assertThat(filled(409, "", "", 7, FILLED)).contains("走不到这一步");
        assertThat(filled(409, "", "task_registerChange:0", 0, FILLED)).contains("走不到这一步");
    }

    @Test
    @DisplayName("草稿改了条件：同样的填写走到别处，并说明现行版本走到哪里；页面从草稿点进来")
    void aDraftLeadsElsewhere() throws Exception {
        ModelDraft draft = draft(
                ModelDraft.State.OPEN,
                PROCESS,
                shipped(PROCESS).replace("${filingStep == 'WITHDRAW'}", "${filingStep == 'SUBMIT'}"));
        String walk = PAGE + "?version=" + draft.number();
        assertThat(page("/admin/drafts/" + draft.id())).contains("href=\"" + walk + "\"", "试走“重大变动备案”");
        String next = filled(200, draft.number(), "", 0, FILLED);
        assertThat(page(next))
                .contains("草稿" + draft.number() + "“调整”", "同样填写，在现行版本里走")
                .contains("现行版本：走到「市级审核转报」", "现行版本：走到「备案已撤回」、流程结束")
                .contains("data-diagram=\"/admin/models/process/changeFiling/versions/" + draft.number() + "\"");
        String end =
                filled(200, draft.number(), steps(next), 0, Map.of("filingStep", "SUBMIT", "newValue", "改为高端装备制造产业"));
        assertThat(page(end)).contains("流程结束：「备案已撤回」。", "同样填写，现行版本走到「市级审核转报」");
        assertThat(page(PAGE + "?steps=" + end.substring(end.indexOf("steps=") + 6)))
                .contains("现行版本", "「市级审核转报」")
                .doesNotContain("流程结束：");
    }

    @Test
    @DisplayName("草稿只改表单的，也能试走用它的流程；表单中的文字只作文字")
    void aDraftOfAForm() throws Exception {
        ModelDraft draft = draft(
                ModelDraft.State.OPEN,
                FORM,
                shipped(FORM).replace("\"label\": \"变动后的情况\"", "\"label\": \"<img src=x onerror=alert(1)>\""));
        String walk = PAGE + "?version=" + draft.number();
        assertThat(page("/admin/drafts/" + draft.id())).contains("href=\"" + walk + "\"");
        assertThat(page(walk)).doesNotContain("<img src=x").contains("&lt;img src=x onerror");
    }

    @Test
    @DisplayName("流程没有通过检查的草稿可以走，看它会怎样；含有不能用的内容的不能走")
    void whatIsRefused() throws Exception {
        ModelDraft unlawful = draft(
                ModelDraft.State.REFUSED,
                PROCESS,
                shipped(PROCESS).replace("${filingForwarded}", "${!filingForwarded}"));
        assertThat(page("/admin/drafts/" + unlawful.id())).contains(PAGE + "?version=" + unlawful.number());
        assertThat(page(PAGE + "?version=" + unlawful.number())).contains("「变动已填报」");
        ModelDraft closed = draft(
                ModelDraft.State.REFUSED,
                PROCESS,
                shipped(PROCESS)
                        .replace(
                                "camunda:delegateExpression=\"${countFilingPeriodDelegate}\"",
                                "camunda:class=\"java.lang.Thread\""));
        assertThat(page("/admin/drafts/" + closed.id())).doesNotContain("/admin/walks/");
        portal.as(POLICY).perform(get(PAGE + "?version=" + closed.number())).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "event_changeReported:0~x",
                "event_changeReported:0~eyJ2IjoxfQ!*a:1",
                "task_confirmFiling:9999",
                "*event_changeReported:0",
                "%3Cscript%3E:0",
                "!!!!",
                "event_changeReported:0~bm90IGpzb24"
            })
    @DisplayName("读不懂的步骤：从走得到的地方重新走，不出错")
    void brokenSteps(String steps) throws Exception {
        assertThat(page(PAGE + "?steps=" + steps)).contains("后面的步骤在这个版本里走不到").doesNotContain("<script>:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/walks/none", PAGE + "?version=99", PAGE + "?version=NXMX-99999", PAGE + "?version=x"})
    @DisplayName("没有的流程，没有的版本：404")
    void nothingThere(String path) throws Exception {
        portal.as(POLICY).perform(get(path)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("只有政策人员和系统管理员能试走")
    void onlyPolicyOwners() throws Exception {
        portal.as(PortalFixture.OFFICER).perform(get(PAGE)).andExpect(status().isForbidden());
        portal.as(PortalFixture.APPLICANT)
                .perform(post(PAGE).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isForbidden());
        portal.as(POLICY)
                .perform(post(PAGE).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isBadRequest());
    }
}
