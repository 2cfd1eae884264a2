package org.smecluster.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.assessment.IncidentLevel.GENERAL;
import static org.smecluster.assessment.IncidentLevel.LARGE;
import static org.smecluster.assessment.IncidentLevel.MAJOR;
import static org.smecluster.assessment.IncidentType.POLLUTION;
import static org.smecluster.assessment.IncidentType.SAFETY;
import static org.smecluster.assessment.IncidentType.TAX_EVASION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Incidents;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十条、第十七条(五)：事故登记进入评估和撤销")
class IncidentRegisterTest {

    private static final Account CITY = new Account("city-shizuishan", "冯国强", List.of("city-6402"));
    private static final Account COLLEAGUE = new Account("city-shizuishan-2", "杨晓红", List.of("city-6402"));
    private static final Account OTHER_CITY = new Account("city-zhongwei", "张建民", List.of("city-6405"));
    private static final Account COUNTY = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final Account LEADER = new Account("leader", "李志强", List.of("province-leader"));
    private static final Account OFFICER = Incidents.OFFICER;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

    @Autowired
    ApplicationContext context;

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisteredIncidents entries;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationCauses causes;

    @Autowired
    Cases cases;

    @Autowired
    Casework casework;

    @Autowired
    Notifications notifications;

    @Autowired
    Submissions submissions;

    @Autowired
    FilingService handedIn;

    @Autowired
    Assessments assessments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IncidentLife life;

    private String cluster;

