package org.smecluster.testsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Match;
import org.smecluster.policy.guard.DecisionColumns;
import org.smecluster.testsheet.ExampleSheet.Head;

/**
 * A sheet held against its table; its columns are the table's.
 *
 * @param unhit numbers of the rules, from 1, that no example hits
 */
public record SheetRun(List<Result> results, List<Integer> unhit) {

    /**
     * What came of an example.
     *
     * @param differences in Chinese, what came out otherwise; empty where it passes
     */
    public record Result(Example example, List<String> differences) {

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    static SheetRun of(ExampleSheet sheet, DecisionColumns table, DecisionTables tables) {
        Set<String> hit = new LinkedHashSet<>();
        List<Result> results = sheet.examples().stream()
                .map(example -> new Result(example, differences(example, sheet, table, tables, hit)))
                .toList();
        return new SheetRun(
                results,
                IntStream.range(0, table.rules().size())
                        .filter(i -> !hit.contains(table.rules().get(i)))
                        .mapToObj(i -> i + 1)
                        .toList());
    }

    public List<Result> failing() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    private static List<String> differences(
            Example example, ExampleSheet sheet, DecisionColumns table, DecisionTables tables, Set<String> hit) {
        List<Match> came;
        try {
            came = tables.evaluateForKeeping(table.id(), inputs(example, table))
                    .asked()
                    .matches();
        } catch (RuntimeException failed) {
            return List.of("决策表对这些输入给不出结果：两条规则同时适用，或者有一格不能计算");
        }
        came.forEach(match -> hit.add(match.rule()));
        List<String> differences = new ArrayList<>();
        if (!example.count().isEmpty() && Integer.parseInt(example.count()) != came.size()) {
            differences.add("应得" + Integer.parseInt(example.count()) + "条结果，得出" + came.size() + "条");
        }
        if (example.expected().isEmpty()) {
            return differences;
        }
        Optional<Head> finder = SheetCheck.finder(sheet, table);
        List<Match> meant = finder.isEmpty()
                ? came
                : came.stream()
                        .filter(match -> Cell.same(
                                example.cell(finder.get()),
                                match.outputs().get(finder.get().name())))
                        .toList();
        String which = finder.map(head -> head.label() + "“" + example.cell(head) + "”")
                .orElse("");
        if (meant.isEmpty()) {
            differences.add(finder.isEmpty() ? "没有一条规则适用，没有得出结果" : "应得" + which + "，没有得出");
        } else if (finder.isPresent() && meant.size() > 1) {
            differences.add("应得" + which + "一条，得出" + meant.size() + "条");
        } else {
            Map<String, Object> outputs = meant.get(0).outputs();
            sheet.heads().stream()
                    .filter(Head::output)
                    .filter(head -> !example.cell(head).isEmpty())
                    .filter(head -> !Cell.same(example.cell(head), outputs.get(head.name())))
                    .forEach(head -> differences.add((which.isEmpty() ? "" : which + "的") + head.label() + "应得“"
                            + example.cell(head) + "”，得出“" + Cell.shown(outputs.get(head.name())) + "”"));
        }
        return differences;
    }

    private static Map<String, Object> inputs(Example example, DecisionColumns table) {
        Map<String, Object> inputs = new HashMap<>();
        table.given()
                .forEach(column -> inputs.put(
                        column.name(), Cell.value(example.inputs().getOrDefault(column.name(), ""), column.type())));
        return inputs;
    }
}
