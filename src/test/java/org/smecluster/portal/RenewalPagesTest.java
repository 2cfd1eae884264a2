package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.smecluster.support.RenewalWalk.OFFICER;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.filing.Filing;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RenewalWalk;
import org.smecluster.support.Scored;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("期满复核的案件资料：与认定申报同一套页面，按辖区和角色可见")
class RenewalPagesTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 15);
    private static final LocalDate APPLIED = LocalDate.of(2029, 3, 5);
    private static final Account OTHER_COUNTY = new Account("zhongning", "x", List.of("county-640521"));
    private static final Account EXPERT = new Account("expert-wang", "王立平", List.of("expert"));

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ClusterRegistry registry;

    @Autowired
    private NoticeService notices;

    @Autowired
    private Experts experts;

    private PortalFixture portal;
    private SampleCluster sample;
    private RenewalWalk walk;
    private String path;

    @BeforeEach
    void applied() {
        portal = new PortalFixture(context);
        sample = SampleClusters.of(2029).get(0);
        TestClock.set(RECOGNISED);
        String cluster = registry.register(new Recognition(
                        "NXJQ-2026-RD-00001",
                        sample.getClusterName(),
                        "精细化工",
                        "640221",
                        "6402",
                        "county-640221",
                        RECOGNISED,
                        "宁工信企发〔2026〕30号"))
                .clusterNumber();
        registry.openReviewFrom(cluster, APPLIED);
        TestClock.set(APPLIED);
        walk = RenewalWalk.in(application).of(cluster).applied();
        path = "/cases/" + walk.caseNumber();
    }

    private String page(Account reader, String address) throws Exception {
        return portal.as(reader)
                .perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void hidden(Account reader, String address) throws Exception {
        portal.as(reader).perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("申报主体上传数据表，后台检查后保存；提交以前别人看不到数据")
    void upload() throws Exception {
        assertThat(page(walk.unit(), path))
                .contains("期满复核案件", "申请复核", "三年发展总结", "上传", "撤回", "打印期满复核申请表")
                .doesNotContain("申报批次");
        assertThat(page(walk.unit(), path + "?section=upload")).contains("下载2029年度空白模板");
        portal.as(PortalFixture.APPLICANT)
                .perform(multipart(path + "/workbook").file(file()))
                .andExpect(status().is3xxRedirection());
        assertThat(portal.bean(WorkbookChecking.class).checkNext()).isTrue();
        long version = portal.bean(Filing.class).latest(walk.caseNumber()).id();
        assertThat(portal.bean(ClusterWorkbooks.class).exists(version)).isTrue();
        assertThat(page(walk.unit(), path + "?section=figures")).contains("集群总产值");
        assertThat(page(walk.city(), path + "?section=figures")).contains("尚未提交");
        hidden(OTHER_COUNTY, path);
        hidden(new Account("policy", "x", List.of("policy-owner")), path);
        hidden(EXPERT, path);
    }

    private MockMultipartFile file() throws IOException {
        return new MockMultipartFile(
                "file",
                "复核.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                SampleWorkbooks.workbook(sample));
    }

    @Test
    @DisplayName("提交以后：评估、名单、材料、版本、进度、打印；待办的标签页就是本案；预填模板只给申报主体")
    void submitted() throws Exception {
        walk.submitted();
        assertThat(page(walk.city(), path + "?section=findings")).contains("第十一条总体结论", "符合");
        assertThat(page(walk.city(), path + "?section=lists")).contains("企业名单");
        assertThat(page(walk.city(), path + "?section=materials")).contains("材料清单（第十三条）");
        assertThat(page(walk.city(), path + "?section=versions")).contains("第1次提交");
        assertThat(page(walk.city(), path + "?section=progress")).contains("市级意见");
        portal.as(walk.city())
                .perform(get(path + "/diagram").accept("application/xml"))
                .andExpect(content().string(containsString("renewalReview")));
        assertThat(page(walk.city(), path + "/print")).contains("期满复核申请表", "平罗县");
        assertThat(page(walk.city(), path + "/print?part=findings")).contains("评估结果");
        assertThat(page(
                        walk.city(),
                        "/case/task/" + walk.task("task_giveCityOpinion").getId()))
                .contains(walk.caseNumber(), "指标与条件");
        portal.as(walk.unit()).perform(get(path + "/workbook-template")).andExpect(status().isOk());
        hidden(walk.city(), path + "/workbook-template");
        assertThat(page(walk.unit(), path + "?section=upload")).contains("本案现为“待市级意见”，材料已固定");
    }

    @Test
    @DisplayName("复核评估和经办意见在结案前只给自治区看；受邀专家看数据，不看案卷")
    void deliberation() throws Exception {
        experts.put(new Expert(EXPERT.userId(), "王立平", "宁夏大学", null, Set.of()));
        walk.submitted()
                .forwarded("RECOMMEND")
                .jobsDone()
                .complete(
                        OFFICER,
                        "task_planReReview",
                        "expertReviewOrdered",
                        true,
                        "expertIds",
                        List.of("expert-wang"),
                        "siteInspectionOrdered",
                        false);
        assertThat(page(OFFICER, path + "?section=findings")).contains("复审评估第1次");
        assertThat(page(walk.unit(), path + "?section=findings")).doesNotContain("复审评估");
        assertThat(page(EXPERT, path + "?section=findings")).contains("复审评估第1次");
        assertThat(page(EXPERT, path)).contains(sample.getClusterName()).doesNotContain("办理经过", "材料属实");
        Scored.all(context, walk.caseNumber(), EXPERT.userId(), 88);
        walk.complete(EXPERT, "task_giveExpertOpinion", "recommendation", "RECOMMEND", "opinion", "产业基础扎实，同意延续。");
        assertThat(page(OFFICER, path + "?section=opinions")).contains("产业基础扎实");
        assertThat(page(walk.unit(), path)).doesNotContain("复核核查", "产业基础扎实");
        walk.concluded("PASS");
        assertThat(page(OFFICER, path)).contains("综合评估结果和核查情况");
        assertThat(page(walk.unit(), path)).doesNotContain("综合评估结果和核查情况");
        walk.decided("PASS");
        assertThat(page(walk.unit(), path)).contains("综合评估结果和核查情况", "宁工信企发〔2029〕8号");
    }

    @Test
    @DisplayName("公示：公众看到依据第十四条；经办登记异议，核实任务的标签页是公示和异议；别人不能登记")
    void notice() throws Exception {
        walk.submitted().checked().concluded("PASS").decided("NOTICE").jobsDone();
        assertThat(page(OFFICER, path + "?section=notice")).contains("排定发布时间", "公示期首日", "公示期末日");
        walk.noticePublished();
        Notice notice = notices.ofSubject(walk.caseNumber()).orElseThrow();
        portal.anonymous()
                .perform(get("/public/notices/" + notice.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第十四条")))
                .andExpect(content().string(containsString("期满复核拟通过")));
        assertThat(page(OFFICER, path + "?section=notice")).contains("公示中", "登记异议", "公示期首日", "收文编号");
        hidden(walk.unit(), path + "?section=notice");
        portal.as(walk.city()).perform(objection()).andExpect(status().isNotFound());
        portal.as(OFFICER)
                .perform(post(path + "/objections").param("caseNumber", walk.caseNumber()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写异议理由")));
        portal.as(OFFICER).perform(objection()).andExpect(status().is3xxRedirection());
        assertThat(page(
                        OFFICER,
                        "/case/task/" + walk.task("task_verifyObjection").getId()))
                .contains("数据不实");
    }

    private MockHttpServletRequestBuilder objection() {
        return post(path + "/objections")
                .param("caseNumber", walk.caseNumber())
                .param("objectorName", "王某")
                .param("contact", "0951-0000000")
                .param("grounds", "数据不实")
                .param("receivedOn", APPLIED.toString());
    }

    @Test
    @DisplayName("撤回：先勾选、写明理由；别的单位当作没有；撤回后不再有撤回")
    void withdrawal() throws Exception {
        walk.submitted();
        assertThat(page(walk.unit(), path + "?section=withdrawal")).contains("复核是自愿的");
        portal.as(walk.unit())
                .perform(post(path + "/withdrawal").param("reason", "调整方向"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请先勾选")));
        portal.as(OTHER_COUNTY)
                .perform(post(path + "/withdrawal").param("reason", "x").param("sure", "true"))
                .andExpect(status().isNotFound());
        portal.as(walk.city())
                .perform(post(path + "/withdrawal").param("reason", "x").param("sure", "true"))
                .andExpect(status().isBadRequest());
        portal.as(walk.unit())
                .perform(post(path + "/withdrawal").param("reason", "调整方向").param("sure", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(walk.record().outcome()).isEqualTo("WITHDRAWN");
        assertThat(page(walk.unit(), path)).contains("已撤回", "调整方向").doesNotContain("section=withdrawal");
    }

    @Test
    @DisplayName("第十四条：所属轮次受理申请时，集群页给申报主体申请复核的入口；在办、轮次截止和别的单位都没有")
    void theButton() throws Exception {
        Account unit = new Account("pingluo", "平罗", List.of("county-640221"));
        String address = "/clusters/" + walk.cluster().clusterNumber();
        String start = "/start/renewalReview?cluster=" + walk.cluster().clusterNumber();
        assertThat(page(unit, address)).as("under way").doesNotContain(start).contains("的复核已在办理");
        walk.withdrawn();
        assertThat(page(unit, address)).contains(start);
        assertThat(page(OFFICER, address)).doesNotContain(start);
        portal.as(OFFICER).perform(get(start)).andExpect(status().isNotFound());
        TestClock.set(walk.cluster().termEndsOn().plusDays(1));
        assertThat(page(unit, address)).doesNotContain(start);
    }
}
