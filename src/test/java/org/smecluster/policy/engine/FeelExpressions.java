package org.smecluster.policy.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.spin.Spin;

/** Cells at random: those of the project's tables, and what else policy owners might write, each about a value at random. */
final class FeelExpressions {

    private static final Path MODELS = Path.of("processes");

    private static final List<String> UNARY = List.of(
            "< 1",
            "<= x",
            "> 0.6",
            ">= 60",
            "[1..5]",
            "]1..5[",
            "\"a\"",
            "\"a\",\"b\"",
            "not(\"a\")",
            "not(1, 2)",
            "null",
            "not(null)",
            "? > x",
            "? = null",
            "contains(?, \"a\")",
            "list contains(?, 1)",
            "true",
            "false",
            "-1",
            "date(\"2026-01-31\")",
            "< date(\"2026-01-31\")",
            "[date(\"2026-01-01\")..date(\"2026-12-31\")]",
            "? in (1, 2)",
            "some a in ? satisfies a > 1",
            "unknownName",
            "unknown(?)",
            "? + ",
            "count(?) > 1",
            "assert(?, ? != null) != null");

    private static final List<String> EXPRESSIONS = List.of(
            "x",
            "x + y",
            "x - y",
            "x * y",
            "x / y",
            "x / 0",
            "-x",
            "x = y",
            "x != y",
            "x < y",
            "x >= y",
            "x and y",
            "x or y",
            "not(x)",
            "if x > y then \"高于\" else \"不高于\"",
            "if x = null then 0 else x",
            "x between 1 and 5",
            "x in [1..5]",
            "x instance of number",
            "x instance of string",
            "[x, y, 1]",
            "concatenate(x, [y])",
            "append(x, y)",
            "count(x)",
            "sum(x)",
            "max(x)",
            "max(x, y)",
            "min(1, x)",
            "mean(x)",
            "string(x)",
            "number(x)",
            "string length(x)",
            "substring(x, 1, 2)",
            "upper case(x)",
            "contains(x, y)",
            "starts with(x, \"a\")",
            "matches(x, \"[a-z]+\")",
            "decimal(x, 2)",
            "floor(x)",
            "abs(x)",
            "modulo(x, y)",
            "round up(x, 1)",
            "date(x)",
            "date and time(x)",
            "duration(\"P1M\") + date(\"2026-01-31\")",
            "date(\"2026-01-31\") + duration(x)",
            "x + duration(\"P20D\")",
            "years and months duration(date(\"2020-01-01\"), x)",
            "x.year",
            "x.name",
            "x[1]",
            "x[item > 1]",
            "{a: x, b: a}.b",
            "is defined(x)",
            "get value(x, \"name\")",
            "for a in x return a",
            "every a in x satisfies a > 1",
            "sort(x, function(a, b) a < b)",
            "assert(x, x != null)",
            "assert(x, x != null, \"缺少数据\")",
            "\"集群\"",
            "\"a\\\"b\"",
            "1",
            "0.60",
            "null",
            "true",
            "missing",
            "missing + 1",
            "missing.name",
            "x +",
            "",
            "unknown(x)",
            "\"\\u4e2d\"",
            "@\"2026-02-29\"",
            "@\"2026-02-28\"",
            "day of week(x)",
            "index of(x, 1)",
            "distinct values(x)",
            "flatten([x, [y]])",
            "all(x)",
            "any(x)",
            "string join(x, \"、\")",
            "x ** 2",
            "sqrt(x)",
            "replace(x, \"a\", \"b\")",
            "split(x, \",\")",
            "range(\"[1..5]\")",
            "before(x, y)",
            "overlaps([1..5], [x..9])");

    private final List<String> unary = new ArrayList<>(UNARY);
    private final List<String> expressions = new ArrayList<>(EXPRESSIONS);
    private final List<String> names = new ArrayList<>(List.of("x", "y"));
    private final Random random;

    FeelExpressions(long seed) throws IOException {
        random = new Random(seed);
        SortedSet<String> ofInputs = new TreeSet<>();
        SortedSet<String> ofOutputs = new TreeSet<>();
        SortedSet<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MODELS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".dmn")).sorted().toList()) {
                DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
                model.getModelElementsByType(InputEntry.class).forEach(e -> add(ofInputs, e.getText()));
                model.getModelElementsByType(OutputEntry.class).forEach(e -> add(ofOutputs, e.getText()));
                model.getModelElementsByType(InputExpression.class).forEach(e -> add(read, e.getText()));
                model.getModelElementsByType(LiteralExpression.class).forEach(e -> add(ofOutputs, e.getText()));
            }
        }
        unary.addAll(ofInputs);
        expressions.addAll(ofOutputs);
        expressions.addAll(read);
        names.addAll(read);
    }

    private static void add(SortedSet<String> cells, Text text) {
        if (text != null && !text.getTextContent().isBlank()) {
            cells.add(text.getTextContent());
        }
    }

    Cell next() {
        VariableMap variables = Variables.createVariables();
        for (String name : names) {
            if (random.nextInt(4) > 0) {
                variables.putValue(name, value(2));
            }
        }
        boolean isTest = random.nextBoolean();
        if (isTest) {
            variables.putValue("cellInput", value(2));
        }
        List<String> of = isTest ? unary : expressions;
        return new Cell(of.get(random.nextInt(of.size())), isTest, variables);
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 19 : 15)) {
            case 0 -> null;
            case 1 -> random.nextInt(10) - 2;
            case 2 -> random.nextLong();
            case 3 -> random.nextInt(100) / 100.0;
            case 4 -> random.nextBoolean() ? Double.NaN : Double.MAX_VALUE;
            case 5 -> BigDecimal.valueOf(random.nextInt(10_000), 2);
            case 6 -> random.nextBoolean();
            case 7 ->
                List.of("a", "b", "MET", "中小企业", "2026-01-31", "P1M", "12", "").get(random.nextInt(8));
            case 8 -> new Date(random.nextInt() * 1000L);
            case 9 -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800));
            case 10 -> LocalDateTime.of(2026, 1, 31, 0, 0).plusHours(random.nextInt(800));
            case 11 -> LocalTime.of(random.nextInt(24), 0);
            case 12 -> ZonedDateTime.parse("2026-01-31T00:00:00+08:00[Asia/Shanghai]");
            case 13 -> random.nextBoolean() ? 0 : 1;
            case 14 -> Spin.JSON("{\"name\":\"石嘴山\",\"members\":[1,2,null]}");
            case 15 -> List.of();
            case 16 -> Map.of("name", "平罗", "year", 2026);
            default ->
                new ArrayList<>(Stream.generate(() -> value(depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
        };
    }

    /** One cell about its values. */
    record Cell(String expression, boolean isTest, VariableMap variables) {

        /** The value and its type, or what the failure says. */
        String on(FeelEngine feel) {
            try {
                Object result = isTest
                        ? feel.evaluateSimpleUnaryTests(expression, "cellInput", variables.asVariableContext())
                        : feel.evaluateSimpleExpression(expression, variables.asVariableContext());
                return result == null ? "null" : result.getClass().getSimpleName() + " " + result;
            } catch (FeelException | StackOverflowError failed) {
                return "FeelException " + failed.getMessage();
            } catch (RuntimeException failed) {
                return failed.toString();
            }
        }
    }
}
