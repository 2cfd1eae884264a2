package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("首页和查找：轮到谁、最迟哪天、能发起什么；只列出和找到本人可以看到的")
class HomePageTest {

    private static final Account OTHER = new Account("zhongning", "张志强", List.of("county-640521"));

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private RecognitionWalk walk;

    @BeforeEach
    void anApplication() {
        portal = new PortalFixture(context);
        TestClock.set(RecognitionWalk.WINDOW_START);
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    private String page(Account person, String path) throws Exception {
        return portal.as(person)
                .perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("申报人看到自己的任务、期限和案号；提交以后同一案件写明轮到哪个市")
    void tasksAndWaiting() throws Exception {
        walk.started();
        Account county = walk.applicant();
        String before = page(county, "/");
        assertThat(before).contains("填报数据与声明", walk.caseNumber(), "没有等别人办的案件");
        assertThat(page(OTHER, "/")).doesNotContain(walk.caseNumber()).contains("现在没有轮到您和本单位的任务");

        walk.submitted();
        String after = page(county, "/");
        assertThat(after).contains("等别人办的案件", "/cases/" + walk.caseNumber(), "石嘴山市");
        assertThat(page(PortalFixture.CITY, "/")).contains("受理审查", walk.caseNumber(), "未认领");
    }

    @Test
    @DisplayName("逾期的在最前，计数是链接，点开只列这一类")
    void byUrgency() throws Exception {
        walk.started().submitted();
        TestClock.set(LocalDate.of(2027, 6, 1));
        assertThat(page(PortalFixture.CITY, "/")).contains("已逾期 1项", "逾期", "show=over");
        assertThat(page(PortalFixture.CITY, "/?show=over")).contains(walk.caseNumber());
        assertThat(page(PortalFixture.CITY, "/?show=own"))
                .doesNotContain("#/?task=")
                .contains("没有这一类的任务");
    }

    @Test
    @DisplayName("复审期间，申报主体只知道轮到自治区，不知道专家和内部步骤")
    void theRegionsReviewStaysWithin() throws Exception {
        walk.started().submitted().accepted().reviewed().recommended().reAssessed();
        String officer = page(PortalFixture.OFFICER, "/");
        assertThat(officer).contains("复审安排");
        String county = page(walk.applicant(), "/");
        assertThat(county).contains("自治区工业和信息化厅").doesNotContain("复审安排", "评审专家");
    }

    @Test
    @DisplayName("政策负责人和管理员各有自己的首页，没有案件")
    void others() throws Exception {
        walk.started();
        portal.as("policy", "policy-owner")
                .perform(get("/"))
                .andExpect(content().string(containsString("Camunda Modeler")))
                .andExpect(content().string(not(containsString("现在可以发起"))));
        portal.as("admin", "camunda-admin")
                .perform(get("/"))
                .andExpect(content().string(containsString("用户与权限")))
                .andExpect(content().string(not(containsString(walk.caseNumber()))));
    }

    @Test
    @DisplayName("案号、全角和小写照样读；正中的直接打开；别的单位找不到")
    void findsNumbers() throws Exception {
        walk.started();
        String number = walk.caseNumber();
        portal.as(walk.applicant())
                .perform(get("/search").param("q", " " + number.toLowerCase(Locale.ROOT)))
                .andExpect(redirectedUrl("/cases/" + number));
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
        portal.as(walk.applicant())
                .perform(get("/search").param("q", wide.toString()))
                .andExpect(redirectedUrl("/cases/" + number));
        portal.as(walk.applicant())
                .perform(get("/search").param("q", number.substring(5)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/cases/" + number)));
        portal.as(OTHER)
                .perform(get("/search").param("q", number))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到")))
                .andExpect(content().string(not(containsString("/cases/" + number))));
        portal.as(PortalFixture.EXPERT)
                .perform(get("/search").param("q", number))
                .andExpect(status().isForbidden());
        portal.anonymous().perform(get("/search").param("q", number)).andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("信用代码写全或写六位以上都找到名单中有它的案件；没有提交的数据只有本单位找得到")
    void findsEnterprises() throws Exception {
        walk.started();
        walk.uploaded();
        String code = walk.sample().workbook().enterprises().get(0).creditCode().value();
        String path = "/cases/" + walk.caseNumber() + "?section=lists";
        assertThat(page(walk.applicant(), "/search?q=" + code)).contains(path, code);
        assertThat(page(walk.applicant(), "/search?q=" + code.substring(4, 14))).contains(path);
        assertThat(page(PortalFixture.CITY, "/search?q=" + code))
                .doesNotContain(path)
                .contains("没有找到");
        assertThat(page(OTHER, "/search?q=" + code)).doesNotContain(path);
    }

    @Test
    @DisplayName("案件和集群名录可以按所筛选的导出为工作簿，只有本人可以看到的")
    void exportsLists() throws Exception {
        walk.started();
        assertThat(portal.exported(walk.applicant(), "/cases/export?kind=RD")).contains(walk.caseNumber(), "案号");
        assertThat(portal.exported(OTHER, "/cases/export")).contains("案号").doesNotContain(walk.caseNumber());
        assertThat(portal.exported(OTHER, "/clusters/export")).contains("集群编号");
        for (String list : List.of("/cases/export", "/clusters/export", "/tasks/export")) {
            portal.as("policy", "policy-owner").perform(get(list)).andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("我的待办导出为工作簿：与首页所列相同，只有本人的")
    void exportsTasks() throws Exception {
        walk.started().submitted();
        assertThat(page(PortalFixture.CITY, "/")).contains("/tasks/export?show=all");
        assertThat(portal.exported(PortalFixture.CITY, "/tasks/export"))
                .contains("受理审查", walk.caseNumber(), "未认领", "任务");
        assertThat(portal.exported(PortalFixture.CITY, "/tasks/export?show=own"))
                .contains("任务")
                .doesNotContain(walk.caseNumber());
        assertThat(portal.exported(OTHER, "/tasks/export")).doesNotContain(walk.caseNumber());
    }
}
