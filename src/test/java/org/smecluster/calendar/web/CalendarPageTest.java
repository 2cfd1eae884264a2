package org.smecluster.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.Deadlines;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("节假日表页面")
class CalendarPageTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Deadlines deadlines;

    private MockMvc web;

    @BeforeEach
    void oneDeadlineRuns() {
        TestClock.set(LocalDate.of(2026, 11, 24));
        signInAs("ADMINISTRATOR", "camunda-admin");
        deadlines.open(new DeadlineSpec(
                "NXJQ-2026-PC-01",
                DeadlineKind.PUBLICITY,
                "p1",
                "task_handleObjections",
                null,
                WEDNESDAY.minusDays(2),
                5));
    }

    @AfterEach
    void calendarAsSeeded() {
        jdbc.sql("delete from calendar_day where entered_by = 'somebody'").update();
    }

    private void signInAs(String role, String... groups) {
        String[] authorities =
                Stream.concat(Stream.of("ROLE_" + role), Stream.of(groups)).toArray(String[]::new);
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .defaultRequest(get("/").with(csrf())
                        .with(authentication(new TestingAuthenticationToken("somebody", "n/a", authorities))))
                .build();
    }

    @Test
    @DisplayName("本年已公布：列出每条记录及其依据，待核实的突出显示")
    void announcedYear() throws Exception {
        web.perform(get("/admin/calendar"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026年：已公布")))
                .andExpect(content().string(containsString("2026-02-14 周六")))
                .andExpect(content().string(containsString("春节调休上班")))
                .andExpect(content().string(containsString("calendar-unverified")))
                .andExpect(content().string(containsString("正在计算的期限共1个，其中暂定0个。")));
    }

    @Test
    @DisplayName("尚未公布的年份标为暂定，并说明推算办法")
    void provisionalYear() throws Exception {
        web.perform(get("/admin/calendar").param("year", "2027"))
                .andExpect(content().string(containsString("2027年：尚未公布，暂定")))
                .andExpect(content().string(containsString("本年还没有记录。")))
                .andExpect(content().string(containsString("将2027年标记为已公布")));
    }

    @Test
    @DisplayName("自治区经办人员可以查看，看不到修改入口")
    void officerReads() throws Exception {
        signInAs("PROVINCE_OFFICER", "province-officer");

        web.perform(get("/admin/calendar"))
                .andExpect(content().string(containsString("开斋节")))
                .andExpect(content().string(not(containsString("/admin/calendar/preview"))));
    }

    @Test
    @DisplayName("自治区经办人员不能修改")
    void officerCannotChange() throws Exception {
        signInAs("PROVINCE_OFFICER", "province-officer");
        for (String path : List.of("/admin/calendar/preview", "/admin/calendar/apply")) {
            web.perform(post(path).param("action", "REMOVE").param("from", "2026-05-27"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("没有权限的人既不能查看也不能修改")
    void othersAreKeptOut() throws Exception {
        signInAs("APPLICANT", "county-640221", "city-6402", "expert", "policy-owner", "province-leader");
        for (MockHttpServletRequestBuilder request : new MockHttpServletRequestBuilder[] {
            get("/admin/calendar"), post("/admin/calendar/preview"), post("/admin/calendar/apply")
        }) {
            web.perform(request).andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("先看受影响的期限，确认后一并保存，并告知结果")
    void previewThenApply() throws Exception {
        Map<String, String> holiday = Map.of(
                "action",
                "PUT",
                "from",
                WEDNESDAY.toString(),
                "kind",
                "HOLIDAY",
                "name",
                "古尔邦节",
                "source",
                "宁政办发〔2026〕99号");

        String shown = web.perform(filled(post("/admin/calendar/preview"), holiday))
                .andExpect(content().string(containsString("将2026-12-02登记为放假（古尔邦节）")))
                .andExpect(content().string(containsString("NXJQ-2026-PC-01")))
                .andExpect(content().string(containsString("2026年12月7日（周一）24:00")))
                .andExpect(content().string(containsString("2026年12月8日（周二）24:00")))
                .andExpect(content().string(containsString("延后")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 12, 7));

        var saved = web.perform(
                        filled(post("/admin/calendar/apply"), holiday).param("confirmed", hidden("confirmed", shown)))
                .andExpect(redirectedUrl("/admin/calendar?year=2026"))
                .andReturn();
        assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 12, 8));

        web.perform(get("/admin/calendar").param("year", "2026").flashAttrs(saved.getFlashMap()))
                .andExpect(content().string(containsString("以下1个期限已同步调整：")))
                .andExpect(content().string(containsString("2026-12-02 周三")));
    }

    @Test
    @DisplayName("未经确认或确认内容已过时：不保存，重新列出影响")
    void staleConfirmation() throws Exception {
        web.perform(post("/admin/calendar/apply")
                        .param("action", "PUT")
                        .param("from", WEDNESDAY.toString())
                        .param("kind", "HOLIDAY")
                        .param("name", "古尔邦节")
                        .param("source", "宁政办发〔2026〕99号"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("本次修改没有保存")))
                .andExpect(content().string(containsString("NXJQ-2026-PC-01")));

        assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    @DisplayName("填写有误：用中文指出，保留已填内容")
    void refusedInput() throws Exception {
        web.perform(post("/admin/calendar/preview")
                        .param("action", "PUT")
                        .param("from", "2026-13-40")
                        .param("name", "古尔邦节"))
                .andExpect(content().string(containsString("起始日期“2026-13-40”不是有效的日期")))
                .andExpect(content().string(containsString("value=\"古尔邦节\"")));
        web.perform(post("/admin/calendar/preview")
                        .param("action", "ANNOUNCE")
                        .param("year", "2027")
                        .param("source", "国办发明电〔2026〕1号"))
                .andExpect(content().string(containsString("缺少法定节假日：2027-01-01、2027-05-01")));
        web.perform(post("/admin/calendar/preview").param("action", "WITHDRAW").param("year", "二〇二七"))
                .andExpect(content().string(containsString("应为四位数字")));
        web.perform(post("/admin/calendar/preview")).andExpect(content().string(containsString("无法识别的操作")));
    }

    @Test
    @DisplayName("修改一条记录时，表单带出原内容")
    void editPrefills() throws Exception {
        web.perform(get("/admin/calendar").param("year", "2026").param("edit", "2026-05-27"))
                .andExpect(content().string(containsString("value=\"2026-05-27\"")))
                .andExpect(content().string(containsString("value=\"待核实：按节日日期推定")));
    }

    private LocalDate lastDay() {
        assertThat(deadlines.open()).hasSize(1);
        OpenDeadline only = deadlines.open().get(0);
        return only.lastDay();
    }

    private static MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder request, Map<String, String> fields) {
        fields.forEach(request::param);
        return request;
    }

    private static String hidden(String name, String html) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as("hidden field %s", name).isTrue();
        return field.group(1);
    }
}
