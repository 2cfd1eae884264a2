package org.smecluster.migration.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.smecluster.migration.engine.CaseTree.Held;
import org.smecluster.migration.engine.CaseTree.Instance;
import org.smecluster.migration.engine.CaseTree.Visit;
import org.smecluster.migration.engine.CaseTree.Written;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a case at once: the engine's own queries ask instance by instance. */
class CaseReader {

    /** {@code org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState.CANCELED}. */
    private static final int CANCELLED = 2;

    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    CaseReader(RuntimeService runtime, JdbcClient jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    /**
     * Nobody moves it on before the transaction ends: whoever is about to has finished when it is read, or comes after and is told.
     *
     * @param rootId of the instance that nobody called
     */
    CaseTree read(String rootId) {
        // what came into being while the first waited
        lock(rootId);
        lock(rootId);
        List<Instance> running = jdbc.sql("""
                        select e.proc_inst_id_, e.proc_def_id_, e.super_exec_, caller.proc_inst_id_ as caller
                        from act_ru_execution e left join act_ru_execution caller on caller.id_ = e.super_exec_
                        where e.root_proc_inst_id_ = :root and e.parent_id_ is null order by e.id_
                        """)
                .param("root", rootId)
                .query((row, number) -> new Instance(
                        row.getString("proc_inst_id_"),
                        row.getString("proc_def_id_"),
                        row.getString("super_exec_"),
                        row.getString("caller")))
                .list();
        List<Visit> visits =
                jdbc.sql("""
                        select * from act_hi_actinst where root_proc_inst_id_ = :root
                        order by start_time_, sequence_counter_
                        """).param("root", rootId).query(CaseReader::visit).list();
        List<Written> written = jdbc.sql("""
                        select proc_inst_id_, act_inst_id_, name_, var_type_ as type_, text_, long_, double_, time_
                        from act_hi_detail where root_proc_inst_id_ = :root and type_ = 'VariableUpdate'
                        order by time_, sequence_counter_
                        """)
                .param("root", rootId)
                .query((row, number) -> new Written(
                        row.getString("proc_inst_id_"),
                        row.getString("act_inst_id_"),
                        row.getString("name_"),
                        value(row),
                        instant(row, "time_")))
                .list();
        List<Held> held = jdbc.sql("""
                        select v.execution_id_, v.name_, v.type_, v.text_, v.long_, v.double_
                        from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
                        where e.root_proc_inst_id_ = :root and v.task_id_ is null
                        """)
                .param("root", rootId)
                .query((row, number) -> new Held(row.getString("execution_id_"), row.getString("name_"), value(row)))
                .list();
        Set<String> afterwards = new HashSet<>(
                jdbc.sql("""
                        select execution_id_ from act_ru_job
                        where root_proc_inst_id_ = :root and handler_type_ = 'async-continuation'
                          and handler_cfg_ like 'transition-notify-listener-take%'
                        """).param("root", rootId).query(String.class).list());
        return new CaseTree(runtime, running, visits, written, held, afterwards);
    }

    private void lock(String rootId) {
        jdbc.sql("select id_ from act_ru_execution where root_proc_inst_id_ = :root order by id_ for update")
                .param("root", rootId)
                .query(String.class)
                .list();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getString("id_"),
                row.getString("parent_act_inst_id_"),
                row.getString("proc_def_id_"),
                row.getString("proc_inst_id_"),
                row.getString("act_id_"),
                row.getString("act_type_"),
                row.getString("call_proc_inst_id_"),
                instant(row, "start_time_"),
                instant(row, "end_time_"),
                row.getInt("act_inst_state_") == CANCELLED);
    }

    /** Texts, Booleans, numbers and null; of anything else that there is something. */
    private static Object value(ResultSet row) throws SQLException {
        return switch (String.valueOf(row.getString("type_"))) {
            case "null" -> null;
            case "boolean" -> row.getLong("long_") == 1;
            case "string" -> row.getString("text_");
            case "integer", "long", "short" -> row.getLong("long_");
            case "double" -> row.getDouble("double_");
            default -> "（其他）";
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
