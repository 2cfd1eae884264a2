package org.smecluster.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.FindingWording;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.Cases;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeSource;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.registry.YearlyReports;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.support.YearlyReportRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十六条：从年度报送的集群中择优推荐申报国家级")
class NationalRecommendationTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 10);
    private static final Account CLERK = new Account("officer-1", "丁少华", List.of("province-officer"));
    private static final int FINE_CHEMICALS = 0;
    private static final int GOJI = 1;

    @Autowired
    ApplicationContext context;

    @Autowired
    Desks desks;

    @Autowired
    NationalService national;

    @Autowired
    NationalCandidates candidates;

    @Autowired
    Recommendations recommendations;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    @Autowired
    Notifications notifications;

    @Autowired
    Submissions submissions;

    @Autowired
    Deadlines deadlines;

    @Autowired
    YearlyReports yearly;

    @Autowired
    List<LifeSource> lives;

    private YearlyReportRows reports;

    @BeforeEach
    void theYearIsMonitored() {
        TestClock.set(TODAY);
        reports = YearlyReportRows.of(context, 2026);
    }

    private ProcessInstance started(Object... more) {
        Object[] fields = new Object[more.length + 2];
        fields[0] = "reportYear";
        fields[1] = 2026;
        System.arraycopy(more, 0, fields, 2, more.length);
        ProcessInstance instance = desks.start(OFFICER, "nationalRecommendation", fields);
        desks.runDue();
        return instance;
    }

    private static String caseOf(ProcessInstance instance) {
        return instance.getBusinessKey();
    }

    private void propose(ProcessInstance instance, ClusterRecord cluster, boolean recommended) {
        Instant seen = candidate(instance, cluster).proposal() == null
                ? null
                : candidate(instance, cluster).proposal().at();
        national.propose(
                caseOf(instance),
                cluster.clusterNumber(),
                recommended,
                recommended ? "规模、创新领先" : "增速偏低",
                seen,
                null,
                CLERK);
    }

    private void submit(ProcessInstance instance) {
        desks.complete(OFFICER, instance, "task_proposeSelection", "proposalNote", "综合比较");
    }

    private void approve(ProcessInstance instance) {
        desks.complete(
                LEADER,
                instance,
                "task_decideRecommendations",
                "nationalDecision",
                "APPROVE",
                "opinion",
                "同意推荐",
                "documentNumber",
                "宁工信企发〔2027〕40号",
                "documentDate",
                TODAY.toString(),
                "nationalConfirmed",
                true);
    }

    private Candidate candidate(ProcessInstance instance, ClusterRecord cluster) {
        return recommendations.candidates(caseOf(instance)).stream()
                .filter(each -> each.clusterNumber().equals(cluster.clusterNumber()))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(Candidate candidate, String code) {
        return candidate.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String group, String caseNumber) {
        return notifications.forGroups(List.of(group), "nobody", 0, 1000).stream()
                .filter(each -> each.caseNumber().equals(caseNumber))
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("评估、比较、退回、审定、公布、国家结果：全程走到底，名单和结果记入集群档案，告知县和市")
    void theWholeWay() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        ProcessInstance instance = started("noticeNumber", "工信厅企业函〔2027〕77号", "applyBy", "2027-07-15", "quota", 8);
        assertThat(caseOf(instance)).isEqualTo("NXJQ-2027-GJ-00001");
        assertThat(instance).isWaitingAt("task_proposeSelection");

        Candidate first = candidate(instance, chemicals);
        assertThat(FindingWording.value(finding(first, "minAnnualOutput"))).isEqualTo("86.2 亿元");
        assertThat(finding(first, "minAnnualOutput").outcome()).isEqualTo(Outcome.MET);
        // (79.4 / 66.0)^(1/2) - 1 = 9.68 %
        assertThat(finding(first, "leadingIndustryGrowth").outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(FindingWording.shortfall(finding(first, "leadingIndustryGrowth")))
                .isEqualTo("差 0.3 个百分点以上");
        assertThat(finding(first, "smeRdGrowth").outcome()).isEqualTo(Outcome.NEEDS_EXPLANATION);
        assertThat(finding(first, "smeRdGrowth").requirement()).contains("没有查到出处", "政策负责人补填");
        assertThat(finding(first, "governanceService").forAPerson()).isTrue();
        assertThat(first.decisionVersion()).isPositive();
        assertThat(first.evaluatedOn()).isEqualTo(TODAY);
        assertThat(finding(candidate(instance, goji), "areaSquareKm").outcome()).isEqualTo(Outcome.NEEDS_EXPLANATION);

        propose(instance, chemicals, true);
        assertThatThrownBy(() -> submit(instance)).hasMessageContaining("中宁县枸杞").hasMessageContaining("尚未记录");
        propose(instance, goji, true);
        submit(instance);
        assertThat(desks.offered(LEADER, instance, "task_decideRecommendations", "recorded"))
                .isEqualTo("候选2个，推荐2个：平罗县精细化工产业集群、中宁县枸杞精深加工产业集群");
        desks.complete(
                LEADER,
                instance,
                "task_decideRecommendations",
                "nationalDecision",
                "RETURN",
                "opinion",
                "枸杞集群增速偏低，请再比较");
        assertThat(desks.offered(OFFICER, instance, "task_proposeSelection", "returnOpinion"))
                .isEqualTo("枸杞集群增速偏低，请再比较");
        propose(instance, goji, false);
        submit(instance);
        approve(instance);
        assertThat(told("county-640221", caseOf(instance))).isEmpty();
        desks.runDue();

        assertThat(told("county-640221", caseOf(instance)))
                .singleElement()
                .asString()
                .contains("宁工信企发〔2027〕40号", "2027-07-15");
        assertThat(told("city-6402", caseOf(instance))).hasSize(1);
        assertThat(told("county-640521", caseOf(instance))).isEmpty();
        TestClock.set(LocalDate.of(2027, 11, 20));
        desks.complete(
                OFFICER,
                instance,
                "task_recordNationalResult",
                "nationallyRecognised",
                List.of(chemicals.clusterNumber()),
                "resultDocument",
                "工信部企业函〔2027〕300号",
                "resultDate",
                "2027-11-18");
        desks.runDue();

        assertThat(instance).isEnded().hasPassed("event_nationalResultRecorded");
        assertThat(candidate(instance, chemicals).recognised()).isTrue();
        assertThat(candidate(instance, goji).recognised()).isNull();
        assertThat(told("county-640221", caseOf(instance))).anyMatch(text -> text.contains("已认定为国家级"));
        assertThat(cases.find(caseOf(instance))).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo("NATIONALLY_RECOGNISED");
            assertThat(record.outcomeReason()).isEqualTo("推荐1个，认定1个");
        });
        assertThat(cases.entries(caseOf(instance)))
                .filteredOn(entry -> entry.key().equals("list"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.documentNumber()).isEqualTo("宁工信企发〔2027〕40号");
                    assertThat(entry.particulars()).containsOnlyKeys(chemicals.clusterNumber());
                });
        assertThat(life(chemicals))
                .extracting(LifeEntry::title, LifeEntry::happenedOn, LifeEntry::documentNumber)
                .containsExactly(
                        tuple("推荐申报国家级", TODAY, "宁工信企发〔2027〕40号"),
                        tuple("认定为国家级", LocalDate.of(2027, 11, 18), "工信部企业函〔2027〕300号"));
        assertThat(life(chemicals).get(0).basis()).contains("国家级集群推荐标准”第");
        assertThat(life(goji)).isEmpty();
    }

    private List<LifeEntry> life(ClusterRecord cluster) {
        return lives.stream()
                .filter(NationalLife.class::isInstance)
                .flatMap(source -> source.of(cluster).stream())
                .toList();
    }

    @Test
    @DisplayName("国家没有认定的，如实登记和告知")
    void notRecognised() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        reports.concluded();
        ProcessInstance instance = started();
        propose(instance, chemicals, true);
        submit(instance);
        approve(instance);
        desks.runDue();
        desks.complete(
                OFFICER,
                instance,
                "task_recordNationalResult",
                "resultDocument",
                "工信部企业函〔2027〕300号",
                "resultDate",
                TODAY.toString(),
                "resultNote",
                "专家评审未通过");
        desks.runDue();

        assertThat(instance).isEnded();
        assertThat(candidate(instance, chemicals).recognised()).isFalse();
        assertThat(told("city-6402", caseOf(instance))).anyMatch(text -> text.contains("没有认定为国家级"));
        assertThat(cases.find(caseOf(instance)).orElseThrow().outcome()).isEqualTo("NOT_RECOGNISED");
    }

    @Test
    @DisplayName("没有候选的：写明每个集群的原因，案件终结，该年度可以再启动")
    void noCandidate() {
        reports.reported(0, State.NOT_SUBMITTED, null, null);
        reports.reported(1, State.ACCEPTED, Outcome.MISSING, false);
        reports.reported(2, State.ACCEPTED, Outcome.NOT_MET, true);
        reports.reported(3, State.FORWARDED, Outcome.MET, false);
        ClusterRecord lapsed = reports.accepted(4);
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(lapsed.clusterNumber(), LocalDate.of(2029, 6, 11));
        TestClock.set(TODAY);
        ClusterRecord revoked = reports.accepted(5);
        registry.revoke(revoked.clusterNumber(), "NXJQ-2027-CX-00009", TODAY, "不配合监测", "第十七条(三)", "宁工信企发〔2027〕9号");
        ClusterRecord suspected = reports.accepted(6);
        desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                suspected.clusterNumber(),
                "facts",
                List.of("SUPERVISION_REFUSED"),
                "evidence",
                "拒绝现场核查",
                "occurredOn",
                TODAY.toString());
        reports.concluded();
        ProcessInstance instance = started();

        assertThat(instance).isEnded().hasPassed("event_noCandidate");
        assertThat(recommendations.exclusions(caseOf(instance)))
                .extracting(Exclusion::reason)
                .containsExactlyInAnyOrder(
                        "年度报送为“未报送”",
                        "年度报送的评估结论为“缺数据”",
                        "年度报送的评估结论为“不符合”；年度报送时有第十条所列情形",
                        "年度报送为“待自治区审阅”",
                        "集群现为“到期失效”",
                        "集群现为“撤销”",
                        "撤销案件NXJQ-2027-CX-00001在办");
        assertThat(cases.find(caseOf(instance))).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo("NO_CANDIDATE");
            assertThat(record.outcomeReason()).contains("7个集群都没有列入候选");
        });
        assertThat(told("province-officer", caseOf(instance))).hasSize(1);

        assertThat(caseOf(started())).isEqualTo("NXJQ-2027-GJ-00002");
    }

    @Test
    @DisplayName("没有年报的年度：没有候选")
    void noReport() {
        reports.concluded();
        ProcessInstance instance = started();
        assertThat(instance).isEnded().hasPassed("event_noCandidate");
        assertThat(cases.find(caseOf(instance)).orElseThrow().outcomeReason()).isEqualTo("该年度没有集群报送");
    }

    @Test
    @DisplayName("报送以后发生的事故也算：不列入候选；级别不明的列入，由人判断")
    void incidentsSince() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        incident(chemicals, IncidentLevel.MAJOR);
        incident(goji, null);
        ProcessInstance instance = started();

        assertThat(recommendations.exclusions(caseOf(instance)))
                .extracting(Exclusion::clusterNumber)
                .containsExactly(chemicals.clusterNumber());
        assertThat(recommendations.exclusions(caseOf(instance)).get(0).reason()).contains("第十条");
        assertThat(finding(candidate(instance, goji), "vetoed")).satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(Outcome.NEEDS_EXPLANATION);
            assertThat(FindingWording.reason(found)).contains("级别不明");
        });
    }

    @Test
    @DisplayName("年报评估为需说明的列入候选：软性要求和参考口径不因此排除；有违法违规的不列入，写明是国家标准所列")
    void softMissAndIllegality() {
        ClusterRecord soft = reports.reported(FINE_CHEMICALS, State.ACCEPTED, Outcome.NEEDS_EXPLANATION, false);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        incident(goji, IncidentType.ILLEGALITY, null);
        ProcessInstance instance = started();

        assertThat(finding(candidate(instance, soft), "vetoed").outcome()).isEqualTo(Outcome.MET);
        assertThat(recommendations.exclusions(caseOf(instance)))
                .extracting(Exclusion::clusterNumber, Exclusion::reason)
                .containsExactly(tuple(goji.clusterNumber(), "有违法违规，国家标准总述列为否决情形（第十条没有列出）"));
    }

    private void incident(ClusterRecord cluster, IncidentLevel level) {
        incident(cluster, IncidentType.SAFETY, level);
    }

    private void incident(ClusterRecord cluster, IncidentType type, IncidentLevel level) {
        submissions.addIncident(
                yearly.find(2026, cluster.clusterNumber()).orElseThrow().caseNumber(),
                null,
                new Incident(type, level, TODAY.minusDays(20), null, "甲公司", "应急管理部门通报"),
                CLERK);
    }

    @Test
    @DisplayName("重新评估：新情况按今天的决策表评估，原评估连同版本和日期保留；没有变化的沿用推荐意见，有变化的重新记录")
    void evaluatedAgain() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        ProcessInstance instance = started();
        String caseNumber = caseOf(instance);
        propose(instance, chemicals, true);
        propose(instance, goji, true);
        assertThatThrownBy(() -> candidates.evaluateAgain(caseNumber, " ", 1, CLERK))
                .hasMessageContaining("请写明重新评估的原因");

        TestClock.set(TODAY.plusDays(3));
        incident(chemicals, IncidentLevel.MAJOR);
        incident(goji, null);
        candidates.evaluateAgain(caseNumber, "登记了事故", 1, CLERK);
        assertThat(recommendations.evaluations(caseNumber))
                .extracting(Evaluation::number, Evaluation::reason, Evaluation::candidates, Evaluation::exclusions)
                .containsExactly(tuple(1, null, 2, 0), tuple(2, "登记了事故", 1, 1));
        assertThat(recommendations.candidates(caseNumber, 1))
                .extracting(Candidate::clusterNumber, Candidate::recommended, Candidate::evaluatedOn)
                .containsExactly(
                        tuple(chemicals.clusterNumber(), true, TODAY), tuple(goji.clusterNumber(), true, TODAY));
        assertThat(candidate(instance, goji).proposal()).isNull();
        assertThat(candidate(instance, goji).evaluatedOn()).isEqualTo(TODAY.plusDays(3));
        assertThat(candidate(instance, goji).decisionVersion()).isPositive();
        assertThat(cases.entries(caseNumber)).anySatisfy(entry -> {
            assertThat(entry.title()).isEqualTo("重新评估候选集群");
            assertThat(entry.particulars().get("不再列入候选")).contains("精细化工");
            assertThat(entry.particulars().get("评估有变化，须重新记录推荐意见")).contains("枸杞");
        });
        assertThatThrownBy(() -> submit(instance)).hasMessageContaining("尚未记录");

        assertThatThrownBy(() -> candidates.evaluateAgain(caseNumber, "再来一次", 1, CLERK))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("丁少华");
        assertThatThrownBy(() -> national.propose(caseNumber, goji.clusterNumber(), true, "好", null, 1, CLERK))
                .isInstanceOf(Overtaken.class);
        propose(instance, goji, true);
        candidates.evaluateAgain(caseNumber, "核对一次", 2, CLERK);
        assertThat(candidate(instance, goji).recommended()).isTrue();
        submit(instance);
        assertThatThrownBy(() -> candidates.evaluateAgain(caseNumber, "晚了", 3, CLERK))
                .hasMessageContaining("不在提出名单阶段");
        approve(instance);
        desks.runDue();
        assertThat(life(goji)).extracting(LifeEntry::title).containsExactly("推荐申报国家级");
        assertThat(life(chemicals)).isEmpty();
    }

    @Test
    @DisplayName("国家申报截止前5个、1个工作日9:00提醒经办人员，已经提出的一并提醒审定人员；审定以后不再提醒")
    void remindedOfTheDeadline() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        reports.concluded();
        // a Friday; five working days before is the Friday before
        ProcessInstance instance = started("applyBy", "2027-07-16");
        TestClock.set(LocalDateTime.of(2027, 7, 9, 8, 59));
        desks.runDue();
        assertThat(reminders("province-officer", instance)).isEmpty();
        TestClock.set(LocalDateTime.of(2027, 7, 9, 9, 0));
        desks.runDue();
        assertThat(reminders("province-officer", instance))
                .singleElement()
                .asString()
                .contains("2027-07-16", "尚未提出");
        assertThat(reminders("province-leader", instance)).isEmpty();
        propose(instance, chemicals, true);
        submit(instance);
        TestClock.set(LocalDateTime.of(2027, 7, 15, 9, 0));
        desks.runDue();
        assertThat(reminders("province-officer", instance)).hasSize(2);
        assertThat(reminders("province-leader", instance))
                .singleElement()
                .asString()
                .contains("尚未审定");
        approve(instance);
        desks.runDue();
        assertThat(instance).isWaitingAt("task_recordNationalResult").hasPassed("event_remindersSent");
        assertThat(deadlines.openOf(caseOf(instance)))
                .noneMatch(open -> open.spec().kind() == DeadlineKind.REMINDER);
    }

    @Test
    @DisplayName("截止日期以前已经审定的不提醒，提醒日随之注销；没有规定截止日期的没有提醒")
    void notRemindedAfterTheDecision() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        reports.concluded();
        ProcessInstance instance = started("applyBy", "2027-07-16");
        assertThat(deadlines.openOf(caseOf(instance)))
                .filteredOn(open -> open.spec().kind() == DeadlineKind.REMINDER)
                .hasSize(2);
        propose(instance, chemicals, true);
        submit(instance);
        approve(instance);
        desks.runDue();
        assertThat(deadlines.openOf(caseOf(instance)))
                .noneMatch(open -> open.spec().kind() == DeadlineKind.REMINDER);
        TestClock.set(LocalDate.of(2027, 7, 16));
        desks.runDue();
        assertThat(reminders("province-officer", instance)).isEmpty();
        assertThat(instance).hasNotPassed("service_remindFirst");
    }

    private List<String> reminders(String group, ProcessInstance instance) {
        return told(group, caseOf(instance)).stream()
                .filter(text -> text.startsWith("提醒："))
                .toList();
    }

    @Test
    @DisplayName("审定人员决定本年度不推荐：写明理由，该年度可以再启动；名单上没有推荐的集群不能同意")
    void nothingRecommended() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        reports.concluded();
        ProcessInstance instance = started();
        propose(instance, chemicals, false);
        submit(instance);
        assertThatThrownBy(() -> approve(instance)).hasMessageContaining("没有推荐的集群");
        assertThatThrownBy(() -> desks.complete(
                        LEADER, instance, "task_decideRecommendations", "nationalDecision", "NONE", "opinion", "不推荐"))
                .as("not confirmed")
                .hasMessageContaining("确认决定");
        desks.complete(
                LEADER,
                instance,
                "task_decideRecommendations",
                "nationalDecision",
                "NONE",
                "opinion",
                "今年没有达到国家标准的集群",
                "nationalConfirmed",
                true);

        assertThat(instance).isEnded().hasPassed("event_nothingRecommended");
        assertThat(cases.find(caseOf(instance))).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo("NOTHING_RECOMMENDED");
            assertThat(record.outcomeReason()).isEqualTo("今年没有达到国家标准的集群");
        });
        assertThat(life(chemicals)).isEmpty();
        assertThat(started()).isWaitingAt("task_proposeSelection");
    }

    @Test
    @DisplayName("启动：监测没有办结、已经启动过、截止日期已过的不行；县、市、审定人员不能启动")
    void startIsRefused() {
        reports.accepted(FINE_CHEMICALS);
        assertThatThrownBy(this::started).hasMessageContaining("2026年度的监测还没有办结");
        reports.concluded();
        assertThatThrownBy(() -> started("applyBy", "2027-05-09")).hasMessageContaining("已过");
        for (Clerk clerk : List.of(PINGLUO, SHIZUISHAN, LEADER, new Clerk("expert-ma", "expert"))) {
            assertThatThrownBy(() -> desks.start(clerk, "nationalRecommendation", "reportYear", 2026))
                    .as(clerk.group())
                    .hasMessageContaining("does not have");
        }
        assertThat(started()).isWaitingAt("task_proposeSelection");
        assertThatThrownBy(this::started).hasMessageContaining("已经启动");
    }

    @Test
    @DisplayName("记录推荐意见：没有理由、不是候选、名额超出、别人刚改过的不行；提交以后不能再改")
    void proposalIsRefused() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        ProcessInstance instance = started("quota", 1);
        String caseNumber = caseOf(instance);
        assertThatThrownBy(() -> national.propose(caseNumber, chemicals.clusterNumber(), true, " ", null, null, CLERK))
                .hasMessageContaining("请写明推荐的理由");
        assertThatThrownBy(() -> national.propose(
                        caseNumber, chemicals.clusterNumber(), true, "长".repeat(1001), null, null, CLERK))
                .hasMessageContaining("最多1000个字");
        assertThatThrownBy(() -> national.propose(caseNumber, "NXJQ-640221-0099", true, "好", null, null, CLERK))
                .hasMessageContaining("不是本案的候选");
        propose(instance, chemicals, true);
        assertThatThrownBy(() -> national.propose(caseNumber, chemicals.clusterNumber(), false, "差", null, null, CLERK))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("丁少华");
        propose(instance, goji, true);
        assertThatThrownBy(() -> submit(instance)).hasMessageContaining("名额1个");
        propose(instance, goji, false);
        submit(instance);
        assertThatThrownBy(() -> propose(instance, goji, true)).hasMessageContaining("不在提出名单阶段");
    }

    @Test
    @DisplayName("审定时集群已被撤销、文件日期在将来的，不能同意；结果的日期在将来的，不能登记")
    void approvalIsRefused() {
        ClusterRecord chemicals = reports.accepted(FINE_CHEMICALS);
        ClusterRecord goji = reports.accepted(GOJI);
        reports.concluded();
        ProcessInstance instance = started();
        propose(instance, chemicals, true);
        propose(instance, goji, true);
        submit(instance);
        TestClock.set(TODAY.minusDays(1));
        assertThatThrownBy(() -> approve(instance)).hasMessageContaining("推荐文件日期（2027-05-10）晚于今天");
        TestClock.set(TODAY);
        registry.revoke(goji.clusterNumber(), "NXJQ-2027-CX-00009", TODAY, "不配合监测", "第十七条(三)", "宁工信企发〔2027〕9号");
        assertThatThrownBy(() -> approve(instance))
                .hasMessageContaining("中宁县枸杞")
                .hasMessageContaining("集群现为“撤销”");
        desks.complete(LEADER, instance, "task_decideRecommendations", "nationalDecision", "RETURN", "opinion", "去掉枸杞");
        propose(instance, goji, false);
        submit(instance);
        approve(instance);
        desks.runDue();
        assertThatThrownBy(() -> desks.complete(
                        OFFICER,
                        instance,
                        "task_recordNationalResult",
                        "resultDocument",
                        "工信部企业函〔2027〕300号",
                        "resultDate",
                        "2027-05-11"))
                .hasMessageContaining("公布日期（2027-05-11）晚于今天");
    }
}
