package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.opendata.OpenData;
import org.smecluster.opendata.OpenDataChange;
import org.smecluster.opendata.OpenDataField;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("开放数据：字段由审定人员批准，默认是公示的各项；更正和移除记录在案")
class OpenDataPagesTest {

    private static final Account LEADER = new Account("leader-1", "白志强", List.of("province-leader"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private OpenData data;

    private PortalFixture portal;

    @BeforeEach
    void today() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2028, 3, 4));
    }

    private String recognised(String number, String name) {
        return registry.register(new Recognition(
                        "NXJQ-2027-RD-" + number,
                        name,
                        "碳基材料",
                        "640221",
                        "6402",
                        "county-640221",
                        LocalDate.of(2027, 7, 1),
                        "宁工信企发〔2027〕30号"))
                .clusterNumber();
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        var who = account == null ? portal.anonymous() : portal.as(account);
        MockHttpServletResponse response = who.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(answer(null, get("/public/open-data/" + path)).getContentAsString());
    }

    @Test
    @DisplayName("没有集群时说明；默认字段、表头和说明一致；公式不起作用")
    void ofTheNotice() throws Exception {
        assertThat(answer(null, get("/public/open-data")).getContentAsString()).contains("名单上还没有集群", "还没有更正和移除");
        recognised("00001", "=平罗碳基材料集群");
        String csv = answer(null, get("/public/open-data/clusters.csv")).getContentAsString();
        assertThat(csv.replace("\uFEFF", "").lines())
                .containsExactly(
                        "\"集群名称\",\"主导产业\",\"申报单位\",\"所在县（市、区）\",\"所在市\"",
                        "\"'=平罗碳基材料集群\",\"碳基材料\",\"平罗县\",\"平罗县\",\"石嘴山市\"");
        JsonNode clusters = json("clusters.json").get("clusters");
        JsonNode schema = json("schema.json");
        JsonNode properties = schema.at("/properties/clusters/items/properties");
        assertThat(clusters).singleElement().satisfies(cluster -> {
            assertThat(cluster.get("clusterName").asText()).isEqualTo("=平罗碳基材料集群");
            assertThat(cluster.has("clusterNumber")).isFalse();
            cluster.fieldNames()
                    .forEachRemaining(
                            name -> assertThat(properties.has(name)).as(name).isTrue());
        });
        assertThat(schema.at("/properties/clusters/items/additionalProperties").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("更正、移除、新增、字段调整各记一条，没有变化的不成为新的一次")
    void changes() throws Exception {
        String kept = recognised("00001", "平罗碳基材料集群");
        String gone = recognised("00002", "平罗精细化工集群");
        long first = data.release().id();
        assertThat(data.release().id()).isEqualTo(first);
        registry.record(kept, FactKind.LEADING_INDUSTRY, "新材料", LocalDate.of(2028, 2, 1), "NXJQ-2028-BG-00001");
        registry.revoke(gone, "NXJQ-2028-CX-00001", LocalDate.of(2028, 3, 1), "内部理由", "第十七条(二)", "宁工信企发〔2028〕9号");
        recognised("00003", "平罗新能源集群");
        assertThat(data.release().id()).isEqualTo(first + 1);
        assertThat(data.changes(0, 10))
                .extracting(OpenDataChange::kind, OpenDataChange::clusterName, OpenDataChange::what)
                .contains(
                        tuple(OpenDataChange.Kind.CORRECTED, "平罗碳基材料集群", "主导产业由“碳基材料”改为“新材料”"),
                        tuple(OpenDataChange.Kind.REMOVED, "平罗精细化工集群", "不在名单上：已撤销"),
                        tuple(OpenDataChange.Kind.ADDED, "平罗新能源集群", "列入名单"));
        answer(
                LEADER,
                post("/open-data")
                        .param("fields", "NAME", "NUMBER", "TERM_ENDS_ON")
                        .param("reason", "便于核验"));
        assertThat(json("clusters.json").get("clusters"))
                .allSatisfy(cluster ->
                        assertThat(cluster.get("clusterNumber").asText()).startsWith("NXJQ-"));
        assertThat(json("schema.json")
                        .at("/properties/clusters/items/properties/termEndsOn/format")
                        .asText())
                .isEqualTo("date");
        String page = answer(null, get("/public/open-data")).getContentAsString();
        assertThat(page)
                .contains("公布的字段改为：集群名称、集群编号、有效期至", "不在名单上：已撤销", "第" + (first + 2) + "次")
                .doesNotContain("内部理由", "NXJQ-2028-CX-00001");
        assertThat(data.countChanges()).isEqualTo(4);
    }

    @Test
    @DisplayName("字段只由审定人员批准，写明理由；名称必须公布，没有的字段不能选")
    void whoChooses() throws Exception {
        for (Account other : List.of(PortalFixture.OFFICER, PortalFixture.CITY, PortalFixture.APPLICANT)) {
            assertThat(answer(other, post("/open-data").param("fields", "NAME").param("reason", "x"))
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(answer(PortalFixture.CITY, get("/open-data")).getStatus()).isEqualTo(404);
        assertThat(answer(PortalFixture.OFFICER, get("/open-data")).getContentAsString())
                .contains("字段由自治区审定人员批准", "还没有另行批准")
                .doesNotContain("批准公布这些字段");
        assertThat(answer(LEADER, post("/open-data").param("fields", "CITY")).getContentAsString())
                .contains("集群名称必须公布", "请填写批准的理由");
        assertThat(answer(
                                LEADER,
                                post("/open-data")
                                        .param("fields", "NAME", "CONTACT")
                                        .param("reason", "x"))
                        .getContentAsString())
                .contains("没有“CONTACT”这个字段");
        assertThat(data.fields())
                .containsExactly(
                        OpenDataField.NAME,
                        OpenDataField.INDUSTRY,
                        OpenDataField.APPLICANT,
                        OpenDataField.COUNTY,
                        OpenDataField.CITY);
    }
}
