package org.smecluster.recognition.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.recognition.ApplicantType;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Applications;
import org.smecluster.registry.CaseStandings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApplications implements Applications {

    private final JdbcClient jdbc;
    private final CaseStandings standings;
    private final Clock clock;

    JdbcApplications(JdbcClient jdbc, CaseStandings standings, Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Optional<Application> find(long id) {
        return jdbc.sql("select * from application where id = :id")
                .param("id", id)
                .query(JdbcApplications::application)
                .optional();
    }

    @Override
    public Optional<Application> byCaseNumber(String caseNumber) {
        return jdbc.sql("select * from application where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(JdbcApplications::application)
                .optional();
    }

    @Override
    public List<Application> ofBatch(long batchId) {
        return jdbc.sql("select * from application where batch_id = :batchId order by case_number")
                .param("batchId", batchId)
                .query(JdbcApplications::application)
                .list();
    }

    @Override
    public List<Application> ofApplicants(Collection<String> applicantGroups) {
        return jdbc.sql("select * from application where applicant_group = any (:groups) order by id desc")
                .param("groups", applicantGroups.toArray(String[]::new))
                .query(JdbcApplications::application)
                .list();
    }

    @Override
    public List<Application> ofCluster(String clusterNumber) {
        return jdbc.sql("""
                        select a.* from application a, cluster c
                        where c.cluster_number = :number
                          and (a.cluster_number = c.cluster_number
                               or a.case_number = c.source_case
                               or a.case_number in (select t.source_case from cluster_term t where t.cluster_id = c.id)
                               or a.cluster_number is null and a.applicant_group = c.applicant_group
                                  and a.cluster_name in (select f.value from cluster_fact f
                                                         where f.cluster_id = c.id and f.kind = 'NAME')
                                  and not exists (select 1 from cluster_term t
                                                  where t.source_case = a.case_number and t.cluster_id <> c.id))
                        order by a.started_at, a.id
                        """)
                .param("number", clusterNumber)
                .query(JdbcApplications::application)
                .list();
    }

    @Override
    public Optional<Application> openOf(long batchId, String applicantCode, String clusterName) {
        return jdbc
                .sql("""
                        select * from application
                        where batch_id = :batchId and applicant_code = :applicantCode and cluster_name = :clusterName
                        """)
                .param("batchId", batchId)
                .param("applicantCode", applicantCode)
                .param("clusterName", clusterName)
                .query(JdbcApplications::application)
                .list()
                .stream()
                .filter(application -> !application.state().closed())
                .findFirst();
    }

    @Override
    public Optional<Application> openFor(String clusterNumber) {
        return jdbc
                .sql("select * from application where cluster_number = :clusterNumber order by id desc")
                .param("clusterNumber", clusterNumber)
                .query(JdbcApplications::application)
                .list()
                .stream()
                .filter(application -> !application.state().closed())
                .findFirst();
    }

    @Override
    public Application lock(long id) {
        return jdbc.sql("select * from application where id = :id for update")
                .param("id", id)
                .query(JdbcApplications::application)
                .single();
    }

    @Override
    public Application insert(Application application) {
        long id = jdbc.sql("""
                        insert into application (case_number, batch_id, applicant_code, applicant_group, city_group,
                                                 applicant_type, cluster_name, leading_industry, cross_county,
                                                 involved_counties, largest_output_share, designated_by_city,
                                                 designation_document, state, state_since, started_by, started_at,
                                                 cluster_number)
                        values (:caseNumber, :batchId, :applicantCode, :applicantGroup, :cityGroup,
                                :applicantType, :clusterName, :leadingIndustry, :crossCounty,
                                :involvedCounties, :largestOutputShare, :designatedByCity,
                                :designationDocument, 'DRAFT', :now, :startedBy, :now,
                                :clusterNumber)
                        returning id
                        """)
                .param("caseNumber", application.caseNumber())
                .param("batchId", application.batchId())
                .param("applicantCode", application.applicantCode())
                .param("applicantGroup", application.applicantGroup())
                .param("cityGroup", application.cityGroup())
                .param("applicantType", application.applicantType().name())
                .param("clusterName", application.clusterName())
                .param("leadingIndustry", application.leadingIndustry())
                .param("crossCounty", application.crossCounty())
                .param("involvedCounties", application.involvedCounties().toArray(String[]::new))
                .param("largestOutputShare", application.largestOutputShare())
                .param("designatedByCity", application.designatedByCity())
                .param("designationDocument", application.designationDocument())
                .param("now", now())
                .param("startedBy", application.startedBy())
                .param("clusterNumber", application.clusterNumber())
                .query(Long.class)
                .single();
        standings.at(application.caseNumber(), ApplicationState.DRAFT.label());
        return get(id);
    }

    @Override
    public void eligibility(long id, Boolean eligible, String reason) {
        jdbc.sql("update application set eligible = :eligible, eligibility_reason = :reason where id = :id")
                .param("id", id)
                .param("eligible", eligible)
                .param("reason", reason)
                .update();
    }

    @Override
    public void enter(long id, ApplicationState state, String reason) {
        String caseNumber = jdbc.sql("""
                        update application set state = :state, state_reason = :reason, state_since = :now where id = :id
                        returning case_number
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now())
                .query(String.class)
                .single();
        standings.at(caseNumber, state.label());
    }

    @Override
    public void submittedOn(long id, LocalDate day) {
        jdbc.sql("update application set submitted_on = :day where id = :id")
                .param("id", id)
                .param("day", day)
                .update();
    }

    @Override
    public void reReviewed(long id, int times) {
        jdbc.sql("update application set re_reviews = :times where id = :id")
                .param("id", id)
                .param("times", times)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Application application(ResultSet row, int i) throws SQLException {
        return new Application(
                row.getLong("id"),
                row.getString("case_number"),
                row.getLong("batch_id"),
                row.getString("applicant_code"),
                row.getString("applicant_group"),
                row.getString("city_group"),
                ApplicantType.valueOf(row.getString("applicant_type")),
                row.getString("cluster_name"),
                row.getString("leading_industry"),
                row.getBoolean("cross_county"),
                List.of((String[]) row.getArray("involved_counties").getArray()),
                row.getObject("largest_output_share", Boolean.class),
                row.getBoolean("designated_by_city"),
                row.getString("designation_document"),
                row.getObject("eligible", Boolean.class),
                row.getString("eligibility_reason"),
                ApplicationState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("submitted_on", LocalDate.class),
                row.getInt("re_reviews"),
                row.getString("cluster_number"));
    }
}
