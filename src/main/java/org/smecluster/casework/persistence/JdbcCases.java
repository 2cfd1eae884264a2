package org.smecluster.casework.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.casework.TaskInHand;
import org.smecluster.persistence.OneTrip;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.LifeReader;
import org.smecluster.remedy.Remedy;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private static final String SYSTEM = "系统";
    private static final TypeReference<LinkedHashMap<String, String>> PARTICULARS = new TypeReference<>() {};

    private static final String ENTER = """
            insert into case_entry (case_number, key, kind, title, text, particulars, article,
                                    document_number, document_date, conclusion, issuer, remedy, author, author_name,
                                    audience, lasting, task_id, entered_at)
            values (:caseNumber, %s, :kind, :title, :text, :particulars::json, :article,
                    :documentNumber, :documentDate, :conclusion, :issuer, :remedy, :author, :authorName,
                    :audience, :lasting, :taskId, :now)
            on conflict (case_number, key) do nothing
            """;

    private final JdbcClient jdbc;
    private final OneTrip trip;
    private final ObjectMapper json;
    private final TaskInHand inHand;
    private final Clock clock;

    JdbcCases(JdbcClient jdbc, OneTrip trip, ObjectMapper json, TaskInHand inHand, Clock clock) {
        this.jdbc = jdbc;
        this.trip = trip;
        this.json = json;
        this.inHand = inHand;
        this.clock = clock;
    }

    @Override
    public Optional<CaseRecord> find(String caseNumber) {
        return jdbc.sql("select * from case_record where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(CaseRecord.class))
                .optional();
    }

    @Override
    public List<CaseRecord> find(Collection<String> caseNumbers) {
        return jdbc.sql("select * from case_record where case_number = any (:numbers)")
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(Rows.of(CaseRecord.class))
                .list();
    }

    @Override
    public int count(CaseQuery query) {
        return matching("select count(*) from case_record", query, "")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<CaseRecord> list(CaseQuery query, int offset, int limit) {
        return matching(
                        "select * from case_record",
                        query,
                        "order by opened_at desc, case_number desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(Rows.of(CaseRecord.class))
                .list();
    }

    private JdbcClient.StatementSpec matching(String select, CaseQuery query, String order) {
        return jdbc.sql(select + """
                         where (applicant_group = any (:groups) or case_number = any (:numbers)
                                or city_group = any (:reviewing) and closed_at is null)
                           and (:kind::varchar is null or kind = :kind)
                           and (:city::varchar is null or city_group = :city)
                           and (not :open or closed_at is null)
                           and (:among::varchar[] is null or case_number = any (:among))
                           and (:text = '' or position(:text in
                                concat_ws(' ', case_number, cluster_name, cluster_number, subject, standing)) > 0)
                        """ + order)
                .param("groups", query.applicantGroups().toArray(String[]::new))
                .param("reviewing", query.reviewing().toArray(String[]::new))
                .param("numbers", query.numbers().toArray(String[]::new))
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("city", query.cityGroup())
                .param("open", query.open())
                .param("among", query.among() == null ? null : query.among().toArray(String[]::new))
                .param("text", query.text());
    }

    @Override
    public List<CaseRecord> ofCluster(String clusterNumber) {
        return jdbc.sql("select * from case_record where cluster_number = :number order by opened_at, case_number")
                .param("number", clusterNumber)
                .query(Rows.of(CaseRecord.class))
                .list();
    }

    @Override
    public List<CaseRecord> open(CaseKind kind, String clusterNumber) {
        return jdbc.sql("""
                        select * from case_record
                        where kind = :kind and cluster_number = :number and closed_at is null
                        order by opened_at, case_number
                        """)
                .param("kind", kind.name())
                .param("number", clusterNumber)
                .query(Rows.of(CaseRecord.class))
                .list();
    }

    @Override
    public List<CaseRecord> openOf(CaseKind kind, String applicantGroup) {
        return jdbc.sql("""
                        select * from case_record
                        where kind = :kind and applicant_group = :group and closed_at is null
                        order by opened_at, case_number
                        """)
                .param("kind", kind.name())
                .param("group", applicantGroup)
                .query(Rows.of(CaseRecord.class))
                .list();
    }

    @Override
    public List<CaseEntry> entries(String caseNumber) {
        return jdbc.sql("select * from case_entry where case_number = :caseNumber order by id")
                .param("caseNumber", caseNumber)
                .query(this::entry)
                .list();
    }

    @Override
    public List<CaseEntry> entriesOfTask(String taskId) {
        return jdbc.sql("select * from case_entry where task_id = :taskId order by id")
                .param("taskId", taskId)
                .query(this::entry)
                .list();
    }

    @Override
    public Map<String, List<CaseEntry>> entriesOfCluster(String clusterNumber) {
        Map<String, List<CaseEntry>> byCase = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.* from case_entry e join case_record c on c.case_number = e.case_number
                        where c.cluster_number = :number
                        order by e.id
                        """).param("number", clusterNumber).query(row -> {
            byCase.computeIfAbsent(row.getString("case_number"), number -> new ArrayList<>())
                    .add(entry(row, 0));
        });
        return byCase;
    }

    private CaseEntry entry(ResultSet row, int i) throws SQLException {
        return new CaseEntry(
                row.getString("key"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                particulars(row.getString("particulars")),
                row.getString("article"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("conclusion"),
                row.getString("issuer") == null ? null : new Remedy(row.getString("issuer"), row.getString("remedy")),
                LifeReader.valueOf(row.getString("audience")),
                row.getBoolean("lasting"),
                row.getString("author"),
                row.getString("author_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public CaseRecord insert(String caseNumber, NewCase newCase, Account by) {
        return jdbc.sql("""
                        with opened as (
                            insert into case_record (case_number, kind, cluster_number, cluster_name, applicant_group,
                                                     city_group, subject, standing, opened_on, opened_by, opened_by_name,
                                                     opened_at)
                            values (:caseNumber, :kind, :clusterNumber, :clusterName, :applicantGroup,
                                    :cityGroup, :subject, :standing, :openedOn, :openedBy, :openedByName, :now)
                            returning *),
                        stands as (
                            insert into case_standing (case_number, standing, since)
                            select case_number, standing, opened_at from opened)
                        select * from opened
                        """)
                .param("caseNumber", caseNumber)
                .param("kind", newCase.kind().name())
                .param("clusterNumber", newCase.clusterNumber())
                .param("clusterName", newCase.clusterName())
                .param("applicantGroup", newCase.applicantGroup())
                .param("cityGroup", newCase.cityGroup())
                .param("subject", newCase.subject())
                .param("standing", newCase.standing())
                .param("openedOn", LocalDate.now(clock))
                .param("openedBy", by == null ? null : by.userId())
                .param("openedByName", by == null ? SYSTEM : by.displayName())
                .param("now", now())
                .query(Rows.of(CaseRecord.class))
                .single();
    }

    @Override
    public String say(String caseNumber, CaseEntry said, Account by) {
        return entering(
                        """
                        with next as (
                            select cast(:key as varchar) || '-' || (count(*) + 1) as key from case_entry
                            where case_number = :caseNumber and (key = :key or starts_with(key, :key || '-'))),
                        entered as (""" + ENTER.formatted("(select key from next)") + ") select key from next",
                        caseNumber,
                        said,
                        by)
                .query(String.class)
                .single();
    }

    @Override
    public boolean add(String caseNumber, CaseEntry entry, Account by) {
        return entering(ENTER.formatted(":key"), caseNumber, entry, by).update() == 1;
    }

    private JdbcClient.StatementSpec entering(String sql, String caseNumber, CaseEntry entry, Account by) {
        return jdbc.sql(sql)
                .param("caseNumber", caseNumber)
                .param("key", entry.key())
                .param("kind", entry.kind().name())
                .param("title", entry.title())
                .param("text", entry.text())
                .param("particulars", written(entry.particulars()))
                .param("article", entry.article())
                .param("documentNumber", entry.documentNumber())
                .param("documentDate", entry.documentDate())
                .param("conclusion", entry.conclusion())
                .param("issuer", entry.remedy() == null ? null : entry.remedy().issuer())
                .param("remedy", entry.remedy() == null ? null : entry.remedy().text())
                .param("author", by == null ? null : by.userId())
                .param("authorName", by == null ? SYSTEM : by.displayName())
                .param("audience", entry.audience().name())
                .param("lasting", entry.lasting())
                .param("taskId", inHand.taskId().orElse(null))
                .param("now", now());
    }

    @Override
    public void stand(String caseNumber, String standing) {
        trip.update("""
                        update case_record set standing = :standing
                        where case_number = :caseNumber and closed_at is null;
                        insert into case_standing (case_number, standing, since)
                        select c.case_number, c.standing, :now from case_record c
                        where c.case_number = :caseNumber and c.closed_at is null
                          and c.standing is distinct from (select s.standing from case_standing s
                                                           where s.case_number = :caseNumber order by s.id desc limit 1)
                        """, Map.of("caseNumber", caseNumber, "standing", standing, "now", now()));
    }

    @Override
    public void name(String caseNumber, String clusterNumber) {
        jdbc.sql("update case_record set cluster_number = :clusterNumber where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .param("clusterNumber", clusterNumber)
                .update();
    }

    @Override
    public void adopt(CaseKind kind, String applicantGroup, String clusterName, String clusterNumber) {
        jdbc.sql("""
                        update case_record set cluster_number = :clusterNumber
                        where applicant_group = :group and kind = :kind and cluster_name = :name
                          and cluster_number is null
                        """)
                .param("clusterNumber", clusterNumber)
                .param("group", applicantGroup)
                .param("kind", kind.name())
                .param("name", clusterName)
                .update();
    }

    @Override
    public void close(String caseNumber, String outcome, String standing, String reason) {
        jdbc.sql("""
                        update case_record
                        set outcome = :outcome, standing = :standing, outcome_reason = :reason, closed_at = :now
                        where case_number = :caseNumber
                        """)
                .param("caseNumber", caseNumber)
                .param("outcome", outcome)
                .param("standing", standing)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    @Override
    public void lock(String caseNumber) {
        jdbc.sql("select 1 from case_record where case_number = :caseNumber for update")
                .param("caseNumber", caseNumber)
                .query(Integer.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String written(Map<String, String> particulars) {
        try {
            return json.writeValueAsString(particulars);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> particulars(String text) {
        try {
            return json.readValue(text, PARTICULARS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("case_entry.particulars cannot be read", damaged);
        }
    }
}
