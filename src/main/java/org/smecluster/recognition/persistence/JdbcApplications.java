package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.persistence.OneTrip;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApplications implements Applications {

    private final JdbcClient jdbc;
    private final OneTrip trip;
    private final Clock clock;

    JdbcApplications(JdbcClient jdbc, OneTrip trip, Clock clock) {
        this.jdbc = jdbc;
        this.trip = trip;
        this.clock = clock;
    }

    @Override
    public Optional<Application> find(long id) {
        return jdbc.sql("select * from application_case where id = :id")
                .param("id", id)
                .query(Rows.of(Application.class))
                .optional();
    }

    @Override
    public Optional<Application> byCaseNumber(String caseNumber) {
        return jdbc.sql("select * from application_case where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Application.class))
                .optional();
    }

    @Override
    public List<Application> ofBatch(long batchId) {
        return jdbc.sql("select * from application_case where batch_id = :batchId order by case_number")
                .param("batchId", batchId)
                .query(Rows.of(Application.class))
                .list();
    }

    @Override
    public List<Application> ofApplicants(Collection<String> applicantGroups) {
        return jdbc.sql("select * from application_case where applicant_group = any (:groups) order by id desc")
                .param("groups", applicantGroups.toArray(String[]::new))
                .query(Rows.of(Application.class))
                .list();
    }

    @Override
    public List<Application> ofCluster(String clusterNumber) {
        return jdbc.sql("""
                        select * from application_case where cluster_number = :number order by opened_at, id
                        """)
                .param("number", clusterNumber)
                .query(Rows.of(Application.class))
                .list();
    }

    @Override
    public Optional<Application> openOf(long batchId, String applicantCode, String clusterName) {
        return jdbc
                .sql("""
                        select * from application_case
                        where batch_id = :batchId and applicant_code = :applicantCode and cluster_name = :clusterName
                        """)
                .param("batchId", batchId)
                .param("applicantCode", applicantCode)
                .param("clusterName", clusterName)
                .query(Rows.of(Application.class))
                .list()
                .stream()
                .filter(application -> !application.state().closed())
                .findFirst();
    }

    @Override
    public Optional<Application> openFor(String clusterNumber) {
        return jdbc
                .sql("select * from application_case where pool_cluster = :clusterNumber order by id desc")
                .param("clusterNumber", clusterNumber)
                .query(Rows.of(Application.class))
                .list()
                .stream()
                .filter(application -> !application.state().closed())
                .findFirst();
    }

    @Override
    public Application lock(long id) {
        return trip.lastOf("""
                        select 1 from application where id = :id for update;
                        select * from application_case where id = :id
                        """, Map.of("id", id), Rows.of(Application.class)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no application has the id " + id));
    }

    @Override
    public Application lock(String caseNumber) {
        return trip.lastOf("""
                        select 1 from application where case_number = :caseNumber for update;
                        select * from application_case where case_number = :caseNumber
                        """, Map.of("caseNumber", caseNumber), Rows.of(Application.class)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的申报"));
    }

    @Override
    public Application insert(Application application) {
        long id = jdbc.sql("""
                        insert into application (case_number, batch_id, applicant_code, applicant_type,
                                                 leading_industry, cross_county, involved_counties,
                                                 largest_output_share, designated_by_city, designation_document,
                                                 state, state_since, pool_cluster)
                        values (:caseNumber, :batchId, :applicantCode, :applicantType,
                                :leadingIndustry, :crossCounty, :involvedCounties,
                                :largestOutputShare, :designatedByCity, :designationDocument,
                                'DRAFT', :now, :poolCluster)
                        returning id
                        """)
                .param("caseNumber", application.caseNumber())
                .param("batchId", application.batchId())
                .param("applicantCode", application.applicantCode())
                .param("applicantType", application.applicantType().name())
                .param("leadingIndustry", application.leadingIndustry())
                .param("crossCounty", application.crossCounty())
                .param("involvedCounties", application.involvedCounties().toArray(String[]::new))
                .param("largestOutputShare", application.largestOutputShare())
                .param("designatedByCity", application.designatedByCity())
                .param("designationDocument", application.designationDocument())
                .param("now", now())
                .param("poolCluster", application.poolCluster())
                .query(Long.class)
                .single();
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
        jdbc.sql("""
                        update application set state = :state, state_reason = :reason, state_since = :now where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now())
                .update();
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

    @Override
    public void concluded(long id) {
        jdbc.sql("update application set concluded_re_review = re_reviews where id = :id")
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
