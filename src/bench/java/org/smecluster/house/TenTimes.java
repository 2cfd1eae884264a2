package org.smecluster.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Multiplies what the six years left: to each case, cluster, task and process instance so many others of the same units,
 * dates and outcomes, with numbers and names of their own. The catalogue says what is a key; what there is once (units,
 * years, batches, notices, people, models) stays as it is. What no page lists (decision inputs and outputs, details of
 * variables, contents of files) is left out.
 */
final class TenTimes {

    /** Of what there is once, and of what no list shows. */
    private static final Pattern ONCE = Pattern.compile(
            "flyway_schema_history|region_unit|calendar_.*|act_re_.*|act_ge_.*"
                    + "|act_id_.*|act_ru_(filter|jobdef|meter_log|task_meter_log|ext_task|incident|batch)|act_hi_(dec|detail|op_log|"
                    + "ext_task|batch|attachment|comment|job_log|incident|identitylink).*|batch|recognition_batch|public_notice|"
                    + "monitoring_year|expert|judged_deployment|stopped_model|.*counter|.*session.*|login.*|account.*|number.*");

    private static final Set<String> KEPT = Set.of(
            "proc_def_id_", "process_definition_id", "deployment_id_", "deployment_id", "job_def_id_", "definition_id");

    private final JdbcClient database;

    private TenTimes(JdbcClient database) {
        this.database = database;
    }

    static void of(JdbcClient database, int times) {
        new TenTimes(database).multiply(times);
    }

    private record Column(String table, String name, String type, boolean generated) {}

    private void multiply(int times) {
        Map<String, List<Column>> tables = new HashMap<>();
        database.sql("""
                        select c.table_name, c.column_name, c.data_type, c.is_generated = 'ALWAYS' as generated
                        from information_schema.columns c
                        join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
                        where c.table_schema = 'public' order by 1, c.ordinal_position
                        """)
                .query((row, i) ->
                        new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean("generated")))
                .list()
                .forEach(each -> tables.computeIfAbsent(each.table(), table -> new ArrayList<>())
                        .add(each));
        Set<String> shifted = shifted();
        long began = System.nanoTime();
        tables.forEach((table, columns) -> {
            if (ONCE.matcher(table).matches()) {
                return;
            }
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (Column column : columns) {
                if (!column.generated()) {
                    names.add(column.name());
                    values.add(value(column, shifted));
                }
            }
            String sql =
                    "insert into %s (%s) overriding system value select %s from %s t, generate_series(1, %d) as k on conflict do nothing"
                            .formatted(table, String.join(", ", names), String.join(", ", values), table, times - 1);
            // neither foreign keys nor triggers: the copies refer to each other
            database.sql("set session_replication_role = replica; " + sql + "; set session_replication_role = origin")
                    .update();
        });
        database.sql("vacuum analyze").update();
        System.out.printf("[house] %d times as much, %d s%n", times, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static String value(Column column, Set<String> shifted) {
        String name = "t." + column.name();
        if (KEPT.contains(column.name())) {
            return name;
        }
        return switch (column.type()) {
            case "bigint" ->
                shifted.contains(column.table() + "." + column.name()) ? name + " + k * 1000000000::bigint" : name;
            case "bytea" -> "null".equals(name) ? name : "case when " + name + " is null then null else ''::bytea end";
            case "uuid" -> "overlay(" + name + "::text placing k::text from 1)::uuid";
            case "character varying", "text" ->
                column.name().equals("cluster_name")
                                || column.table().equals("cluster")
                                        && column.name().equals("name")
                        ? name + " || '（' || k || '）'"
                        : "case when " + name
                                + " ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then k || '-' || "
                                + name + " when " + name + " like '%NX%' then regexp_replace(" + name
                                + ", '(NX[A-Z]*-[0-9]{4}-[A-Z]{2}-|NX[A-Z]*-[0-9]{6}-)0([0-9]{3,4})', '\\1' || k || '\\2', 'g') else "
                                + name + " end";
            default -> name;
        };
    }

    /** Numeric keys: the primary ones, and what refers to them, of tables that are multiplied. */
    private Set<String> shifted() {
        Set<String> keys = new java.util.HashSet<>();
        database.sql("""
                        select c.table_name, c.column_name from information_schema.columns c
                        where c.table_schema = 'public' and c.data_type = 'bigint'
                          and (c.is_identity = 'YES' or c.column_name in ('id', 'replaces') or c.column_name like '%\\_id')
                        """)
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(each -> {
                    String column = each.getValue();
                    boolean ofOnce = column.endsWith("_id")
                            && ONCE.matcher(column.replaceFirst("_id$", "")).matches();
                    if (!ofOnce) {
                        keys.add(each.getKey() + "." + column);
                    }
                });
        return keys;
    }
}