    @BeforeEach
    void aRecognisedCluster() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        TestClock.set(LocalDate.of(2026, 7, 1));
    }

    private RegisteredIncident entered(Account by, String enterprise, IncidentType type, IncidentLevel level) {
        return register.enter(
                new NewIncident(new Incident(type, level, DAY, null, enterprise, "石应急通报〔2026〕7号"), cluster, null), by);
    }

    private List<CaseRecord> revocations() {
        return cases.open(CaseKind.CX, cluster);
    }

    @Test
    @DisplayName("较大及以上事故、等级未注明的事故各是一条撤销线索，并入一个案件；一般事故和三年以前的不是；没有一个集群被机器撤销")
    void revocation() {
        entered(CITY, "甲公司", SAFETY, GENERAL);
        register.enter(
                new NewIncident(
                        new Incident(SAFETY, MAJOR, LocalDate.of(2023, 6, 30), null, "甲公司", "旧案"), cluster, null),
                CITY);
        assertThat(revocations()).isEmpty();

        RegisteredIncident large = entered(CITY, "乙公司", SAFETY, LARGE);
        RegisteredIncident unknown = entered(OFFICER, "丙公司", POLLUTION, null);

        assertThat(large.vetoed()).isTrue();
        assertThat(large.decisionVersion()).isPositive();
        assertThat(unknown.vetoed()).isNull();
        assertThat(revocations()).singleElement().satisfies(opened -> {
            assertThat(causes.ofCase(opened.caseNumber())).hasSize(2).allSatisfy(cause -> assertThat(cause.fact())
                    .isEqualTo(RevocationFact.MAJOR_INCIDENT));
            assertThat(causes.ofCase(opened.caseNumber()).get(0).evidence())
                    .contains("事故登记第" + large.id() + "号", "冯国强", "乙公司", "较大", "石应急通报〔2026〕7号");
            assertThat(causes.ofCase(opened.caseNumber()).get(1).evidence()).contains("由人判断");
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("revocation")
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.RECOGNISED);
    }

    @Test
    @DisplayName("发生在认定之前的，线索中写明；不在有效期内的集群不立案")
    void beforeRecognitionAndNotInForce() {
        Incidents.entered(register, cluster, TAX_EVASION, null, LocalDate.of(2026, 6, 9));
        assertThat(causes.ofCluster(cluster).get(0).evidence()).contains("2026-06-10认定之前");

        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        TestClock.set(LocalDate.of(2029, 7, 1));
        Incidents.entered(register, cluster, TAX_EVASION, null, LocalDate.of(2029, 6, 30));
        assertThat(causes.ofCluster(cluster)).hasSize(1);
        assertThat(life.of(registry.get(cluster))).hasSize(2);
    }

    @Test
    @DisplayName("同一企业、类型和日期不登记第二次，说明已有的是哪一条、谁在何时登记；撤回后可以重新登记")
    void once() {
        RegisteredIncident first = entered(CITY, "乙公司", SAFETY, GENERAL);
        assertThatThrownBy(() -> entered(OFFICER, "乙公司", SAFETY, LARGE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("事故登记第" + first.id() + "号")
                .hasMessageContaining("冯国强")
                .hasMessageContaining("2026-07-01 ");
        entered(OFFICER, "乙公司", POLLUTION, GENERAL);

        register.takeBack(first.id(), "等级填错", CITY);
        assertThat(entered(CITY, "乙公司", SAFETY, LARGE).id()).isNotEqualTo(first.id());
        assertThat(entries.find(first.id()).orElseThrow().stands()).isFalse();
    }

    @Test
    @DisplayName("市级只登记本市的，自治区经办人员登记全区的；县级、审定人员不能登记；日期不能晚于今天")
    void whoEnters() {
        for (Account nobody : List.of(COUNTY, LEADER)) {
            assertThatThrownBy(() -> entered(nobody, "乙公司", SAFETY, LARGE)).hasMessageContaining("您不在其中");
        }
        assertThatThrownBy(() -> entered(OTHER_CITY, "乙公司", SAFETY, LARGE)).hasMessageContaining("本市没有编号");
        Incident outside = new Incident(SAFETY, LARGE, DAY, null, "丁公司", "通报");
        assertThatThrownBy(() -> register.enter(new NewIncident(outside, null, null), OFFICER))
                .hasMessageContaining("请选择企业所在的市");
        assertThat(register.enter(new NewIncident(outside, null, "city-6405"), OFFICER)
                        .cityGroup())
                .isEqualTo("city-6405");
        Incident tomorrow = new Incident(SAFETY, LARGE, LocalDate.of(2026, 7, 2), null, "丁公司", "通报");
        assertThatThrownBy(() -> register.enter(new NewIncident(tomorrow, cluster, null), CITY))
                .hasMessageContaining("晚于今天");
    }

    @Test
    @DisplayName("只有登记人和自治区可以撤回，写明理由；在办的撤销案件和经办人员得知；集群档案两条都有")
    void takenBack() {
        RegisteredIncident entry = entered(CITY, "乙公司", SAFETY, LARGE);
        String revocation = revocations().get(0).caseNumber();
        assertThatThrownBy(() -> register.takeBack(entry.id(), "有误", COLLEAGUE))
                .hasMessageContaining("只有登记人和自治区经办人员可以撤回");
        assertThatThrownBy(() -> register.takeBack(entry.id(), " ", CITY)).hasMessageContaining("请写明撤回理由");

        register.takeBack(entry.id(), "经复核为邻县企业", OFFICER);

        assertThatThrownBy(() -> register.takeBack(entry.id(), "再次", OFFICER)).hasMessageContaining("已由丁少华撤回");
        assertThat(casework.entries(revocation))
                .extracting(CaseEntry::title)
                .containsOnlyOnce("线索来源已撤回")
                .contains("立案");
        assertThat(notifications.forGroups(List.of("province-officer"), "officer-1", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("经复核为邻县企业"));
        assertThat(revocations()).as("whether to go on is for a person").hasSize(1);
        assertThat(life.of(registry.get(cluster)))
                .extracting(LifeEntry::title)
                .containsExactly("事故登记第" + entry.id() + "号", "事故登记第" + entry.id() + "号撤回");
        assertThat(life.of(registry.get(cluster)).get(0).basis()).startsWith("决策表“否决条件”第");
    }

    @Test
    @DisplayName("更正：一步撤回原登记并登记改正的，互相指明；撤销线索并入同一案件，在办案件和经办人员得知；没有改动、不是登记人的不办理")
    void corrected() {
        RegisteredIncident wrong = entered(CITY, "乙公司", SAFETY, LARGE);
        String revocation = revocations().get(0).caseNumber();
        NewIncident same = new NewIncident(wrong.incident(), cluster, null);
        NewIncident right =
                new NewIncident(new Incident(SAFETY, MAJOR, DAY, null, "乙公司", "石应急通报〔2026〕7号"), cluster, null);
        assertThatThrownBy(() -> register.correct(wrong.id(), same, "等级有误", CITY))
                .hasMessageContaining("没有改动");
        assertThatThrownBy(() -> register.correct(wrong.id(), right, "等级有误", COLLEAGUE))
                .hasMessageContaining("可以更正");
        assertThatThrownBy(() -> register.correct(wrong.id(), right, " ", CITY)).hasMessageContaining("请写明更正理由");
        assertThat(entries.find(wrong.id()).orElseThrow().stands()).isTrue();

        RegisteredIncident corrected = register.correct(wrong.id(), right, "调查报告认定为重大", CITY);

        assertThat(corrected.replaces()).isEqualTo(wrong.id());
        assertThat(entries.find(wrong.id()).orElseThrow()).satisfies(before -> {
            assertThat(before.stands()).isFalse();
            assertThat(before.incident().level()).isEqualTo(LARGE);
            assertThat(before.withdrawal().reason()).isEqualTo("调查报告认定为重大");
            assertThat(before.replacedBy()).isEqualTo(corrected.id());
        });
        assertThatThrownBy(() -> register.correct(wrong.id(), right, "再次", CITY))
                .hasMessageContaining("不能再更正");
        assertThat(revocations()).extracting(CaseRecord::caseNumber).containsExactly(revocation);
        assertThat(causes.ofCase(revocation)).hasSize(2);
        assertThat(casework.entries(revocation))
                .extracting(CaseEntry::text)
                .anyMatch(text -> text.contains("更正，见事故登记第" + corrected.id() + "号"));
        assertThat(life.of(registry.get(cluster)))
                .extracting(LifeEntry::title)
                .contains("事故登记第" + wrong.id() + "号更正为第" + corrected.id() + "号");

        NewIncident minor = new NewIncident(new Incident(SAFETY, GENERAL, DAY, null, "乙公司", "复查结论"), cluster, null);
        register.correct(corrected.id(), minor, "复查为一般事故", OFFICER);
        assertThat(causes.ofCase(revocation)).as("a minor one is no cause").hasSize(2);
        assertThat(revocations()).as("whether to go on is for a person").hasSize(1);
    }

    @Test
    @DisplayName("审查中的申报：登记一条即重新评估，撤回一条再评估一次，先前的评估保持原样；与本案已登记的不重复计算")
    void underReview() {
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started();
        String code = walk.sample().workbook().enterprises().get(0).creditCode().value();
        String name = walk.sample().workbook().enterprises().get(0).name();
        walk.submitted();
        assertThat(assessment(walk, Stage.of(Stage.Kind.CHECK, 1)).vetoed()).isFalse();

        RegisteredIncident entry = register.enter(
                new NewIncident(
                        new Incident(POLLUTION, MAJOR, LocalDate.of(2026, 5, 1), code, name, "石环罚〔2026〕3号"),
                        null,
                        null),
                CITY);
        assertThat(assessment(walk, Stage.of(Stage.Kind.CHECK, 1)).vetoed())
                .as("as it was")
                .isFalse();
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 1)).incidents())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.vetoed()).isTrue();
                    assertThat(finding.incident().source()).contains(entry.named(), "冯国强登记", "石环罚〔2026〕3号");
                });
        assertThatThrownBy(walk.accepted()::reviewed).hasMessageContaining("第十条");

        submissions.addIncident(
                walk.caseNumber(),
                null,
                new Incident(POLLUTION, GENERAL, LocalDate.of(2026, 5, 1), code, name, "市局核查"),
                CITY);
        register.enter(
                new NewIncident(
                        new Incident(SAFETY, GENERAL, LocalDate.of(2026, 5, 2), code, name, "通报"), null, "city-6402"),
                OFFICER);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 2)).incidents()).hasSize(2);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 2))
                        .incidents()
                        .get(0)
                        .incident())
                .satisfies(one -> assertThat(one.level()).isEqualTo(MAJOR))
                .satisfies(one -> assertThat(one.source()).contains("市局核查", "石环罚〔2026〕3号"));

        RegisteredIncident corrected = register.correct(
                entry.id(),
                new NewIncident(
                        new Incident(POLLUTION, LARGE, LocalDate.of(2026, 5, 1), code, name, "石环罚〔2026〕3号"),
                        null,
                        null),
                "等级填错",
                CITY);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 3)).incidents())
                .as("assessed once, with the new one")
                .hasSize(2);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 3))
                        .incidents()
                        .get(0)
                        .incident()
                        .level())
                .isEqualTo(LARGE);
        register.takeBack(corrected.id(), "复核有误", CITY);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 4)).vetoed()).isFalse();
        walk.reviewed().recommended().reAssessed();
        assertThat(assessment(walk, Stage.of(Stage.Kind.REREVIEW, 1)).incidents())
                .hasSize(2);
    }

    @Test
    @DisplayName("审查人员在案件中误登的：登记人或自治区经办人员写明理由撤回，随即重新评估；保留在案；复审办结后也可以，办结后不行")
    void enteredInACaseAndTakenBack() {
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        String caseNumber = walk.caseNumber();
        long first = handedIn.addIncident(
                caseNumber, new Incident(SAFETY, LARGE, LocalDate.of(2026, 5, 3), null, "乙公司", "应急管理局通报"), CITY);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 1)).vetoed()).isTrue();
        assertThatThrownBy(() -> handedIn.takeBackIncident(caseNumber, first, "有误", COLLEAGUE))
                .hasMessageContaining("只有登记人和自治区经办人员可以撤回");
        assertThatThrownBy(() -> handedIn.takeBackIncident(caseNumber, first, " ", CITY))
                .hasMessageContaining("请写明撤回理由");
        assertThatThrownBy(() -> handedIn.takeBackIncident(caseNumber, first + 99, "有误", CITY))
                .hasMessageContaining("没有审查部门登记的这一事项");

        handedIn.takeBackIncident(caseNumber, first, "不是本集群的企业", CITY);

        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 1)).vetoed())
                .as("as it was")
                .isTrue();
        assertThat(assessment(walk, Stage.of(Stage.Kind.REVIEW, 2)).vetoed()).isFalse();
        assertThat(submissions.incidents(
                        submissions.latest(caseNumber).orElseThrow().id()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.stands()).isFalse();
                    assertThat(kept.withdrawal().by()).isEqualTo("冯国强");
                    assertThat(kept.withdrawal().reason()).isEqualTo("不是本集群的企业");
                });
        assertThatThrownBy(() -> handedIn.takeBackIncident(caseNumber, first, "再次", OFFICER))
                .hasMessageContaining("已由冯国强撤回");

        long second = handedIn.addIncident(
                caseNumber, new Incident(SAFETY, GENERAL, LocalDate.of(2026, 5, 4), null, "丙公司", "应急管理局通报"), CITY);
        walk.accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("PASS");
        handedIn.takeBackIncident(caseNumber, second, "重复登记", OFFICER);
        assertThat(assessment(walk, Stage.of(Stage.Kind.REREVIEW, 2)).incidents())
                .isEmpty();

        long third = submissions.addIncident(
                caseNumber, null, new Incident(SAFETY, GENERAL, LocalDate.of(2026, 5, 5), null, "丁公司", "通报"), CITY);
        context.getBean(RecognitionService.class).withdraw(caseNumber, walk.applicant(), "调整发展方向");
        assertThatThrownBy(() -> handedIn.takeBackIncident(caseNumber, third, "有误", CITY))
                .hasMessageContaining("已经决定");
    }

    private Assessment assessment(RecognitionWalk walk, Stage stage) {
        return assessments
                .find(submissions.latest(walk.caseNumber()).orElseThrow().id(), stage)
                .orElseThrow();
    }

    @Test
    @DisplayName("申报主体手中的版本须重新评估后才能提交；复审办结后的，经办和审定人员得到提示")
    void beforeAndAfterTheReview() {
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started();
        String code = walk.sample().workbook().enterprises().get(0).creditCode().value();
        String name = walk.sample().workbook().enterprises().get(0).name();
        walk.assessed();
        register.enter(
                new NewIncident(new Incident(SAFETY, GENERAL, LocalDate.of(2026, 5, 2), code, name, "通报"), null, null),
                CITY);
        assertThatThrownBy(walk::confirmed).hasMessageContaining("评估之后又改动了");
        walk.complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"))
                .declared()
                .jobDone()
                .confirmed()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("PASS");
        RegisteredIncident late = register.enter(
                new NewIncident(new Incident(SAFETY, LARGE, LocalDate.of(2026, 5, 3), code, name, "通报"), null, null),
                CITY);
        for (String group : List.of("province-officer", "province-leader")) {
            assertThat(notifications.forGroups(List.of(group), "somebody", 0, 1000))
                    .extracting(Notification::text)
                    .anyMatch(text -> text.contains(late.named()) && text.contains("已重新评估"));
        }
    }
}
