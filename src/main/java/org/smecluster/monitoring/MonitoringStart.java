package org.smecluster.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Which year an officer can begin to monitor by hand: the one before, where the new year has not begun it. */
@Component
@LegalBasis(article = 16)
class MonitoringStart implements Startable {

    private final MonitoringService monitoring;
    private final Clock clock;

    MonitoringStart(MonitoringService monitoring, Clock clock) {
        this.monitoring = monitoring;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "annualMonitoring";
    }

    @Override
    public String deed() {
        return "启动";
    }

    @Override
    public String field() {
        return "year";
    }

    @Override
    public List<StartOption> options(Account person) {
        int year = LocalDate.now(clock).getYear() - 1;
        return List.of(new StartOption(
                String.valueOf(year),
                year + "年度",
                year + "年度，一般由系统在1月1日自动启动（第十六条）",
                null,
                monitoring.whyNot(year).orElse(null)));
    }
}
