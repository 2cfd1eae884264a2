package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Outcome;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.CityReview;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Materials;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("逐条判断的页面（第十一条）：各方并列，谁看到什么，填一些存一些，打印")
class ClausePagesTest {

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private ClauseByClause clauses;
    private String caseNumber;
    private String path;

    @BeforeEach
    void batch() {
        portal = new PortalFixture(context);
        clauses = new ClauseByClause(context);
        portal.openBatch();
        portal.bean(JdbcClient.class).sql("update batch set clauses = true").update();
    }

    private void of(Application application) {
        caseNumber = application.caseNumber();
        path = "/cases/" + caseNumber;
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account).perform(request).andReturn().getResponse();
    }

    private String section(Account account) throws Exception {
        return answer(account, get(path + "?section=clauses")).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("没有要求的批次没有这一页；要求的，申报主体写声明，缺哪条说哪条")
    void declaring() throws Exception {
        of(portal.draft());
        portal.upload(caseNumber, PortalFixture.sampleFile());
        assertThat(section(PortalFixture.APPLICANT))
                .contains("name=\"statement-nicheStanding\"", "第十一条(一)细分领域地位还没有声明", "共10处")
                .doesNotContain("name=\"statement-resourceSharing\"");
        MockHttpServletResponse saved = answer(
                PortalFixture.APPLICANT,
                post(path + "/clauses/declarations").param("statement-nicheStanding", "产量居全区第二"));
        assertThat(saved.getRedirectedUrl()).startsWith(path + "?section=clauses");
        assertThat(section(PortalFixture.APPLICANT)).contains("产量居全区第二", "共9处").doesNotContain("第十一条(一)细分领域地位还没有声明");
        assertThat(answer(PortalFixture.APPLICANT, get(path + "?section=evidence"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("data-condition=\"brandRecognition\"");
        portal.bean(JdbcClient.class).sql("update batch set clauses = false").update();
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("逐条判断");
    }

    @Test
    @DisplayName("太长的不存，说明原因，写的还在页面上")
    void refusedButKept() throws Exception {
        of(portal.draft());
        String typed = "长".repeat(2001);
        MockHttpServletResponse refused = answer(
                PortalFixture.APPLICANT, post(path + "/clauses/declarations").param("statement-cloudAdoption", typed));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("至多2000字", typed);
    }

    @Test
    @DisplayName("市级、专家、自治区并列；市级办完以前申报主体看不到，专家只看到自己的；打印件带上全部")
    void sideBySide() throws Exception {
        of(portal.submitted());
        assertThat(section(PortalFixture.CITY)).contains("现在由您以市级身份判断", "共25处", "name=\"judgement-resourceSharing\"");
        MockHttpServletResponse saved = answer(
                PortalFixture.CITY,
                post(path + "/clauses/judgements")
                        .param("judgement-resourceSharing", "NOT_MET")
                        .param("reason-resourceSharing", "合同已到期，未续签")
                        .param("rest", "MET"));
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(section(PortalFixture.CITY))
                .contains("共1处", "第十一条(三)共享机制市级判断为“不符合”，推荐还没有答复", "name=\"answer-resourceSharing\"");
        assertThat(section(PortalFixture.APPLICANT)).doesNotContain("合同已到期，未续签");
        answer(
                PortalFixture.CITY,
                post(path + "/clauses/judgements")
                        .param("judgement-resourceSharing", "NOT_MET")
                        .param("reason-resourceSharing", "合同已到期，未续签")
                        .param("revision-resourceSharing", "1")
                        .param("answer-resourceSharing", "九月已签新合同"));
        assertThat(section(PortalFixture.CITY)).contains("各条都已判断，没有缺的");

        recommend();
        assertThat(section(PortalFixture.APPLICANT)).contains("合同已到期，未续签", "与申报不一致", "推荐的答复：九月已签新合同");
        assertThat(section(PortalFixture.EXPERT)).contains("现在由您以专家身份判断").doesNotContain("合同已到期，未续签");
        clauses.judge(caseNumber, "nicheStanding", Outcome.NOT_MET, "排名没有出处", 0, PortalFixture.EXPERT);
        clauses.judge(caseNumber, PortalFixture.EXPERT);
        assertThat(section(PortalFixture.OFFICER)).doesNotContain("排名没有出处");
        portal.expertSays(caseNumber, PortalFixture.EXPERT, "建议推荐");
        assertThat(section(PortalFixture.OFFICER))
                .as("not all are in")
                .contains("合同已到期，未续签", "现在由您以自治区身份判断")
                .doesNotContain("排名没有出处");
        assertThat(section(PortalFixture.OTHER_EXPERT)).doesNotContain("排名没有出处");
        portal.expertSays(caseNumber, PortalFixture.OTHER_EXPERT, "建议推荐");
        assertThat(section(PortalFixture.OFFICER)).contains("排名没有出处");
        assertThat(section(PortalFixture.CITY)).doesNotContain("排名没有出处");
        assertThat(answer(PortalFixture.OFFICER, get(path + "/print")).getContentAsString(StandardCharsets.UTF_8))
                .contains("七、逐条声明和判断（第十一条）", "八、承诺和签章", "合同已到期，未续签", "排名没有出处", "推荐的答复：九月已签新合同")
                .doesNotContain("name=\"judgement-");
    }

    @Test
    @DisplayName("同事先判断了同一条：不覆盖，写的还在页面上，不刷新再存也不覆盖")
    void nobodyOverwrites() throws Exception {
        of(portal.submitted());
        clauses.judge(
                caseNumber,
                "resourceSharing",
                Outcome.MET,
                null,
                0,
                new Account("city-shizuishan-2", "石慧", PortalFixture.CITY.groups()));
        for (int twice = 0; twice < 2; twice++) {
            MockHttpServletResponse refused = answer(
                    PortalFixture.CITY,
                    post(path + "/clauses/judgements")
                            .param("judgement-resourceSharing", "NOT_MET")
                            .param("reason-resourceSharing", "合同已到期")
                            .param("revision-resourceSharing", "0"));
            assertThat(refused.getStatus() / 100).isEqualTo(4);
            assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                    .contains("已由石慧于", "合同已到期", "name=\"revision-resourceSharing\" value=\"0\"");
        }
        assertThat(section(PortalFixture.CITY)).contains("name=\"revision-resourceSharing\" value=\"1\"");
    }

    /** As {@link PortalFixture#underExpertReview}, of the application at hand. */
    private void recommend() {
        long id = portal.bean(Applications.class)
                .byCaseNumber(caseNumber)
                .orElseThrow()
                .id();
        CityReview city = portal.bean(CityReview.class);
        new Materials(context).accept(caseNumber, PortalFixture.CITY);
        city.decideAcceptance(id, Conclusion.ACCEPT, "材料齐全", null, PortalFixture.CITY);
        city.reviewPreliminarily(id, Conclusion.MEETS, "符合第十一条", null, PortalFixture.CITY);
        city.decideRecommendation(
                id, Conclusion.RECOMMEND, "同意推荐", "石工信发〔2026〕8号", PortalFixture.TODAY, PortalFixture.CITY);
        portal.experts(caseNumber, id);
    }
}
