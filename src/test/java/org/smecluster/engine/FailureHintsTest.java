package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.law.Refusal;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@DisplayName("作业失败的提示：每一类原因都说明为什么、怎么办")
class FailureHintsTest {

    record Row(Throwable failure, String cause, String advice) {

        @Override
        public String toString() {
            return cause;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        new ProcessEngineException(new Refusal("第十二条(三)：名单尚未公示")),
                        "按规定不能办理：第十二条(三)：名单尚未公示",
                        "请业务经办人员按上述原因和所引条款更正"),
                new Row(new OptimisticLockingException("job"), "同一案件恰被他人同时办理", "系统会自行重试"),
                new Row(new CannotAcquireLockException("deadlock"), "同一案件恰被他人同时办理", "系统会自行重试"),
                new Row(
                        new CannotGetJdbcConnectionException("x", new SQLTransientConnectionException("timeout")),
                        "数据库连接不上",
                        "请数据库管理员检查PostgreSQL是否运行"),
                new Row(new ProcessEngineException(new ConnectException("refused")), "数据库连接不上", "恢复后"),
                new Row(new SQLException("deadlock detected", "40P01"), "同一案件恰被他人同时办理", "系统会自行重试"),
                new Row(
                        new SQLException("violates foreign key constraint \"act_fk_exe_super\"", "23503"),
                        "同一案件恰被他人同时办理",
                        "系统会自行重试"),
                new Row(
                        new ProcessEngineException(new SQLException(
                                "duplicate key value violates unique constraint \"act_uniq_auth_user\"", "23505")),
                        "同一案件恰被他人同时办理",
                        "系统会自行重试"),
                new Row(new SQLException("terminated", "57P01"), "数据库连接不上或者已中断", "请数据库管理员"),
                new Row(new SQLException("no space left on device", "53100"), "空间", "清理磁盘空间"),
                new Row(new SQLException("duplicate key", "23505"), "与已有数据冲突（duplicate key）", "请勿手工修改数据库"),
                new Row(missing("clusterNumber"), "流程变量“clusterNumber”没有值或者类型不对", "请政策负责人检查流程模型"),
                new Row(
                        new IllegalStateException("no decision 'basicConditions' is deployed"),
                        "决策表“basicConditions”没有部署",
                        "请政策负责人部署该决策表"),
                new Row(
                        new NotFoundException("no decision definition deployed with key 'vetoConditions'"),
                        "决策表“vetoConditions”没有部署",
                        "部署"),
                new Row(
                        new ProcessEngineException(
                                "no processes deployed with key 'publicNotice': processDefinition is null"),
                        "流程“publicNotice”没有部署",
                        "请政策负责人部署该流程"),
                new Row(
                        new NotFoundException(
                                "The form with the resource name 'x.form' cannot be found in deployment with id 1"),
                        "任务的表单没有部署",
                        "请政策负责人部署模型引用的表单"),
                new Row(new NoDecisionResult("applicantEligibility"), "决策表“applicantEligibility”没有给出结果", "缺数据的情形也不例外"),
                new Row(new DmnEngineException("hit policy violated"), "决策表无法计算（hit policy violated）", "命中策略"),
                new Row(
                        new ProcessEngineException(
                                "Unknown property used in expression: ${a.b}. Cause: Cannot resolve identifier 'a'"),
                        "表达式${a.b}中的名称不存在",
                        "检查流程模型中的这一表达式"),
                new Row(
                        new ProcessEngineException(
                                "Unknown method used in expression: ${x.y()}. Cause: Cannot find method"),
                        "表达式${x.y()}无法计算",
                        "改正并部署"),
                new Row(
                        new ProcessEngineException("Error while evaluating expression: ${1/0}. Cause: / by zero"),
                        "表达式${1/0}无法计算",
                        "改正并部署"),
                new Row(
                        new IllegalStateException("NXJQ-2026-RD-00001 runs and does not await recognition.decided"),
                        "案件NXJQ-2026-RD-00001仍在办理",
                        "先处理它自己的事件或者待办"),
                new Row(
                        new ProcessEngineException(
                                "ENGINE-02004 No outgoing sequence flow for the element with id 'g' could be selected for continuing the process."),
                        "网关的各条件都不成立",
                        "默认流向"),
                new Row(
                        new IllegalStateException("unforeseen"),
                        "程序出现未预料的错误（IllegalStateException：unforeseen）",
                        "发给系统维护人员"));
    }

    private static Throwable missing(String variable) {
        return new ProcessEngineException(new MissingVariable(variable, "process variable is missing"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("原因和办法")
    void everyRow(Row row) {
        FailureHint hint = FailureHints.of(row.failure());
        assertThat(hint.cause()).contains(row.cause());
        assertThat(hint.advice()).contains(row.advice());
        assertThat(hint.message("登记集群", "")).startsWith("步骤“登记集群”没有完成。原因：").doesNotContain("。。");
    }

    @Test
    @DisplayName("事件的批注取提示中的办法")
    void adviceIsFoundInTheMessage() {
        String message = FailureHints.of(missing("x")).message("登记集群", "不再重试。");
        assertThat(FailureHint.adviceIn(message)).startsWith("处理办法：请政策负责人");
    }
}
