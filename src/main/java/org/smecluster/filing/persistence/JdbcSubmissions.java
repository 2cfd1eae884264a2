package org.smecluster.filing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.Withdrawal;
import org.smecluster.calendar.Deadline;
import org.smecluster.filing.CaseIncident;
import org.smecluster.filing.FiledEnterprise;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.persistence.OneTrip;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A frozen version is never written to: every update says so and fails where it finds none open. */
@Repository
class JdbcSubmissions implements Submissions {

    private static final String COLUMNS = "*, state = 'FROZEN' as frozen";
    private static final String SELECT = "select " + COLUMNS + " from submission ";

    private static final int CODE_LENGTH = 18;

    private final JdbcClient jdbc;
    private final OneTrip trip;
    private final Clock clock;

    JdbcSubmissions(JdbcClient jdbc, OneTrip trip, Clock clock) {
        this.jdbc = jdbc;
        this.trip = trip;
        this.clock = clock;
    }

    @Override
    public Optional<SubmissionVersion> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(SubmissionVersion.class))
                .optional();
    }

    @Override
    public List<FiledEnterprise> enterprises(String code, int most) {
        return jdbc.sql("""
                        select s.case_number, e.credit_code, (array_agg(e.name order by s.round desc))[1] as name,
                               bool_or(s.state = 'FROZEN') as submitted
                        from workbook_enterprise e
                        join submission s on s.id = e.submission_id
                        where e.credit_code like :pattern
                        group by s.case_number, e.credit_code
                        order by s.case_number desc, e.credit_code
                        limit :most
                        """)
                .param(
                        "pattern",
                        (code.length() == CODE_LENGTH ? "" : "%") + code + (code.length() == CODE_LENGTH ? "" : "%"))
                .param("most", most)
                .query(Rows.of(FiledEnterprise.class))
                .list();
    }

    @Override
    public List<SubmissionVersion> ofCase(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = :caseNumber order by round")
                .param("caseNumber", caseNumber)
                .query(Rows.of(SubmissionVersion.class))
                .list();
    }

    @Override
    public Optional<SubmissionVersion> latestOfCluster(String clusterNumber) {
        return jdbc.sql(SELECT + """
                        where case_number in (select k.case_number from case_cluster k
                                               where k.cluster_number = :clusterNumber)
                          and state = 'FROZEN'
                        order by submitted_at desc, id desc limit 1
                        """)
                .param("clusterNumber", clusterNumber)
                .query(Rows.of(SubmissionVersion.class))
                .optional();
    }

    @Override
    public List<SubmissionVersion> ofCases(Collection<String> caseNumbers) {
        return jdbc.sql(SELECT + "where case_number = any (:numbers) order by case_number, round")
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(Rows.of(SubmissionVersion.class))
                .list();
    }

    @Override
    public List<Source> handedIn(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select s.id as submission_id, s.case_number, f.application_year,
                               cast(s.submitted_at at time zone :zone as date) as submitted_on
                          from submission s join workbook_file f on f.submission_id = s.id
                         where s.case_number = any (:numbers) and s.state = 'FROZEN'
                         order by s.id
                        """)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .param("zone", Deadline.ZONE.getId())
                .query(Rows.of(Source.class))
                .list();
    }

    @Override
    public SubmissionVersion insert(long id, String caseNumber, int round) {
        return jdbc.sql("insert into submission (id, case_number, round, state)"
                        + " values (:id, :caseNumber, :round, 'OPEN') returning " + COLUMNS)
                .param("id", id)
                .param("caseNumber", caseNumber)
                .param("round", round)
                .query(Rows.of(SubmissionVersion.class))
                .single();
    }

    @Override
    public void copy(long from, long to) {
        update(
                to,
                "explanation = (select explanation from submission where id = " + from + "), "
                        + "no_incidents = (select no_incidents from submission where id = " + from + ")");
        copyDeclarations(from, to);
        jdbc.sql("""
                        insert into incident (case_number, submission_id, type, level, occurred_on, enterprise_code,
                                              enterprise_name, source, entered_by, entered_by_name, entered_at)
                        select case_number, :to, type, level, occurred_on, enterprise_code,
                               enterprise_name, source, entered_by, entered_by_name, entered_at
                        from incident where submission_id = :from order by id
                        """).param("from", from).param("to", to).update();
    }

    @Override
    public void copyDeclarations(long from, long to) {
        jdbc.sql("""
                        insert into declaration (submission_id, code, value, explanation)
                        select :to, code, value, explanation from declaration where submission_id = :from
                        """).param("from", from).param("to", to).update();
    }

    @Override
    public Declarations declarations(long submissionId) {
        Map<String, Declaration> byCode = new HashMap<>();
        jdbc.sql("select * from declaration where submission_id = :id")
                .param("id", submissionId)
                .query((row, i) -> byCode.put(
                        row.getString("code"), Rows.of(Declaration.class).mapRow(row, i)))
                .list();
        return new Declarations(byCode);
    }

    @Override
    public void declare(long submissionId, Declarations declarations, boolean noIncidents) {
        update(submissionId, "no_incidents = " + noIncidents + ", checks = checks + 1, changed_since_check = true");
        List<Map.Entry<String, Declaration>> all =
                List.copyOf(declarations.byCode().entrySet());
        trip.update(
                """
                        delete from declaration where submission_id = :id;
                        insert into declaration (submission_id, code, value, explanation)
                        select :id, d.code, d.value, d.explanation
                        from unnest(cast(:codes as varchar[]), cast(:values as boolean[]), cast(:explanations as varchar[]))
                             as d (code, value, explanation)
                        """,
                Map.of(
                        "id",
                        submissionId,
                        "codes",
                        all.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        "values",
                        all.stream().map(each -> each.getValue().value()).toArray(Boolean[]::new),
                        "explanations",
                        all.stream().map(each -> each.getValue().explanation()).toArray(String[]::new)));
    }

    @Override
    public void changed(long submissionId) {
        update(submissionId, "changed_since_check = true");
    }

    @Override
    public void checked(long submissionId) {
        update(submissionId, "changed_since_check = false");
    }

    @Override
    public void explain(long submissionId, String explanation, boolean truthfulnessCommitted, Account by) {
        int updated = jdbc.sql("""
                        update submission
                        set explanation = :explanation, truthfulness_committed = :committed,
                            submitted_by = :userId, submitted_by_name = :userName
                        where id = :id and state = 'OPEN'
                        """)
                .param("id", submissionId)
                .param("explanation", explanation)
                .param("committed", truthfulnessCommitted)
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .update();
        requireOpen(submissionId, updated);
    }

    @Override
    public SubmissionVersion freeze(long submissionId) {
        return jdbc.sql("""
                        update submission set state = 'FROZEN', submitted_at = :now
                        where id = :id and state = 'OPEN' and truthfulness_committed
                        returning""" + " " + COLUMNS)
                .param("id", submissionId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(SubmissionVersion.class))
                .optional()
                .orElseThrow(() -> notOpen(submissionId));
    }

    /** @param changes of our own making, never a person's text */
    private void update(long submissionId, String changes) {
        int updated = jdbc.sql("update submission set " + changes + " where id = :id and state = 'OPEN'")
                .param("id", submissionId)
                .update();
        requireOpen(submissionId, updated);
    }

    private static void requireOpen(long submissionId, int updated) {
        if (updated != 1) {
            throw notOpen(submissionId);
        }
    }

    private static IllegalStateException notOpen(long submissionId) {
        return new IllegalStateException("submission " + submissionId + " is not open");
    }

    @Override
    public List<CaseIncident> incidents(long submissionId) {
        return jdbc.sql("""
                        select i.* from incident i join submission s on s.case_number = i.case_number
                        where s.id = :id and (i.submission_id = s.id or i.submission_id is null)
                        order by i.id
                        """)
                .param("id", submissionId)
                .query(JdbcSubmissions::incident)
                .list();
    }

    @Override
    public List<String> casesListing(String enterpriseCode, String enterpriseName, String clusterNumber) {
        return jdbc.sql("""
                        select s.case_number from workbook_enterprise e join submission s on s.id = e.submission_id
                         where e.credit_code = :code or :code::varchar is null and e.name = :name
                        union
                        select s.case_number from case_cluster k join submission s on s.case_number = k.case_number
                         where k.cluster_number = :clusterNumber
                        order by case_number
                        """)
                .param("code", enterpriseCode)
                .param("name", enterpriseName)
                .param("clusterNumber", clusterNumber)
                .query(String.class)
                .list();
    }

    @Override
    public long addIncident(String caseNumber, Long submissionId, Incident incident, Account by) {
        return jdbc.sql("""
                        insert into incident (case_number, submission_id, type, level, occurred_on, enterprise_code,
                                              enterprise_name, source, entered_by, entered_by_name, entered_at)
                        values (:caseNumber, :submissionId, :type, :level, :occurredOn, :enterpriseCode,
                                :enterpriseName, :source, :userId, :userName, :now)
                        returning id
                        """)
                .param("caseNumber", caseNumber)
                .param("submissionId", submissionId)
                .param("type", incident.type().name())
                .param(
                        "level",
                        incident.level() == null ? null : incident.level().name())
                .param("occurredOn", incident.occurredOn())
                .param("enterpriseCode", incident.enterpriseCode())
                .param("enterpriseName", incident.enterpriseName())
                .param("source", incident.source())
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean removeIncident(long submissionId, long incidentId) {
        return jdbc.sql("delete from incident where id = :incidentId and submission_id = :submissionId")
                        .param("incidentId", incidentId)
                        .param("submissionId", submissionId)
                        .update()
                == 1;
    }

    @Override
    public Optional<CaseIncident> reviewersIncident(String caseNumber, long incidentId) {
        return jdbc.sql("""
                        select * from incident
                         where id = :id and case_number = :caseNumber and submission_id is null for update
                        """)
                .param("id", incidentId)
                .param("caseNumber", caseNumber)
                .query(JdbcSubmissions::incident)
                .optional();
    }

    @Override
    public void withdrawIncident(long incidentId, String reason, Account by) {
        jdbc.sql("""
                        update incident set withdrawn_at = :now, withdrawn_by = :by, withdrawal = :reason
                         where id = :id and withdrawn_at is null
                        """)
                .param("id", incidentId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.displayName())
                .param("reason", reason)
                .update();
    }

    private static CaseIncident incident(ResultSet row, int i) throws SQLException {
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new CaseIncident(
                row.getLong("id"),
                row.getObject("submission_id", Long.class),
                Rows.of(Incident.class).mapRow(row, i),
                row.getString("entered_by"),
                row.getString("entered_by_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                withdrawnAt == null
                        ? null
                        : new Withdrawal(
                                row.getString("withdrawn_by"), withdrawnAt.toInstant(), row.getString("withdrawal")));
    }
}
