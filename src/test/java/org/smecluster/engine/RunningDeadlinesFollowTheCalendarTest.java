package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarAdministration;
import org.smecluster.calendar.CalendarChange;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.Confirmation;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.Deadlines;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("日历变动后，流程中的定时和待办到期日同步变更")
class RunningDeadlinesFollowTheCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final CalendarChange WEDNESDAY_OFF =
            new PutDays(MONDAY.plusDays(2), null, DayKind.HOLIDAY, "古尔邦节", "宁政办发〔2026〕99号");
    private static final Instant END_OF_TUESDAY = Instant.parse("2026-12-08T16:00:00Z");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CalendarAdministration calendar;

    @Autowired
    private JdbcClient jdbc;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        TestClock.set(MONDAY);
        BpmnModelInstance model = Bpmn.createExecutableProcess("followsCalendar")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .parallelGateway("fork")
                .intermediateCatchEvent("event_noticeExpired")
                .timerWithDate("${noticeExpiresAt}")
                .endEvent()
                .moveToNode("fork")
                .userTask("task_review")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("followsCalendar.bpmn", model)
                .deploy();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment.getId(), true);
        jdbc.sql("delete from calendar_day where entered_by = 'somebody'").update();
    }

    @Test
    @DisplayName("增加放假日：变量、定时作业、待办到期日都改到新的期限")
    void timerAndTaskMove() {
        Deadline original = new Deadline(LocalDate.of(2026, 12, 7), Instant.parse("2026-12-07T16:00:00Z"), false);
        ProcessInstance instance = start(original);
        assertThat(open(instance, "event_noticeExpired", "noticeExpiresAt")).isEqualTo(original);
        assertThat(open(instance, "task_review", null)).isEqualTo(original);
        assertThat(timerDue()).isEqualTo(original.over());

        change();

        assertThat(timerDue()).isEqualTo(END_OF_TUESDAY);
        assertThat(runtime.getVariable(instance.getId(), "noticeExpiresAt")).isEqualTo("2026-12-09T00:00:00+08:00");
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getDueDate())
                .isEqualTo(Date.from(END_OF_TUESDAY.minusSeconds(1)));
        assertThat(instance).isWaitingAt("event_noticeExpired", "task_review");
    }

    @Test
    @DisplayName("流程已被删除而期限尚存：日历照常修改")
    void deletedInstance() {
        ProcessInstance instance =
                start(new Deadline(LocalDate.of(2026, 12, 7), Instant.parse("2026-12-07T16:00:00Z"), false));
        open(instance, "event_noticeExpired", "noticeExpiresAt");
        runtime.deleteProcessInstance(instance.getId(), "by hand");

        change();

        assertThat(deadlines.open()).extracting(open -> open.dueAt()).containsExactly(END_OF_TUESDAY);
    }

    private ProcessInstance start(Deadline deadline) {
        return runtime.startProcessInstanceByKey(
                "followsCalendar", Map.of("noticeExpiresAt", EngineTime.iso(deadline.over())));
    }

    private Deadline open(ProcessInstance instance, String activityId, String variableName) {
        return deadlines.open(new DeadlineSpec(
                "NXJQ-2026-PC-01", DeadlineKind.PUBLICITY, instance.getId(), activityId, variableName, MONDAY, 5));
    }

    private void change() {
        calendar.apply(WEDNESDAY_OFF, "somebody", Confirmation.of(calendar.preview(WEDNESDAY_OFF)));
    }

    private Instant timerDue() {
        return management.createJobQuery().timers().singleResult().getDuedate().toInstant();
    }
}
