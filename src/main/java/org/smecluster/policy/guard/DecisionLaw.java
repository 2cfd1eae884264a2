package org.smecluster.policy.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What decisions must keep, as {@code policy/decision-law.yml} says it. */
record DecisionLaw(int daysOfHistory, Map<String, Of> decisions) {

    private static final String FILE = "/policy/decision-law.yml";
    private static final DecisionLaw SHIPPED = read();

    /**
     * One decision.
     *
     * @param inputs  kinds by name
     * @param present those that are never null
     * @param by      column of the codes; null where one row comes back
     * @param rows    by code
     * @param more    whether there may be further codes
     * @param columns what holds of these columns in every row
     * @param mayLack whether it may be that no rule applies
     * @param from    input from some value of which on a row may begin, by two persons; null where none is
     * @param overall column in which the decisions {@code of} are summed up; null where it is no such decision
     */
    record Of(
            String id,
            String article,
            Map<String, Kind> inputs,
            Set<String> present,
            String by,
            Map<String, Row> rows,
            boolean more,
            Map<String, Expectation> columns,
            boolean mayLack,
            String from,
            String overall,
            List<String> of) {

        /** Columns of which the program reads the names, with their types. */
        Map<String, String> outputs() {
            Map<String, String> outputs = new LinkedHashMap<>();
            if (overall != null) {
                outputs.put(overall, "string");
            }
            if (by != null) {
                outputs.put(by, "string");
            }
            columns.forEach((name, expected) -> outputs.put(name, typeOf(expected)));
            rows.values().forEach(row -> row.columns()
                    .forEach((name, expected) -> outputs.putIfAbsent(name, typeOf(expected))));
            return outputs;
        }

        /** Whether its rows are findings on conditions, of which a clerk reads the requirement. */
        boolean isOfFindings() {
            return rows.values().stream().anyMatch(row -> row.condition() != null);
        }

        private static String typeOf(Expectation expected) {
            return Set.of("text", "label").contains(expected.type()) ? "string" : expected.type();
        }
    }

    /**
     * The row of a code.
     *
     * @param when      null: always
     * @param columns   what holds of these columns
     * @param condition null where it is no finding
     */
    record Row(FeelNode when, Map<String, Expectation> columns, Condition condition) {}

    /**
     * A condition that is met or not.
     *
     * @param outcome column in which that stands
     * @param met     null where it is not that simple
     * @param miss    outcome where it is not met
     * @param unit    null where it bears no number
     * @param soft    what the wording says of it; null where it is hard
     * @param open    not sourced: to be filled in
     */
    record Condition(
            String outcome,
            FeelNode met,
            String miss,
            List<Expectation.Case> cases,
            String unit,
            String soft,
            List<String> words,
            boolean open) {}

    /** @param codes empty where it is none of codes */
    record Kind(String type, List<String> codes) {}

    static DecisionLaw shipped() {
        return SHIPPED;
    }

