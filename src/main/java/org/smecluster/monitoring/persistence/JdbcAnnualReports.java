package org.smecluster.monitoring.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Stage;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.EarlyWarning;
import org.smecluster.monitoring.EarlyWarning.Condition;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.YearlyReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnnualReports implements AnnualReports {

    private final JdbcClient jdbc;

    JdbcAnnualReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AnnualReport> find(String caseNumber) {
        return byCaseNumber("select * from annual_report where case_number = :caseNumber", caseNumber);
    }

    @Override
    public Optional<AnnualReport> lock(String caseNumber) {
        return byCaseNumber("select * from annual_report where case_number = :caseNumber for update", caseNumber);
    }

    private Optional<AnnualReport> byCaseNumber(String sql, String caseNumber) {
        return jdbc.sql(sql)
                .param("caseNumber", caseNumber)
                .query(JdbcAnnualReports::report)
                .optional();
    }

    @Override
    public Optional<AnnualReport> find(int year, String clusterNumber) {
        return jdbc.sql("select * from annual_report where year = :year and cluster_number = :clusterNumber")
                .param("year", year)
                .param("clusterNumber", clusterNumber)
                .query(JdbcAnnualReports::report)
                .optional();
    }

    @Override
    public List<AnnualReport> ofYear(int year) {
        return jdbc.sql("select * from annual_report where year = :year order by city_group, cluster_number")
                .param("year", year)
                .query(JdbcAnnualReports::report)
                .list();
    }

    @Override
    public List<AnnualReport> open(String clusterNumber) {
        return jdbc.sql("""
                        select * from annual_report
                        where cluster_number = :clusterNumber and state in ('DUE', 'SUBMITTED', 'RETURNED', 'FORWARDED')
                        order by year
                        """)
                .param("clusterNumber", clusterNumber)
                .query(JdbcAnnualReports::report)
                .list();
    }

    @Override
    public Optional<AnnualReport> lastSubmittedBefore(int year, String clusterNumber) {
        return jdbc.sql("""
                        select * from annual_report
                        where cluster_number = :clusterNumber and year < :year and submission_id is not null
                        order by year desc limit 1
                        """)
                .param("year", year)
                .param("clusterNumber", clusterNumber)
                .query(JdbcAnnualReports::report)
                .optional();
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        with own as (
                            select c.cluster_number, c.source_case
                              from cluster c
                             where c.applicant_group = :applicantGroup
                               and (c.name = :clusterName
                                    or exists (select 1 from annual_report r
                                                where r.cluster_number = c.cluster_number
                                                  and r.cluster_name = :clusterName)))
                        select source_case as case_number from own
                        union
                        select r.case_number from annual_report r join own using (cluster_number)
                        union
                        select r.case_number from annual_report r
                         where r.applicant_group = :applicantGroup and r.cluster_name = :clusterName
                        """)
                .param("applicantGroup", applicantGroup)
                .param("clusterName", clusterName)
                .query(String.class)
                .list();
    }

    @Override
    public void insert(AnnualReport report) {
        jdbc.sql("""
                        insert into annual_report (case_number, year, cluster_number, cluster_name, applicant_group,
                                                   city_group, state)
                        values (:caseNumber, :year, :clusterNumber, :clusterName, :applicantGroup, :cityGroup, :state)
                        """)
                .param("caseNumber", report.caseNumber())
                .param("year", report.year())
                .param("clusterNumber", report.clusterNumber())
                .param("clusterName", report.clusterName())
                .param("applicantGroup", report.applicantGroup())
                .param("cityGroup", report.cityGroup())
                .param("state", report.state().name())
                .update();
    }

    @Override
    public void enter(String caseNumber, YearlyReport.State state) {
        jdbc.sql("update annual_report set state = :state where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .param("state", state.name())
                .update();
    }

    @Override
    public void submitted(String caseNumber, long submissionId, Instant at, boolean late) {
        jdbc.sql("""
                        update annual_report
                        set state = 'SUBMITTED', submission_id = :submissionId, late = late or :late,
                            submitted_at = coalesce(submitted_at, :at), assessment = null, outcome = null, vetoed = null,
                            warned = false, warning_method = null
                        where case_number = :caseNumber
                        """)
                .param("caseNumber", caseNumber)
                .param("submissionId", submissionId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("late", late)
                .update();
    }

    @Override
    public void forwarded(String caseNumber, Instant at, boolean late) {
        jdbc.sql("""
                        update annual_report set state = 'FORWARDED', forwarded_at = :at,
                               handed_on_late = handed_on_late or forwarded_at is null and :late
                        where case_number = :caseNumber
                        """)
                .param("caseNumber", caseNumber)
                .param("late", late)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void overdue(String caseNumber) {
        jdbc.sql("update annual_report set late = true where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void assessed(String caseNumber, Stage stage, Assessment assessment, EarlyWarning warning) {
        jdbc.sql("""
                        update annual_report
                        set assessment = :assessment, outcome = :outcome, vetoed = :vetoed, warned = :warned,
                            warning_method = :method
                        where case_number = :caseNumber
                        """)
                .param("caseNumber", caseNumber)
                .param("assessment", stage.number())
                .param("outcome", assessment.overall())
                .param("vetoed", assessment.vetoed())
                .param("warned", !warning.conditions().isEmpty())
                .param("method", warning.method())
                .update();
        jdbc.sql("delete from report_warning where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .update();
        int position = 0;
        for (Condition condition : warning.conditions()) {
            insert(caseNumber, position++, condition);
        }
    }

    private void insert(String caseNumber, int position, Condition condition) {
        jdbc.sql("""
                        insert into report_warning (case_number, position, code, article, label, requirement,
                                                    value_today, today, value_projected, projected, shortfall, reason,
                                                    decision, decision_version)
                        values (:caseNumber, :position, :code, :article, :label, :requirement,
                                :valueToday, :today, :valueProjected, :projected, :shortfall, :reason,
                                :decision, :decisionVersion)
                        """)
                .param("caseNumber", caseNumber)
                .param("position", position)
                .param("code", condition.code())
                .param("article", condition.article())
                .param("label", condition.label())
                .param("requirement", condition.requirement())
                .param("valueToday", condition.valueToday())
                .param("today", condition.today().name())
                .param("valueProjected", condition.valueProjected())
                .param("projected", condition.projected().name())
                .param("shortfall", condition.shortfall())
                .param("reason", condition.reason())
                .param("decision", condition.decision())
                .param("decisionVersion", condition.decisionVersion())
                .update();
    }

    @Override
    public List<Warned> warned(int year) {
        return jdbc.sql("""
                        select w.case_number, w.code, w.label, w.today
                          from report_warning w join annual_report r on r.case_number = w.case_number
                         where r.year = :year and r.warned
                         order by w.article, w.code, w.case_number, w.position
                        """).param("year", year).query(Rows.of(Warned.class)).list();
    }

    @Override
    public Optional<EarlyWarning> warning(String caseNumber) {
        return jdbc.sql("""
                        select warning_method from annual_report
                        where case_number = :caseNumber and warning_method is not null
                        """)
                .param("caseNumber", caseNumber)
                .query(String.class)
                .optional()
                .map(method -> new EarlyWarning(conditions(caseNumber), method));
    }

    private List<Condition> conditions(String caseNumber) {
        return jdbc.sql("select * from report_warning where case_number = :caseNumber order by position")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Condition.class))
                .list();
    }

    private static AnnualReport report(ResultSet row, int i) throws SQLException {
        String outcome = row.getString("outcome");
        Integer number = row.getObject("assessment", Integer.class);
        return new AnnualReport(
                row.getString("case_number"),
                row.getInt("year"),
                row.getString("cluster_number"),
                row.getString("cluster_name"),
                row.getString("applicant_group"),
                row.getString("city_group"),
                YearlyReport.State.valueOf(row.getString("state")),
                instant(row, "submitted_at"),
                row.getObject("submission_id", Long.class),
                instant(row, "forwarded_at"),
                row.getBoolean("handed_on_late"),
                row.getBoolean("late"),
                number == null ? null : Stage.of(Stage.Kind.ANNUAL, number),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("vetoed", Boolean.class),
                row.getBoolean("warned"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
