package org.smecluster.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smecluster.life.ExpectedLife.Life;
import org.smecluster.life.Script.Plan;
import org.smecluster.whatif.KeptJudgements;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong on the last day; nothing should be. */
final class LastDay {

    private final ApplicationContext context;
    private final Script script;
    private final JdbcClient database;
    private final List<String> problems = new ArrayList<>();

    private LastDay(ApplicationContext context, Script script) {
        this.context = context;
        this.script = script;
        this.database = context.getBean(JdbcClient.class);
    }

    static List<String> problems(ApplicationContext context, Script script) {
        return problems(context, script, Set.of());
    }

    /** @param moves of cases to another version, such as {@code NXJQ-2023-RD-00007 migration-1} */
    static List<String> problems(ApplicationContext context, Script script, Set<String> moves) {
        LastDay day = new LastDay(context, script);
        day.moves(moves);
        day.lives();
        day.running();
        day.numbers();
        day.problems.addAll(KeptJudgements.otherwise(context));
        return day.problems;
    }

    private void lives() {
        RecordedLife recorded = new RecordedLife(context);
        Map<String, Integer> cases = new TreeMap<>();
        // each year's reports are collected in a case of their own
        cases.put("cases BS", Script.LAST_DAY.getYear() - Script.FIRST_DAY.getYear());
        for (Plan plan : script.plans()) {
            Life expected = ExpectedLife.of(plan);
            Life found = recorded.of(plan);
            expected.forEach((what, value) -> {
                if (what.startsWith("cases ")) {
                    cases.merge(what, Integer.parseInt(value), Integer::sum);
                }
            });
            if (!expected.equals(found)) {
                problems.add(plan.name() + "\n  expected " + expected + "\n  found    " + found);
            }
        }
        if (!cases.equals(cases())) {
            problems.add("cases by kind\n  expected " + cases + "\n  found    " + cases());
        }
    }

    private Map<String, Integer> cases() {
        Map<String, Integer> cases = new TreeMap<>();
        database.sql("select 'cases ' || kind, count(*) from case_record group by 1")
                .query((row, i) -> cases.put(row.getString(1), row.getInt(2)))
                .list();
        return cases;
    }

    /** Each said once in its case, and no other. */
    private void moves(Set<String> moves) {
        List<String> said = database.sql("""
                        select case_number || ' ' || key from case_entry where key like 'migration-%' order by 1
                        """).query(String.class).list();
        if (!said.equals(List.copyOf(new TreeSet<>(moves)))) {
            problems.add("moves\n  expected " + new TreeSet<>(moves) + "\n  found    " + said);
        }
    }

    private void running() {
        none("incident, ever", "select incident_msg_ from act_hi_incident");
        none("job failed or not run", """
                select coalesce(process_def_key_, '') || ' ' || duedate_ from act_ru_job
                where retries_ = 0 or duedate_ < timestamp '2029-12-31 09:00'
                """);
        none("task", "select task_def_key_ from act_ru_task");
        none("letter", "select cause from mailbox where delivered_at is null and dropped is null");
        none("open case", "select case_number from case_record where closed_at is null");
        none("open deadline", "select case_number from deadline where closed_at is null");
        none("runs but watches over no term in force, or does not and should", """
                (select business_key_ from act_ru_execution where parent_id_ is null and super_exec_ is null
                 except select cluster_number from cluster
                         where state in ('RECOGNISED', 'UNDER_REVIEW', 'AWAITING_REVIEW')
                 except select round_number from review_round where state = 'OPEN')
                union all
                (select cluster_number from cluster where state in ('RECOGNISED', 'UNDER_REVIEW', 'AWAITING_REVIEW')
                 except select business_key_ from act_ru_execution where parent_id_ is null and super_exec_ is null)
                """);
        none("runs twice", """
                select business_key_ from act_ru_execution where parent_id_ is null and super_exec_ is null
                group by 1 having count(*) > 1
                """);
    }

    /** No number twice, and no gap: of each kind and year the last is as high as there are. */
    private void numbers() {
        none("gap or double among case numbers", """
                select left(case_number, 12) || ' ' || count(*) || ' ' || max(right(case_number, 5))
                from case_record
                group by left(case_number, 12)
                having count(*) <> max(right(case_number, 5)::int) or count(*) <> count(distinct case_number)
                """);
        none("gap or double among cluster numbers", """
                select left(cluster_number, 11) || ' ' || count(*) from cluster group by left(cluster_number, 11)
                having count(*) <> max(right(cluster_number, 4)::int)
                """);
    }

    private void none(String what, String query) {
        database.sql(query).query((row, i) -> what + ": " + row.getString(1)).list().stream()
                .limit(20)
                .forEach(problems::add);
    }
}
