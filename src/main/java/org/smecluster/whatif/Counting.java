package org.smecluster.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smecluster.law.Outcome;
import org.smecluster.registry.CaseKind;
import org.smecluster.whatif.Counts.Count;
import org.smecluster.whatif.Counts.Line;
import org.smecluster.whatif.Counts.Subject;
import org.smecluster.whatif.Counts.Table;
import org.smecluster.whatif.SmallCounts.Cell;
import org.smecluster.whatif.SmallCounts.Shown;

/** Counts cases, each once, by its latest assessment. */
final class Counting {

    /** Cases and whose they are. */
    private static final class Group {

        private final Set<String> clusters = new HashSet<>();
        private int cases;

        void add(OnFile of) {
            cases++;
            clusters.add(of.cluster());
        }

        <K> Cell<K> cell(K key) {
            return new Cell<>(key, cases, clusters.size());
        }
    }

    /** A case: whose, and what became of it. */
    private record Case(OnFile of, WhatIfLine line) {}

    /** Of a condition. */
    private record Way(Outcome before, int beforeRow, Outcome after, int afterRow) {}

    private static final String UNCHANGED = "不改变";

    /** Stands for all that are unchanged, beside names that are never empty. */
    private static final String THE_OTHERS = "";

    private final Map<String, String> cities;
    private final Map<String, Integer> order = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final Group unjudged = new Group();

    /** @param cities names by their groups, in the order in which they are shown */
    Counting(Map<String, String> cities) {
        this.cities = cities;
    }

    /** @param codes of the conditions, in the order of the Measures */
    synchronized void add(OnFile of, WhatIfLine line, List<String> codes) {
        if (of.latest()) {
            cases.add(new Case(of, line));
            codes.forEach(code -> order.putIfAbsent(code, order.size()));
        }
    }

    synchronized void unjudged(OnFile of) {
        if (of.latest()) {
            unjudged.add(of);
        }
    }

    synchronized Counts counts() {
        Count asked = shown(unjudged);
        Group all = new Group();
        cases.forEach(each -> all.add(each.of()));
        if (all.cell(UNCHANGED).few()) {
            return new Counts(Count.of(all.cases, Shown.FEW), asked, List.of());
        }
        List<Table> tables = new ArrayList<>();
        Group changed = new Group();
        Group unchanged = new Group();
        Map<String, Group> outcomes = new TreeMap<>();
        Map<String, Group> kinds = new LinkedHashMap<>();
        Map<String, Group> places = new LinkedHashMap<>();
        Map<String, String[]> ways = new HashMap<>();
        for (CaseKind kind : CaseKind.values()) {
            if (cases.stream().anyMatch(each -> each.of().kind() == kind)) {
                kinds.put(kind.label(), new Group());
            }
        }
        cities.values().forEach(city -> places.put(city, new Group()));
        for (Case each : cases) {
            Standing before = each.line().before();
            Standing after = each.line().after();
            if (before.equals(after)) {
                unchanged.add(each.of());
                continue;
            }
            changed.add(each.of());
            String way = before.label() + "→" + after.label();
            ways.put(way, new String[] {before.label(), after.label()});
            outcomes.computeIfAbsent(way, key -> new Group()).add(each.of());
            kinds.get(each.of().kind().label()).add(each.of());
            places.computeIfAbsent(
                            cities.getOrDefault(each.of().cityGroup(), each.of().cityGroup()), key -> new Group())
                    .add(each.of());
        }
        Map<String, Shown> two = SmallCounts.of(List.of(changed.cell("改变结论"), unchanged.cell(UNCHANGED)));
        tables.add(new Table(
                Subject.CHANGED,
                List.of(
                        new Line("改变结论", "", "", Count.of(changed.cases, two.get("改变结论"))),
                        new Line(UNCHANGED, "", "", Count.of(unchanged.cases, two.get(UNCHANGED))))));
        List<Line> byOutcome = new ArrayList<>();
        parts(outcomes, changed, unchanged).forEach((way, count) -> {
            if (count.number() != null) {
                byOutcome.add(new Line("", ways.get(way)[0], ways.get(way)[1], count));
            }
        });
        if (byOutcome.size() < outcomes.size() || outcomes.isEmpty()) {
            byOutcome.add(new Line("其余", "", "", Count.of(0, Shown.REST)));
        }
        tables.add(new Table(Subject.OUTCOMES, byOutcome));
        tables.add(new Table(Subject.KINDS, lines(parts(kinds, changed, unchanged))));
        tables.add(new Table(Subject.CITIES, lines(parts(places, changed, unchanged))));
        tables.add(new Table(Subject.CONDITIONS, conditions()));
        tables.add(new Table(Subject.RECORDED, recorded()));
        return new Counts(Count.of(all.cases, Shown.NUMBER), asked, tables);
    }

