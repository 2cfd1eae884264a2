package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.review.Checks;
import org.smecluster.review.Expert;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.ExpertReview;
import org.smecluster.review.ExpertRoster;
import org.smecluster.review.Experts;
import org.smecluster.review.ReviewCriteria;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.SpoiltForm;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("第十二条(三)：专家按本批次的标准打分，回避的另选，全部提交以前谁也看不到")
class ScorePagesTest {

    private static final String WANG = "expert-wang";
    private static final String MA = "expert-ma";

    @Autowired
    WebApplicationContext context;

    @Autowired
    ReviewCriteria criteria;

    @Autowired
    Checks checks;

    @Autowired
    ExpertRoster roster;

    @Autowired
    Casework casework;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private PortalFixture portal;
    private RecognitionWalk walk;

    @BeforeEach
    void recommended() {
        portal = new PortalFixture(context);
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .experts();
        walk.started().submitted().accepted().reviewed().recommended().reAssessed();
    }

    private String batch() {
        return portal.bean(Batches.class)
                .find(walk.application().batchId())
                .orElseThrow()
                .batchNumber();
    }

    private MockMvc officer() {
        return portal.as(RecognitionWalk.OFFICER);
    }

    private MockMvc expert(String userId) {
        return portal.as(RecognitionWalk.expert(userId));
    }

    private String opinions(MockMvc who) throws Exception {
        return who.perform(get("/cases/" + walk.caseNumber()).param("section", "opinions"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder set(int seen, String divergence, String... namesAndWeights) {
        MockHttpServletRequestBuilder request = post("/batches/" + batch() + "/criteria")
                .param("seen", Integer.toString(seen))
                .param("divergence", divergence);
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            request.param("names", namesAndWeights[i]).param("weights", namesAndWeights[i + 1]);
        }
        return request;
    }

    private MockHttpServletRequestBuilder score(String... scores) {
        MockHttpServletRequestBuilder request = post("/cases/" + walk.caseNumber() + "/scores");
        for (int i = 0; i < scores.length; i++) {
            request.param("score-" + (i + 1), scores[i]);
        }
        return request;
    }

    private void give(String userId, String recommendation, String opinion) {
        walk.as(RecognitionWalk.expert(userId))
                .complete(walk.expertTask(userId), Map.of("recommendation", recommendation, "opinion", opinion));
    }

    private void decline(String userId) {
        walk.as(RecognitionWalk.expert(userId))
                .complete(walk.expertTask(userId), Map.of("declined", true, "declineReason", "近亲属在集群内企业任职"));
    }

    private void replace(Map<String, Object> form) {
        walk.as(RecognitionWalk.OFFICER).complete("task_replaceExpert", form);
    }

    @Test
    @DisplayName("标准和权重：经办人员在批次页设定，合计100；选派第一名专家后固定；审定人员只看，市县看不到")
    void criteriaOfTheBatch() throws Exception {
        String page = "/batches/" + batch() + "/criteria";
        officer()
                .perform(get("/batches/" + batch()))
                .andExpect(content().string(containsString("href=\"" + page + "\"")));
        officer()
                .perform(get(page))
                .andExpect(content().string(containsString("还没有设定")))
                .andExpect(content().string(containsString("第十一条(八)")));
        portal.as(BatchWalk.LEADER)
                .perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("保存标准和权重"))));
        portal.as(BatchWalk.LEADER).perform(set(0, "20", "创新", "100")).andExpect(status().isForbidden());
        portal.as("city-shizuishan", "city-6402").perform(get(page)).andExpect(status().isNotFound());

        officer()
                .perform(set(0, "0", "创新", "60", "", "", "协作", "五十"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("第2项的权重应为1至100的整数")))
                .andExpect(content().string(containsString("合计应为100，现为60")))
                .andExpect(content().string(containsString("分歧界限应为1至100分")))
                .andExpect(content().string(containsString("五十")));
        officer().perform(post(page)).andExpect(status().isBadRequest());
        officer().perform(set(0, "10", "创新", "60", "协作", "40")).andExpect(redirectedUrl(page));
        officer().perform(set(0, "10", "旧页面", "100")).andExpect(status().isConflict());

