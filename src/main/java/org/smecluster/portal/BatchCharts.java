package org.smecluster.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.law.Outcome;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.BatchFindings.Found;
import org.smecluster.recognition.BatchFunnel.Place;
import org.smecluster.recognition.FunnelStep;
import org.springframework.stereotype.Component;

/** How far the applications of a batch come (第十二条), and what is found of each condition of 第十一条. */
@Component
class BatchCharts implements ChartSource {

    private static final String NO_BATCH = "还没有批次。自治区经办人员按年度通知开启批次（第十三条）后，在此统计。";
    private static final String NO_APPLICATIONS = "这个批次还没有本范围内的申报。申报期内发起的申报，在此统计。";

    private final CaseNarrowing narrowing;
    private final VisibleApplications visible;
    private final CaseAccess access;

    BatchCharts(CaseNarrowing narrowing, VisibleApplications visible, CaseAccess access) {
        this.narrowing = narrowing;
        this.visible = visible;
        this.access = access;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(
                ChartKey.BATCH_FUNNEL, this::funnel,
                ChartKey.CONDITION_OUTCOMES, this::outcomes);
    }

    private Chart funnel(DashboardView view) {
        if (view.batch() == null) {
            return Chart.empty(ChartKey.BATCH_FUNNEL, NO_BATCH);
        }
        List<Place> places = visible.of(view);
        if (places.isEmpty()) {
            return Chart.empty(ChartKey.BATCH_FUNNEL, NO_APPLICATIONS);
        }
        return Chart.of(
                ChartKey.BATCH_FUNNEL,
                says(places),
                "环节",
                List.of(new Head("到达", "bar"), Head.table("上一步在办"), Head.table("上一步已结案"), new Head("比上一步少", "note")),
                Arrays.stream(FunnelStep.values())
                        .map(step -> new Line(step.label(), cells(step, places, view)))
                        .toList(),
                null,
                List.of());
    }

    private static List<Cell> cells(FunnelStep step, List<Place> places, DashboardView view) {
        Cell reached = Cell.count(reached(step, places), path(view, "reached", step));
        if (step == FunnelStep.STARTED) {
            return List.of(reached, Cell.NONE, Cell.NONE, Cell.NONE);
        }
        FunnelStep before = FunnelStep.values()[step.ordinal() - 1];
        List<Place> stayed =
                places.stream().filter(place -> place.furthest() == before).toList();
        int ended =
                (int) stayed.stream().filter(place -> place.state().closed()).count();
        return List.of(
                reached,
                Cell.count(stayed.size() - ended, path(view, "until", before, "ended", "false")),
                Cell.count(ended, path(view, "until", before, "ended", "true")),
                stayed.isEmpty() ? Cell.NONE : Cell.words("少" + stayed.size() + "：" + why(stayed)));
    }

    /** 撤回3、在办2. */
    private static String why(List<Place> stayed) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Arrays.stream(ApplicationState.values())
                .filter(ApplicationState::closed)
                .forEach(state -> count(stayed, state).ifPresent(number -> reasons.put(state.label(), number)));
        int open =
                (int) stayed.stream().filter(place -> !place.state().closed()).count();
        if (open > 0) {
            reasons.put("在办", open);
        }
        return reasons.entrySet().stream()
                .map(each -> each.getKey() + each.getValue())
                .collect(Collectors.joining("、"));
    }

    private static Optional<Integer> count(List<Place> places, ApplicationState state) {
        int number =
                (int) places.stream().filter(place -> place.state() == state).count();
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    private static String says(List<Place> places) {
        FunnelStep worst = null;
        int most = 0;
        for (FunnelStep step : FunnelStep.values()) {
            int ended = (int) places.stream()
                    .filter(place -> place.furthest() == step
                            && step != FunnelStep.RECOGNISED
                            && place.state().closed())
                    .count();
            if (ended > most) {
                most = ended;
                worst = FunnelStep.values()[step.ordinal() + 1];
            }
        }
        return reached(FunnelStep.STARTED, places) + "件发起，" + reached(FunnelStep.RECOGNISED, places) + "件认定；"
                + (worst == null ? "还没有中途结案的。" : "没有到“" + worst.label() + "”就结案的最多（" + most + "件）。");
    }

    private static int reached(FunnelStep step, List<Place> places) {
        return (int)
                places.stream().filter(place -> place.furthest().reaches(step)).count();
    }

    private Chart outcomes(DashboardView view) {
        if (view.batch() == null) {
            return Chart.empty(ChartKey.CONDITION_OUTCOMES, NO_BATCH);
        }
        Set<String> numbers = visible.of(view).stream().map(Place::caseNumber).collect(Collectors.toSet());
        Map<String, List<Found>> byCondition = narrowing.findings(view.batch()).stream()
                .filter(found -> numbers.contains(found.caseNumber()))
                .collect(Collectors.groupingBy(Found::code, LinkedHashMap::new, Collectors.toList()));
        if (byCondition.isEmpty()) {
            return Chart.empty(ChartKey.CONDITION_OUTCOMES, "这个批次还没有提交过数据的申报。申报主体提交后，按第十一条逐项评估的结论在此统计。");
        }
        List<Head> heads = Arrays.stream(Outcome.values())
                .map(outcome -> new Head(outcome.label(), outcome.name()))
                .toList();
        return Chart.of(
                ChartKey.CONDITION_OUTCOMES,
                says(byCondition),
                "条件（第十一条）",
                heads,
                byCondition.values().stream()
                        .map(found -> new Line(
                                found.get(0).label(),
                                Arrays.stream(Outcome.values())
                                        .map(outcome -> Cell.count(
                                                of(found, outcome),
                                                path(
                                                        view,
                                                        "condition",
                                                        found.get(0).code(),
                                                        "outcome",
                                                        outcome)))
                                        .toList()))
                        .toList(),
                null,
                List.of(new Chart.Note(
                        "每件申报按最后提交的数据、最近一次评估计一次。" + (access.isProvince() ? "" : "自治区复审的评估在结案以后才计入。"), null)));
    }

    private static String says(Map<String, List<Found>> byCondition) {
        return most(byCondition, Outcome.NOT_MET) + "；" + most(byCondition, Outcome.MISSING) + "。";
    }

    private static String most(Map<String, List<Found>> byCondition, Outcome outcome) {
        String label = null;
        int most = 0;
        for (List<Found> found : byCondition.values()) {
            if (of(found, outcome) > most) {
                most = of(found, outcome);
                label = found.get(0).label();
            }
        }
        return label == null ? "没有" + outcome.label() + "的条件" : outcome.label() + "最多的是" + label + "（" + most + "件）";
    }

    private static int of(List<Found> found, Outcome outcome) {
        return (int) found.stream().filter(each -> each.outcome() == outcome).count();
    }

    private static String path(DashboardView view, Object... narrowing) {
        List<Object> filter = new ArrayList<>(List.of("batch", view.batch().batchNumber()));
        filter.addAll(List.of(narrowing));
        if (view.one()) {
            filter.addAll(List.of("city", view.caseCity()));
        }
        return ListAddress.of(CaseFilter.PATH, filter.toArray());
    }
}
