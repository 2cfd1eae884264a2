package org.smecluster.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.NumberedRequirement;
import org.smecluster.law.Outcome;
import org.smecluster.law.Threshold;
import org.smecluster.law.Threshold.Operator;
import org.smecluster.law.Unit;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.portal.Chart.Mark;
import org.smecluster.portal.Chart.Note;
import org.smecluster.recognition.BatchFindings.Value;
import org.smecluster.recognition.BatchFunnel.Place;
import org.springframework.stereotype.Component;

/** How the values of one indicator lie in a batch, on either side of what the table in force asks (第十一条). */
@Component
class IndicatorChart implements ChartSource {

    private static final ChartKey KEY = ChartKey.INDICATOR_DISTRIBUTION;
    private static final int BARS = 10;
    private static final Set<Unit> WHOLE = EnumSet.of(Unit.ENTERPRISES, Unit.PLATFORMS, Unit.STANDARDS);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    private final CaseNarrowing narrowing;
    private final VisibleApplications visible;

    IndicatorChart(CaseNarrowing narrowing, VisibleApplications visible) {
        this.narrowing = narrowing;
        this.visible = visible;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(KEY, this::distribution);
    }

    private Chart distribution(DashboardView view) {
        NumberedRequirement asked = view.indicator();
        if (view.batch() == null || asked == null) {
            return Chart.empty(KEY, "还没有批次。自治区经办人员按年度通知开启批次（第十三条）后，在此统计。");
        }
        Set<String> numbers = visible.of(view).stream().map(Place::caseNumber).collect(Collectors.toSet());
        List<Value> all = narrowing.values(view.batch(), asked.code()).stream()
                .filter(value -> numbers.contains(value.caseNumber()))
                .toList();
        List<BigDecimal> values =
                all.stream().map(Value::value).filter(Objects::nonNull).toList();
        if (values.isEmpty()) {
            return Chart.empty(KEY, "这个批次还没有“" + asked.label() + "”的数值。申报主体提交数据后，在此统计。");
        }
        Threshold threshold = asked.threshold();
        int met = (int) values.stream().filter(threshold::accepts).count();
        Bins bins = Bins.of(values, threshold, WHOLE.contains(asked.unit()));
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("要求取自现行决策表：" + asked.requirement() + "（" + asked.article() + "）。", null));
        long otherwise = all.stream()
                .filter(each ->
                        each.value() != null && (each.outcome() == Outcome.MET) != threshold.accepts(each.value()))
                .count();
        if (otherwise > 0) {
            notes.add(new Note(
                    "其中" + otherwise + "件的结论与此不同：条件由几个指标共同决定，或者案件依原来的决策表评估。结论见“" + ChartKey.CONDITION_OUTCOMES.title()
                            + "”。",
                    null));
        }
        return new Chart(
                KEY,
                asked.label() + "：" + all.size() + "件申报中，" + met + "件达到，" + (values.size() - met) + "件未达到，"
                        + (all.size() - values.size()) + "件缺数据（不在图中）。",
                null,
                asked.label() + "（" + asked.unit().sign() + "）",
                List.of(new Head("达到要求", "reached"), new Head("未达到", "missed")),
                bins.lines(values, asked, view),
                null,
                new Mark(asked.unit().scaled(threshold.limit()), "要求：" + words(threshold, asked.unit())),
                notes);
    }

    /** E.g. 不低于20亿元. */
    static String words(Threshold threshold, Unit unit) {
        String word =
                switch (threshold.operator()) {
                    case AT_LEAST -> "不低于";
                    case ABOVE -> "高于";
                    case AT_MOST -> "不超过";
                    case BELOW -> "低于";
                };
        return word + plain(unit.scaled(threshold.limit())) + unit.sign();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * Equal steps, one of which ends at the limit.
     *
     * @param least of the values and the limit
     * @param first steps below the limit, negative; {@code last} the last step's
     * @param lower whether a value on an edge belongs to what lies above it
     */
    private record Bins(
            Threshold threshold, BigDecimal step, BigDecimal least, int first, int last, boolean lower, boolean whole) {

        static Bins of(List<BigDecimal> values, Threshold threshold, boolean whole) {
            BigDecimal limit = threshold.limit();
            BigDecimal least = values.stream().reduce(limit, BigDecimal::min);
            BigDecimal most = values.stream().reduce(limit, BigDecimal::max);
            BigDecimal step = round(most.subtract(least), limit, whole);
            boolean lower = threshold.operator() == Operator.AT_LEAST || threshold.operator() == Operator.BELOW;
            Bins any = new Bins(threshold, step, least, 0, 0, lower, whole);
            return new Bins(
                    threshold, step, least, Math.min(-1, any.index(least)), Math.max(0, any.index(most)), lower, whole);
        }

        /** One, two or five of a power of ten, so that some ten steps cover the range. */
        private static BigDecimal round(BigDecimal range, BigDecimal limit, boolean whole) {
            BigDecimal wanted = (range.signum() > 0 ? range : limit.abs().max(BigDecimal.ONE))
                    .divide(BigDecimal.valueOf(BARS), 12, RoundingMode.HALF_UP);
            BigDecimal power = BigDecimal.ONE.movePointRight(wanted.precision() - wanted.scale() - 1);
            BigDecimal step = ROUND.stream()
                    .map(power::multiply)
                    .filter(each -> each.compareTo(wanted) >= 0)
                    .findFirst()
                    .orElseThrow();
            return whole ? step.max(BigDecimal.ONE) : step;
        }

        private int index(BigDecimal value) {
            BigDecimal steps = value.subtract(threshold.limit()).divide(step, 12, RoundingMode.HALF_UP);
            return lower
                    ? steps.setScale(0, RoundingMode.FLOOR).intValueExact()
                    : steps.setScale(0, RoundingMode.CEILING).intValueExact() - 1;
        }

        private BigDecimal edge(int index) {
            return threshold.limit().add(step.multiply(BigDecimal.valueOf(index)));
        }

        List<Line> lines(List<BigDecimal> values, NumberedRequirement asked, DashboardView view) {
            List<Line> lines = new ArrayList<>();
            for (int each = first; each <= last; each++) {
                int index = each;
                // nobody has less than nothing: the first step begins there, nothing included
                boolean first = least.signum() >= 0 && edge(index).signum() <= 0;
                BigDecimal from = first ? BigDecimal.ZERO : edge(index);
                BigDecimal to = edge(index + 1);
                int number = (int)
                        values.stream().filter(value -> index(value) == index).count();
                Cell count = Cell.count(
                        number,
                        ListAddress.of(
                                CaseFilter.PATH,
                                "batch",
                                view.batch().batchNumber(),
                                "indicator",
                                asked.code(),
                                lower || first ? "from" : "over",
                                from.toPlainString(),
                                lower ? "below" : "upTo",
                                to.toPlainString(),
                                "city",
                                view.caseCity()));
                boolean reached = (index >= 0) == threshold.wantsMore();
                lines.add(new Line(
                        label(asked.unit().scaled(from), asked.unit().scaled(to), lower || first),
                        reached ? List.of(count, Cell.NONE) : List.of(Cell.NONE, count),
                        asked.unit().scaled(from),
                        asked.unit().scaled(to)));
            }
            return lines;
        }

        /** @param included whether the lower end belongs to it */
        private String label(BigDecimal from, BigDecimal to, boolean included) {
            if (from.compareTo(to) == 0 || whole && to.subtract(from).compareTo(BigDecimal.ONE) == 0) {
                return plain(lower ? from : to);
            }
            return (included ? "" : "超过") + plain(from) + (lower ? "至不足" : "至") + plain(to);
        }
    }
}
