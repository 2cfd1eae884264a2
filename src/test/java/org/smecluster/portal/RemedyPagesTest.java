package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.Remedy;
import org.smecluster.remedy.RemedyText;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("救济途径：每一种不利决定一段文字，法制审核维护和确认，决定按当日的文字载明")
class RemedyPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Remedies remedies;

    private PortalFixture portal;
    private MockMvc officer;

    @BeforeEach
    void portal() {
        portal = new PortalFixture(context);
        officer = portal.as(PortalFixture.OFFICER);
    }

    private static MockHttpServletRequestBuilder entry(String kind, String text, String basis, int seen) {
        return post("/remedies")
                .param("kind", kind)
                .param("text", text)
                .param("legalBasis", basis)
                .param("confirmed", "true")
                .param("seen", Integer.toString(seen));
    }

    @Test
    @DisplayName("系统预置的文字都待法制审核确认；审定人员只看，市县和专家看不到")
    void shipped() throws Exception {
        for (DecisionKind kind : DecisionKind.values()) {
            if (kind.adverse()) {
                assertThat(remedies.texts(kind)).singleElement().matches(text -> !text.confirmed());
            }
        }
        officer.perform(get("/remedies"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("待法制审核确认")))
                .andExpect(content().string(containsString("《中华人民共和国行政诉讼法》第四十四条、第四十六条")))
                .andExpect(content().string(containsString("修改或确认")));
        portal.as("leader", "province-leader")
                .perform(get("/remedies"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("修改或确认"))));
        portal.as("leader", "province-leader")
                .perform(entry("REVOCATION", "文字", "依据", 1))
                .andExpect(status().isForbidden());
        portal.as("city-shizuishan", "city-6402").perform(get("/remedies")).andExpect(status().isNotFound());
        portal.as("expert-wang", "expert").perform(get("/remedies")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("保存后今后的决定载明新的文字，以前各版可查；按旧页面保存的不覆盖；填错的说明原因、保留所填")
    void kept() throws Exception {
        Remedy before = remedies.of(DecisionKind.REFUSAL, "city-6402");
        officer.perform(entry("REFUSAL", "可以向市人民政府申请行政复议。", "《中华人民共和国行政复议法》第二十四条", 1))
                .andExpect(redirectedUrl("/remedies"));
        assertThat(before.text()).endsWith("（本段文字待法制审核确认）");
        assertThat(remedies.of(DecisionKind.REFUSAL, "city-6402"))
                .isEqualTo(new Remedy("石嘴山市中小企业主管部门", "可以向市人民政府申请行政复议。（依据：《中华人民共和国行政复议法》第二十四条）"));
        assertThat(remedies.texts(DecisionKind.REFUSAL))
                .extracting(RemedyText::version)
                .containsExactly(2, 1);

        officer.perform(entry("REFUSAL", "另一人的文字", "依据", 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("已被他人修改")))
                .andExpect(content().string(containsString("另一人的文字")));
        officer.perform(entry("REFUSAL", "跳号", "依据", 7)).andExpect(status().isConflict());
        officer.perform(entry("REFUSAL", " ", "长".repeat(301), 2))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写救济途径")))
                .andExpect(content().string(containsString("法律依据不能超过300字")));
        officer.perform(entry("ACCEPTANCE", "受理不载明", "依据", 0))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("没有这一种决定")));
        officer.perform(post("/remedies")).andExpect(status().isBadRequest());
    }
}
