package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("案件之间的消息：收件案件还没有等候时留存，同一事由只送一次")
class MailboxTest {

    private static final String CASE = "NXJQ-2026-XX-00001";

    @Autowired
    Mailbox mailbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Deployment deployment;

    @BeforeEach
    void aCaseThatWaitsTwice() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "mailboxTest.bpmn",
                        Bpmn.createExecutableProcess("mailboxTest")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("task_before")
                                .intermediateCatchEvent("event_first")
                                .message("mailboxTest.told")
                                .userTask("task_between")
                                .intermediateCatchEvent("event_second")
                                .message("mailboxTest.told")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void removed() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    @DisplayName("案件还没有开始，消息留存；开始并等候后送达一次，带着变量")
    void aLetterWaitsForItsReceiver() {
        post("cause-1", Map.of("answer", "yes", "count", 3, "flag", true));
        assertThat(mailbox.deliverWaiting()).isZero();

        start();
        assertThat(mailbox.deliverWaiting())
                .as("the case runs and does not listen yet")
                .isZero();
        proceed("task_before");
        assertThat(mailbox.deliverWaiting()).isEqualTo(1);

        assertThat(at("task_between")).isEqualTo(1);
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("answer")
                        .singleResult()
                        .getValue())
                .isEqualTo("yes");
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("count")
                        .singleResult()
                        .getValue())
                .isEqualTo(3);
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("flag")
                        .singleResult()
                        .getValue())
                .isEqualTo(true);
    }

    @Test
    @DisplayName("先有许多消息一直等不到收件案件，后来的照样送达")
    void manyThatWaitKeepNobodyWaiting() {
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 501; i++) {
                mailbox.post("early-" + i, "mailboxTest.told", "NXJQ-2026-XX-9" + i, Map.of());
            }
        });
        post("cause-1", Map.of());
        start();
        proceed("task_before");
        assertThat(mailbox.deliverWaiting()).isEqualTo(1);
        assertThat(mailbox.waiting()).isEqualTo(501);
        assertThat(at("task_between")).isEqualTo(1);
    }

    @Test
    @DisplayName("正在等候的案件当场收到；同一事由再送，不再推进")
    void theSameCauseIsToldOnce() {
        start();
        proceed("task_before");
        post("cause-1", Map.of());
        assertThat(at("task_between")).isEqualTo(1);
        proceed("task_between");

        post("cause-1", Map.of());
        assertThat(mailbox.deliverWaiting()).isZero();
        assertThat(at("event_second")).isEqualTo(1);
    }

    @Test
    @DisplayName("发件一方的事务没有提交，消息也不存在")
    void aLetterIsPartOfItsSendersTransaction() {
        transactions.executeWithoutResult(status -> {
            mailbox.post("cause-1", "mailboxTest.told", CASE, Map.of());
            status.setRollbackOnly();
        });
        assertThat(mailbox.waiting()).isZero();
    }

    @Test
    @DisplayName("收件案件已经办结，消息注明原因后不再投送")
    void aLetterToAClosedCaseIsDropped() {
        start();
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(CASE)
                        .singleResult()
                        .getId(),
                "over");
        post("cause-1", Map.of());
        assertThat(mailbox.waiting()).isZero();
        assertThat(jdbc.sql("select dropped from mailbox").query(String.class).single())
                .isEqualTo("收件案件已办结");
    }

    private void post(String cause, Map<String, Object> variables) {
        transactions.executeWithoutResult(status -> mailbox.post(cause, "mailboxTest.told", CASE, variables));
    }

    private void start() {
        runtime.startProcessInstanceByKey("mailboxTest", CASE);
    }

    private void proceed(String from) {
        runtime.createProcessInstanceModification(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(CASE)
                        .singleResult()
                        .getId())
                .cancelAllForActivity(from)
                .startAfterActivity(from)
                .execute();
    }

    private long at(String activity) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(CASE)
                .activityId(activity)
                .count();
    }
}
