package org.smecluster.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.region.RegionalScope;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterSearch.Order;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.ClusterTally;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** How many clusters there are of each place and industry, by state. */
@Component
class ClusterCharts implements ChartSource {

    private static final String NO_CLUSTERS = "还没有集群。入库（第六条）或者认定名单公布（第十二条(三)）后，在此统计。";

    private final ClusterRegistry registry;
    private final Regions regions;
    private final CurrentUser user;

    ClusterCharts(ClusterRegistry registry, Regions regions, CurrentUser user) {
        this.registry = registry;
        this.regions = regions;
        this.user = user;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(
                ChartKey.CLUSTERS_BY_PLACE, this::byPlace,
                ChartKey.CLUSTERS_BY_INDUSTRY, this::byIndustry);
    }

    /** By city; of one city by county. */
    private Chart byPlace(DashboardView view) {
        Function<ClusterTally, String> place = view.one() ? ClusterTally::countyCode : ClusterTally::cityCode;
        Map<String, List<ClusterTally>> byPlace = tally(view).stream()
                .sorted(Comparator.comparing(place))
                .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
        return chart(
                ChartKey.CLUSTERS_BY_PLACE,
                view,
                view.one() ? "县（市、区）" : "市",
                byPlace,
                regions::name,
                (code, state) -> path(code, null, state));
    }

    /** The most frequent first. */
    private Chart byIndustry(DashboardView view) {
        Map<String, List<ClusterTally>> found =
                tally(view).stream().collect(Collectors.groupingBy(ClusterTally::leadingIndustry));
        Map<String, List<ClusterTally>> byIndustry = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<ClusterTally>> each) -> -sum(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> byIndustry.put(each.getKey(), each.getValue()));
        return chart(
                ChartKey.CLUSTERS_BY_INDUSTRY,
                view,
                "主导产业",
                byIndustry,
                Function.identity(),
                (industry, state) -> path(cityCode(view), industry, state));
    }

    private interface Paths {

        /** @param state null: of any */
        String of(String group, ClusterState state);
    }

    private Chart chart(
            ChartKey key,
            DashboardView view,
            String head,
            Map<String, List<ClusterTally>> groups,
            Function<String, String> name,
            Paths paths) {
        if (groups.isEmpty()) {
            return Chart.empty(key, NO_CLUSTERS);
        }
        List<ClusterTally> all = groups.values().stream().flatMap(List::stream).toList();
        List<ClusterState> states = Arrays.stream(ClusterState.values())
                .filter(state -> of(all, state) > 0)
                .toList();
        List<Head> heads = new ArrayList<>(states.stream()
                .map(state -> new Head(state.label(), state.name()))
                .toList());
        heads.add(Head.table("合计"));
        return Chart.of(
                key,
                says(head, groups, name, all),
                head,
                heads,
                groups.entrySet().stream()
                        .map(each -> line(
                                name.apply(each.getKey()),
                                states,
                                each.getValue(),
                                state -> paths.of(each.getKey(), state)))
                        .toList(),
                line("合计", states, all, state -> path(cityCode(view), null, state)),
                List.of());
    }

    private static String says(
            String head,
            Map<String, List<ClusterTally>> groups,
            Function<String, String> name,
            List<ClusterTally> all) {
        Map.Entry<String, List<ClusterTally>> most = groups.entrySet().stream()
                .max(Comparator.comparingInt(each -> sum(each.getValue())))
                .orElseThrow();
        int valid = (int) all.stream()
                .filter(each -> each.state().inForce())
                .mapToInt(ClusterTally::clusters)
                .sum();
        return "共" + sum(all) + "个集群，其中" + valid + "个认定有效；" + head + "中最多的是" + name.apply(most.getKey()) + "（"
                + sum(most.getValue()) + "个）。";
    }

    private static Line line(
            String label, List<ClusterState> states, List<ClusterTally> tallies, Function<ClusterState, String> path) {
        List<Cell> cells = new ArrayList<>();
        states.forEach(state -> cells.add(Cell.count(of(tallies, state), path.apply(state))));
        cells.add(Cell.count(sum(tallies), path.apply(null)));
        return new Line(label, cells);
    }

    private static int of(List<ClusterTally> tallies, ClusterState state) {
        return sum(tallies.stream().filter(each -> each.state() == state).toList());
    }

    private static int sum(List<ClusterTally> tallies) {
        return tallies.stream().mapToInt(ClusterTally::clusters).sum();
    }

    /** As the list searches. */
    private List<ClusterTally> tally(DashboardView view) {
        RegionalScope scope = user.scope();
        return registry.tally(new ClusterSearch(
                scope.wholeRegion() ? null : scope.applicantGroups(),
                ClusterSearch.anyState(),
                "",
                Map.of(),
                cityCode(view),
                null,
                Order.NUMBER));
    }

    private static String cityCode(DashboardView view) {
        return view.city() == null ? null : view.city().code();
    }

    private static String path(String place, String industry, ClusterState state) {
        return ListAddress.of("/clusters", "place", place, "industry", industry, "state", state);
    }
}
