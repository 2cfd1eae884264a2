package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.smecluster.assessment.IncidentLevel.GENERAL;
import static org.smecluster.assessment.IncidentLevel.LARGE;
import static org.smecluster.assessment.IncidentType.POLLUTION;
import static org.smecluster.assessment.IncidentType.SAFETY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.casework.Cases;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.incident.RegisteredIncidents;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.Incidents;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("事故登记的页面：市级登记本市的，县级和园区看本单位集群的，自治区看全部")
class IncidentPagesTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private IncidentRegister register;

    @Autowired
    private RegisteredIncidents entries;

    @Autowired
    private Cases cases;

    private PortalFixture portal;
    private String cluster;
    private String code;

    /** 平罗县's cluster, recognised on the application whose workbook lists the enterprise. */
    @BeforeEach
    void aCluster() {
        portal = new PortalFixture(context);
        var application = portal.submitted();
        code = PortalFixture.sample()
                .workbook()
                .enterprises()
                .get(0)
                .creditCode()
                .value();
        cluster = registry.register(new Recognition(
                        application.caseNumber(),
                        application.clusterName(),
                        application.leadingIndustry(),
                        "640221",
                        "6402",
                        "county-640221",
                        PortalFixture.TODAY,
                        "宁工信企发〔2026〕30号"))
                .clusterNumber();
    }

    private MockMvc as(Desks.Clerk clerk) {
        return portal.as(clerk.user(), clerk.group());
    }

    private MockHttpServletRequestBuilder filled(String level, String chosen) {
        MockHttpServletRequestBuilder request = post("/incidents")
                .param("type", "SAFETY")
                .param("level", level)
                .param("occurredOn", "2026-03-10")
                .param("enterpriseName", "平罗某化工有限公司")
                .param("enterpriseCode", code)
                .param("source", "石应急通报〔2026〕7号");
        return chosen == null ? request : request.param("cluster", chosen);
    }

    @Test
    @DisplayName("按信用代码提示所在集群，由登记人选定；登记后立案由人查实；重复的不登记")
    void entered() throws Exception {
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/new"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("数据中列有该企业"))));
        as(Desks.SHIZUISHAN)
                .perform(post("/incidents").param("lookUp", "true").param("enterpriseCode", code))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已提交的数据中，列有该企业的集群")))
                .andExpect(content().string(containsString("value=\"" + cluster + "\" selected")));
        as(Desks.SHIZUISHAN)
                .perform(post("/incidents").param("lookUp", "true").param("enterpriseCode", "91640000000000000X"))
                .andExpect(content().string(containsString("统一社会信用代码不正确")));
        as(Desks.SHIZUISHAN)
                .perform(filled("LARGE", null))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请选择这一情形计入哪个集群")))
                .andExpect(content().string(containsString("石应急通报〔2026〕7号")));
        as(Desks.SHIZUISHAN).perform(filled("LARGE", cluster)).andExpect(redirectedUrl("/incidents/1"));
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
        as(Desks.OFFICER)
                .perform(filled("GENERAL", "NONE").param("city", "city-6402"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("事故登记第1号")));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/1"))
                .andExpect(content().string(containsString("属于所列情形")))
                .andExpect(content().string(containsString("撤回登记")));
    }

    @Test
    @DisplayName("违法违规可以登记：写明第十条没有列出、由人判断，不要求等级；成为线索，不因此否决")
    void illegality() throws Exception {
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/new"))
                .andExpect(content().string(containsString("value=\"ILLEGALITY\">违法违规</option>")));
        as(Desks.SHIZUISHAN)
                .perform(post("/incidents")
                        .param("type", "ILLEGALITY")
                        .param("level", "")
                        .param("occurredOn", "2026-03-10")
                        .param("enterpriseName", "平罗某化工有限公司")
                        .param("source", "平市监罚〔2026〕7号")
                        .param("cluster", cluster))
                .andExpect(redirectedUrl("/incidents/1"));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/1"))
                .andExpect(content().string(containsString("违法违规")))
                .andExpect(content().string(containsString("第十条没有列出违法违规")))
                .andExpect(content().string(not(containsString("等级未注明，是否属于"))));
        assertThat(entries.find(1).orElseThrow().vetoed()).isNull();
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    private RegisteredIncident elsewhere() {
        return register.enter(
                new NewIncident(
                        new Incident(POLLUTION, GENERAL, LocalDate.of(2025, 9, 1), null, "中宁某公司", "通报"),
                        null,
                        "city-6405"),
                Incidents.OFFICER);
    }

    @Test
    @DisplayName("列表、登记和打印都在各自的辖区之内；专家、政策负责人不能看；县级和审定人员不能登记")
    void scope() throws Exception {
        Incidents.entered(register, cluster, SAFETY, GENERAL, LocalDate.of(2026, 3, 1));
        elsewhere();
        for (Desks.Clerk own : List.of(Desks.PINGLUO, Desks.SHIZUISHAN)) {
            for (String list : List.of("/incidents", "/incidents/print")) {
                as(own).perform(get(list))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("第1号")))
                        .andExpect(content().string(not(containsString("中宁某公司"))));
            }
            as(own).perform(get("/incidents/1")).andExpect(status().isOk());
            as(own).perform(get("/incidents/2")).andExpect(status().isNotFound());
        }
        assertThat(portal.exported(PortalFixture.OFFICER, "/incidents/export")).contains("中宁某公司", "登记号");
        assertThat(portal.exported(PortalFixture.CITY, "/incidents/export"))
                .contains("登记号", "有效")
                .doesNotContain("中宁某公司");
        as(Desks.ZHONGNING).perform(get("/incidents")).andExpect(content().string(containsString("您的管辖范围内还没有登记")));
        as(Desks.ZHONGWEI).perform(get("/incidents")).andExpect(content().string(containsString("中宁某公司")));
        as(Desks.LEADER)
                .perform(get("/incidents"))
                .andExpect(content().string(containsString("中宁某公司")))
                .andExpect(content().string(not(containsString("登记一项"))));
        for (MockMvc outsider : List.of(portal.as(PortalFixture.EXPERT), portal.as("policy", "policy-owner"))) {
            outsider.perform(get("/incidents")).andExpect(status().isForbidden());
            outsider.perform(get("/incidents/print")).andExpect(status().isForbidden());
            outsider.perform(get("/incidents/export")).andExpect(status().isForbidden());
            outsider.perform(get("/incidents/1")).andExpect(status().isNotFound());
        }
        for (Desks.Clerk reader : List.of(Desks.PINGLUO, Desks.LEADER)) {
            as(reader).perform(get("/incidents/new")).andExpect(status().isForbidden());
            as(reader).perform(filled("LARGE", cluster)).andExpect(status().isForbidden());
        }
        as(Desks.ZHONGWEI)
                .perform(filled("LARGE", cluster))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("本市没有编号为")));
        assertThat(entries.ofCluster(cluster)).hasSize(1);
    }

    @Test
    @DisplayName("按市、类型、年份、状态筛选并分页；读不懂的筛选条件当作没有")
    void filtered() throws Exception {
        for (int day = 1; day <= 31; day++) {
            Incidents.entered(register, cluster, SAFETY, GENERAL, LocalDate.of(2026, 1, day));
        }
        RegisteredIncident other = elsewhere();
        register.takeBack(other.id(), "误登", Incidents.OFFICER);
        MockMvc officer = as(Desks.OFFICER);
        officer.perform(get("/incidents"))
                .andExpect(content().string(containsString("共32项，第1/2页")))
                .andExpect(content().string(not(containsString("中宁某公司"))));
        officer.perform(get("/incidents").param("page", "2"))
                .andExpect(content().string(containsString("中宁某公司")));
        for (String[] only : List.of(
                new String[] {"city", "city-6405"},
                new String[] {"type", "POLLUTION"},
                new String[] {"year", "2025"},
                new String[] {"state", "WITHDRAWN"})) {
            officer.perform(get("/incidents").param(only[0], only[1]))
                    .andExpect(content().string(containsString("共1项，第1/1页")))
                    .andExpect(content().string(containsString("中宁某公司")));
        }
        officer.perform(get("/incidents").param("type", "POLLUTION").param("year", "2026"))
                .andExpect(content().string(containsString("没有符合筛选条件的登记")));
        officer.perform(get("/incidents").param("type", "x").param("year", "y").param("state", "z"))
                .andExpect(content().string(containsString("共32项")));
        officer.perform(get("/incidents/print").param("state", "WITHDRAWN"))
                .andExpect(content().string(containsString("撤回：误登")))
                .andExpect(content().string(containsString("共1项")));
    }

    @Test
    @DisplayName("更正：原内容已填好，改正后写明理由；填错的保留已填内容；原登记和新登记互相指明；别市的看不到")
    void corrected() throws Exception {
        as(Desks.SHIZUISHAN).perform(filled("GENERAL", cluster)).andExpect(redirectedUrl("/incidents/1"));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/1"))
                .andExpect(content().string(containsString("/incidents/new?replaces=1")));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/new").param("replaces", "1"))
                .andExpect(content().string(containsString("更正事故登记第1号")))
                .andExpect(content().string(containsString("value=\"2026-03-10\"")))
                .andExpect(content().string(containsString("value=\"" + cluster + "\" selected")))
                .andExpect(content().string(containsString("石应急通报〔2026〕7号")));
        as(Desks.ZHONGWEI).perform(get("/incidents/new").param("replaces", "1")).andExpect(status().isNotFound());
        as(Desks.SHIZUISHAN)
                .perform(filled("LARGE", cluster).param("replaces", "1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明更正理由")))
                .andExpect(content().string(containsString("更正事故登记第1号")));
        as(Desks.SHIZUISHAN)
                .perform(filled("LARGE", cluster).param("replaces", "1").param("reason", "调查报告认定为较大"))
                .andExpect(redirectedUrl("/incidents/2"));
        as(Desks.PINGLUO)
                .perform(get("/incidents/2"))
                .andExpect(content().string(containsString("代替事故登记第1号")))
                .andExpect(content().string(not(containsString("更正登记"))));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/1"))
                .andExpect(content().string(containsString("更正，不再计入评估。理由：调查报告认定为较大")))
                .andExpect(content().string(containsString("更正后的登记：第2号")));
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("撤回要写理由并确认，只有登记人和自治区可以；撤回后留有痕迹")
    void takenBack() throws Exception {
        RegisteredIncident entry = register.enter(
                new NewIncident(
                        new Incident(SAFETY, LARGE, LocalDate.of(2026, 3, 1), null, "某公司", "通报"), cluster, null),
                new Account("city-shizuishan-2", "杨晓红", List.of("city-6402")));
        String withdrawal = "/incidents/" + entry.id() + "/withdrawal";
        as(Desks.OFFICER)
                .perform(post(withdrawal).param("reason", "误登"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请勾选确认")))
                .andExpect(content().string(containsString(">误登</textarea>")));
        as(Desks.SHIZUISHAN)
                .perform(post(withdrawal).param("reason", "误登").param("sure", "true"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("只有登记人和自治区经办人员可以撤回")));
        as(Desks.PINGLUO)
                .perform(post(withdrawal).param("reason", "误登").param("sure", "true"))
                .andExpect(status().isBadRequest());
        as(Desks.ZHONGWEI)
                .perform(post(withdrawal).param("reason", "误登").param("sure", "true"))
                .andExpect(status().isNotFound());
        assertThat(entries.find(entry.id()).orElseThrow().stands()).isTrue();

        as(Desks.OFFICER)
                .perform(post(withdrawal).param("reason", "误登").param("sure", "true"))
                .andExpect(redirectedUrl("/incidents/" + entry.id()));
        as(Desks.SHIZUISHAN)
                .perform(get("/incidents/" + entry.id()))
                .andExpect(content().string(containsString("撤回，不再计入评估。理由：误登")))
                .andExpect(content().string(not(containsString("我确认撤回"))));
    }
}
