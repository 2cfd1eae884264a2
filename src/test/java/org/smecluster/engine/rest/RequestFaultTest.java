package org.smecluster.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("请求本身的错误与系统的错误分得清")
class RequestFaultTest {

    private static int status(Throwable cause) {
        return RequestFault.of(new ProcessEngineException("wrapped", cause))
                .map(RequestFault::status)
                .orElse(500);
    }

    @Test
    @DisplayName("数据库不保存的值、已有的成员、算不出的决策：4xx；别的唯一约束、断开的连接：500")
    void told() {
        assertThat(status(new SQLException("invalid byte sequence", "22021"))).isEqualTo(400);
        assertThat(status(new SQLException("unique constraint \"act_id_user_pkey\"", "23505")))
                .isEqualTo(409);
        assertThat(status(new FeelException("failed to parse"))).isEqualTo(400);
        assertThat(status(new SQLException("unique constraint \"case_number\"", "23505")))
                .isEqualTo(500);
        assertThat(status(new SQLException("gone", "08006"))).isEqualTo(500);
        assertThat(status(new MismatchingMessageCorrelationException("recognition.withdrawn", "a second time")))
                .isEqualTo(409);
    }

    @Test
    @DisplayName("流程的一步里算不出的决策，是系统的错误")
    void inAStep() {
        FeelException failed = new FeelException("failed to parse");
        failed.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    "org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior", "execute", null, 1)
        });
        assertThat(status(failed)).isEqualTo(500);
    }
}
