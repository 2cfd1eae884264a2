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

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.Application;
import org.smecluster.review.Checks;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.smecluster.review.ReviewService;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("专家名册")
class ExpertPagesTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Experts experts;

    private PortalFixture portal;
    private MockMvc officer;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
        officer = portal.as(PortalFixture.OFFICER);
    }

    private static MockHttpServletRequestBuilder entry(
            String path, String userId, String name, String organisation, String county, String ties) {
        return post(path)
                .param("userId", userId)
                .param("name", name)
                .param("organisation", organisation)
                .param("county", county)
                .param("ties", ties);
    }

    private static String enterprise(int place) {
        return PortalFixture.sample()
                .workbook()
                .enterprises()
                .get(place)
                .creditCode()
                .value();
    }

    @Test
    @DisplayName("名册为空时说明怎么办，可选的账号是专家组成员；经办人员的导航里有入口")
    void empty() throws Exception {
        officer.perform(get("/experts"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("名册中还没有专家")))
                .andExpect(content().string(containsString("<option value=\"expert-wang\"")))
                .andExpect(content().string(not(containsString("<option value=\"pingluo\""))))
                .andExpect(content().string(containsString("平罗县")))
                .andExpect(content().string(containsString("href=\"/experts\"")));
    }

    @Test
    @DisplayName("添加：利害关系可以用空格、逗号、换行分开，小写也认；之后此人不能评审有关系的集群")
    void addedAndExcluded() throws Exception {
        officer.perform(entry(
                        "/experts",
                        " expert-wang ",
                        "王立平",
                        "宁夏大学",
                        "OUTSIDE",
                        enterprise(0).toLowerCase() + "，" + enterprise(1) + "\n" + enterprise(1)))
                .andExpect(redirectedUrl("/experts"));
        officer.perform(entry("/experts", "expert-ma", "马德福", "北方民族大学", "OUTSIDE", ""))
                .andExpect(redirectedUrl("/experts"));
        officer.perform(entry("/experts", "expert-li", "李桂芳", "平罗县化工协会", "640221", ""))
                .andExpect(redirectedUrl("/experts"));

        assertThat(experts.all())
                .contains(new Expert("expert-wang", "王立平", "宁夏大学", null, Set.of(enterprise(0), enterprise(1))));
        Application application = portal.submitted();
        assertThat(portal.bean(ReviewService.class).availableExperts(application.caseNumber()))
                .extracting(Expert::userId)
                .containsExactly("expert-ma");
    }

    @Test
    @DisplayName("填错的一次说全，什么都没有改变，已填的内容保留")
    void refused() throws Exception {
        officer.perform(entry("/experts", "nobody", " ", "", "110101", "91640221MA7XXXXX00 123"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("没有账号“nobody”")))
                .andExpect(content().string(containsString("请填写姓名")))
                .andExpect(content().string(containsString("请填写单位")))
                .andExpect(content().string(containsString("所在县（市、区）“110101”")))
                .andExpect(content().string(containsString("“91640221MA7XXXXX00”不正确")))
                .andExpect(content().string(containsString("“123”不正确")))
                .andExpect(content().string(containsString("value=\"nobody\"")));
        officer.perform(entry("/experts", "pingluo", "马建国", "平罗县", "", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("不在专家组")));
        officer.perform(post("/experts"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写账号")))
                .andExpect(content().string(containsString("请选择工作或居住的县（市、区）")));
        officer.perform(entry("/experts", "expert-wang", "名".repeat(61), "x".repeat(201), "", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("姓名不能超过60字")))
                .andExpect(content().string(containsString("单位不能超过200字")));
        assertThat(experts.all()).isEmpty();
    }

    @Test
    @DisplayName("修改带出原内容；同一账号不能再添加一次；不在名册的不能修改")
    void altered() throws Exception {
        experts.put(new Expert("expert-wang", "王立平", "宁夏大学", "640221", Set.of(enterprise(0))));
        officer.perform(get("/experts").param("edit", "expert-wang"))
                .andExpect(content().string(containsString("value=\"宁夏大学\"")))
                .andExpect(content().string(containsString("value=\"640221\" selected")))
                .andExpect(content().string(containsString(enterprise(0) + "</textarea>")));
        officer.perform(entry("/experts", "expert-wang", "王立平", "宁夏大学", "", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("已在名册中")));
        officer.perform(entry("/experts/expert-wang", "expert-ma", "王立平", "宁夏大学化学化工学院", "OUTSIDE", ""))
                .andExpect(redirectedUrl("/experts"));
        assertThat(experts.all()).containsExactly(new Expert("expert-wang", "王立平", "宁夏大学化学化工学院", null, Set.of()));
        officer.perform(entry("/experts/expert-ma", "expert-ma", "马德福", "北方民族大学", "", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("不在名册中")));
        officer.perform(get("/experts").param("edit", "expert-ma")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("有意见未提交的专家不能删除；提交以后可以，意见留在案件里")
    void removed() throws Exception {
        Application application = portal.underExpertReview();
        officer.perform(post("/experts/expert-wang/removal"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("还有评审意见未提交（" + application.caseNumber())));
        portal.expertSays(application.caseNumber(), PortalFixture.EXPERT, "创新能力突出");
        officer.perform(post("/experts/expert-wang/removal")).andExpect(redirectedUrl("/experts"));
        officer.perform(post("/experts/expert-wang/removal"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("不在名册中")));
        assertThat(experts.all()).extracting(Expert::userId).containsExactly("expert-li");
        assertThat(portal.bean(Checks.class).experts(application.caseNumber()))
                .anySatisfy(opinion -> assertThat(opinion.opinion()).isEqualTo("创新能力突出"));
    }

    @Test
    @DisplayName("只有自治区经办人员；其他人看不到、改不了，导航里也没有")
    void othersAreKeptOut() throws Exception {
        for (String group :
                new String[] {"county-640221", "city-6402", "province-leader", "expert", "policy-owner", "camunda-admin"
                }) {
            MockMvc other = portal.as("other", group);
            other.perform(get("/experts")).andExpect(status().isForbidden());
            other.perform(entry("/experts", "expert-ma", "马德福", "北方民族大学", "", ""))
                    .andExpect(status().isForbidden());
            other.perform(entry("/experts/expert-ma", "expert-ma", "马德福", "北方民族大学", "", ""))
                    .andExpect(status().isForbidden());
            other.perform(post("/experts/expert-ma/removal")).andExpect(status().isForbidden());
            other.perform(get("/")).andExpect(content().string(not(containsString("href=\"/experts\""))));
        }
        portal.anonymous().perform(get("/experts")).andExpect(redirectedUrlPattern("**/login"));
        assertThat(experts.all()).isEmpty();
    }
}
