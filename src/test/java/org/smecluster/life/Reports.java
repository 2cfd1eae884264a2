package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Report;
import org.smecluster.life.Script.ReportKind;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yearly monitoring: the clusters' reports, the cities', and those that do not come. */
final class Reports implements Driver.Procedure {

    private final Script script;
    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;

    Reports(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
    }

    /** What is planned for the report with the case number. */
    static Report planned(JdbcClient database, Plan plan, String caseNumber) {
        int year = database.sql("select year from annual_report where case_number = :no")
                .param("no", caseNumber)
                .query(Integer.class)
                .single();
        return plan.reports().get(year + 1);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        List<LocalDate> days = new ArrayList<>();
        for (int year = Script.FIRST_DAY.getYear() + 1; year <= Script.LAST_DAY.getYear(); year++) {
            days.add(LocalDate.of(year, 1, 1));
        }
        script.plans().stream()
                .flatMap(plan -> plan.reports().values().stream())
                .map(Report::on)
                .filter(day -> day != null)
                .forEach(days::add);
        return days;
    }

    /** The timer of 1 January has run where it is there; tests that empty the tables take it away. */
    @Override
    public boolean begin(LocalDate today) {
        if (today.getDayOfYear() != 1
                || database.sql("select count(*) from monitoring_year where year = :year")
                                .param("year", today.getYear() - 1)
                                .query(Integer.class)
                                .single()
                        > 0) {
            return false;
        }
        desks.start(Driver.officer(), "annualMonitoring", "year", today.getYear() - 1);
        return true;
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of(
                "task_reportCultivationWork",
                this::reportAsCity,
                "task_followUpMissing",
                this::followUp,
                "task_concludeYear",
                this::conclude,
                "task_checkReport",
                this::check,
                "task_reviewReport",
                this::review);
    }

    private Optional<LocalDate> reportAsCity(Waiting task) {
        LocalDate day = LocalDate.of(TestClock.today().getYear(), 3, 20);
        if (TestClock.today().isBefore(day)) {
            return Optional.of(day);
        }
        String group = database.sql(
                        "select group_id_ from act_ru_identitylink where task_id_ = :id and type_ = 'candidate'")
                .param("id", task.taskId())
                .query(String.class)
                .single();
        return done(
                new Desks.Clerk("clerk-" + group.substring("city-".length()), group),
                task,
                Map.of("work", "开展培育工作", "plans", "继续推进"));
    }

    /** Waits until the end of April, then no longer. */
    private Optional<LocalDate> followUp(Waiting task) {
        LocalDate last = LocalDate.of(TestClock.today().getYear(), 4, 30);
        return done(
                Driver.officer(),
                task,
                TestClock.today().isBefore(last)
                        ? Map.of("followUp", "WAIT", "waitUntil", last.toString(), "note", "已电话催报")
                        : Map.of("followUp", "STOP", "note", "多次催报未报"));
    }

    private Optional<LocalDate> conclude(Waiting task) {
        LocalDate day = LocalDate.of(TestClock.today().getYear(), 6, 1);
        return TestClock.today().isBefore(day)
                ? Optional.of(day)
                : done(Driver.officer(), task, Map.of("summary", "年度监测完成"));
    }

    private Optional<LocalDate> check(Waiting task) {
        Plan plan = planOf.apply(task);
        ReportKind kind = planned(database, plan, task.caseNumber()).kind();
        boolean first = database.sql("select count(*) from submission where case_number = :no")
                        .param("no", task.caseNumber())
                        .query(Integer.class)
                        .single()
                == 1;
        Map<String, Object> form = new HashMap<>(Map.of("checking", "FORWARD", "opinion", "数据属实"));
        if (kind == ReportKind.RETURNED && first) {
            form.put("checking", "RETURN");
        }
        if (kind == ReportKind.REFUSED) {
            form.put("refused", true);
            form.put("refusalEvidence", "两次拒绝现场核查");
        }
        return done(Driver.city(plan), task, form);
    }

    private Optional<LocalDate> review(Waiting task) {
        ReportKind kind =
                planned(database, planOf.apply(task), task.caseNumber()).kind();
        Map<String, Object> form = new HashMap<>(Map.of("review", "ACCEPT", "opinion", "已审阅"));
        if (kind == ReportKind.FAILING || kind == ReportKind.FAILING_KEPT) {
            form.put("standardsReport", String.valueOf(kind == ReportKind.FAILING));
            form.put("standardsReason", "工业互联网平台应用普及率不足");
        }
        return done(Driver.officer(), task, form);
    }

    private Optional<LocalDate> done(Desks.Clerk clerk, Waiting task, Map<String, Object> form) {
        desks.complete(clerk, task.taskId(), form);
        return Optional.empty();
    }
}
