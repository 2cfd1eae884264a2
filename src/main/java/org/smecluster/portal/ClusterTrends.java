package org.smecluster.portal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.NumberedRequirement;
import org.smecluster.filing.FiledVersion;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.Figure.Measure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.portal.Chart.Mark;
import org.smecluster.portal.Chart.Note;
import org.smecluster.portal.ChartHeading.Form;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterRecord;
import org.springframework.stereotype.Component;

/** How a cluster's indicators and figures went over its years, out of all that was submitted about it. */
@Component
class ClusterTrends {

    private static final MathContext SHOWN = new MathContext(6);

    /** A version that was submitted. @param year the latest that it reports on */
    private record Told(int year, String caseNumber, FiledVersion version, Optional<Assessment> assessment) {}

    private final CasesOfCluster cases;
    private final CaseAccess access;
    private final ClusterWorkbooks workbooks;
    private final AssessmentService assessments;

    ClusterTrends(CasesOfCluster cases, CaseAccess access, ClusterWorkbooks workbooks, AssessmentService assessments) {
        this.cases = cases;
        this.access = access;
        this.workbooks = workbooks;
        this.assessments = assessments;
    }

    /** The indicators that 第十一条 sets a number for, in its order, then the yearly figures. Without what was never told. */
    List<Chart> of(ClusterRecord cluster) {
        List<Told> told = told(cluster);
        List<Chart> charts = new ArrayList<>();
        assessments.numberedRequirements().forEach(each -> indicator(each, told).ifPresent(charts::add));
        for (Figure figure : Figure.values()) {
            figure(figure, told).ifPresent(charts::add);
        }
        return charts;
    }

    /** Of each year the version submitted last, by year. */
    private List<Told> told(ClusterRecord cluster) {
        return cases.of(cluster).stream()
                .flatMap(each -> access.find(each.caseNumber()).stream())
                .flatMap(file -> file.versions().stream()
                        .filter(version -> version.submission().frozen())
                        .reduce((earlier, later) -> later)
                        .flatMap(version -> told(file, version))
                        .stream())
                .collect(
                        TreeMap<Integer, Told>::new,
                        (latest, each) -> latest.merge(each.year(), each, ClusterTrends::later),
                        Map::putAll)
                .values()
                .stream()
                .toList();
    }

    private static Told later(Told one, Told other) {
        return Stream.of(one, other)
                .max(Comparator.comparing(told -> told.version().submission().submittedAt()))
                .orElseThrow();
    }

    private Optional<Told> told(OpenCase file, FiledVersion version) {
        return workbooks
                .reportingYears(version.submission().id())
                .map(ReportingYears::last)
                .map(year -> new Told(
                        year,
                        file.caseNumber(),
                        version,
                        access.assessments(file, version).stream()
                                .reduce((earlier, later) -> later)
                                .map(FiledVersion.StageAssessment::assessment)));
    }

    private Optional<Chart> indicator(NumberedRequirement asked, List<Told> told) {
        List<Line> lines = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        for (Told each : told) {
            Optional<Finding> finding = each.assessment().stream()
                    .flatMap(assessment -> assessment.findings().stream())
                    .filter(found -> found.input(asked.code()).isPresent())
                    .findFirst();
            finding.ifPresent(found -> {
                Input input = found.input(asked.code()).orElseThrow();
                BigDecimal value = input.shownNumber().map(asked.unit()::scaled).orElse(null);
                if (value != null) {
                    values.add(value);
                }
                lines.add(new Line(
                        each.year() + "年",
                        List.of(
                                value == null ? Cell.NONE : Cell.number(value),
                                Cell.words(found.outcome().label()),
                                new Cell(null, each.caseNumber(), Addresses.ofCase(each.caseNumber())))));
            });
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal limit = asked.unit().scaled(asked.threshold().limit());
        return Optional.of(new Chart(
                ChartHeading.of(asked.code(), asked.label(), Form.COURSE),
                says(asked.label(), asked.unit().sign(), values),
                null,
                "数据年度",
                List.of(
                        new Head(asked.label() + "（" + asked.unit().sign() + "）", "course"),
                        Head.words("结论"),
                        Head.words("出自")),
                lines,
                null,
                new Mark(limit, "要求：" + IndicatorChart.words(asked.threshold(), asked.unit())),
                List.of(new Note("现行决策表的要求：" + asked.requirement() + "（" + asked.article() + "）；结论是当时评估的。", null))));
    }

    /** Of each year as the version submitted last that reports on it has it. */
    private Optional<Chart> figure(Figure figure, List<Told> told) {
        boolean share = figure.measure() == Measure.SHARE;
        Map<Integer, BigDecimal> values = new TreeMap<>();
        Map<Integer, String> from = new LinkedHashMap<>();
        for (Told each : told) {
            for (YearFigures year : workbooks.years(each.version().submission().id())) {
                BigDecimal value = year.get(figure);
                if (value != null) {
                    values.put(year.year(), share ? value.movePointRight(2) : value);
                    from.put(year.year(), each.caseNumber());
                }
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Chart.of(
                ChartHeading.of(figure.key(), figure.label(), Form.COURSE),
                says(figure.label(), figure.measure().unit(), values.values()),
                "数据年度",
                List.of(new Head(figure.label() + "（" + figure.measure().unit() + "）", "course"), Head.words("出自")),
                values.entrySet().stream()
                        .map(each -> new Line(
                                each.getKey() + "年",
                                List.of(
                                        Cell.number(each.getValue()),
                                        new Cell(
                                                null,
                                                from.get(each.getKey()),
                                                Addresses.ofCase(from.get(each.getKey()))))))
                        .toList(),
                null,
                List.of()));
    }

    private static String says(String label, String unit, Collection<BigDecimal> values) {
        List<BigDecimal> all = values.stream().filter(Objects::nonNull).toList();
        BigDecimal first = all.get(0);
        BigDecimal last = all.get(all.size() - 1);
        if (all.size() == 1) {
            return label + "只有一年的数：" + plain(last) + unit + "。";
        }
        int change = last.compareTo(first);
        return label + "从" + plain(first) + unit + (change > 0 ? "升到" : change < 0 ? "降到" : "到") + plain(last) + unit
                + (change == 0 ? "，没有变化。" : "。");
    }

    private static String plain(BigDecimal value) {
        return FigureRow.plain(value.round(SHOWN));
    }
}