    private static DecisionLaw read() {
        try (InputStream in = DecisionLaw.class.getResourceAsStream(FILE)) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Map<String, Of> decisions = new LinkedHashMap<>();
            map(all.get("decisions")).forEach((id, law) -> decisions.put(id, decision(id, map(law))));
            return new DecisionLaw((int) all.get("historyTimeToLive"), decisions);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Of decision(String id, Map<String, Object> law) {
        String article = (String) law.get("article");
        Map<String, Kind> inputs = new LinkedHashMap<>();
        map(law.get("inputs")).forEach((name, kind) -> inputs.put(name, kind(kind)));
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, Expectation> columns = new LinkedHashMap<>();
        String finding = (String) law.get("finding");
        if (finding != null) {
            columns.put("article", text(List.of(), article));
            columns.put("requirement", text(List.of(), article));
            map(law.get("codes"))
                    .forEach((code, condition) -> rows.put(code, finding(finding, map(condition), article)));
        }
        map(law.get("columns")).forEach((name, expected) -> columns.put(name, expectation(name, expected, article)));
        map(law.get("rows")).forEach((code, row) -> rows.put(code, row(map(row), article)));
        map(law.get("row")).forEach((name, expected) -> columns.put(name, expectation(name, expected, article)));
        return new Of(
                id,
                article,
                inputs,
                Set.copyOf(strings(law.get("present"))),
                finding != null ? "code" : (String) law.get("by"),
                rows,
                Boolean.TRUE.equals(law.get("more")),
                columns,
                Boolean.TRUE.equals(law.get("mayLack")),
                (String) law.get("from"),
                (String) law.get("overall"),
                strings(law.get("of")));
    }

    private static Kind kind(Object kind) {
        return kind instanceof String type ? new Kind(type, List.of()) : new Kind("string", strings(kind));
    }

    private static Row finding(String outcome, Map<String, Object> law, String article) {
        Condition condition = new Condition(
                outcome,
                expression(law.get("met")),
                (String) law.get("miss"),
                cases(law.get("cases")),
                (String) law.get("unit"),
                (String) law.get("soft"),
                strings(law.get("words")),
                Boolean.TRUE.equals(law.get("open")));
        Map<String, Expectation> columns = new LinkedHashMap<>();
        columns.put(outcome, plain("string", List.of(), article));
        columns.put("article", value(article, article));
        return new Row(null, columns, condition);
    }

    private static Row row(Map<String, Object> law, String article) {
        Map<String, Expectation> columns = new LinkedHashMap<>();
        law.forEach((name, expected) -> {
            if (!name.equals("when")) {
                columns.put(name, expectation(name, expected, article));
            }
        });
        return new Row(expression(law.get("when")), columns, null);
    }

    /** As briefly as the file says it. */
    private static Expectation expectation(String name, Object law, String article) {
        if (name.equals("words") && law instanceof List<?>) {
            return text(strings(law), article);
        }
        if ("text".equals(law)) {
            return text(List.of(), article);
        }
        if (law instanceof Map<?, ?>) {
            return expectation(map(law), article);
        }
        if (law instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
            return plain("string", cases(law), article);
        }
        if (law instanceof List<?> values) {
            return new Expectation(
                    "string", List.of(), false, Set.of(), new ArrayList<>(values), null, List.of(), article);
        }
        return value(law, article);
    }

    private static Expectation expectation(Map<String, Object> law, String article) {
        boolean usual = law.containsKey("usual");
        Object cases = usual ? law.get("usual") : law.get("is");
        return new Expectation(
                (String) law.getOrDefault("type", "string"),
                cases == null || cases instanceof List<?>
                        ? cases(cases)
                        : List.of(new Expectation.Case(null, new FeelNode.Literal(cases), values(null))),
                usual,
                values(law.get("also")),
                List.of(),
                law.get("least") == null
                        ? null
                        : new BigDecimal(law.get("least").toString()),
                List.of(),
                (String) law.getOrDefault("article", article));
    }

    private static Expectation text(List<String> words, String article) {
        return new Expectation("text", List.of(), false, Set.of(), List.of(), null, words, article);
    }

    private static Expectation plain(String type, List<Expectation.Case> cases, String article) {
        return new Expectation(type, cases, false, Set.of(), List.of(), null, List.of(), article);
    }

    private static Expectation value(Object value, String article) {
        return plain("string", List.of(new Expectation.Case(null, new FeelNode.Literal(value), values(null))), article);
    }

    private static List<Expectation.Case> cases(Object law) {
        List<Expectation.Case> cases = new ArrayList<>();
        if (law instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> one = map(each);
                cases.add(new Expectation.Case(
                        expression(one.get("if")),
                        one.containsKey("value") ? expression(one.get("value")) : new FeelNode.Literal(one.get("is")),
                        values(one.get("orElse"))));
            }
        }
        return cases;
    }

    private static FeelNode expression(Object text) {
        return text == null
                ? null
                : FeelReader.expression(text.toString())
                        .orElseThrow(() -> new IllegalStateException(FILE + ": " + text));
    }

    private static Set<Object> values(Object list) {
        return list instanceof List<?> some ? new HashSet<>(some) : new HashSet<>();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(each -> each == null ? null : each.toString())
                        .collect(Collectors.toList())
                : List.of();
    }
}
