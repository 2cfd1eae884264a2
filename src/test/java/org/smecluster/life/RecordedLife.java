package org.smecluster.life;

import java.time.LocalDate;
import java.util.Optional;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.life.ExpectedLife.Life;
import org.smecluster.life.Script.Plan;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterLife;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application made of a plan's cluster, in the words of {@link ExpectedLife}. */
final class RecordedLife {

    private final JdbcClient database;
    private final ClusterRegistry registry;
    private final Clusters clusters;

    RecordedLife(ApplicationContext context) {
        database = context.getBean(JdbcClient.class);
        registry = context.getBean(ClusterRegistry.class);
        clusters = new Clusters(context);
    }

    Life of(Plan plan) {
        Life life = new Life();
        applied(life, plan);
        Optional<ClusterRecord> cluster = clusters.find(plan);
        life.say("state", cluster.map(found -> found.state().name()).orElse("NONE"));
        life.say(
                "term ends",
                String.valueOf(cluster.map(ClusterRecord::termEndsOn).orElse(null)));
        if (cluster.isEmpty()) {
            life.say("terms", "0");
            return life;
        }
        String number = cluster.get().clusterNumber();
        ClusterLife known = registry.life(number).orElseThrow();
        life.say("terms", String.valueOf(known.terms().size()));
        for (ClusterEvent event : known.events()) {
            life.count("became " + event.state() + " on " + event.happenedOn());
        }
        for (FactKind kind : FactKind.values()) {
            known.factOn(kind, LocalDate.MAX)
                    .ifPresent(value -> life.say(
                            "fact " + kind,
                            value.contains("60") && value.contains("东至黄河") ? ExpectedLife.AS_RECOGNISED : value));
        }
        add(
                life,
                number,
                "select 'cause ' || fact, count(*) from revocation_cause where cluster_number = :no group by 1");
        add(life, number, """
                select case kind when 'CX' then 'revocation ' when 'BG' then 'change ' when 'FH' then 'review '
                       when 'YY' then 'late objection ' end || outcome, count(*)
                from case_record where cluster_number = :no and kind in ('CX', 'BG', 'FH', 'YY') group by 1
                """);
        add(life, number, """
                select 'late objection', 'received ' || (e.particulars ->> '收到日期')
                       || ' as ' || (e.particulars ->> '收文编号')
                       || ', entered ' || e.entered_at::date || ', decided on ' || d.entered_at::date
                from case_record c join case_entry e using (case_number) join case_entry d using (case_number)
                where c.cluster_number = :no and c.kind = 'YY' and e.key = 'received' and d.key = 'decision'
                """);
        add(life, number, """
                select 'said of the late objection', string_agg(key, ' ' order by e.id)
                from case_entry e join case_record c using (case_number)
                where c.cluster_number = :no and c.kind = 'YY' having count(*) > 0
                """);
        add(life, number, """
                select 'change late', count(*) from change_filing f join case_record c using (case_number)
                where c.cluster_number = :no and f.submitted_on > f.last_day having count(*) > 0
                """);
        add(life, number, """
                select 'report ' || state || case when late then ' late' else '' end, count(*)
                from annual_report where cluster_number = :no group by 1
                """);
        add(life, number, """
                select 'urged', count(*) from notification n join annual_report r using (case_number)
                where r.cluster_number = :no and n.key = 'unitDay' having count(*) > 0
                """);
        add(life, number, """
                select 'incident ' || case when withdrawn_at is not null then 'MISTAKEN' when level is null then 'UNCLEAR'
                       when level = 'GENERAL' then 'GENERAL' else 'SERIOUS' end, count(*)
                from incident_register where cluster_number = :no group by 1
                """);
        return life;
    }

    /** What became of the application and what stands in its case, with the kinds of cases that there are of the cluster. */
    private void applied(Life life, Plan plan) {
        add(
                life,
                plan.name(),
                "select 'cases ' || kind, count(*) from case_record where cluster_name = :no group by 1");
        String application = database.sql(
                        "select case_number from case_record where cluster_name = :name and kind = 'RD'")
                .param("name", plan.name())
                .query(String.class)
                .single();
        add(life, application, "select 'application', outcome from case_record where case_number = :no");
        add(life, application, """
                select 'said in the application', string_agg(regexp_replace(key, '-.*', ''), ' ' order by id)
                from case_entry where case_number = :no and key not like 'migration-%'
                """);
        add(life, application, "select 'publicity', outcome from notice_item where case_number = :no");
        add(life, application, """
                select 'objection', 'received ' || received_on || ' as ' || receipt_number || ', entered ' || entered_at::date
                       || ', ruled on ' || ruled_at::date
                from objection where case_number = :no
                """);
        add(life, application, """
                select 'told that the outcome is open again', count(*) from notification
                where case_number = :no and key like 'reopened-%' having count(*) > 0
                """);
        database.sql("""
                        select item, judgement from site_verification_row r join application a on a.id = r.application_id
                        where a.case_number = :no
                        """)
                .param("no", application)
                .query((row, i) -> {
                    int item = ConditionItem.of(row.getString(1)).orElseThrow().number();
                    life.say("item " + item + " on site", row.getString(2));
                    return i;
                })
                .list();
        add(life, application, """
                select 'told of the site', string_agg(regexp_replace(told.key, '^(第十一条[(].[)]).*', '\\1') || '=' || told.value, '; '
                                                      order by told.ordinality)
                from case_entry e, json_each_text(e.particulars) with ordinality told
                where e.case_number = :no and e.key = 'siteVerification' having count(*) > 0
                """);
        add(life, application, """
                select 'judged', particulars ->> '对需说明条件的判断' from case_entry
                where case_number = :no and key like 'PRELIMINARY-%'
                """);
    }

    private void add(Life life, String number, String query) {
        database.sql(query)
                .param("no", number)
                .query((row, i) -> {
                    life.say(String.valueOf(row.getString(1)), row.getString(2));
                    return i;
                })
                .list();
    }
}
