package org.smecluster.portal;

import static org.smecluster.portal.CaseUploads.send;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.SummaryTable;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A year of all clusters as one workbook, for the region's own report to the ministry by 30 April: practice, no rule of the
 * Measures. To the region alone.
 */
@Controller
@LegalBasis(article = 16)
class MinistryReport {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    private static final List<Column> BEFORE = List.of(
            new Column("序号", 5),
            new Column("集群编号", 18),
            new Column("集群名称", 24),
            new Column("主导产业", 12),
            new Column("所在市", 9),
            new Column("申报主体", 12),
            new Column("认定日期", 11),
            new Column("有效期至", 11),
            new Column("报送情况", 16));
    private static final List<Column> AFTER =
            List.of(new Column("第十一条评估", 10), new Column("第十条", 10), new Column("预警", 8), new Column("报送案号", 20));

    private final CurrentUser user;
    private final MonitoringYears years;
    private final AnnualReports reports;
    private final ReportLines lines;
    private final ClusterRegistry registry;
    private final ClusterWorkbooks workbooks;

    MinistryReport(
            CurrentUser user,
            MonitoringYears years,
            AnnualReports reports,
            ReportLines lines,
            ClusterRegistry registry,
            ClusterWorkbooks workbooks) {
        this.user = user;
        this.years = years;
        this.reports = reports;
        this.lines = lines;
        this.registry = registry;
        this.workbooks = workbooks;
    }

    @GetMapping("/monitoring/{year}/ministry")
    void workbook(@PathVariable int year, HttpServletResponse response) throws IOException {
        MonitoringYear monitored =
                years.find(year).filter(found -> user.isProvince()).orElseThrow(NotVisible::new);
        String title = year + "年度宁夏回族自治区中小企业特色产业集群发展情况汇总表";
        send(table(title, monitored), response);
    }

    private SummaryTable table(String title, MonitoringYear year) {
        List<AnnualReport> asked = reports.ofYear(year.year()).stream()
                .filter(report -> report.state() != State.NOT_NEEDED)
                .toList();
        Map<String, ClusterRecord> clusters =
                registry.all().stream().collect(Collectors.toMap(ClusterRecord::clusterNumber, cluster -> cluster));
        List<List<Object>> rows = new ArrayList<>();
        for (AnnualReport report : asked) {
            rows.add(row(rows.size() + 1, report, clusters.get(report.clusterNumber()), year));
        }
        return new SummaryTable(
                "发展情况汇总表",
                title,
                List.of("应报送%d个集群，已提交%d个。每年4月30日前报工业和信息化部（做法，办法未作规定；报送格式以部当年通知为准）。"
                        .formatted(
                                asked.size(),
                                asked.stream().filter(AnnualReport::submitted).count())),
                Stream.of(BEFORE.stream(), Arrays.stream(Figure.values()).map(MinistryReport::column), AFTER.stream())
                        .flatMap(columns -> columns)
                        .toList(),
                rows,
                List.of("数值取自各集群最近一次提交的%d年度数据（第十六条），空白的没有填报；尚未审阅通过的，评估结论可能还会变化。".formatted(year.year())));
    }

    private static Column column(Figure figure) {
        return new Column(figure.label() + "（" + figure.measure().unit() + "）", 12);
    }

    private List<Object> row(int number, AnnualReport report, ClusterRecord cluster, MonitoringYear year) {
        ReportLines.ReportLine line = lines.of(report, ReportLines.over(year));
        Optional<YearFigures> figures = Optional.ofNullable(report.submissionId()).stream()
                .flatMap(submission -> workbooks.years(submission).stream())
                .filter(each -> each.year() == report.year())
                .findFirst();
        List<Object> cells = new ArrayList<>(Arrays.asList(
                number,
                report.clusterNumber(),
                report.clusterName(),
                cluster.leadingIndustry(),
                line.city(),
                line.applicant(),
                cluster.recognisedOn(),
                cluster.termEndsOn(),
                report.state().label() + "，" + line.time()));
        for (Figure figure : Figure.values()) {
            cells.add(figures.map(each -> shown(figure, each.get(figure))).orElse(null));
        }
        cells.addAll(Arrays.asList(
                report.outcome() == null ? null : report.outcome().label(),
                line.veto(),
                line.warning(),
                report.caseNumber()));
        return cells;
    }

    private static BigDecimal shown(Figure figure, BigDecimal value) {
        return value == null || figure.measure() != Figure.Measure.SHARE ? value : value.multiply(PER_CENT);
    }
}
