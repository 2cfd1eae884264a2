package org.smecluster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.support.Altered.named;
import static org.smecluster.support.Altered.withoutLists;
import static org.smecluster.support.Altered.year;
import static org.smecluster.support.Desks.OFFICER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.Submissions;
import org.smecluster.indicator.Figure;
import org.smecluster.law.Outcome;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.material.PlausibilityWarning;
import org.smecluster.material.PreFill;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.registry.YearlyReports;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十六条：集群年度报送，市级审核，按认定的决策表评估并预警")
class AnnualReportTest {

    private static final String NAME = "平罗碳基材料集群";
    private static final String COUNTY = "county-640221";
    private static final String CITY = "city-6402";

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    YearlyReports yearly;

    @Autowired
    AnnualReports reports;

    @Autowired
    AnnualReportService service;

    @Autowired
    RevocationCauses causes;

    @Autowired
    Casework casework;

    @Autowired
    Cases cases;

    @Autowired
    Notifications notifications;

    @Autowired
    FilingService filing;

    @Autowired
    Submissions submissions;

    @Autowired
    PlausibilityCheck plausibility;

    @Autowired
    PreFill preFill;

    private String cluster;
    private ReportWalk walk;

    @BeforeEach
    void opened() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        TestClock.set(LocalDate.of(2027, 1, 1));
        walk = ReportWalk.in(context).begun();
    }

    private AnnualReport report() {
        return walk.report(cluster);
    }

    private String caseNumber() {
        return report().caseNumber();
    }

    private ClusterWorkbook data() {
        return ReportWalk.workbook(NAME, 2027);
    }

    /** With the latest year's total output as given. */
    private ClusterWorkbook withOutput(String total) {
        return withoutLists(year(2, data(), year -> year.with(Figure.TOTAL_OUTPUT, new BigDecimal(total))));
    }

    private List<String> entries(String title) {
        return casework.entries(caseNumber()).stream()
                .filter(entry -> entry.title().equals(title))
                .map(CaseEntry::text)
                .toList();
    }

    private List<RevocationFact> facts() {
        return causes.ofCluster(cluster).stream().map(RevocationCause::fact).toList();
    }

    private List<String> ends() {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("annualReport")
                        .processInstanceBusinessKey(caseNumber())
                        .singleResult()
                        .getId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(each -> each.getActivityId())
                .toList();
    }

    private boolean running() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber())
                        .count()
                > 0;
    }

    @Test
    @DisplayName("3月30日23:59提交的按时；市级报送，评估符合，自治区审阅后办结")
    void inTime() {
        assertThat(notifications.forGroups(List.of(COUNTY), "x", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("2027-03-30前报送"));
        TestClock.set(LocalDateTime.of(2027, 3, 30, 23, 59));
        walk.submitted(cluster, data());
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        assertThat(report().state()).isEqualTo(State.SUBMITTED);
        assertThat(report().late()).isFalse();
        assertThat(report().submittedOn()).isEqualTo(LocalDate.of(2027, 3, 30));
        assertThat(causes.ofCluster(cluster)).isEmpty();

        walk.forwarded(cluster);
        assertThat(report().outcome()).isEqualTo(Outcome.MET);
        assertThat(report().stage()).isEqualTo(Stage.of(Stage.Kind.ANNUAL, 1));
        walk.accepted(cluster);
        assertThat(running()).isFalse();
        assertThat(ends()).containsExactly("event_reportAccepted");
        assertThat(casework.get(caseNumber()).standing()).isEqualTo("已审阅");
        YearlyReport known = yearly.find(2026, cluster).orElseThrow();
        assertThat(known.accepted()).isTrue();
        assertThat(known.late()).isFalse();
        assertThat(known.outcome()).isEqualTo(Outcome.MET);
        assertThat(known.vetoed()).isFalse();
        assertThat(known.submissionId())
                .isEqualTo(submissions.latest(caseNumber()).orElseThrow().id());
    }

    @Test
    @DisplayName("3月30日24:00起为逾期：登记线索，立一件撤销案；之后提交的照样受理，注明逾期，填过的数据不丢失")
    void late() {
        walk.entered(cluster, data(), ReportWalk.declared());
        TestClock.set(LocalDateTime.of(2027, 3, 31, 0, 0));
        walk.due();
        assertThat(report().late()).isTrue();
        assertThat(report().overdue()).isTrue();
        assertThat(facts()).containsExactly(RevocationFact.REPORT_OVERDUE);
        assertThat(causes.ofCluster(cluster).get(0).cause()).isEqualTo("report:" + cluster + ":2026");
        assertThat(causes.ofCluster(cluster).get(0).occurredOn()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
        service.recordOverdue(caseNumber());
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);

        walk.confirmed(cluster);
        assertThat(report().state()).isEqualTo(State.SUBMITTED);
        assertThat(report().late()).isTrue();
        assertThat(report().overdue()).isFalse();
        assertThat(service.inWords(caseNumber())).contains("2027-03-31提交，逾期1日");
        walk.forwarded(cluster).accepted(cluster);
        assertThat(ends()).containsExactlyInAnyOrder("event_overdueRecorded", "event_reportAccepted");
    }

    @Test
    @DisplayName("闰年不影响：2028年1月启动2027年度，3月30日24:00截止")
    void leapYear() {
        walk.reported(cluster, data());
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk next = ReportWalk.in(context).begun();
        TestClock.set(LocalDateTime.of(2028, 3, 30, 23, 59, 59));
        next.submitted(cluster, ReportWalk.workbook(NAME, 2028)).due();
        assertThat(next.report(cluster).late()).isFalse();
        assertThat(next.report(cluster).year()).isEqualTo(2027);
    }

    @Test
    @DisplayName("市级退回补正：另存新版本，补正期满只告知不算逾期；补正后报送")
    void returned() {
        walk.submitted(cluster, data()).returned(cluster);
        assertThat(report().state()).isEqualTo(State.RETURNED);
        assertThat(entries("市级审核")).containsExactly("请核对从业人员数");
        assertThat(notifications.forGroups(List.of(COUNTY), "x", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("退回补正：请核对从业人员数"));
        assertThat(submissions.ofCase(caseNumber())).hasSize(2);
        TestClock.set(LocalDate.of(2027, 4, 1));
        walk.due();
        assertThat(report().late()).isFalse();
        assertThat(facts()).isEmpty();
        assertThat(notifications.forGroups(List.of(COUNTY), "x", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("补正期限已过"));

        walk.submitted(cluster, data()).forwarded(cluster);
        assertThat(report().late()).isFalse();
        assertThat(report().submissionId())
                .isEqualTo(submissions.latest(caseNumber()).orElseThrow().id());
        walk.reviewed(cluster, Map.of("review", "RETURN", "opinion", "请补充出口数据"));
        assertThat(report().state()).isEqualTo(State.RETURNED);
        assertThat(report().outcome()).isEqualTo(Outcome.MET);
        walk.submitted(cluster, data());
        assertThat(report().outcome()).isNull();
        walk.forwarded(cluster).accepted(cluster);
        assertThat(report().state()).isEqualTo(State.ACCEPTED);
        assertThat(entries("自治区审阅")).hasSize(2);
    }

    @Test
    @DisplayName("不接受、不配合监测监督：市级审核时据实记录，作为线索报告；没有证据的不能记录，无关单位不能记录")
    void refused() {
        walk.submitted(cluster, data());
        assertThatThrownBy(() ->
                        walk.checked(cluster, Map.of("checking", "FORWARD", "opinion", "拒绝现场核实", "refused", true)))
                .hasMessageContaining("事实和证据");
        assertThat(facts()).isEmpty();
        walk.checked(
                cluster,
                Map.of(
                        "checking", "FORWARD",
                        "opinion", "数据未经现场核实",
                        "refused", true,
                        "refusalEvidence", "两次拒绝现场核实，见核查记录"));
        assertThat(facts()).containsExactly(RevocationFact.SUPERVISION_REFUSED);
        assertThat(entries("不接受、不配合监测监督")).containsExactly("两次拒绝现场核实，见核查记录");
        assertThatThrownBy(() ->
                        service.recordRefusal(caseNumber(), "证据", new Account("other", "他市", List.of("city-6401"))))
                .hasMessageContaining("只有所在市");
        service.recordRefusal(caseNumber(), "不提供台账", new Account("city", "石嘴山", List.of(CITY)));
        assertThat(facts()).hasSize(2);
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("评估为不符合：经办人员须判断是否报告线索并写明理由；报告的立撤销案，由人决定")
    void standardsNotMet() {
        walk.submitted(cluster, withOutput("18")).forwarded(cluster);
        assertThat(report().outcome()).isEqualTo(Outcome.NOT_MET);
        assertThatThrownBy(() -> walk.reviewed(cluster, Map.of("review", "ACCEPT", "opinion", "已审阅")))
                .hasMessageContaining("不再符合认定标准");
        walk.reviewed(cluster, true);
        assertThat(facts()).containsExactly(RevocationFact.STANDARDS_NOT_MET);
        assertThat(report().state()).isEqualTo(State.ACCEPTED);
        assertThat(registry.get(cluster).state().inForce()).isTrue();
    }

    @Test
    @DisplayName("评估为不符合：经办人员判断不报告的，理由存档")
    void standardsNotReported() {
        walk.submitted(cluster, withOutput("18")).forwarded(cluster).reviewed(cluster, false);
        assertThat(facts()).isEmpty();
        assertThat(casework.entries(caseNumber()))
                .anyMatch(entry -> "限期改进".equals(entry.particulars().get("判断的理由")));
    }

    @Test
    @DisplayName("发现虚假申报：据实记录，作为第十七条(二)的线索报告")
    void falseDeclaration() {
        walk.submitted(cluster, data()).forwarded(cluster);
        walk.reviewed(
                cluster,
                Map.of(
                        "review", "ACCEPT",
                        "opinion", "另案查处",
                        "falseFound", true,
                        "falseEvidence", "企业名单中三家已注销"));
        assertThat(facts()).containsExactly(RevocationFact.FALSE_APPLICATION_FOUND);
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("预警：产值逐年下降，今天符合、到期复核时将低于20亿元的，列明差距并告知申报主体和市级")
    void warned() {
        ClusterWorkbook falling = falling();
        walk.submitted(cluster, falling).forwarded(cluster);
        EarlyWarning warning = reports.warning(caseNumber()).orElseThrow();
        assertThat(warning.conditions())
                .anySatisfy(condition -> assertThat(condition.code()).isEqualTo("minAnnualOutput"));
        assertThat(report().warned()).isTrue();
        assertThat(warning.method()).isNotBlank();
        assertThat(context.getBean(ReportAssessment.class).warningInWords(caseNumber()))
                .contains("到期复核时");
        for (String group : List.of(COUNTY, CITY)) {
            assertThat(notifications.forGroups(List.of(group), "x", 0, 1000))
                    .extracting(Notification::text)
                    .anyMatch(text -> text.contains("预警"));
        }
        assertThat(yearly.find(2026, cluster).orElseThrow().warned()).isTrue();
    }

    private ClusterWorkbook falling() {
        ClusterWorkbook data = data();
        String[] totals = {"30", "26", "22"};
        for (int i = 0; i < totals.length; i++) {
            BigDecimal total = new BigDecimal(totals[i]);
            BigDecimal part = total.multiply(new BigDecimal("0.8"));
            data = year(i, data, year -> year.with(Figure.TOTAL_OUTPUT, total)
                    .with(Figure.SME_OUTPUT, part)
                    .with(Figure.LEADING_INDUSTRY_OUTPUT, part));
        }
        return withoutLists(data);
    }

    @Test
    @DisplayName("审查中登记第十条情形：重新评估，原评估保留")
    void incidents() {
        Incident incident = new Incident(
                IncidentType.SAFETY, IncidentLevel.MAJOR, LocalDate.of(2026, 11, 3), null, "某企业", "宁应急〔2026〕5号");
        walk.submitted(cluster, data());
        filing.addIncident(caseNumber(), incident, new Account("city", "石嘴山", List.of(CITY)));
        walk.forwarded(cluster);
        assertThat(report().vetoed()).isTrue();
        Incident second = new Incident(IncidentType.TAX_EVASION, null, LocalDate.of(2026, 5, 3), null, "某企业", "税务处罚决定");
        filing.addIncident(caseNumber(), second, new Account("officer-1", "丁少华", List.of("province-officer")));
        assertThat(report().stage()).isEqualTo(Stage.of(Stage.Kind.ANNUAL, 2));
        walk.accepted(cluster);
    }

    @Test
    @DisplayName("与上年相比变动过大的数据由系统标出，模板预填上年数据，声明带出上年的")
    void comparedWithLastYear() {
        walk.reported(cluster, data());
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk next = ReportWalk.in(context).begun();
        String now = next.report(cluster).caseNumber();
        assertThat(preFill.source(COUNTY, NAME).orElseThrow().caseNumber()).isEqualTo(caseNumber());
        long version = submissions.latest(now).orElseThrow().id();
        assertThat(submissions.declarations(version).value("pillarIndustry")).isTrue();

        next.entered(cluster, restated("930"), ReportWalk.declared());
        assertThat(plausibility.of(version))
                .extracting(PlausibilityWarning::text)
                .anyMatch(text -> text.contains(caseNumber()));
    }

    @Test
    @DisplayName("退回补正的年报仍与上年数据对照标出变动，原说明沿用；与本案上一版不同的，另行标出")
    void correctionComparedWithLastYear() {
        walk.reported(cluster, data());
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk next = ReportWalk.in(context).begun();
        String now = next.report(cluster).caseNumber();
        String before = caseNumber();
        next.entered(cluster, restated("930"), ReportWalk.declared());
        int place = place(plausibility.of(latest(now)), before);
        filing.explainFigures(now, Map.of(place, "并入园区"), new Account("unit", "平罗", List.of(COUNTY)));
        next.confirmed(cluster).returned(cluster).entered(cluster, restated("930"), ReportWalk.declared());
        assertThat(plausibility.of(latest(now)))
                .filteredOn(warning -> warning.source() != null)
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.source().caseNumber()).isEqualTo(before);
                    assertThat(warning.explanation()).isEqualTo("并入园区");
                });

        next.complete(
                ReportWalk.unit(next.report(cluster)), now, "task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        next.entered(cluster, restated("9300"), ReportWalk.declared());
        assertThat(plausibility.of(latest(now)))
                .filteredOn(warning -> warning.source() != null)
                .extracting(warning -> warning.source().caseNumber())
                .containsExactly(before, now);
    }

    @Test
    @DisplayName("集群更名以后，首份年报仍与认定时的数据对照、预填认定时的数据")
    void renamedSinceTheLastData() {
        walk.reported(cluster, data());
        registry.record(cluster, FactKind.NAME, "平罗新材料集群", LocalDate.of(2027, 6, 1), "NXJQ-2027-BG-00001");
        TestClock.set(LocalDate.of(2028, 1, 1));
        ReportWalk next = ReportWalk.in(context).begun();
        assertThat(next.report(cluster).clusterName()).isEqualTo("平罗新材料集群");
        assertThat(preFill.source(COUNTY, "平罗新材料集群").orElseThrow().caseNumber()).isEqualTo(caseNumber());
        next.entered(cluster, named("平罗新材料集群", restated("930")), ReportWalk.declared());
        assertThat(plausibility.of(latest(next.report(cluster).caseNumber())))
                .anyMatch(warning -> warning.source() != null
                        && warning.source().caseNumber().equals(caseNumber()));
    }

    private long latest(String number) {
        return submissions.latest(number).orElseThrow().id();
    }

    private static int place(List<PlausibilityWarning> warnings, String source) {
        return warnings.indexOf(warnings.stream()
                .filter(warning -> warning.source() != null
                        && warning.source().caseNumber().equals(source))
                .findFirst()
                .orElseThrow());
    }

    /** Next year's data, with another total output of the year that this year's report told. */
    private static ClusterWorkbook restated(String total) {
        return withoutLists(year(
                1, ReportWalk.workbook(NAME, 2028), year -> year.with(Figure.TOTAL_OUTPUT, new BigDecimal(total))));
    }

    @Test
    @DisplayName("报送期间集群被撤销或者到期失效的，报送结案，不再催报，不作为逾期")
    void recognitionEnded() {
        registry.revoke(cluster, "NXJQ-2027-CX-00001", LocalDate.of(2027, 2, 1), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
        assertThat(running()).isFalse();
        assertThat(report().state()).isEqualTo(State.NOT_NEEDED);
        assertThat(ends()).containsExactly("event_reportNotNeeded");
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        assertThat(facts()).isEmpty();
        assertThat(casework.get(caseNumber()).closed()).isTrue();
    }

    @Test
    @DisplayName("自治区不再等候的，结案为未报送；已经提交的不受影响")
    void notSubmitted() {
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due().citiesReported().waitingStopped();
        assertThat(report().state()).isEqualTo(State.NOT_SUBMITTED);
        assertThat(ends()).containsExactlyInAnyOrder("event_overdueRecorded", "event_reportNotSubmitted");
        walk.concluded();
        assertThat(yearly.concluded(2026)).isTrue();
    }

    @Test
    @DisplayName("只有本单位能填报，只有所在市能审核")
    void scope() {
        Map<String, Object> form = new HashMap<>(ReportWalk.declared());
        assertThatThrownBy(() -> walk.complete(
                        new org.smecluster.support.Desks.Clerk("x", "county-640521"),
                        caseNumber(),
                        "task_enterData",
                        form))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new Uploads(context)
                        .take(caseNumber(), "x.xlsx", new byte[0], new Account("x", "中宁", List.of("county-640521"))))
                .hasMessageContaining("只有申报主体");
        assertThat(walk.task(ReportWalk.unit(report()), caseNumber(), "task_enterData"))
                .isNotNull();
        walk.submitted(cluster, data());
        assertThatThrownBy(() -> walk.complete(
                        ReportWalk.city("city-6401"), caseNumber(), "task_checkReport", Map.of("checking", "FORWARD")))
                .isInstanceOf(AssertionError.class);
        assertThat(OFFICER.group()).isEqualTo("province-officer");
    }
}
