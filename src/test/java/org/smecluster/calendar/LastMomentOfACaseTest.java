package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("期限的最后一刻，在办理中的案件上：月末、闰年、节假日、办理期间新增的放假日")
class LastMomentOfACaseTest {

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationCauses causes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CalendarAdministration calendar;

    @Autowired
    JdbcClient database;

    @AfterEach
    void rowsRemoved() {
        database.sql("delete from calendar_day where entered_by = 'administrator'")
                .update();
    }

    private String recognised(LocalDate publishedOn) {
        TestClock.set(publishedOn);
        return CaseWalk.recognised(registry);
    }

    private ProcessInstance reported(String cluster, LocalDate changedOn) {
        return reported(cluster, "AREA", changedOn);
    }

    private ProcessInstance reported(String cluster, String kind, LocalDate changedOn) {
        return desks.start(
                PINGLUO,
                "changeFiling",
                "clusterNumber",
                cluster,
                "changeKind",
                kind,
                "changedOn",
                changedOn.toString(),
                "newValue",
                "向东扩展",
                "description",
                "园区扩区");
    }

    private void filed(ProcessInstance instance) {
        desks.complete(PINGLUO, instance, "task_confirmFiling", "filingStep", "SUBMIT", "newValue", "向东扩展");
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "属实");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意");
        desks.runDue();
    }

    @ParameterizedTest(name = "{0}变动，{1} 24:00截止（{2}）")
    @DisplayName("第十五条：最后一日23:59提交的按期，24:00提交的逾期并成为线索")
    @CsvSource({
        "2024-01-31, 2024-02-29, 闰年没有2月31日",
        "2027-01-31, 2027-03-01, 平年2月28日是周日",
        "2026-01-31, 2026-02-28, 2月28日虽是周六而调休上班",
        "2028-01-31, 2028-02-29, 尚未公布的闰年",
        "2026-01-16, 2026-02-24, 2月16日在春节假期中",
        "2026-09-01, 2026-10-08, 10月1日起国庆放假",
        "2024-03-10, 2024-04-12, 4月10日和11日开斋节放假"
    })
    void changes(LocalDate changedOn, LocalDate lastDay, String why) {
        String cluster = recognised(changedOn.minusDays(60));
        TestClock.set(lastDay.atTime(23, 59));
        ProcessInstance inTime = reported(cluster, changedOn);
        assertThat(lastDayOf(inTime)).isEqualTo(lastDay);
        filed(inTime);
        assertThat(inTime).isEnded().hasNotPassed("service_reportLateFiling");
        assertThat(causes.ofCluster(cluster)).isEmpty();

        TestClock.set(lastDay.plusDays(1).atTime(LocalTime.MIDNIGHT));
        ProcessInstance late = reported(cluster, "OPERATING_BODY", changedOn);
        filed(late);
        assertThat(late).isEnded().hasPassed("service_reportLateFiling");
        assertThat(causes.ofCluster(cluster))
                .extracting(RevocationCause::fact)
                .containsExactly(RevocationFact.CHANGE_UNFILED);
    }

    @Test
    @DisplayName("第十五条：备案期限届满前新增开斋节放假，末日顺延，待办到期日随之改变；节后提交不逾期")
    void holidayAddedWhileAFilingWaits() {
        String cluster = recognised(LocalDate.of(2026, 12, 1));
        TestClock.set(LocalDate.of(2027, 2, 20));
        ProcessInstance filing = reported(cluster, LocalDate.of(2027, 2, 10));
        assertThat(lastDayOf(filing)).isEqualTo(LocalDate.of(2027, 3, 10));
        ProcessInstance neverSubmitted = reported(cluster, LocalDate.of(2027, 2, 11));
        assertThat(lastDayOf(neverSubmitted)).isEqualTo(LocalDate.of(2027, 3, 11));

        holiday(LocalDate.of(2027, 3, 10), LocalDate.of(2027, 3, 11), "开斋节");

        assertThat(lastDayOf(filing)).isEqualTo(LocalDate.of(2027, 3, 12));
        TestClock.set(LocalDate.of(2027, 3, 12).atTime(23, 59));
        filed(filing);
        assertThat(filing).isEnded().hasNotPassed("service_reportLateFiling");
        assertThat(causes.ofCluster(cluster))
                .as("the period of the other runs on, too")
                .isEmpty();

        TestClock.set(LocalDate.of(2027, 3, 13).atTime(LocalTime.MIDNIGHT));
        desks.runDue();
        assertThat(neverSubmitted).isWaitingAt("task_confirmFiling").hasPassed("event_unfiledReported");
        assertThat(causes.ofCluster(cluster)).hasSize(1);
    }

    private LocalDate lastDayOf(ProcessInstance filing) {
        Instant due =
                desks.task(PINGLUO, filing, "task_confirmFiling").getDueDate().toInstant();
        return LocalDate.ofInstant(due, Deadline.ZONE);
    }

    @Test
    @DisplayName("第十七条：陈述申辩期间新增开斋节放假，定时顺延：原届满时刻不结束，新的届满时刻才结束")
    void holidayAddedWhileAHearingRuns() {
        String cluster = recognised(LocalDate.of(2026, 12, 1));
        TestClock.set(LocalDate.of(2027, 3, 4));
        ProcessInstance revocation = CaseWalk.groundsFound(desks, cluster);
        desks.runDue();
        assertThat(timer(revocation)).isEqualTo(endOf(2027, 3, 11));

        TestClock.set(LocalDate.of(2027, 3, 8));
        holiday(LocalDate.of(2027, 3, 10), LocalDate.of(2027, 3, 11), "开斋节");

        assertThat(timer(revocation)).isEqualTo(endOf(2027, 3, 15));
        assertThat(runtime.getVariable(revocation.getId(), "hearingEndsAt")).isEqualTo("2027-03-16T00:00:00+08:00");
        TestClock.set(LocalDate.of(2027, 3, 15).atTime(23, 59));
        desks.runDue();
        assertThat(revocation).isWaitingAt("task_stateDefence");
        TestClock.set(LocalDate.of(2027, 3, 16).atTime(LocalTime.MIDNIGHT));
        desks.runDue();
        assertThat(revocation).isWaitingAt("task_checkLegality").hasPassed("service_recordSilence");
    }

    private Instant timer(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private void holiday(LocalDate from, LocalDate to, String name) {
        PutDays days = new PutDays(from, to, DayKind.HOLIDAY, name, "宁政办发〔2027〕9号");
        calendar.apply(days, "administrator", Confirmation.of(calendar.preview(days)));
    }

    private static Instant endOf(int year, int month, int day) {
        return Deadline.endOf(LocalDate.of(year, month, day), false).over();
    }
}
