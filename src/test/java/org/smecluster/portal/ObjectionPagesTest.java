package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.publicnotice.Notice;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("在线提出异议的页面")
class ObjectionPagesTest {

    private static final int PEOPLE = 1_000;
    private static final int ADDRESSES = 50;
    private static final String GROUNDS = "2025年产值与统计公报不符，公报第3页只有十一亿元。";
    private static final Account LEADER = new Account("leader", "沈维民", List.of("province-leader"));
    private static final Pattern NUMBER = Pattern.compile("id=\"receipt-number\">([0-9 ]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"receipt-secret\">([0-9 ]+)<");

    @Autowired
    WebApplicationContext context;

    private PortalFixture portal;
    private Notice notice;
    private MockMvc citizen;

    @BeforeEach
    void noticePublished() {
        portal = new PortalFixture(context);
        BatchWalk walk = BatchWalk.in(context).opened();
        walk.inNotice(walk.reReviewed("640221", "平罗精细化工"), walk.reReviewed("640521", "中宁枸杞"));
        notice = walk.notice();
        // no token, no session, no login: what a browser without cookies sends
        citizen = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .defaultRequest(get("/").accept("text/html"))
                .build();
    }

    private String form() {
        return "/public/notices/" + notice.id() + "/objections";
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MockHttpServletRequestBuilder objection(String name) {
        return post(form())
                .param("cluster", "1")
                .param("objectorName", name)
                .param("contact", "0952-2222222")
                .param("grounds", GROUNDS);
    }

    private static String found(Pattern pattern, MockHttpServletResponse response) throws Exception {
        Matcher matcher = pattern.matcher(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    @DisplayName("一千件从五十个地址同时来：得到201的凭受理号都查得到，其余都是429，说明何时再收和其他方式")
    void aBurst() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Future<MockHttpServletResponse>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < PEOPLE; i++) {
                String name = "异议人" + i;
                String address = "198.51.100." + i % ADDRESSES;
                answers.add(people.submit(() -> citizen.perform(objection(name).with(from(address)))
                        .andReturn()
                        .getResponse()));
            }
        } finally {
            people.shutdown();
        }
        Set<String> numbers = new HashSet<>();
        int later = 0;
        for (Future<MockHttpServletResponse> answer : answers) {
            MockHttpServletResponse response = answer.get();
            if (response.getStatus() == 201) {
                String number = found(NUMBER, response);
                assertThat(numbers.add(number))
                        .as("each has a number of its own")
                        .isTrue();
                String told = citizen.perform(post("/public/objections")
                                .param("number", number)
                                .param("secret", found(SECRET, response))
                                .with(from("192.0.2." + numbers.size() % 200)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
                assertThat(told).contains(number, "待登记", "平罗精细化工");
            } else {
                later++;
                assertThat(response.getStatus()).isEqualTo(429);
                assertThat(Long.parseLong(response.getHeader("Retry-After"))).isBetween(1L, 3600L);
                assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                        .containsPattern("请在[0-9月日]*\\d\\d:\\d\\d以后再提交")
                        .contains("0951-6669000", "银川市示例路1号", "jiqun@nx.example", "0951-0000001", GROUNDS);
            }
        }
        assertThat(numbers).hasSize(ADDRESSES * 10);
        assertThat(later).isEqualTo(PEOPLE - numbers.size());
        assertThat(portal.bean(JdbcClient.class)
                        .sql("select receipt_number from online_objection where state = 'RECEIVED'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        numbers.stream().map(number -> number.replace(" ", "")).toList());
    }

    @Test
    @DisplayName("公示页有四种联系方式和提出异议的入口；表单不要登录、不要脚本、不留会话")
    void withoutAnything() throws Exception {
        String page = text(citizen.perform(get("/public/notices/" + notice.id()))
                .andReturn()
                .getResponse());
        assertThat(page)
                .contains("0951-6669000", "银川市示例路1号", "jiqun@nx.example", "纪检监督", "0951-0000001")
                .contains("href=\"" + form() + "\"");
        MockHttpServletResponse shown = citizen.perform(get(form())).andReturn().getResponse();
        assertThat(shown.getCookies()).isEmpty();
        assertThat(text(shown))
                .contains("action=\"" + form() + "\"", "平罗精细化工（平罗县）", "不会告诉申报单位")
                .doesNotContain("_csrf");
        MockHttpServletResponse wrong =
                citizen.perform(post(form()).param("grounds", "假的")).andReturn().getResponse();
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(text(wrong)).contains("有4处要改", "请填写联系方式", ">假的</textarea>");
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("期满以后只说明原因和其他途径，没有表单；没有这个公示的是404")
    void afterwards() throws Exception {
        TestClock.set(notice.endsOn().plusDays(1));
        String page = text(citizen.perform(get(form())).andReturn().getResponse());
        assertThat(page).contains("24:00届满", "0951-6669000").doesNotContain("<textarea");
        assertThat(citizen.perform(objection("张三")).andReturn().getResponse().getStatus())
                .isEqualTo(400);
        citizen.perform(get("/public/notices/999/objections")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("经办人员在待登记的异议中看到署名和附件，登记以后在公示和异议中；审定人员只看，申报主体和市级看不到")
    void theOfficersPages() throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("files", "公报第三页.png", "image/png", EvidenceSamples.picture("png"));
        MockHttpServletResponse taken = citizen.perform(multipart(form())
                        .file(file)
                        .param("cluster", "1")
                        .param("objectorName", "锁玉兰")
                        .param("contact", "13909590142")
                        .param("grounds", GROUNDS))
                .andReturn()
                .getResponse();
        assertThat(taken.getStatus()).isEqualTo(201);
        String number = found(NUMBER, taken).replace(" ", "");
        assertThat(text(portal.as(PortalFixture.OFFICER)
                        .perform(get("/objections"))
                        .andReturn()
                        .getResponse()))
                .contains("待登记（1）", "/objections/" + number, "平罗精细化工");
        String page = text(portal.as(PortalFixture.OFFICER)
                .perform(get("/objections/" + number))
                .andReturn()
                .getResponse());
        assertThat(page).contains("锁玉兰", "13909590142", "公报第三页.png", "登记异议");
        Matcher link = Pattern.compile("href=\"(/objections/\\d+/files/\\d+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        MockHttpServletResponse content = portal.as(PortalFixture.OFFICER)
                .perform(get(link.group(1)))
                .andReturn()
                .getResponse();
        assertThat(content.getContentAsByteArray()).isEqualTo(EvidenceSamples.picture("png"));
        assertThat(content.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(text(portal.as(LEADER)
                        .perform(get("/objections/" + number))
                        .andReturn()
                        .getResponse()))
                .contains("锁玉兰")
                .doesNotContain("登记异议</button>");
        for (Account other : List.of(PortalFixture.APPLICANT, PortalFixture.CITY)) {
            for (String path : List.of("/objections", "/objections/" + number, link.group(1), "/notice-contacts")) {
                portal.as(other).perform(get(path)).andExpect(status().isNotFound());
            }
        }
        portal.as(LEADER).perform(post("/objections/" + number + "/admission")).andExpect(status().isForbidden());
        portal.as(PortalFixture.OFFICER)
                .perform(post("/objections/" + number + "/admission"))
                .andExpect(status().isBadRequest());
        portal.as(PortalFixture.OFFICER)
                .perform(post("/objections/" + number + "/admission")
                        .param("identified", "true")
                        .param("grounded", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(text(portal.as(PortalFixture.OFFICER)
                        .perform(get("/batches/" + notice.subject() + "?section=notice"))
                        .andReturn()
                        .getResponse()))
                .contains("异议（1件）", "锁玉兰", "/objections/" + number);
    }

    @Test
    @DisplayName("公示联系方式由经办人员填写，缺的一次说清")
    void contacts() throws Exception {
        MockMvc officer = portal.as(PortalFixture.OFFICER);
        assertThat(text(officer.perform(get("/notice-contacts")).andReturn().getResponse()))
                .contains("0951-6669000");
        MockHttpServletResponse refused = officer.perform(
                        post("/notice-contacts").param("telephone", "无").param("seen", "1"))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(text(refused)).contains("请填写地址", "请填写电子邮箱", "请填写纪检监督联系方式", "没有可以拨打的号码");
        officer.perform(post("/notice-contacts")
                        .param("telephone", "0951-5555555")
                        .param("address", "银川")
                        .param("mail", "b@nx.example")
                        .param("discipline", "0951-6666666")
                        .param("seen", "1"))
                .andExpect(status().is3xxRedirection());
        assertThat(text(officer.perform(get("/notice-contacts")).andReturn().getResponse()))
                .contains("0951-5555555");
        portal.as(LEADER).perform(post("/notice-contacts")).andExpect(status().isForbidden());
    }
}
