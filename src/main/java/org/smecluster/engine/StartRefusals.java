package org.smecluster.engine;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** What an operator reads in place of a stack trace where a start fails for want of a database that it can use. */
class StartRefusals implements FailureAnalyzer {

    private static final String SETTINGS =
            "请设置环境变量 SPRING_DATASOURCE_URL（如 jdbc:postgresql://主机:5432/库名）、SPRING_DATASOURCE_USERNAME、"
                    + "SPRING_DATASOURCE_PASSWORD 后重新启动，见 docs/operations.md。";

    private static final String ANOTHER_DATABASE = "试用环境请先备份（如需保留）再删除数据文件夹 data，重新启动即从头建库；正式环境请换回原来的版本，或另建一个空库。";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseIsNamed.NotNamed) {
                return new FailureAnalysis("没有指定数据库，系统未启动。", SETTINGS, failure);
            }
            if (cause instanceof DatabaseOfThisHistory.Other) {
                return new FailureAnalysis("这个数据库是本系统的另一版本建立的，本版本不能接着用，系统未启动。", ANOTHER_DATABASE, failure);
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                FailureAnalysis analysis = analyze(refused.getSQLState(), failure);
                if (analysis != null) {
                    return analysis;
                }
            }
        }
        return null;
    }

    /** By the class of the state, PostgreSQL appendix A. */
    private static FailureAnalysis analyze(String state, Throwable failure) {
        return switch (state.substring(0, 2)) {
            case "08" -> new FailureAnalysis("数据库连接不上，系统未启动。", "请检查数据库是否已启动、网络是否相通。" + SETTINGS, failure);
            case "28" -> new FailureAnalysis("数据库不接受所给的用户或密码，系统未启动。", SETTINGS, failure);
            case "3D" -> new FailureAnalysis("数据库服务器上没有所指定的库，系统未启动。", "请先建库。" + SETTINGS, failure);
            default -> null;
        };
    }
}
