package org.smecluster.national.persistence;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.assessment.persistence.FindingColumns;
import org.smecluster.law.Finding;
import org.smecluster.national.Candidate;
import org.smecluster.national.Evaluation;
import org.smecluster.national.Exclusion;
import org.smecluster.national.NationalCandidates;
import org.smecluster.national.Notice;
import org.smecluster.national.Proposal;
import org.smecluster.national.Recommendation;
import org.smecluster.national.Recommendation.Issued;
import org.smecluster.national.Recommendations;
import org.smecluster.national.Stage;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecommendations implements Recommendations {

    private final JdbcClient jdbc;

    JdbcRecommendations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Recommendation> find(String caseNumber) {
        return jdbc.sql("select * from national_recommendation where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(JdbcRecommendations::recommendation)
                .optional();
    }

    @Override
    public boolean begun(int year) {
        return jdbc.sql("select exists (select from national_recommendation where year = :year and stage <> 'NOTHING')")
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean insert(String caseNumber, int year, Notice notice) {
        return jdbc.sql("""
                        insert into national_recommendation (case_number, year, notice_number, apply_by, quota, stage)
                        values (:caseNumber, :year, :number, :applyBy, :quota, 'EVALUATING')
                        on conflict (year) where stage <> 'NOTHING' do nothing
                        """)
                        .param("caseNumber", caseNumber)
                        .param("year", year)
                        .param("number", notice.number())
                        .param("applyBy", notice.applyBy())
                        .param("quota", notice.quota())
                        .update()
                == 1;
    }

    @Override
    public Recommendation lock(String caseNumber) {
        return jdbc.sql("select * from national_recommendation where case_number = :caseNumber for update")
                .param("caseNumber", caseNumber)
                .query(JdbcRecommendations::recommendation)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no recommendation has the number " + caseNumber));
    }

    @Override
    public void enter(String caseNumber, Stage stage) {
        jdbc.sql("update national_recommendation set stage = :stage where case_number = :caseNumber")
                .param("stage", stage.name())
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void list(String caseNumber, Issued document) {
        jdbc.sql("""
                        update national_recommendation
                        set stage = 'LISTED', document_number = :number, document_date = :date,
                            approved_by_name = :byName, listed_at = :at
                        where case_number = :caseNumber
                        """)
                .param("number", document.number())
                .param("date", document.date())
                .param("byName", document.byName())
                .param("at", utc(document.at()))
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void conclude(String caseNumber, Issued document, Set<String> recognised) {
        jdbc.sql("""
                        update national_recommendation
                        set stage = 'CONCLUDED', result_document = :number, result_date = :date,
                            recorded_by_name = :byName, result_at = :at
                        where case_number = :caseNumber
                        """)
                .param("number", document.number())
                .param("date", document.date())
                .param("byName", document.byName())
                .param("at", utc(document.at()))
                .param("caseNumber", caseNumber)
                .update();
        jdbc.sql("""
                        update national_candidate set recognised = cluster_number = any (:recognised)
                        where case_number = :caseNumber and evaluation = :evaluation and recommended
                        """)
                .param("recognised", recognised.toArray(String[]::new))
                .param("caseNumber", caseNumber)
                .param("evaluation", latest(caseNumber))
                .update();
    }

    @Override
    public void add(String caseNumber, Candidate candidate) {
        int evaluation = latest(caseNumber);
        Proposal proposal = candidate.proposal();
        jdbc.sql("""
                        insert into national_candidate (case_number, evaluation, cluster_number, cluster_name, leading_industry,
                                                        county_code, city_code, applicant_group, report_case,
                                                        reported_late, warned, decision_version, evaluated_on,
                                                        recommended, reason, proposed_by_name, proposed_at)
                        values (:caseNumber, :evaluation, :clusterNumber, :clusterName, :leadingIndustry,
                                :countyCode, :cityCode, :applicantGroup, :reportCase,
                                :late, :warned, :version, :evaluatedOn,
                                :recommended, :reason, :byName, :proposedAt)
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", evaluation)
                .param("recommended", proposal == null ? null : proposal.recommended())
                .param("reason", proposal == null ? null : proposal.reason())
                .param("byName", proposal == null ? null : proposal.byName())
                .param("proposedAt", proposal == null ? null : utc(proposal.at()))
                .param("clusterNumber", candidate.clusterNumber())
                .param("clusterName", candidate.clusterName())
                .param("leadingIndustry", candidate.leadingIndustry())
                .param("countyCode", candidate.countyCode())
                .param("cityCode", candidate.cityCode())
                .param("applicantGroup", candidate.applicantGroup())
                .param("reportCase", candidate.reportCase())
                .param("late", candidate.reportedLate())
                .param("warned", candidate.warned())
                .param("version", candidate.decisionVersion())
                .param("evaluatedOn", candidate.evaluatedOn())
                .update();
        jdbc.sql("""
                        insert into national_finding (case_number, evaluation, cluster_number, position, code, rule,
                                                      article, label, inputs, requirement, outcome, shortfall)
                        select :caseNumber, :evaluation, :clusterNumber, f.position, f.code, f.rule,
                               f.article, f.label, f.inputs, f.requirement, f.outcome, f.shortfall
                          from
                        """ + FindingColumns.ROWS)
                .param("caseNumber", caseNumber)
                .param("evaluation", evaluation)
                .param("clusterNumber", candidate.clusterNumber())
                .param("findings", FindingColumns.rows(candidate.findings()))
                .update();
    }

    @Override
    public void add(String caseNumber, Exclusion exclusion) {
        jdbc.sql("""
                        insert into national_exclusion (case_number, evaluation, cluster_number, cluster_name, reason)
                        values (:caseNumber, :evaluation, :clusterNumber, :clusterName, :reason)
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", latest(caseNumber))
                .param("clusterNumber", exclusion.clusterNumber())
                .param("clusterName", exclusion.clusterName())
                .param("reason", exclusion.reason())
                .update();
    }

    @Override
    public void propose(String caseNumber, String clusterNumber, Proposal proposal) {
        jdbc.sql("""
                        update national_candidate
                        set recommended = :recommended, reason = :reason, proposed_by_name = :byName, proposed_at = :at
                        where case_number = :caseNumber and evaluation = :evaluation and cluster_number = :clusterNumber
                        """)
                .param("evaluation", latest(caseNumber))
                .param("recommended", proposal.recommended())
                .param("reason", proposal.reason())
                .param("byName", proposal.byName())
                .param("at", utc(proposal.at()))
                .param("caseNumber", caseNumber)
                .param("clusterNumber", clusterNumber)
                .update();
    }

    @Override
    public List<Candidate> candidates(String caseNumber) {
        return candidates(caseNumber, latest(caseNumber));
    }

    @Override
    public List<Candidate> candidates(String caseNumber, int evaluation) {
        record Found(String clusterNumber, Finding finding) {}
        Map<String, List<Found>> findings = jdbc
                .sql("""
                        select f.*, c.decision_version
                        from national_finding f join national_candidate c using (case_number, evaluation, cluster_number)
                        where f.case_number = :caseNumber and f.evaluation = :evaluation order by f.position
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", evaluation)
                .query((row, i) -> new Found(
                        row.getString("cluster_number"),
                        FindingColumns.finding(row, NationalCandidates.CRITERIA, row.getInt("decision_version"))))
                .list()
                .stream()
                .collect(groupingBy(Found::clusterNumber));
        return jdbc.sql("""
                        select * from national_candidate
                        where case_number = :caseNumber and evaluation = :evaluation order by cluster_number
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", evaluation)
                .query((row, i) -> candidate(
                        row,
                        findings.getOrDefault(row.getString("cluster_number"), List.of()).stream()
                                .map(Found::finding)
                                .toList()))
                .list();
    }

    @Override
    public List<Exclusion> exclusions(String caseNumber) {
        return exclusions(caseNumber, latest(caseNumber));
    }

    @Override
    public List<Exclusion> exclusions(String caseNumber, int evaluation) {
        return jdbc.sql("""
                        select * from national_exclusion
                        where case_number = :caseNumber and evaluation = :evaluation order by cluster_number
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", evaluation)
                .query(Rows.of(Exclusion.class))
                .list();
    }

    @Override
    public void begin(String caseNumber, String reason, String byName, Instant at) {
        jdbc.sql("""
                        insert into national_evaluation (case_number, evaluation, reason, by_name, evaluated_at)
                        values (:caseNumber, :evaluation, :reason, :byName, :at)
                        """)
                .param("caseNumber", caseNumber)
                .param("evaluation", latest(caseNumber) + 1)
                .param("reason", reason)
                .param("byName", byName)
                .param("at", utc(at))
                .update();
    }

    @Override
    public List<Evaluation> evaluations(String caseNumber) {
        return jdbc.sql("""
                        select e.evaluation as number, e.reason, e.by_name, e.evaluated_at as at,
                               (select max(c.decision_version) from national_candidate c
                                 where c.case_number = e.case_number and c.evaluation = e.evaluation) as decision_version,
                               (select count(*) from national_candidate c
                                 where c.case_number = e.case_number and c.evaluation = e.evaluation) as candidates,
                               (select count(*) from national_exclusion x
                                 where x.case_number = e.case_number and x.evaluation = e.evaluation) as exclusions
                          from national_evaluation e
                         where e.case_number = :caseNumber order by e.evaluation
                        """)
                .param("caseNumber", caseNumber)
                .query(Rows.of(Evaluation.class))
                .list();
    }

    /** Zero before the first. */
    private int latest(String caseNumber) {
        return jdbc.sql("select coalesce(max(evaluation), 0) from national_evaluation where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Recommendation> ofCluster(String clusterNumber) {
        return jdbc.sql("""
                        select r.*
                        from national_recommendation r join national_candidate c using (case_number)
                        where c.cluster_number = :clusterNumber and c.recommended and r.listed_at is not null
                          and c.evaluation = (select max(e.evaluation) from national_evaluation e
                                               where e.case_number = r.case_number)
                        order by r.listed_at
                        """)
                .param("clusterNumber", clusterNumber)
                .query(JdbcRecommendations::recommendation)
                .list();
    }

    private static Recommendation recommendation(ResultSet row, int i) throws SQLException {
        return new Recommendation(
                row.getString("case_number"),
                row.getInt("year"),
                new Notice(
                        row.getString("notice_number"),
                        row.getObject("apply_by", LocalDate.class),
                        row.getObject("quota", Integer.class)),
                Stage.valueOf(row.getString("stage")),
                issued(row, "document_number", "document_date", "approved_by_name", "listed_at"),
                issued(row, "result_document", "result_date", "recorded_by_name", "result_at"));
    }

    private static Issued issued(ResultSet row, String number, String date, String byName, String at)
            throws SQLException {
        return row.getString(number) == null
                ? null
                : new Issued(
                        row.getString(number),
                        row.getObject(date, LocalDate.class),
                        row.getString(byName),
                        instant(row, at));
    }

    private static Candidate candidate(ResultSet row, List<Finding> findings) throws SQLException {
        Boolean recommended = row.getObject("recommended", Boolean.class);
        return new Candidate(
                row.getString("cluster_number"),
                row.getString("cluster_name"),
                row.getString("leading_industry"),
                row.getString("county_code"),
                row.getString("city_code"),
                row.getString("applicant_group"),
                row.getString("report_case"),
                row.getBoolean("reported_late"),
                row.getBoolean("warned"),
                row.getInt("decision_version"),
                row.getObject("evaluated_on", LocalDate.class),
                findings,
                recommended == null
                        ? null
                        : new Proposal(
                                recommended,
                                row.getString("reason"),
                                row.getString("proposed_by_name"),
                                instant(row, "proposed_at")),
                row.getObject("recognised", Boolean.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
