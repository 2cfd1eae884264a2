package org.smecluster.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.calendar.WorkingDays;
import org.smecluster.casehistory.engine.StageTimes.Pass;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.portal.Chart.Note;
import org.smecluster.recognition.BatchFunnel.Place;
import org.springframework.stereotype.Component;

/** How many working days each step of a batch's applications took, against the time that the models give it. */
@Component
class StageCharts implements ChartSource {

    private static final int NINE_OF_TEN = 90;
    private static final int ALL = 100;

    private final CaseNarrowing narrowing;
    private final VisibleApplications visible;
    private final WorkCalendar calendar;
    private final Clock clock;

    StageCharts(CaseNarrowing narrowing, VisibleApplications visible, WorkCalendar calendar, Clock clock) {
        this.narrowing = narrowing;
        this.visible = visible;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(ChartKey.STAGE_TIMES, this::times);
    }

    private Chart times(DashboardView view) {
        if (view.batch() == null) {
            return Chart.empty(ChartKey.STAGE_TIMES, "还没有批次。自治区经办人员按年度通知开启批次（第十三条）后，在此统计。");
        }
        List<String> numbers = visible.of(view).stream().map(Place::caseNumber).toList();
        Map<String, List<Pass>> bySteps = narrowing.passes(numbers).stream()
                .collect(Collectors.groupingBy(Pass::step, LinkedHashMap::new, Collectors.toList()));
        if (bySteps.isEmpty()) {
            return Chart.empty(ChartKey.STAGE_TIMES, "这个批次还没有办理过的环节。申报发起后，各环节的用时在此统计。");
        }
        WorkingDays days = calendar.workingDays();
        Instant now = clock.instant();
        return Chart.of(
                ChartKey.STAGE_TIMES,
                says(bySteps, now),
                "环节（工作日）",
                List.of(
                        Head.table("案件"),
                        new Head("期限", "due"),
                        new Head("中位", "median"),
                        new Head("九成以内", "most"),
                        new Head("最长", "longest"),
                        new Head("逾期", "late")),
                bySteps.entrySet().stream()
                        .map(each -> new Line(
                                each.getValue().get(0).name(), cells(each.getKey(), each.getValue(), days, now, view)))
                        .toList(),
                null,
                List.of(new Note("用时从任务出现的次日起，按工作日计，只算办完的；同一案件办过几次的，每次计一次。逾期包括还没有办完的。期限不是同样长的（如补正、推荐），写最短至最长。", null)));
    }

    private static List<Cell> cells(String step, List<Pass> passes, WorkingDays days, Instant now, DashboardView view) {
        int[] took = passes.stream()
                .filter(pass -> pass.endedAt() != null)
                .mapToInt(pass -> days.between(day(pass.startedAt()), day(pass.endedAt())))
                .sorted()
                .toArray();
        return List.of(
                Cell.count(caseCount(passes, pass -> true), path(view, step, false)),
                due(passes, days),
                took.length == 0 ? Cell.NONE : Cell.number(median(took)),
                took.length == 0 ? Cell.NONE : Cell.number(took[(took.length * NINE_OF_TEN + ALL - 1) / ALL - 1]),
                took.length == 0 ? Cell.NONE : Cell.number(took[took.length - 1]),
                Cell.count(caseCount(passes, pass -> pass.late(now)), path(view, step, true)));
    }

    /** A number where all have the same. */
    private static Cell due(List<Pass> passes, WorkingDays days) {
        int[] given = passes.stream()
                .filter(pass -> pass.dueAt() != null)
                .mapToInt(pass -> {
                    LocalDate start = day(pass.startedAt());
                    LocalDate due = Due.of(pass.dueAt(), start).day();
                    return due.isBefore(start) ? 0 : days.between(start, due);
                })
                .sorted()
                .distinct()
                .toArray();
        return switch (given.length) {
            case 0 -> Cell.NONE;
            case 1 -> Cell.number(given[0]);
            default -> Cell.words(given[0] + "至" + given[given.length - 1]);
        };
    }

    private static Number median(int[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return sorted[middle];
        }
        int both = sorted[middle - 1] + sorted[middle];
        return both % 2 == 0 ? (Number) (both / 2) : (Number) (both / 2.0);
    }

    private static String says(Map<String, List<Pass>> bySteps, Instant now) {
        String late = bySteps.values().stream()
                .filter(passes -> caseCount(passes, pass -> pass.late(now)) > 0)
                .map(passes -> passes.get(0).name() + caseCount(passes, pass -> pass.late(now)) + "件")
                .collect(Collectors.joining("、"));
        return late.isEmpty() ? "各环节都在期限内。" : late + "超过期限，其余都在期限内。";
    }

    private static int caseCount(List<Pass> passes, Predicate<Pass> which) {
        return (int)
                passes.stream().filter(which).map(Pass::caseNumber).distinct().count();
    }

    private static LocalDate day(Instant at) {
        return CaseFileModel.local(at).toLocalDate();
    }

    private static String path(DashboardView view, String step, boolean late) {
        return ListAddress.of(
                CaseFilter.PATH,
                "batch",
                view.batch().batchNumber(),
                "step",
                step,
                "late",
                late,
                "city",
                view.caseCity());
    }
}
