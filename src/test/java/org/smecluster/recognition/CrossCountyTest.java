package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.region.Neighbours;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.SpoiltForm;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第二条、第十二条(一)：跨县集群填报各县产值，由系统算出最大的；不相邻的请说明，由审查人员判断")
class CrossCountyTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Applications applications;

    @Autowired
    Neighbours neighbours;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("wine-yongning").openBatch();
    }

    /** As entered by 永宁县 with 西夏区, which borders it, unless the test says otherwise. */
    private Map<String, Object> form(String outputs) {
        Map<String, Object> form = new HashMap<>(walk.startForm());
        form.put("countyOutputs", outputs == null ? "" : outputs);
        return form;
    }

    private Map<String, Object> form(List<String> counties, String outputs, String explanation) {
        Map<String, Object> form = form(outputs);
        form.put("involvedCounties", counties);
        form.put("adjacencyExplanation", explanation == null ? "" : explanation);
        return form;
    }

    private HttpResponse<String> submit(String user, Map<String, Object> form) {
        RestCall rest = RestCall.as(user, port);
        return rest.post(rest.startForm("clusterRecognition"), SpoiltForm.asTasklistSends(form));
    }

    private Application accepted(Map<String, Object> form) {
        HttpResponse<String> answer = submit("yongning", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return applications.ofApplicants(List.of("county-640121")).get(0);
    }

    private void refused(Map<String, Object> form, String... sentences) {
        HttpResponse<String> answer = submit("yongning", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentences);
        assertThat(applications.ofApplicants(List.of("county-640121"))).isEmpty();
    }

    private String page(String user, Application application) {
        return Browser.signedIn(user, port)
                .get("/cases/" + application.caseNumber())
                .body();
    }

    @ParameterizedTest(name = "永宁县{0}亿元，西夏区{1}亿元：{2}")
    @CsvSource({
        "15.1001, 15.1, true, 50.0%",
        "15.1, 15.10, true, 50.0%",
        "15.0999, 15.1, false, 50.0%",
        "0, 15.1, false, 0.0%"
    })
    @DisplayName("略高、并列的适格，略低的不适格；各县产值和比例在案件页面上")
    void largest(String own, String other, boolean eligible, String share) {
        Application application = accepted(form("永宁县 " + own + "\n西夏区 " + other));
        assertThat(application.largestOutputShare()).isEqualTo(eligible);
        assertThat(application.eligible()).isEqualTo(eligible);
        assertThat(application.state()).isEqualTo(eligible ? ApplicationState.DRAFT : ApplicationState.INELIGIBLE);
        assertThat(page("yongning", application)).contains("各县（市、区）产值", "（" + share + "）", "西夏区15.1亿元");
    }

    @Test
    @DisplayName("全角、冒号、顿号、单位都看得懂；没有产值的县填0")
    void manyWaysToWrite() {
        accepted(form(List.of("640105", "640106"), "永宁县：２４．３亿元；西夏区 15.1、金凤区0", null));
    }

    @Test
    @DisplayName("缺县、看不懂、多出的县、写了两次、全部为零、没有填：逐项说明怎么改")
    void refusals() {
        refused(form("永宁县 24.3"), "缺少西夏区", "没有产值的填0");
        refused(form("永宁县 24.3\n西夏区 约15"), "“西夏区 约15”看不懂", "平罗县 12.5");
        refused(form("永宁县 24.3\n西夏区 -15"), "“西夏区 -15”看不懂");
        refused(form("永宁 24.3\n西夏区 15.1"), "“永宁 24.3”看不懂");
        refused(form("永宁县 24.3\n西夏区 15.1\n金凤区 3"), "金凤区填写了产值", "没有在“涉及的县（市、区）”中选择");
        refused(form("永宁县 24.3\n西夏区 15.1\n西夏区 3"), "西夏区的产值填写了两次");
        refused(form("永宁县 0\n西夏区 0"), "全部为0");
        refused(form(null), "请填写各县（市、区）上一年产值", "第十二条(一)");
        refused(form(List.of("640121"), "永宁县 24.3", null), "请在“涉及的县（市、区）”中选择本单位以外的县（市、区）");
    }

    @Test
    @DisplayName("最大的不由申报主体自报：表单上没有这一项，接口多交的也不收")
    void notDeclared() {
        Map<String, Object> form = form("永宁县 1\n西夏区 15.1");
        form.put("largestOutputShare", "true");
        refused(form, "largestOutputShare");
    }

    @Test
    @DisplayName("相邻的县，以及经过所涉及的县相连的，不问；不相连的，说出该县的相邻县，请说明")
    void adjacency() {
        refused(
                form(List.of("640221"), "永宁县 24.3\n平罗县 15.1", null),
                "第二条",
                "平罗县与其他县（市、区）不相连",
                "平罗县的相邻县（市、区）有",
                "贺兰县",
                "请核对“涉及的县（市、区）”",
                "相邻情况说明");
        // by way of 兴庆区
        accepted(form(List.of("640104", "640221"), "永宁县 24.3\n平罗县 15.1\n兴庆区 1", null));
    }

    @Test
    @DisplayName("待核实的相邻关系不算相邻，但说明是待核实；写了说明的可以申报")
    void uncertain() {
        assertThat(neighbours.of("640381")).doesNotContain("640181").contains("640121", "640302");
        assertThat(neighbours.uncertain("640381")).containsExactly("640181", "640303");
        HttpResponse<String> asked = submit(
                "qingtongxia",
                Map.of(
                        "clusterName", "青铜峡灵武某产业集群",
                        "leadingIndustry", "乳制品",
                        "crossCounty", "true",
                        "involvedCounties", List.of("640181"),
                        "countyOutputs", "青铜峡市 20\n灵武市 10"));
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("灵武市与青铜峡市是否相邻待核实");
    }

    @Test
    @DisplayName("不相连而已说明的：需说明，不是不符合；市级和自治区在判断以前不能下结论")
    void judged() {
        Application application = accepted(form(List.of("640221"), "永宁县 24.3\n平罗县 15.1", "两地共建园区，中间为国有农场，见规划图。"));
        assertThat(application.eligible()).isTrue();
        assertThat(page("city-yinchuan", application)).contains("相邻情况（需说明）", "平罗县与其他县（市、区）不相连", "两地共建园区，中间为国有农场，见规划图。");
        walk.on(application.caseNumber()).submitted().accepted().as(walk.city());
        Map<String, Object> opinion = Map.of("conclusion", "MEETS", "opinion", "经审查，符合第十一条各项条件。");
        assertThatThrownBy(() -> walk.complete("task_reviewPreliminarily", opinion))
                .hasMessageContainingAll("平罗县与其他县（市、区）不相连", "对需说明事项的判断");
        context.getBean(OtherCities.class)
                .give(
                        application.caseNumber(),
                        "city-6402",
                        true,
                        "同意。",
                        null,
                        null,
                        0,
                        new Account("city-shizuishan", "冯国强", List.of("city-6402")));
        walk.reviewed().recommended().reAssessed().planned(List.of(), false);
        Map<String, Object> conclusion = Map.of("conclusion", "PASS", "opinion", "综合评估结果和核查情况作出本结论。");
        assertThatThrownBy(() -> walk.complete("task_concludeReReview", conclusion))
                .hasMessageContaining("平罗县与其他县（市、区）不相连");
        walk.concluded("PASS");
        assertThat(applications.get(application.id()).state()).isEqualTo(ApplicationState.RE_REVIEWED);
    }

    @Test
    @DisplayName("园区申报跨县集群：产值可以不填，填了也照样算")
    void park() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "clusterName", "平罗大武口某产业集群",
                "leadingIndustry", "精细化工",
                "crossCounty", "true",
                "involvedCounties", List.of("640202")));
        assertThat(submit("pingluo-park", form).statusCode()).isEqualTo(200);
        Application without = applications.ofApplicants(List.of("park-pingluo")).get(0);
        assertThat(without.eligible()).isTrue();
        assertThat(without.largestOutputShare()).isNull();
        assertThat(page("pingluo-park", without)).doesNotContain("各县（市、区）产值");
    }

    @Test
    @DisplayName("以前自报产值比例的申报：照样往下办，页面上不出现各县产值")
    void fromBefore() {
        Application application = accepted(form("永宁县 24.3\n西夏区 15.1"));
        jdbc.sql("delete from application_county").update();
        jdbc.sql("delete from application_extent").update();
        assertThat(page("yongning", application)).contains("是，还涉及西夏区").doesNotContain("<dt>各县（市、区）产值</dt><dd><span>");
        walk.on(application.caseNumber())
                .submitted()
                .accepted()
                .as(walk.city())
                .complete("task_reviewPreliminarily", Map.of("conclusion", "MEETS", "opinion", "经审查，符合第十一条各项条件。"));
        assertThat(applications.get(application.id()).largestOutputShare()).isTrue();
    }

    @Test
    @DisplayName("相邻表：两个方向都查得到，每个县都有相邻的县，每一行都有来源")
    void theTable() {
        assertThat(jdbc.sql("select county from county_neighbour union select neighbour from county_neighbour")
                        .query(String.class)
                        .list())
                .hasSize(22);
        assertThat(neighbours.of("640221")).contains("640205").doesNotContain("640221");
        assertThat(neighbours.of("640205")).contains("640221");
        assertThat(jdbc.sql("select count(*) from county_neighbour where source !~ '.@[0-9a-f]{8}'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
