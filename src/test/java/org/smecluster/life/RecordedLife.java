package org.smecluster.life;

import java.time.LocalDate;
import java.util.Optional;
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
                select case kind when 'CX' then 'revocation ' when 'BG' then 'change ' when 'FH' then 'review ' end || outcome, count(*)
                from case_record where cluster_number = :no and kind in ('CX', 'BG', 'FH') group by 1
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
