package org.smecluster.steady;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a walk has left in the database, as counts that two walks through the same cases must agree in. How often people signed in
 * is no part of it: whose application was killed signs in again.
 */
public final class Trace {

    private Trace() {}

    public static Map<String, Long> of(JdbcClient database) {
        Map<String, Long> counts = new TreeMap<>();
        List<String> tables = database.sql("""
                        select tablename from pg_tables
                        where schemaname = 'public' and tablename not like 'act_%'
                            and tablename not in ('flyway_schema_history', 'audit_event', 'login_count')
                        """).query(String.class).list();
        for (String table : tables) {
            counts.put(
                    "rows of " + table,
                    database.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        // a repeated step leaves a gap in what the database numbers, and keys about an entry of the register or an
        // objection
        // carry its number
        add(counts, database, "entries", """
                select c.cluster_name || ' '
                       || regexp_replace(e.key, '^(register[A-Za-z]+-|noticed-registered-|objection[A-Za-z]*-|cause[A-Za-z]*:incident:)[0-9]+', '\\1N'), count(*)
                from case_entry e
                join case_record c on c.case_number = e.case_number group by 1
                """);
        add(counts, database, "told", "select group_id, count(*) from notification group by 1");
        add(counts, database, "steps", """
                select proc_def_key_ || ' ' || act_id_, count(*) from act_hi_actinst group by 1
                """);
        add(counts, database, "cases ended", """
                select proc_def_key_ || ' ' || state_, count(*) from act_hi_procinst group by 1
                """);
        add(counts, database, "jobs left", """
                select d.act_id_, count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ group by 1
                """);
        add(counts, database, "incidents", "select 'ever', count(*) from act_hi_incident");
        return counts;
    }

    private static void add(Map<String, Long> counts, JdbcClient database, String what, String query) {
        database.sql(query).query((row, i) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .forEach(each -> counts.put(what + ": " + each.getKey(), each.getValue()));
    }
}
