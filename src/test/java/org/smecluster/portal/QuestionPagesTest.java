package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.NoticeQuestion;
import org.smecluster.recognition.NoticeQuestion.Kind;
import org.smecluster.recognition.NoticeQuestions;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("申报通知的问题的页面（第十三条）：经办人员加，申报主体答，审查人员看，打印")
class QuestionPagesTest {

    private static final String PAGE = "/batches/NXJQ-2026-PC-01/questions";

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;

    @BeforeEach
    void batch() {
        portal = new PortalFixture(context);
        portal.openBatch();
    }

    private MockHttpServletResponse answer(Account account, MockHttpServletRequestBuilder request) throws Exception {
        return portal.as(account).perform(request).andReturn().getResponse();
    }

    private String page(Account account, String address) throws Exception {
        return answer(account, get(address)).getContentAsString(StandardCharsets.UTF_8);
    }

    private List<NoticeQuestion> all() {
        return portal.bean(NoticeQuestions.class)
                .ofBatch(portal.bean(Batches.class)
                        .byNumber("NXJQ-2026-PC-01")
                        .orElseThrow()
                        .id());
    }

    private MockHttpServletRequestBuilder added(String question, Kind kind, String choices) {
        return post(PAGE)
                .param("question", question)
                .param("kind", kind.name())
                .param("choices", choices)
                .param("required", "true");
    }

    @Test
    @DisplayName("加、删、不能加的说明原因并保留所填；市县只看")
    void officers() throws Exception {
        assertThat(page(PortalFixture.OFFICER, PAGE)).contains("本批次还没有问题", "加入这个问题");
        assertThat(answer(PortalFixture.OFFICER, added("是否列入重点项目", Kind.CHOICE, "是\n否\n"))
                        .getRedirectedUrl())
                .isEqualTo(PAGE);
        assertThat(page(PortalFixture.CITY, PAGE)).contains("是否列入重点项目", "是；否").doesNotContain("加入这个问题");
        MockHttpServletResponse refused = answer(PortalFixture.OFFICER, added("选哪个", Kind.CHOICE, "只有一个"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("2至20个答案", "选哪个", "只有一个");
        assertThat(answer(PortalFixture.CITY, added("x", Kind.TEXT, "")).getStatus())
                .isEqualTo(403);
        answer(PortalFixture.OFFICER, post(PAGE + "/" + all().get(0).id() + "/removal"));
        assertThat(all()).isEmpty();
    }

    @Test
    @DisplayName("申报主体在案件中回答，必须的缺了说明；提交以后市级看得到，打印件带上，问题不能再改")
    void applicants() throws Exception {
        answer(PortalFixture.OFFICER, added("集群上年新增规上企业数", Kind.NUMBER, ""));
        answer(PortalFixture.OFFICER, added("规划批复日期", Kind.DATE, ""));
        long number = all().get(0).id();
        long day = all().get(1).id();
        String caseNumber = portal.draft().caseNumber();
        String path = "/cases/" + caseNumber;
        portal.upload(caseNumber, PortalFixture.sampleFile());
        assertThat(page(PortalFixture.APPLICANT, path + "?section=questions"))
                .contains("name=\"answer-" + number + "\"", "申报通知的问题“集群上年新增规上企业数”还没有回答");
        MockHttpServletResponse refused =
                answer(PortalFixture.APPLICANT, post(path + "/answers").param("answer-" + number, "十二家"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("请只填数字", "十二家");
        answer(
                PortalFixture.APPLICANT,
                post(path + "/answers").param("answer-" + number, "12").param("answer-" + day, "2026-03-01"));
        portal.submit(caseNumber);
        assertThat(page(PortalFixture.CITY, path + "?section=questions"))
                .contains("集群上年新增规上企业数", ">12<", "2026-03-01")
                .doesNotContain("name=\"answer-");
        assertThat(page(PortalFixture.CITY, path + "/print")).contains("七、申报通知的问题（第十三条）", "八、承诺和签章", "2026-03-01");
        assertThat(page(PortalFixture.OFFICER, PAGE)).contains("本批次已有申报提交").doesNotContain("加入这个问题");
    }
}
