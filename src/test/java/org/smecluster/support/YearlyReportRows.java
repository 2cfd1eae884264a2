package org.smecluster.support;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.casework.Casework;
import org.smecluster.casework.NewCase;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Outcome;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year's reports as monitoring leaves them, without its walk: for procedures that go by them. */
public final class YearlyReportRows {

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final int year;

    private YearlyReportRows(ApplicationContext context, int year) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.year = year;
    }

    /** Opens the monitoring of the year. */
    public static YearlyReportRows of(ApplicationContext context, int year) {
        YearlyReportRows rows = new YearlyReportRows(context, year);
        String caseNumber = context.getBean(Casework.class)
                .open(
                        new NewCase(
                                CaseKind.BS,
                                null,
                                year + "年度集群监测",
                                "province-officer",
                                "province-officer",
                                year + "年度",
                                "报送中"),
                        null)
                .caseNumber();
        rows.jdbc
                .sql("insert into monitoring_year (year, case_number, last_day) values (:year, :caseNumber, :lastDay)")
                .param("year", year)
                .param("caseNumber", caseNumber)
                .param("lastDay", LocalDate.of(year + 1, 3, 30))
                .update();
        return rows;
    }

    public YearlyReportRows concluded() {
        jdbc.sql("update monitoring_year set concluded_at = :at where year = :year")
                .param("at", OffsetDateTime.of(year + 1, 4, 20, 2, 0, 0, 0, ZoneOffset.UTC))
                .param("year", year)
                .update();
        return this;
    }

    /** Recognises one of the samples, with a term that lasts beyond the report. @param index of the sample */
    public ClusterRecord recognised(int index) {
        SampleCluster sample = sample(index);
        return context.getBean(ClusterRegistry.class)
                .register(new Recognition(
                        "NXJQ-%d-RD-%05d".formatted(year, index + 1),
                        sample.getClusterName(),
                        sample.workbook().basics().leadingIndustry(),
                        sample.countyCode(),
                        sample.countyCode().substring(0, 4),
                        sample.applicantGroup(),
                        LocalDate.of(year, 6, 10),
                        "宁工信企发〔" + year + "〕30号"));
    }

    /** The sample's report, accepted and found to meet 第十一条. */
    public ClusterRecord accepted(int index) {
        return reported(index, State.ACCEPTED, Outcome.MET, false);
    }

    /**
     * @param outcome null where nothing was submitted
     * @param vetoed null where a person has to decide
     */
    public ClusterRecord reported(int index, State state, Outcome outcome, Boolean vetoed) {
        ClusterRecord cluster = recognised(index);
        String caseNumber = context.getBean(Casework.class)
                .open(NewCase.about(CaseKind.BS, cluster, year + "年度", state.label()), null)
                .caseNumber();
        Long submission = outcome == null ? null : submitted(index, caseNumber);
        jdbc.sql("""
                        insert into annual_report (case_number, year, cluster_number, cluster_name, applicant_group,
                                                   city_group, state, submitted_at, submission_id, late, assessment, outcome,
                                                   vetoed, warned)
                        values (:caseNumber, :year, :clusterNumber, :clusterName, :applicantGroup, :cityGroup, :state,
                                :submittedAt, :submission, false, :assessment, :outcome, :vetoed, false)
                        """)
                .param("caseNumber", caseNumber)
                .param("year", year)
                .param("clusterNumber", cluster.clusterNumber())
                .param("clusterName", cluster.name())
                .param("applicantGroup", cluster.applicantGroup())
                .param("cityGroup", "city-" + cluster.cityCode())
                .param("state", state.name())
                .param(
                        "submittedAt",
                        submission == null ? null : OffsetDateTime.of(year + 1, 3, 20, 2, 0, 0, 0, ZoneOffset.UTC))
                .param("submission", submission)
                .param("assessment", outcome == null ? null : 1)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("vetoed", vetoed)
                .update();
        return cluster;
    }

    private Long submitted(int index, String caseNumber) {
        SampleCluster sample = sample(index);
        ClusterWorkbooks workbooks = context.getBean(ClusterWorkbooks.class);
        Submissions submissions = context.getBean(Submissions.class);
        long id = workbooks.nextSubmissionId();
        submissions.insert(id, caseNumber, 1);
        new Uploads(context).lay(id, sample.workbook(), "年报.xlsx", "test");
        submissions.declare(
                id,
                new Declarations(sample.declarations().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey(),
                                each -> new Declaration(
                                        each.getValue().value(), each.getValue().explanation())))),
                true);
        submissions.checked(id);
        submissions.explain(id, null, true, new Account("test", "填报人", List.of(sample.applicantGroup())));
        submissions.freeze(id);
        return id;
    }

    private SampleCluster sample(int index) {
        List<SampleCluster> samples = SampleClusters.of(year + 1);
        return samples.get(index);
    }
}
