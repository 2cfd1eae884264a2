package org.smecluster.material;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.PreviousData.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the yearly figures of a submission against the year before, against the data of the years before, and, of a
 * correction, against what was handed in last for the same years. How far a figure may move is the table
 * {@code plausibilityLimits}'.
 */
@Service
@Transactional
@LegalBasis(article = 13)
public class PlausibilityCheck {

    private final DecisionTables tables;
    private final ClusterWorkbooks workbooks;
    private final PreviousSubmissions previous;
    private final PlausibilityWarnings stored;

    PlausibilityCheck(
            DecisionTables tables,
            ClusterWorkbooks workbooks,
            PreviousSubmissions previous,
            PlausibilityWarnings stored) {
        this.tables = tables;
        this.workbooks = workbooks;
        this.previous = previous;
        this.stored = stored;
    }

    /**
     * Checks the yearly figures of a submission and keeps the warnings; what was explained of the same figures stays.
     *
     * @param years the figures, ascending
     */
    public void check(
            long submissionId,
            ReportingYears period,
            List<YearFigures> years,
            String applicantGroup,
            String clusterName) {
        List<Source> sources = previous.comparable(applicantGroup, clusterName, period.last() + 1, submissionId);
        List<PlausibilityWarning> found = compare(years, sources);
        List<PlausibilityWarning> before = stored.of(submissionId);
        List<PlausibilityWarning> known = new ArrayList<>(before);
        sources.forEach(each -> known.addAll(stored.of(each.submissionId())));
        List<PlausibilityWarning> now = found.stream()
                .map(warning -> known.stream()
                        .filter(warning::sameAs)
                        .findFirst()
                        .map(earlier -> warning.explained(earlier.explanation()))
                        .orElse(warning))
                .toList();
        if (!now.equals(before)) {
            stored.replace(submissionId, now);
        }
    }

    @Transactional(readOnly = true)
    public List<PlausibilityWarning> of(long submissionId) {
        return stored.of(submissionId);
    }

    /**
     * @param explanations by position in {@link #of}; a warning that is not named keeps its text, a blank text removes it
     * @throws Refusal where a text is too long or there is no such warning; nothing changes then
     */
    public void explain(long submissionId, Map<Integer, String> explanations) {
        List<PlausibilityWarning> warnings = new ArrayList<>(stored.of(submissionId));
        explanations.forEach((position, text) -> {
            if (position < 0 || position >= warnings.size()) {
                throw new Refusal("提醒已随重新评估而变化，请查看现有的提醒后再填写说明");
            }
            String explanation = text.strip();
            if (explanation.length() > PlausibilityWarning.LONGEST_EXPLANATION) {
                throw new Refusal("第" + (position + 1) + "项说明有" + explanation.length() + "字，请压缩到"
                        + PlausibilityWarning.LONGEST_EXPLANATION + "字以内");
            }
            warnings.set(position, warnings.get(position).explained(explanation.isEmpty() ? null : explanation));
        });
        stored.replace(submissionId, warnings);
    }

    private List<PlausibilityWarning> compare(List<YearFigures> years, List<Source> sources) {
        Map<Integer, YearFigures> now = byYear(years);
        Map<Source, Map<Integer, YearFigures>> before = new LinkedHashMap<>();
        sources.forEach(source -> before.put(source, byYear(workbooks.years(source.submissionId()))));
        List<PlausibilityWarning> found = new ArrayList<>();
        for (Limits limits : limits()) {
            Figure figure = limits.figure();
            for (YearFigures figures : years) {
                int year = figures.year();
                BigDecimal value = figures.get(figure);
                limits.hold(value, year, value(now, year - 1, figure), year - 1, null, found);
                for (Map.Entry<Source, Map<Integer, YearFigures>> earlier : before.entrySet()) {
                    BigDecimal same = value(earlier.getValue(), year, figure);
                    limits.hold(value, year, same, year, earlier.getKey(), found);
                    if (!now.containsKey(year - 1)) {
                        BigDecimal last = value(earlier.getValue(), year - 1, figure);
                        limits.hold(value, year, last, year - 1, earlier.getKey(), found);
                    }
                }
            }
        }
        return found;
    }

    private static BigDecimal value(Map<Integer, YearFigures> years, int year, Figure figure) {
        return years.containsKey(year) ? years.get(year).get(figure) : null;
    }

    private static Map<Integer, YearFigures> byYear(List<YearFigures> years) {
        return years.stream().collect(Collectors.toMap(YearFigures::year, Function.identity()));
    }

    /** Of each figure, as the table says now. */
    private List<Limits> limits() {
        List<Figure> figures = List.of(Figure.values());
        List<Decision> decisions = tables.evaluateEach(
                "plausibilityLimits",
                figures.stream()
                        .map(figure -> Map.<String, Object>of("figure", figure.key()))
                        .toList());
        return IntStream.range(0, decisions.size())
                .mapToObj(place -> limits(figures.get(place), decisions.get(place)))
                .toList();
    }

    private static Limits limits(Figure figure, Decision decision) {
        Map<String, Object> row =
                decision.rows().isEmpty() ? Map.of() : decision.rows().get(0);
        return new Limits(
                figure, factor(row.get("upwardFactor")), factor(row.get("downwardFactor")), decision.version());
    }

    private static BigDecimal factor(Object cell) {
        BigDecimal factor = cell == null ? null : new BigDecimal(cell.toString());
        return factor == null || factor.compareTo(BigDecimal.ONE) < 0 ? null : factor;
    }

    /** How far one figure may move; null where it may move as it likes. */
    private record Limits(Figure figure, BigDecimal upward, BigDecimal downward, int version) {

        void hold(
                BigDecimal value,
                int year,
                BigDecimal compared,
                int comparedYear,
                Source source,
                List<PlausibilityWarning> found) {
            if (value == null || compared == null) {
                return;
            }
            if (upward != null && value.compareTo(compared.multiply(upward)) > 0) {
                add(warning(value, year, compared, comparedYear, source, true, upward), found);
            } else if (downward != null && value.multiply(downward).compareTo(compared) < 0) {
                add(warning(value, year, compared, comparedYear, source, false, downward), found);
            }
        }

        /** Two earlier versions that say the same are told of once. */
        private static void add(PlausibilityWarning warning, List<PlausibilityWarning> found) {
            if (found.stream().noneMatch(warning::sameAs)) {
                found.add(warning);
            }
        }

        private PlausibilityWarning warning(
                BigDecimal value,
                int year,
                BigDecimal compared,
                int comparedYear,
                Source source,
                boolean up,
                BigDecimal factor) {
            return new PlausibilityWarning(
                    figure, year, value, comparedYear, compared, source, up, factor, version, null);
        }
    }
}