    private static Count shown(Group group) {
        return Count.of(group.cases, group.cell(UNCHANGED).few() ? Shown.FEW : Shown.NUMBER);
    }

    /** How many of the changed ones are where, whatever the reader knows of the changed and the unchanged together. */
    private static <K> Map<K, Count> parts(Map<K, Group> groups, Group changed, Group unchanged) {
        List<Cell<Object>> cells = new ArrayList<>();
        groups.forEach((key, group) -> cells.add(group.cell(key)));
        boolean bothShown = SmallCounts.of(List.of(changed.cell(true), unchanged.cell(false))).values().stream()
                .allMatch(Shown.NUMBER::equals);
        if (!bothShown) {
            cells.add(unchanged.cell(THE_OTHERS));
        }
        Map<Object, Shown> shown = SmallCounts.of(cells);
        Map<K, Count> counts = new LinkedHashMap<>();
        groups.forEach((key, group) -> counts.put(key, Count.of(group.cases, shown.get(key))));
        return counts;
    }

    private static List<Line> lines(Map<String, Count> counts) {
        return counts.entrySet().stream()
                .map(each -> new Line(each.getKey(), "", "", each.getValue()))
                .toList();
    }

    private static final class OfCondition {

        private final String name;
        private final Group changed = new Group();
        private final Map<Way, Group> ways = new LinkedHashMap<>();

        OfCondition(ConditionChange change) {
            name = change.article() + " " + change.label();
        }
    }

    /** One condition after the other; those that change in few clusters are not named. */
    private List<Line> conditions() {
        Map<String, OfCondition> byCode = new HashMap<>();
        for (Case each : cases) {
            Set<String> seen = new HashSet<>();
            for (ConditionChange change : each.line().changes()) {
                // two incidents of one type are one case
                if (seen.add(change.code())) {
                    OfCondition condition = byCode.computeIfAbsent(change.code(), code -> new OfCondition(change));
                    condition.changed.add(each.of());
                    condition
                            .ways
                            .computeIfAbsent(
                                    new Way(change.before(), change.beforeRow(), change.after(), change.afterRow()),
                                    way -> new Group())
                            .add(each.of());
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        byCode.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, OfCondition> each) -> order.getOrDefault(each.getKey(), -1))
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> lines.addAll(lines(each.getKey(), each.getValue())));
        return lines;
    }

    private List<Line> lines(String code, OfCondition condition) {
        Group unchanged = new Group();
        cases.stream()
                .filter(each -> each.line().changes().stream()
                        .noneMatch(change -> change.code().equals(code)))
                .forEach(each -> unchanged.add(each.of()));
        Shown together = SmallCounts.of(List.of(condition.changed.cell(true), unchanged.cell(false)))
                .get(true);
        if (together == Shown.FEW) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        boolean all = true;
        for (Map.Entry<Way, Count> each :
                parts(condition.ways, condition.changed, unchanged).entrySet()) {
            Way way = each.getKey();
            if (each.getValue().number() == null) {
                all = false;
                continue;
            }
            ConditionChange change =
                    new ConditionChange(code, "", "", way.before(), way.beforeRow(), way.after(), way.afterRow());
            lines.add(new Line(condition.name, change.told(false), change.told(true), each.getValue()));
        }
        lines.sort(Comparator.comparing(Line::before).thenComparing(Line::after));
        if (lines.size() != 1 || !all) {
            lines.add(0, new Line(condition.name, "", "合计", Count.of(condition.changed.cases, together)));
        }
        return lines;
    }

    private List<Line> recorded() {
        Group other = new Group();
        Group same = new Group();
        cases.forEach(each -> (each.line().recorded().equals(each.line().before()) ? same : other).add(each.of()));
        Map<String, Shown> shown = SmallCounts.of(List.of(other.cell("不同"), same.cell("相同")));
        return List.of(
                new Line("不同", "", "", Count.of(other.cases, shown.get("不同"))),
                new Line("相同", "", "", Count.of(same.cases, shown.get("相同"))));
    }
}
