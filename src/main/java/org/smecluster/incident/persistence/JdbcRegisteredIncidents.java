package org.smecluster.incident.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.Withdrawal;
import org.smecluster.incident.NewIncident;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.incident.RegisteredIncidents;
import org.smecluster.persistence.Rows;
import org.smecluster.region.RegionalScope;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegisteredIncidents implements RegisteredIncidents {

    private static final String SELECT = """
            select r.*, c.name as cluster_name,
                   (select n.id from incident_register n where n.replaces = r.id) as replaced_by
              from incident_register r left join cluster c on c.cluster_number = r.cluster_number
            """;

    /** A city reads what lies in its area, a county or park what counts for its clusters, the autonomous region all. */
    private static final String READABLE = """
             where (:wholeRegion or r.city_group = any (:groups) or c.applicant_group = any (:groups))
            """;

    private static final String FILTERED = READABLE + """
               and (:city::varchar is null or r.city_group = :city)
               and (:type::varchar is null or r.type = :type)
               and (:year::integer is null or extract(year from r.occurred_on) = :year)
               and (:standing::boolean is null or (r.withdrawn_at is null) = :standing)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRegisteredIncidents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<RegisteredIncident> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(JdbcRegisteredIncidents::entry)
                .optional();
    }

    @Override
    public Optional<RegisteredIncident> find(long id, Account reader, RegionalScope scope) {
        return readable(SELECT + READABLE + "and r.id = :id", reader, scope)
                .param("id", id)
                .query(JdbcRegisteredIncidents::entry)
                .optional();
    }

    @Override
    public List<RegisteredIncident> list(Filter filter, Account reader, RegionalScope scope, int offset, int limit) {
        return filtered(
                        SELECT + FILTERED + "order by r.occurred_on desc, r.id desc offset :offset limit :limit",
                        filter,
                        reader,
                        scope)
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcRegisteredIncidents::entry)
                .list();
    }

    @Override
    public int count(Filter filter, Account reader, RegionalScope scope) {
        return filtered("select count(*) from (" + SELECT + FILTERED + ") found", filter, reader, scope)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Integer> years(Account reader, RegionalScope scope) {
        return readable(
                        "select distinct extract(year from found.occurred_on)::integer as year from (" + SELECT
                                + READABLE + ") found order by year desc",
                        reader,
                        scope)
                .query(Integer.class)
                .list();
    }

    private StatementSpec readable(String sql, Account reader, RegionalScope scope) {
        return jdbc.sql(sql)
                .param("wholeRegion", scope.wholeRegion())
                .param("groups", reader.groups().toArray(String[]::new));
    }

    private StatementSpec filtered(String sql, Filter filter, Account reader, RegionalScope scope) {
        return readable(sql, reader, scope)
                .param("city", filter.cityGroup())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("year", filter.year())
                .param("standing", filter.standing());
    }

    @Override
    public List<RegisteredIncident> ofCluster(String clusterNumber) {
        return jdbc.sql(SELECT + "where r.cluster_number = :clusterNumber order by r.id")
                .param("clusterNumber", clusterNumber)
                .query(JdbcRegisteredIncidents::entry)
                .list();
    }

    @Override
    public List<RegisteredIncident> concerning(long submissionId, String caseNumber) {
        return jdbc.sql(SELECT + """
                        where r.withdrawn_at is null
                          and (r.cluster_number in (select k.cluster_number from case_cluster k
                                                     where k.case_number = :caseNumber)
                               or exists (select 1 from workbook_enterprise e
                                           where e.submission_id = :submissionId
                                             and (e.credit_code = r.enterprise_code
                                                  or r.enterprise_code is null and e.name = r.enterprise_name)))
                        order by r.id
                        """)
                .param("submissionId", submissionId)
                .param("caseNumber", caseNumber)
                .query(JdbcRegisteredIncidents::entry)
                .list();
    }

    @Override
    public List<String> clustersListing(String creditCode) {
        return jdbc.sql("""
                        select distinct k.cluster_number
                          from workbook_enterprise e
                          join submission s on s.id = e.submission_id and s.state = 'FROZEN'
                          join case_cluster k on k.case_number = s.case_number
                         where e.credit_code = :code
                         order by k.cluster_number
                        """).param("code", creditCode).query(String.class).list();
    }

    @Override
    public void lock() {
        jdbc.sql("lock table incident_register in share row exclusive mode").update();
    }

    @Override
    public Optional<RegisteredIncident> same(Incident incident) {
        return jdbc.sql(SELECT + """
                        where r.withdrawn_at is null and r.type = :type and r.occurred_on = :occurredOn
                          and (r.enterprise_code = :code
                               or (:code::varchar is null or r.enterprise_code is null) and r.enterprise_name = :name)
                        order by r.id limit 1
                        """)
                .param("type", incident.type().name())
                .param("occurredOn", incident.occurredOn())
                .param("code", incident.enterpriseCode())
                .param("name", incident.enterpriseName())
                .query(JdbcRegisteredIncidents::entry)
                .optional();
    }

    @Override
    public long insert(NewIncident entered, String cityGroup, IncidentFinding judged, Long replaces, Account by) {
        Incident incident = entered.incident();
        return jdbc.sql("""
                        insert into incident_register (enterprise_code, enterprise_name, cluster_number, city_group, type,
                                                       level, occurred_on, source, entered_by, entered_by_name,
                                                       entered_at, vetoed, reason, decision_version, replaces)
                        values (:code, :name, :clusterNumber, :cityGroup, :type,
                                :level, :occurredOn, :source, :userId, :userName,
                                :now, :vetoed, :reason, :decisionVersion, :replaces)
                        returning id
                        """)
                .param("code", incident.enterpriseCode())
                .param("name", incident.enterpriseName())
                .param("clusterNumber", entered.clusterNumber())
                .param("cityGroup", cityGroup)
                .param("type", incident.type().name())
                .param(
                        "level",
                        incident.level() == null ? null : incident.level().name())
                .param("occurredOn", incident.occurredOn())
                .param("source", incident.source())
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("vetoed", judged.vetoed())
                .param("reason", judged.reason())
                .param("decisionVersion", judged.decisionVersion())
                .param("replaces", replaces)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<RegisteredIncident> lock(long id) {
        jdbc.sql("select id from incident_register where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    @Override
    public void withdraw(long id, String reason, Account by, Instant at) {
        jdbc.sql("""
                        update incident_register
                           set withdrawn_at = :at, withdrawn_by = :by, withdrawal = :reason
                         where id = :id and withdrawn_at is null
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.displayName())
                .param("reason", reason)
                .update();
    }

    private static RegisteredIncident entry(ResultSet row, int i) throws SQLException {
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new RegisteredIncident(
                row.getLong("id"),
                Rows.of(Incident.class).mapRow(row, i),
                row.getString("cluster_number"),
                row.getString("cluster_name"),
                row.getString("city_group"),
                row.getObject("vetoed", Boolean.class),
                row.getString("reason"),
                row.getInt("decision_version"),
                row.getString("entered_by"),
                row.getString("entered_by_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                withdrawnAt == null
                        ? null
                        : new Withdrawal(
                                row.getString("withdrawn_by"), withdrawnAt.toInstant(), row.getString("withdrawal")),
                row.getObject("replaces", Long.class),
                row.getObject("replaced_by", Long.class));
    }
}
