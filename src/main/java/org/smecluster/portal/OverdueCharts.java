package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.portal.Chart.Note;
import org.smecluster.worklist.engine.TaskDirectory.OverdueTask;
import org.springframework.stereotype.Component;

/** The tasks whose time is over. */
@Component
class OverdueCharts implements ChartSource {

    private static final String NOTHING = "没有逾期的工作。任务超过办理期限仍未完成的，在此统计。";

    /** @param record of the case that the task is in */
    private record Late(OverdueTask task, CaseRecord record, long days) {}

    private final CaseNarrowing narrowing;
    private final CaseAccess access;
    private final Cases cases;
    private final Regions regions;
    private final Addresses addresses;
    private final Clock clock;

    OverdueCharts(
            CaseNarrowing narrowing,
            CaseAccess access,
            Cases cases,
            Regions regions,
            Addresses addresses,
            Clock clock) {
        this.narrowing = narrowing;
        this.access = access;
        this.cases = cases;
        this.regions = regions;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(
                ChartKey.OVERDUE_BY_STEP, this::byStep,
                ChartKey.OVERDUE_BY_CITY, this::byCity);
    }

    private Chart byStep(DashboardView view) {
        List<OverdueTask> tasks = narrowing.overdue();
        return chart(
                ChartKey.OVERDUE_BY_STEP,
                "环节",
                late(tasks, view),
                late -> late.task().step(),
                (step, of) -> name(of),
                step -> path(step, view.caseCity()),
                path(null, view.caseCity()),
                notes(tasks, view));
    }

    /** The step, and the sort of its cases. */
    private static String name(List<Late> of) {
        return of.get(0).task().name() + "（"
                + of.stream()
                        .map(late -> late.record().kind().label())
                        .distinct()
                        .collect(Collectors.joining("、"))
                + "）";
    }

    private Chart byCity(DashboardView view) {
        return chart(
                ChartKey.OVERDUE_BY_CITY,
                "市",
                late(narrowing.overdue(), view),
                late -> late.record().cityGroup(),
                (city, of) -> regions.nameOfGroup(city),
                city -> path(null, city),
                path(null, view.caseCity()),
                List.of());
    }

    private Chart chart(
            ChartKey key,
            String head,
            List<Late> all,
            Function<Late, String> by,
            BiFunction<String, List<Late>, String> name,
            Function<String, String> path,
            String everything,
            List<Note> notes) {
        if (all.isEmpty()) {
            return Chart.empty(key, NOTHING + notes.stream().map(Note::text).collect(Collectors.joining()));
        }
        Map<String, List<Late>> groups = new LinkedHashMap<>();
        all.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Late>> each) -> -caseCount(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> groups.put(each.getKey(), each.getValue()));
        Late longest = all.stream().max(Comparator.comparingLong(Late::days)).orElseThrow();
        return Chart.of(
                key,
                caseCount(all) + "件案件有逾期的任务；最久的是“" + longest.record().clusterName() + "”的"
                        + longest.task().name() + "（逾期" + longest.days() + "天）。",
                head,
                List.of(new Head("案件", "bar"), Head.table("最久逾期（天）")),
                groups.entrySet().stream()
                        .map(each -> line(
                                name.apply(each.getKey(), each.getValue()), each.getValue(), path.apply(each.getKey())))
                        .toList(),
                line("合计", all, everything),
                notes);
    }

    private static Line line(String label, List<Late> of, String path) {
        return new Line(
                label,
                List.of(
                        Cell.count((int) caseCount(of), path),
                        Cell.number(of.stream().mapToLong(Late::days).max().orElseThrow())));
    }

    private static long caseCount(Collection<Late> of) {
        return of.stream().map(late -> late.record().caseNumber()).distinct().count();
    }

    /** Of the cases that the list shows to the reader. */
    private List<Late> late(List<OverdueTask> tasks, DashboardView view) {
        Set<String> numbers = tasks.stream().map(OverdueTask::number).collect(Collectors.toSet());
        Map<String, CaseRecord> visible = cases
                .list(access.query(null, view.caseCity(), false, "").within(numbers), 0, CaseNarrowing.MOST_OVERDUE)
                .stream()
                .collect(Collectors.toMap(CaseRecord::caseNumber, Function.identity()));
        LocalDate today = LocalDate.now(clock);
        return tasks.stream()
                .filter(task -> visible.containsKey(task.number()))
                .map(task -> new Late(
                        task,
                        visible.get(task.number()),
                        Math.max(0, -Due.of(task.dueAt(), today).left())))
                .toList();
    }

    /** What the autonomous region has besides its cases: batches and rounds, which are in no list of cases. */
    private List<Note> notes(List<OverdueTask> tasks, DashboardView view) {
        List<Note> notes = new ArrayList<>();
        if (tasks.size() == CaseNarrowing.MOST_OVERDUE) {
            notes.add(new Note("逾期的任务很多，只统计了到期最早的" + CaseNarrowing.MOST_OVERDUE + "项。", null));
        }
        if (view.one()) {
            return notes;
        }
        Set<String> numbers = tasks.stream().map(OverdueTask::number).collect(Collectors.toSet());
        cases.find(numbers).forEach(record -> numbers.remove(record.caseNumber()));
        Map<String, String> pages = addresses.readable(numbers);
        tasks.stream()
                .filter(task -> numbers.contains(task.number()))
                .forEach(task ->
                        notes.add(new Note(task.number() + "的任务“" + task.name() + "”已逾期。", pages.get(task.number()))));
        return notes;
    }

    private static String path(String step, String city) {
        return ListAddress.of(CaseFilter.PATH, "overdue", "true", "step", step, "city", city);
    }
}
