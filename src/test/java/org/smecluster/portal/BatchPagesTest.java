package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.paper.PaperFile;
import org.smecluster.paper.PaperService;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Written;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.BatchComparisons;
import org.smecluster.recognition.BatchState;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("批次、公示和名录")
class BatchPagesTest {

    @Autowired
    private ClusterRegistry registry;

    private static final String BATCH = "NXJQ-2026-PC-01";
    private static final Account LEADER = new Account("leader", "沈维民", List.of("province-leader"));

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
    }

    private String page(Account account, String path) throws Exception {
        return portal.as(account)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Application selecting() {
        Application application = portal.underExpertReview();
        portal.bean(Applications.class).enter(application.id(), ApplicationState.RE_REVIEWED, null);
        portal.bean(Batches.class).enter(application.batchId(), BatchState.SELECTING);
        return application;
    }

    private Notice published(String clusterName) {
        portal.openBatch();
        portal.bean(PublicLists.class)
                .draft(new PublicList(
                        BATCH,
                        "2026年度拟认定名单公示",
                        "宁工信中小企业发〔2026〕5号",
                        List.of(PublicListItem.of("NXJQ-2026-RD-00001", clusterName, "精细化工", "平罗县", "平罗县", "石嘴山市"))));
        return portal.bean(NoticeService.class).publish(BATCH, 5, null, "none");
    }

    @Test
    @DisplayName("批次概况：县、市、自治区可看，只数管辖范围内的；专家、策略人员和管理员看不到")
    void overview() throws Exception {
        portal.submitted();
        assertThat(page(PortalFixture.OFFICER, "/batches")).contains(BATCH, "受理申报和推荐", "<h1>", "lang=\"zh-CN\"");
        assertThat(page(PortalFixture.CITY, "/batches/" + BATCH)).contains("市级受理审查", "全部1件", "<h2>");
        assertThat(page(new Account("x", "x", List.of("county-640521")), "/batches/" + BATCH))
                .contains("本批次还没有申报");
        for (String group : List.of("expert", "policy-owner", "camunda-admin")) {
            portal.as("x", group).perform(get("/batches/" + BATCH)).andExpect(status().isNotFound());
            portal.as("x", group).perform(get("/batches")).andExpect(status().isForbidden());
            portal.as("x", group).perform(get("/clusters")).andExpect(status().isForbidden());
            portal.as("x", group).perform(get("/clusters/NXJQ-640221-0001")).andExpect(status().isNotFound());
        }
        portal.anonymous().perform(get("/batches/" + BATCH)).andExpect(redirectedUrlPattern("**/login"));
        portal.anonymous().perform(get("/clusters")).andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    @DisplayName("批次的文书：公示期内可出具公示，附名单和联系方式；公布通知到公布时才有；只有自治区看得到，经办人员出具")
    void papers() throws Exception {
        Notice notice = published("平罗县精细化工产业集群");
        String papers = "/batches/" + BATCH + "/papers";
        assertThat(page(LEADER, papers)).doesNotContain("出具公示");
        assertThat(page(PortalFixture.OFFICER, papers)).contains("出具公示", "成文日期：" + notice.publishedOn());
        byte[] docx = portal.as(PortalFixture.OFFICER)
                .perform(get(papers + "/PUBLIC_NOTICE/1/docx"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Written.text(Docx.read(docx)))
                .contains("2026年度拟认定名单公示", "平罗县精细化工产业集群", "共5个工作日")
                .as("the notice names nobody, and so does its text")
                .doesNotContain("联系电话");
        PaperFile file = PaperFile.ofBatch(BATCH, "2026年度认定批次", notice.publishedOn());
        String seen = PaperService.seen(portal.bean(PaperService.class)
                .drafts(file, PortalFixture.OFFICER)
                .get(0));
        portal.as(PortalFixture.OFFICER)
                .perform(post(papers + "/PUBLIC_NOTICE/1").param("seen", seen).param("sure", "true"))
                .andExpect(redirectedUrl(papers));
        assertThat(page(LEADER, papers)).contains("/batches/" + BATCH + "/issued-papers/1/pdf", "不编文号");
        for (String group : List.of("county-640221", "city-6402", "expert", "policy-owner")) {
            for (String address :
                    List.of(papers, papers + "/PUBLIC_NOTICE/1/docx", "/batches/" + BATCH + "/issued-papers/1/pdf")) {
                portal.as("x", group).perform(get(address)).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    @DisplayName("比较、选定和异议只有自治区人员看得到、办得了")
    void regionOnly() throws Exception {
        Application application = selecting();
        for (String group : List.of("county-640221", "city-6402", "expert", "policy-owner")) {
            var other = portal.as("x", group);
            other.perform(get("/batches/" + BATCH).param("section", "comparison"))
                    .andExpect(status().isNotFound());
            other.perform(get("/batches/" + BATCH).param("section", "notice")).andExpect(status().isNotFound());
            other.perform(post("/batches/" + BATCH + "/selections/" + application.caseNumber())
                            .param("selected", "true"))
                    .andExpect(status().isNotFound());
            other.perform(post("/batches/" + BATCH + "/objections")).andExpect(status().isNotFound());
        }
        portal.as(PortalFixture.OFFICER)
                .perform(post("/batches/" + BATCH + "/selections/" + application.caseNumber())
                        .param("selected", "true"))
                .andExpect(status().isNotFound());
        assertThat(portal.bean(BatchComparisons.class)
                        .comparison(application.batchId())
                        .concluded()
                        .get(0)
                        .decision())
                .isEmpty();
    }

    @Test
    @DisplayName("第十条：复审以后登记的情形，比较表标明、写明原因；名单公示中，审定人员决定移出还是保留")
    void lateIncident() throws Exception {
        Application application = selecting();
        var enterprise = PortalFixture.sample().workbook().enterprises().get(0);
        portal.bean(IncidentRegister.class)
                .enter(
                        new NewIncident(
                                new Incident(
                                        IncidentType.SAFETY,
                                        IncidentLevel.LARGE,
                                        PortalFixture.TODAY,
                                        enterprise.creditCode().value(),
                                        enterprise.name(),
                                        "石应急通报〔2026〕7号"),
                                null,
                                null),
                        PortalFixture.CITY);
        String comparison = "/batches/" + BATCH + "?section=comparison";
        String selection = "/batches/" + BATCH + "/selections/" + application.caseNumber();
        assertThat(page(PortalFixture.OFFICER, comparison)).contains("1项，待决定", "存在第十条所列情形");
        assertThat(page(LEADER, comparison)).contains("<span>不入选</span>", selection);
        portal.as(LEADER)
                .perform(post(selection).param("selected", "true"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("存在第十条所列情形，不能入选")));

        portal.bean(Applications.class).enter(application.id(), ApplicationState.IN_NOTICE, null);
        portal.bean(Batches.class).enter(application.batchId(), BatchState.IN_NOTICE);
        assertThat(page(PortalFixture.OFFICER, comparison))
                .contains("决定以前不能公布")
                .doesNotContain("<span>移出名单，不予认定</span>");
        assertThat(page(LEADER, comparison)).contains("<span>移出名单，不予认定</span>", "<span>保留在名单中</span>");
        portal.as(LEADER)
                .perform(post(selection).param("selected", "false").param("reason", "发生较大生产安全事故"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请勾选确认后再记录")))
                .andExpect(content().string(containsString("发生较大生产安全事故</textarea>")));
        portal.as(LEADER)
                .perform(post(selection)
                        .param("selected", "false")
                        .param("reason", "发生较大生产安全事故")
                        .param("sure", "true"))
                .andExpect(redirectedUrlPattern("/batches/*?section=comparison"));
        assertThat(page(LEADER, comparison)).contains("发生较大生产安全事故").doesNotContain(selection);
    }

    @Test
    @DisplayName("比较表并列指标；审定人员逐件选定，不入选的须写理由")
    void selection() throws Exception {
        Application application = selecting();
        String path = "/batches/" + BATCH + "?section=comparison";
        assertThat(page(LEADER, path))
                .contains("order=minAnnualOutput", "近三年最低年产值", "86.2 亿元", "未定", "name=\"reason\"");
        assertThat(page(PortalFixture.OFFICER, path)).doesNotContain("name=\"reason\"");

        String decide = "/batches/" + BATCH + "/selections/" + application.caseNumber();
        portal.as(LEADER)
                .perform(post(decide).param("selected", "false"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请写明理由")));
        portal.as(LEADER)
                .perform(post(decide).param("selected", "false").param("reason", "同类集群已有更优者"))
                .andExpect(redirectedUrlPattern("/batches/*?section=comparison"));
        assertThat(page(PortalFixture.OFFICER, path)).contains("不入选", "同类集群已有更优者", "已定1件，其中入选0件");
    }

    /** Copies of a re-reviewed application, from 100 on; the least output of each is its last three digits. */
    private void compared(Application one, int copies) {
        JdbcClient database = context.getBean(JdbcClient.class);
        String number = "'NXJQ-2026-RD-' || (10100 + k)";
        for (String sql : List.of("""
                insert into case_record
                select (jsonb_populate_record(c, jsonb_build_object('case_number', {n},
                            'cluster_name', '平罗集群' || (100 + k)))).*
                  from case_record c, {k} where c.case_number = :case
                """, """
                insert into application overriding system value
                select (jsonb_populate_record(a, jsonb_build_object('id', 100 + k, 'case_number', {n}))).*
                  from application a, {k} where a.case_number = :case
                """, """
                insert into submission
                select (jsonb_populate_record(s, jsonb_build_object('id', 1000 + k, 'case_number', {n}))).*
                  from submission s, {k} where s.case_number = :case
                """, """
                insert into assessment overriding system value
                select (jsonb_populate_record(x, jsonb_build_object('id', 1000 + k, 'submission_id', 1000 + k))).*
                  from assessment x, {k}
                 where x.stage_kind = 'REREVIEW' and x.submission_id in
                       (select id from submission where case_number = :case)
                """, """
                insert into finding
                select (jsonb_populate_record(f, jsonb_build_object('assessment_id', 1000 + k, 'inputs',
                            jsonb_set(f.inputs, '{0,number}', to_jsonb(100 + k))))).*
                  from finding f, {k}
                 where f.code = 'minAnnualOutput' and f.assessment_id in
                       (select x.id from assessment x join submission s on s.id = x.submission_id
                         where s.case_number = :case and x.stage_kind = 'REREVIEW')
                """)) {
            database.sql(sql.replace("{n}", number).replace("{k}", "generate_series(1, :copies) k"))
                    .param("case", one.caseNumber())
                    .param("copies", copies)
                    .update();
        }
    }

    @Test
    @DisplayName("比较表每页20件：排序和筛选都包括全部申报，记录后回到同一页，打印的是全部")
    void comparisonInPages() throws Exception {
        Application application = selecting();
        compared(application, 24);
        String path = "/batches/" + BATCH + "?section=comparison";
        assertThat(page(LEADER, path))
                .contains("共25件，第1/2页", "复审办结25件", application.caseNumber(), "平罗集群119<")
                .doesNotContain("平罗集群120<");
        assertThat(page(LEADER, path + "&page=9")).contains("第2/2页", "平罗集群120<", "平罗集群124<");
        assertThat(page(LEADER, path + "&order=minAnnualOutput&descending=true"))
                .contains("aria-sort=\"descending\"", "124 亿元", "105 亿元")
                .doesNotContain("104 亿元", "86.2 亿元")
                .containsSubsequence("124 亿元", "123 亿元", "105 亿元");
        assertThat(page(LEADER, path + "&order=minAnnualOutput"))
                .containsSubsequence("86.2 亿元", "101 亿元", "119 亿元")
                .doesNotContain("120 亿元");
        for (String order : List.of(
                "CLUSTER",
                "PLACE",
                "INDUSTRY",
                "OVERALL",
                "SOFT_MISSES",
                "INCIDENTS",
                "CONCLUSION",
                "DECISION",
                "没有")) {
            assertThat(page(LEADER, path + "&order=" + order)).as(order).contains("共25件，第1/2页");
        }
        assertThat(page(LEADER, path + "&text=平罗集群12")).contains("共5件，第1/1页", "复审办结25件", "清除筛选");
        assertThat(page(LEADER, path + "&text=石嘴山市")).contains("共25件");
        assertThat(page(LEADER, path + "&text=没有的")).contains("没有符合筛选条件的申报");

        portal.as(LEADER)
                .perform(post("/batches/" + BATCH + "/selections/NXJQ-2026-RD-10121")
                        .param("selected", "false")
                        .param("reason", "同类集群已有更优者")
                        .param("show", "UNDECIDED")
                        .param("page", "2"))
                .andExpect(redirectedUrl("/batches/" + BATCH + "?show=UNDECIDED&page=2&section=comparison"));
        assertThat(page(LEADER, path + "&show=UNDECIDED&page=2"))
                .contains("共24件，第2/2页", "已定1件，其中入选0件")
                .doesNotContain("平罗集群121<");
        assertThat(page(LEADER, path + "&show=NOT_SELECTED")).contains("共1件", "平罗集群121<", "同类集群已有更优者");
        assertThat(page(LEADER, path + "&show=SELECTED")).contains("没有符合筛选条件的申报");
        assertThat(page(LEADER, path + "&show=INCIDENTS")).contains("没有符合筛选条件的申报");
        assertThat(page(LEADER, path + "&order=DECISION")).contains("平罗集群121<");

        assertThat(page(
                        LEADER,
                        "/batches/" + BATCH + "/comparison?show=SELECTED&order=minAnnualOutput&descending=true"))
                .contains("复审办结25件", "已定1件", "同类集群已有更优者")
                .containsSubsequence("124 亿元", "101 亿元", "86.2 亿元")
                .doesNotContain("name=\"reason\"", "sort-button");

        String exported = "/batches/" + BATCH + "/comparison/export";
        assertThat(portal.exported(LEADER, exported)).contains("平罗集群101", "平罗集群124", "124 亿元", "同类集群已有更优者");
        assertThat(portal.exported(LEADER, exported + "?text=平罗集群12"))
                .contains("平罗集群124")
                .doesNotContain("平罗集群101");
        portal.as(PortalFixture.CITY).perform(get(exported)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("尚未办结的申报每页20件")
    void outstandingInPages() throws Exception {
        Application application = selecting();
        compared(application, 24);
        context.getBean(JdbcClient.class)
                .sql("update application set state = 'ACCEPTED' where id > 100")
                .update();
        String path = "/batches/" + BATCH + "?section=comparison";
        assertThat(page(PortalFixture.OFFICER, path))
                .contains("共1件，第1/1页", "尚未办结的申报（24件）", "第1/2页", "平罗集群120<")
                .doesNotContain("平罗集群121<");
        assertThat(page(PortalFixture.OFFICER, path + "&waiting=2")).contains("平罗集群124<");
        assertThat(page(PortalFixture.OFFICER, "/batches/" + BATCH + "/comparison"))
                .contains("平罗集群101<", "平罗集群124<");
    }

    @Test
    @DisplayName("两位审定人员同时记录同一集群：先到的保存，后到的被告知谁、何时、记为什么")
    void twoLeadersAtOnce() throws Exception {
        Application application = selecting();
        String decide = "/batches/" + BATCH + "/selections/" + application.caseNumber();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService leaders = Executors.newFixedThreadPool(2);
        List<Future<MockHttpServletResponse>> answers = leaders.invokeAll(Stream.of("true", "false")
                .<Callable<MockHttpServletResponse>>map(selected -> () -> {
                    together.await();
                    return portal.as(LEADER)
                            .perform(post(decide)
                                    .param("selected", selected)
                                    .param("reason", "理由：" + selected)
                                    .param("seen", ""))
                            .andReturn()
                            .getResponse();
                })
                .toList());
        leaders.shutdown();
        MockHttpServletResponse one = answers.get(0).get();
        MockHttpServletResponse other = answers.get(1).get();
        assertThat(List.of(one.getStatus(), other.getStatus())).containsExactlyInAnyOrder(302, 409);
        assertThat((one.getStatus() == 409 ? one : other).getContentAsString())
                .containsPattern(
                        "于\\d\\d:\\d\\d刚刚把" + application.caseNumber() + "记为“不?入选”（理由：(true|false|理由：true|理由：false)）")
                .contains("您的这一次没有保存");
    }

    @Test
    @DisplayName("公示页无需登录，与发布时的快照一致；名称中的标记按文字显示")
    void publicNotice() throws Exception {
        Notice notice = published("<script>alert(1)</script>集群");
        portal.anonymous()
                .perform(get("/public/notices"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(notice.title())));
        String page = portal.anonymous()
                .perform(get("/public/notices/" + notice.id()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(notice.snapshot()).contains("<script>alert(1)</script>集群");
        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;集群",
                        notice.sha256(),
                        notice.endsOn() + " 24:00",
                        "还剩5个工作日")
                .contains("怎样提出异议", "宁工信中小企业发〔2026〕5号", "<html lang=\"zh-CN\"", "<h1>")
                .doesNotContain("<script>alert(1)");

        context.getBean(JdbcClient.class)
                .sql("update notice_item set cluster_name = '改名'")
                .update();
        portal.anonymous()
                .perform(get("/public/notices/" + notice.id()))
                .andExpect(content().string(not(containsString("改名"))));
        portal.anonymous().perform(get("/public/notices/999")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("异议由自治区经办人员登记；缺项逐一指出，保留已填内容；异议人不对外公开")
    void objections() throws Exception {
        Notice notice = published("平罗县精细化工产业集群");
        portal.as(PortalFixture.OFFICER)
                .perform(post("/batches/" + BATCH + "/objections")
                        .param("caseNumber", "NXJQ-2026-RD-00001")
                        .param("grounds", "产值不实"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写异议人姓名")))
                .andExpect(content().string(containsString("产值不实")));
        portal.anonymous()
                .perform(get("/public/notices/" + notice.id()))
                .andExpect(content().string(not(containsString("产值不实"))));
    }

    @Test
    @DisplayName("公布名单无需登录；还没有公布时说明")
    void publicClusters() throws Exception {
        portal.anonymous()
                .perform(get("/public/clusters"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("目前没有在有效期内的集群")));
    }

    @Test
    @DisplayName("公布名单按编号、名称、产业或地区筛选，每页50个；超过最后一页的给最后一页")
    void publicClustersSoughtAndPaged() throws Exception {
        for (int number = 1; number <= 51; number++) {
            registry.register(new Recognition(
                    "NXJQ-2026-RD-%05d".formatted(number),
                    number == 51 ? "中宁枸杞集群" : "平罗集群" + number,
                    number == 51 ? "枸杞" : "碳基材料",
                    number == 51 ? "640521" : "640221",
                    number == 51 ? "6405" : "6402",
                    number == 51 ? "county-640521" : "county-640221",
                    TestClock.today(),
                    "宁工信企发〔2026〕30号"));
        }
        portal.anonymous()
                .perform(get("/public/clusters"))
                .andExpect(content().string(containsString("共51个，第1/2页")))
                .andExpect(content().string(containsString("平罗集群50")))
                .andExpect(content().string(not(containsString("中宁枸杞集群"))));
        portal.anonymous()
                .perform(get("/public/clusters").param("page", "9"))
                .andExpect(content().string(containsString("中宁枸杞集群")));
        portal.anonymous()
                .perform(get("/public/clusters").param("text", "枸杞 中宁县"))
                .andExpect(content().string(containsString("共1个集群")))
                .andExpect(content().string(containsString("中宁枸杞集群")));
        portal.anonymous()
                .perform(get("/public/clusters").param("text", "没有的"))
                .andExpect(content().string(containsString("没有符合筛选条件的集群")));
    }

    @Test
    @DisplayName("首页按角色列出待办、案件和通知，通知可标为已读；政策人员看到的是模型")
    void home() throws Exception {
        portal.submitted();
        assertThat(page(PortalFixture.CITY, "/")).contains("我的待办", "等别人办的案件", "未读1条", "请受理审查", "标为已读");
        portal.as(PortalFixture.CITY).perform(post("/notifications/1/read")).andExpect(redirectedUrl("/"));
        assertThat(page(PortalFixture.CITY, "/")).contains("未读0条");
        assertThat(page(new Account("policy", "田思源", List.of("policy-owner")), "/"))
                .contains("流程、决策表和表单")
                .doesNotContain("等别人办的案件");
    }
}
