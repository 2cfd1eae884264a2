package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.FormRejected;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PoolAdmission;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("发起：可以选的由系统列出，服务器按同一份清单把关；第一项任务归发起人")
class StartPagesTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Desks desks;

    private PortalFixture portal;

    @BeforeEach
    void today() {
        portal = new PortalFixture(context);
    }

    private String inPool(String unit, String name) {
        return registry.admit(new PoolAdmission(
                        "NXJQ-2026-PY-" + name.hashCode() % 10000,
                        null,
                        name,
                        "冶金",
                        unit.substring(7),
                        unit.substring(7, 11),
                        unit,
                        PortalFixture.TODAY))
                .clusterNumber();
    }

    private ResultActions start(MockMvc browser, String process, Map<String, Object> values) throws Exception {
        return browser.perform(post("/start/" + process)
                .contentType(MediaType.APPLICATION_JSON)
                .content(new ObjectMapper().writeValueAsString(values)));
    }

    private static Map<String, Object> application(String pool) {
        Map<String, Object> form = new HashMap<>();
        form.put("crossCounty", "false");
        form.put("designatedByCity", false);
        form.put("poolClusterNumber", pool);
        if (pool == null) {
            form.put("clusterName", "平罗县精细化工产业集群");
            form.put("leadingIndustry", "精细化工");
        }
        return form;
    }

    @Test
    @DisplayName("申报期内列出申报和剩余天数；没有批次时归入暂不能发起，写明第十三条")
    void listsWhatCanBeBegun() throws Exception {
        MockMvc county = portal.as(PortalFixture.APPLICANT);
        county.perform(get("/start"))
                .andExpect(content().string(not(containsString("/start/clusterRecognition"))))
                .andExpect(content().string(containsString("不能发起申报（第十三条）")))
                .andExpect(content().string(containsString("/start/cultivationAdmission")));
        portal.openBatch();
        county.perform(get("/start"))
                .andExpect(content().string(containsString("/start/clusterRecognition")))
                .andExpect(content().string(containsString("还剩45天，4月30日 24:00截止")));
    }

    @Test
    @DisplayName("谁发起谁的：别的角色、不存在的流程、未登录都打不开，也提交不了")
    void others() throws Exception {
        portal.openBatch();
        for (MockMvc other : List.of(
                portal.as(PortalFixture.CITY),
                portal.as(PortalFixture.OFFICER),
                portal.as(PortalFixture.EXPERT),
                portal.as("policy", "policy-owner"))) {
            other.perform(get("/start/clusterRecognition")).andExpect(status().isNotFound());
            start(other, "clusterRecognition", application(null)).andExpect(status().isNotFound());
        }
        portal.as(PortalFixture.EXPERT).perform(get("/start")).andExpect(status().isNotFound());
        portal.as(PortalFixture.APPLICANT).perform(get("/start/nothing")).andExpect(status().isNotFound());
        portal.anonymous().perform(get("/start/clusterRecognition")).andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("发起后有案号，第一项任务已由本人认领，页面写明轮到谁、最迟哪天；别的单位看不到")
    void startsAndClaims() throws Exception {
        portal.openBatch();
        MockMvc county = portal.as(PortalFixture.APPLICANT);
        String answer = start(county, "clusterRecognition", application(null))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = new ObjectMapper().readTree(answer).path("next").asText();
        String number = next.substring(next.lastIndexOf('/') + 1);

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getAssignee())
                .isEqualTo("pingluo");
        county.perform(get(next))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("本人")))
                .andExpect(content().string(containsString("填报数据与声明")))
                .andExpect(content().string(containsString("4月30日 24:00")));
        portal.as("zhongning", "county-640521").perform(get(next)).andExpect(status().isNotFound());
        county.perform(get("/start/clusterRecognition/NXJQ-2026-RD-99999")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("没有填好的，逐项说明在哪一栏；不是表单的内容不收")
    void refusedAtTheField() throws Exception {
        portal.openBatch();
        MockMvc county = portal.as(PortalFixture.APPLICANT);
        Map<String, Object> empty = application(null);
        empty.put("clusterName", "");
        start(county, "clusterRecognition", empty)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field", is("clusterName")))
                .andExpect(jsonPath("$.faults[0].sentence", is("“集群名称”为必填项，请填写")));
        empty.put("assignee", "leader");
        start(county, "clusterRecognition", empty).andExpect(status().isBadRequest());
        county.perform(post("/start/clusterRecognition")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].sentence", containsString("无法读取")));
    }

    @Test
    @DisplayName("第六条：只列出本单位在库的集群；别单位的、不在申报期的，服务器在那一栏拒绝")
    void chosenNotTyped() throws Exception {
        String own = inPool("county-640221", "平罗冶金集群");
        String other = inPool("county-640521", "中宁枸杞集群");
        MockMvc county = portal.as(PortalFixture.APPLICANT);
        start(county, "clusterRecognition", application(own))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field", is("poolClusterNumber")))
                .andExpect(jsonPath("$.faults[0].sentence", containsString("第十三条")));
        portal.openBatch();
        county.perform(get("/start/clusterRecognition"))
                .andExpect(content().string(containsString(own)))
                .andExpect(content().string(not(containsString(other))));
        county.perform(get("/start/clusterRecognition?cluster=" + other))
                .andExpect(content().string(containsString("不在可以选择的范围内")))
                .andExpect(content().string(not(containsString("id=\"start-form\""))));
        start(county, "clusterRecognition", application(other))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field", is("poolClusterNumber")))
                .andExpect(jsonPath("$.faults[0].sentence", containsString("不在可以选择的范围内")));
        start(county, "clusterRecognition", application(own)).andExpect(status().isOk());
        start(county, "clusterRecognition", application(own))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].sentence", containsString("已在申报")));
    }

    @Test
    @DisplayName("政策人员把编号一栏改成下拉、选项取自 startChoices 的，照样能用；从别的入口提交清单以外的，服务器拒绝")
    void aFormThatThePolicyOwnerChanged() throws Exception {
        portal.openBatch();
        String own = inPool("county-640221", "平罗冶金集群");
        String other = inPool("county-640521", "中宁枸杞集群");
        ObjectMapper json = new ObjectMapper();
        ObjectNode changed = (ObjectNode)
                json.readTree(Path.of("forms/recognition/startRecognition.form").toFile());
        for (JsonNode component : changed.path("components")) {
            if (component.path("key").asText().equals("poolClusterNumber")) {
                ((ObjectNode) component)
                        .put("type", "select")
                        .put("valuesKey", "startChoices")
                        .without(List.of("validate", "properties"));
            }
        }
        Deployment deployed = repository
                .createDeployment()
                .addString("forms/recognition/startRecognition.form", changed.toString())
                .deploy();
        try {
            portal.as(PortalFixture.APPLICANT)
                    .perform(get("/start/clusterRecognition"))
                    .andExpect(content().string(containsString("startChoices")));
            assertThat(catchThrowable(
                            () -> desks.start(PortalFixture.APPLICANT, "clusterRecognition", application(other))))
                    .isInstanceOf(FormRejected.class)
                    .hasMessageContaining("没有“" + other + "”这一选项");
            assertThat(desks.start(PortalFixture.APPLICANT, "clusterRecognition", application(own)))
                    .isNotNull();
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    @DisplayName("集群页列出本单位从这个集群能发起的；别的单位没有")
    void fromTheClusterPage() throws Exception {
        portal.openBatch();
        String own = inPool("county-640221", "平罗冶金集群");
        portal.as(PortalFixture.APPLICANT)
                .perform(get("/clusters/" + own))
                .andExpect(content().string(containsString("/start/clusterRecognition?cluster=" + own)));
        portal.as(PortalFixture.OFFICER)
                .perform(get("/clusters/" + own))
                .andExpect(content().string(not(containsString("/start/clusterRecognition"))));
        registry.leavePool(own, LocalDate.of(2026, 3, 16), "不再培育", "NXJQ-2026-PY-00001");
        portal.as(PortalFixture.APPLICANT)
                .perform(get("/clusters/" + own))
                .andExpect(content().string(not(containsString("/start/clusterRecognition?"))));
    }
}
