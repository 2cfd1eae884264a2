package org.smecluster.engine;

import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.smecluster.law.Refusal;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * From what was thrown to what an administrator should do. The first row that knows any of the causes answers, the
 * outermost cause first.
 */
final class FailureHints {

    private static final String RETRY = "在Cockpit中对该作业点击“重试”";

    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("Unknown property used in expression: (.*?)\\. Cause: Cannot resolve identifier");
    private static final Pattern UNKNOWN_EXPRESSION =
            Pattern.compile("Unknown (?:property|method) used in expression: (.*?)\\. Cause");
    private static final Pattern BAD_EXPRESSION = Pattern.compile("Error while evaluating expression: (.*?)\\. Cause");
    private static final Pattern NO_DECISION =
            Pattern.compile("no decision '([^']*)' is deployed|no decision definition deployed with key '([^']*)'");
    private static final Pattern NO_PROCESS = Pattern.compile("no processes deployed with key '([^']*)'");
    private static final Pattern NO_FORM =
            Pattern.compile("The form with the resource name '([^']*)' cannot be found|[Ff]orm with key '?([^' ]*)'? ");
    private static final Pattern NOT_LISTENING = Pattern.compile("(\\S+) runs and does not await (\\S+)");

    private static final List<Function<Throwable, FailureHint>> ROWS = List.of(
            FailureHints::refusal,
            FailureHints::conflict,
            FailureHints::database,
            FailureHints::missingVariable,
            FailureHints::missingDefinition,
            FailureHints::noResult,
            FailureHints::decision,
            FailureHints::expression,
            FailureHints::notListening,
            FailureHints::model);

    private FailureHints() {}

    static FailureHint of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Function<Throwable, FailureHint> row : ROWS) {
                FailureHint hint = row.apply(cause);
                if (hint != null) {
                    return hint;
                }
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new FailureHint(
                "程序出现未预料的错误（" + root.getClass().getSimpleName()
                        + (root.getMessage() == null ? "" : "：" + root.getMessage()) + "）",
                "请把本条信息和作业的错误堆栈发给系统维护人员；查明原因后" + RETRY);
    }

    private static FailureHint refusal(Throwable cause) {
        List<String> reasons = cause instanceof Refusal refusal
                ? refusal.reasons()
                : cause instanceof FormRejected rejected ? rejected.sentences() : null;
        return reasons == null
                ? null
                : new FailureHint("按规定不能办理：" + String.join("；", reasons), "请业务经办人员按上述原因和所引条款更正案件资料，更正后" + RETRY);
    }

    private static FailureHint conflict(Throwable cause) {
        return Conflicts.isOne(cause) ? new FailureHint("同一案件恰被他人同时办理", "一般无须处理，系统会自行重试；持续出现时请与系统维护人员联系") : null;
    }

    private static FailureHint database(Throwable cause) {
        String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        if (cause instanceof CannotGetJdbcConnectionException
                || cause instanceof SQLTransientException
                || cause instanceof ConnectException
                || cause instanceof SocketException
                || state.startsWith("08")
                || state.startsWith("57P")) {
            return new FailureHint("数据库连接不上或者已中断", "请数据库管理员检查PostgreSQL是否运行、连接数是否用尽；恢复后" + RETRY);
        }
        if (state.startsWith("53")) {
            return new FailureHint("数据库空间或者连接数不足", "请数据库管理员清理磁盘空间或者增加连接数，然后" + RETRY);
        }
        if (state.startsWith("23")) {
            return new FailureHint(
                    "要保存的数据与已有数据冲突（" + cause.getMessage().lines().findFirst().orElse("") + "）",
                    "请勿手工修改数据库；把本条信息发给系统维护人员，查明后" + RETRY);
        }
        return null;
    }

    private static FailureHint missingVariable(Throwable cause) {
        return cause instanceof MissingVariable missing
                ? new FailureHint(
                        "流程变量“" + missing.name() + "”没有值或者类型不对", "请政策负责人检查流程模型：此步骤之前须给出该变量。在Cockpit中补上变量的值以后" + RETRY)
                : null;
    }

    private static FailureHint missingDefinition(Throwable cause) {
        Optional<FailureHint> decision = named(NO_DECISION, cause)
                .map(key -> new FailureHint("决策表“" + key + "”没有部署", "请政策负责人部署该决策表（决策编号须一致），然后" + RETRY));
        Optional<FailureHint> process = named(NO_PROCESS, cause)
                .map(key -> new FailureHint("流程“" + key + "”没有部署", "请政策负责人部署该流程（流程编号须一致），然后" + RETRY));
        Optional<FailureHint> form =
                named(NO_FORM, cause).map(key -> new FailureHint("任务的表单没有部署", "请政策负责人部署模型引用的表单（表单编号须一致），然后" + RETRY));
        return decision.or(() -> process).or(() -> form).orElse(null);
    }

    private static FailureHint noResult(Throwable cause) {
        return cause instanceof NoDecisionResult missing
                ? new FailureHint(
                        "决策表“" + missing.decision() + "”没有给出结果", "请政策负责人检查该决策表：每一种情形都须有一条规则，缺数据的情形也不例外。改正并部署后" + RETRY)
                : null;
    }

    private static FailureHint decision(Throwable cause) {
        return cause instanceof DmnEngineException || cause.getClass().getName().contains(".feel.")
                ? new FailureHint("决策表无法计算（" + cause.getMessage() + "）", "请政策负责人检查该决策表的表达式和命中策略，改正并部署后" + RETRY)
                : null;
    }

    private static FailureHint expression(Throwable cause) {
        Optional<String> name = named(UNKNOWN_NAME, cause);
        if (name.isPresent()) {
            return new FailureHint(
                    "表达式" + name.get() + "中的名称不存在",
                    "请政策负责人检查流程模型中的这一表达式：变量须在此步骤之前给出，程序组件的名称须与系统提供的一致。改正并部署后，把案件迁移到新版本，或者补上变量的值，再" + RETRY);
        }
        return named(UNKNOWN_EXPRESSION, cause)
                .or(() -> named(BAD_EXPRESSION, cause))
                .map(text -> new FailureHint("表达式" + text + "无法计算", "请政策负责人检查流程模型中的这一表达式，改正并部署后，把案件迁移到新版本，再" + RETRY))
                .orElse(null);
    }

    private static FailureHint notListening(Throwable cause) {
        Matcher found = NOT_LISTENING.matcher(String.valueOf(cause.getMessage()));
        return found.find()
                ? new FailureHint(
                        "案件" + found.group(1) + "仍在办理，还没有走到等候通知的一步",
                        "请在Cockpit中打开案件" + found.group(1) + "，先处理它自己的事件或者待办，然后" + RETRY)
                : null;
    }

    private static FailureHint model(Throwable cause) {
        return cause instanceof ParseException
                ? new FailureHint("流程模型无法读取（" + cause.getMessage() + "）", "请政策负责人在Modeler中改正模型并重新部署，然后" + RETRY)
                : cause instanceof ProcessEngineException engine
                                && String.valueOf(engine.getMessage())
                                        .contains("could be selected for continuing the process")
                        ? new FailureHint("网关的各条件都不成立，不知往哪里走", "请政策负责人检查网关的条件，或者给出一条默认流向；在Cockpit中更正变量的值以后" + RETRY)
                        : null;
    }

    private static Optional<String> named(Pattern pattern, Throwable cause) {
        Matcher found = pattern.matcher(String.valueOf(cause.getMessage()));
        if (!found.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Optional.of(found.group(group));
            }
        }
        return Optional.of("");
    }
}