        walk.planned(List.of(WANG), false);
        officer().perform(set(1, "10", "另一套", "100")).andExpect(status().isBadRequest());
        officer().perform(get(page)).andExpect(content().string(containsString("已固定")));
        assertThat(criteria.of(batch()).criteria()).hasSize(2);
        assertThat(criteria.of(batch()).frozen()).isTrue();
    }

    @Test
    @DisplayName("打分：没有打完的不能提交，逐项说明，经接口也一样；总分由系统按权重计算；分歧较大的标明")
    void scores() throws Exception {
        officer().perform(set(0, "10", "创新", "60", "协作", "40"));
        walk.planned(List.of(WANG, MA), false);
        expert(WANG)
                .perform(get("/case/task/" + walk.expertTask(WANG).getId()))
                .andExpect(content().string(containsString("保存打分")))
                .andExpect(content().string(containsString("创新")));
        assertThatThrownBy(() -> give(WANG, "RECOMMEND", "产业基础扎实，同意推荐。"))
                .hasMessageContaining("“创新”还没有打分")
                .hasMessageContaining("“协作”还没有打分");
        expert(WANG).perform(score("81", "")).andExpect(status().is3xxRedirection());
        var answer = RestCall.as(WANG, port)
                .post(
                        "/task/" + walk.expertTask(WANG).getId() + "/submit-form",
                        SpoiltForm.asTasklistSends(Map.of("recommendation", "RECOMMEND", "opinion", "产业基础扎实，同意推荐。")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“协作”还没有打分").doesNotContain("创新");
        expert(WANG)
                .perform(score("100.5", "-1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("“创新”的打分应为0至100的整数")))
                .andExpect(content().string(containsString("“协作”的打分应为0至100的整数")))
                .andExpect(content().string(containsString("100.5")));
        expert(WANG).perform(score("101", "0")).andExpect(status().isBadRequest());
        expert("expert-li").perform(score("80", "80")).andExpect(status().isNotFound());
        officer().perform(score("80", "80")).andExpect(status().isNotFound());

        expert(WANG).perform(score("81", "76")).andExpect(status().is3xxRedirection());
        give(WANG, "RECOMMEND", "产业基础扎实，同意推荐。");
        assertThat(opinions(officer())).contains("选派2位，已提交1位", "尚未提交").doesNotContain("产业基础扎实", "79.00", "总分");
        assertThat(opinions(expert(MA))).doesNotContain("产业基础扎实", "79.00");
        assertThat(opinions(expert(WANG))).contains("产业基础扎实");
        assertThat(opinions(portal.as(walk.applicant()))).doesNotContain("产业基础扎实", "79.00");
        expert(WANG).perform(score("1", "1")).andExpect(status().isBadRequest());

        expert(MA).perform(score("69", "68")).andExpect(status().is3xxRedirection());
        give(MA, "RESERVE", "协同创新有待加强，补齐后可以推荐。");
        assertThat(opinions(officer()))
                .contains("79.00", "68.60", "平均73.80分", "最高与最低相差10.40分", "分歧较大", "界限10分", "产业基础扎实");
        assertThat(opinions(expert(WANG))).contains("68.60");
    }

    @Test
    @DisplayName("回避：写明原因，此后看不到本案；另选的不能是应当回避的和选派过的；另选的打分评审，全部提交才公开")
    void declined() throws Exception {
        portal.bean(Experts.class).put(new Expert("expert-new", "新专家", "宁夏大学", null, Set.of()));
        walk.planned(List.of(WANG, MA), false);
        walk.expertAnswered(MA, 80, "RECOMMEND", "协同创新较强，同意推荐。");
        assertThatThrownBy(() ->
                        walk.as(RecognitionWalk.expert(WANG)).complete(walk.expertTask(WANG), Map.of("declined", true)))
                .hasMessageContaining("回避的原因");
        decline(WANG);
        expert(WANG).perform(get("/cases/" + walk.caseNumber())).andExpect(status().isNotFound());
        assertThat(walk.openTasks()).containsExactly("task_replaceExpert");
        assertThat(opinions(officer()))
                .contains("申请回避", "近亲属在集群内企业任职", "选派1位，已提交1位")
                .doesNotContain("协同创新较强");
        assertThatThrownBy(() -> replace(Map.of("replacement", "REPLACE"))).hasMessageContaining("另选的专家");
        assertThatThrownBy(() -> replace(Map.of("replacement", "REPLACE", "replacementIds", List.of(MA))))
                .hasMessageContaining("没有“" + MA + "”这一选项");

        assertThat(portal.bean(ExpertReview.class).replacements(walk.caseNumber()))
                .extracting(Expert::userId)
                .containsExactly("expert-new");
        replace(Map.of("replacement", "REPLACE", "replacementIds", List.of("expert-new")));
        assertThat(walk.openTasks()).containsExactly("task_giveExpertOpinion");
        assertThat(opinions(officer())).doesNotContain("协同创新较强");
        walk.expertAnswered("expert-new", 85, "RECOMMEND", "新的意见，同意推荐该集群。");

        assertThat(walk.openTasks()).containsExactly("task_concludeReReview");
        assertThat(opinions(officer())).contains("协同创新较强", "新的意见", "近亲属在集群内企业任职");
        assertThat(casework.entries(walk.caseNumber()))
                .extracting(CaseEntry::text)
                .containsSubsequence("王立平申请回避：近亲属在集群内企业任职", "王立平回避，另选新专家评审", "专家评审意见已提交");
    }

    @Test
    @DisplayName("都回避的必须另选；有人评审的可以不再另选")
    void doneWithout() {
        walk.planned(List.of(WANG, MA), false);
        decline(WANG);
        decline(MA);
        List<String> open = walk.openTasks();
        assertThat(open).containsExactly("task_replaceExpert", "task_replaceExpert");
        assertThat(checks.experts(walk.caseNumber())).allMatch(ExpertOpinion::declined);
        ExpertReview review = portal.bean(ExpertReview.class);
        assertThatThrownBy(() -> review.replace(walk.caseNumber(), WANG, List.of(), RecognitionWalk.OFFICER))
                .hasMessageContaining("至少要有一名专家");
        assertThatThrownBy(() -> review.replace(
                        walk.caseNumber(), WANG, List.of("expert-li", "expert-zhang"), RecognitionWalk.OFFICER))
                .hasMessageContaining("只能另选一名");
    }

    @Test
    @DisplayName("一人回避不再另选，其余的意见即公开")
    void leftOut() throws Exception {
        walk.planned(List.of(WANG, MA), false);
        walk.expertAnswered(MA, 80, "RECOMMEND", "协同创新较强，同意推荐。");
        decline(WANG);
        replace(Map.of("replacement", "NONE"));
        assertThat(walk.openTasks()).containsExactly("task_concludeReReview");
        assertThat(opinions(officer())).contains("协同创新较强", "80.00");
        roster.remove(WANG);
    }

    @Test
    @DisplayName("按上一版流程选派的继续：不能申请回避，选派时没有标准的不打分就能提交")
    void casesOfTheModelBefore() {
        repository
                .createDeployment()
                .name("before")
                .addClasspathResource("review/reviewChecks-1.0.bpmn")
                .deploy();
        RecognitionWalk before = RecognitionWalk.in(context).of("goji-zhongning");
        before.started().submitted().accepted().reviewed().recommended().reAssessed();
        before.planned(List.of(WANG), false);
        portal.bean(JdbcClient.class)
                .sql("update expert_opinion set criteria = null")
                .update();
        before.as(RecognitionWalk.expert(WANG));
        assertThatThrownBy(() ->
                        before.complete(before.expertTask(WANG), Map.of("declined", true, "declineReason", "有利害关系")))
                .hasMessageContaining("旧版本");
        before.complete(before.expertTask(WANG), Map.of("recommendation", "RECOMMEND", "opinion", "产业基础扎实，同意推荐。"));
        assertThat(before.openTasks()).containsExactly("task_concludeReReview");
    }
}
