package org.smecluster.casehistory.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.casehistory.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instances of all procedures, finished ones in the first place, a page at a time. */
@Component
public class CaseListing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * The end event that was reached last: the one within a sub-process comes before its parent's, and an event sub-process
     * that ends the case leaves no other. Looked up for what is shown, not for all that is found.
     */
    private static final String OUTCOME = """
            (select a.act_name_
             from act_hi_actinst a
             where a.proc_inst_id_ = p.proc_inst_id_ and a.act_type_ like '%EndEvent' and p.end_time_ is not null
             order by a.end_time_ desc, a.sequence_counter_ desc
             limit 1)""";

    private static final String LATEST_FIRST = "order by coalesce(p.end_time_, p.start_time_) desc, p.proc_inst_id_";

    private static final String CLUSTER = variable("clusterName");
    private static final String UNIT = variable("applicantGroup");

    private static final String FOUND =
            """
            from act_hi_procinst p
            where (:stage = 'ALL' or (:stage = 'FINISHED') = (p.end_time_ is not null))
              and (p.proc_def_key_ = :process
                   or cast(:process as text) is null and p.super_process_instance_id_ is null)
              and (cast(:caseNumber as text) is null or strpos(lower(p.business_key_), lower(:caseNumber)) > 0)
              and (cast(:cluster as text) is null or strpos({cluster}, :cluster) > 0)
              and (:anyUnit or {unit} in (:units))
              and (cast(:outcome as text) is null or {outcome} = :outcome)
              and (cast(:from as timestamp) is null or coalesce(p.end_time_, p.start_time_) >= :from)
              and (cast(:to as timestamp) is null or coalesce(p.end_time_, p.start_time_) < :to)
            """.replace("{cluster}", CLUSTER).replace("{unit}", UNIT).replace("{outcome}", OUTCOME);

    /** Read for each by the index of its instance: the execution has none. */
    private static String variable(String name) {
        return """
                (select v.text_ from act_hi_varinst v
                 where v.proc_inst_id_ = p.proc_inst_id_ and v.execution_id_ = p.proc_inst_id_ and v.name_ = '%s'
                 order by v.create_time_ desc limit 1)""".formatted(name);
    }

    /**
     * @param unit group of the applicant; null where the process has none
     * @param endedAt null while it runs
     * @param outcome label of the end event; null while it runs, or where it was ended by hand
     * @param state as the engine calls it, e.g. {@code COMPLETED}
     */
    public record Entry(
            String id,
            String caseNumber,
            String process,
            String processName,
            int version,
            String cluster,
            String unit,
            Instant startedAt,
            Instant endedAt,
            String outcome,
            String state,
            int openIncidents) {}

    public record Process(String key, String name) {}

    private final JdbcClient database;

    CaseListing(JdbcClient database) {
        this.database = database;
    }

    /**
     * The latest first. What a case has called is an entry of its own only where its process is asked for.
     *
     * @param page from 1
     */
    public List<Entry> find(CaseSearch search, int page, int size) {
        return database.sql("""
                        select p.proc_inst_id_, p.business_key_, p.proc_def_key_, d.name_ as process_name, d.version_,
                          {cluster} as cluster, {unit} as unit, p.start_time_, p.end_time_,
                          p.state_, {outcome} as outcome,
                          (select count(*) from act_ru_incident i
                           where i.proc_inst_id_ = p.proc_inst_id_ and i.id_ = i.root_cause_incident_id_) as incidents
                        from (select p.* {found} {order} limit :size offset :skipped) p
                        left join act_re_procdef d on d.id_ = p.proc_def_id_
                        {order}
                        """.replace("{cluster}", CLUSTER)
                        .replace("{unit}", UNIT)
                        .replace("{outcome}", OUTCOME)
                        .replace("{found}", FOUND)
                        .replace("{order}", LATEST_FIRST))
                .params(parameters(search))
                .param("size", size)
                .param("skipped", (page - 1) * size)
                .query(CaseListing::entry)
                .list();
    }

    public long count(CaseSearch search) {
        return database.sql("select count(*) " + FOUND)
                .params(parameters(search))
                .query(Long.class)
                .single();
    }

    /** The labels under which instances have ended so far. */
    public List<String> outcomes() {
        return database.sql("""
                        select distinct label
                        from (select distinct on (a.proc_inst_id_) a.act_name_ as label
                              from act_hi_actinst a
                              join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                              where a.act_type_ like '%EndEvent' and p.end_time_ is not null
                                and p.super_process_instance_id_ is null
                              order by a.proc_inst_id_, a.end_time_ desc, a.sequence_counter_ desc) ended
                        where label is not null
                        order by 1
                        """).query(String.class).list();
    }

    /** The deployed processes, by name. */
    public List<Process> processes() {
        return database.sql("""
                        select distinct on (key_) key_ as key, coalesce(name_, key_) as name
                        from act_re_procdef
                        order by key_, version_ desc
                        """).query(Process.class).list();
    }

    private static Map<String, Object> parameters(CaseSearch search) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("stage", search.stage().name());
        parameters.put("process", search.process());
        parameters.put("caseNumber", search.caseNumber());
        parameters.put("cluster", search.cluster());
        parameters.put("anyUnit", search.applicantGroups() == null);
        parameters.put(
                "units",
                search.applicantGroups() == null || search.applicantGroups().isEmpty()
                        ? Set.of("")
                        : search.applicantGroups());
        parameters.put("outcome", search.outcome());
        parameters.put("from", search.from() == null ? null : midnight(search.from()));
        parameters.put("to", search.to() == null ? null : midnight(search.to().plusDays(1)));
        return parameters;
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("proc_inst_id_"),
                row.getString("business_key_"),
                row.getString("proc_def_key_"),
                row.getString("process_name"),
                row.getInt("version_"),
                row.getString("cluster"),
                row.getString("unit"),
                instant(row, "start_time_"),
                instant(row, "end_time_"),
                row.getString("outcome"),
                row.getString("state_"),
                row.getInt("incidents"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
