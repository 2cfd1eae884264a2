package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.guard.FeelCompiler;
import org.smecluster.policy.guard.GuardFeel;

@DisplayName("守卫自己读的FEEL：读得懂的，引擎也读得懂，结果与引擎一样")
class GuardFeelTest {

    private static final int CELLS = Integer.getInteger("cells", 20_000);

    private final FeelEngine engine = new CachedFeel();
    private final FeelCompiler reader = new EngineFeel();
    private final Random random = new Random(14);

    @Test
    @DisplayName("单元格")
    void unaryTests() {
        List<String> wrong = new ArrayList<>();
        int weighed = 0;
        for (int i = 0; i < CELLS; i++) {
            kind = Kind.values()[random.nextInt(3)];
            String text = tests();
            if (!GuardFeel.readsUnaryTests(text)) {
                continue;
            }
            if (!reader.readsUnaryTests(text)) {
                wrong.add(text + "：引擎读不懂");
                continue;
            }
            Map<String, Object> variables = variables();
            Object input = any(kind.values);
            Optional<Boolean> own = GuardFeel.holds(text, input, variables);
            if (own.isPresent()) {
                weighed++;
                String theirs = theirs(text, input, variables);
                if (!theirs.equals(own.get().toString())) {
                    wrong.add(text + "，? 为 " + input + "，" + variables + "：守卫 " + own.get() + "，引擎 " + theirs);
                }
            }
        }
        wrong.stream().limit(40).forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(weighed).isGreaterThan(CELLS / 2);
    }

    @Test
    @DisplayName("表达式")
    void expressions() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            kind = Kind.values()[random.nextInt(3)];
            String text = truth(2).replace("?", "x");
            if (random.nextInt(3) == 0) {
                text = "if " + text + " then " + literal() + " else x";
            }
            if (!GuardFeel.readsExpression(text)) {
                continue;
            }
            if (!reader.readsExpression(text)) {
                wrong.add(text + "：引擎读不懂");
                continue;
            }
            Map<String, Object> variables = variables();
            Optional<Object[]> own = GuardFeel.value(text, variables);
            if (own.isPresent()) {
                Object theirs = theirValue(text, variables);
                if (!same(own.get()[0], theirs)) {
                    wrong.add(text + "，" + variables + "：守卫 " + own.get()[0] + "，引擎 " + theirs);
                }
            }
        }
        wrong.stream().limit(40).forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    private String theirs(String text, Object input, Map<String, Object> variables) {
        VariableMap all = Variables.fromMap(variables);
        all.putValue("cellInput", input);
        try {
            return String.valueOf(engine.evaluateSimpleUnaryTests(text, "cellInput", all.asVariableContext()));
        } catch (FeelException failed) {
            return "false";
        }
    }

    private Object theirValue(String text, Map<String, Object> variables) {
        try {
            return engine.evaluateSimpleExpression(
                    text, Variables.fromMap(variables).asVariableContext());
        } catch (FeelException failed) {
            return null;
        }
    }

    private static boolean same(Object own, Object theirs) {
        if (own instanceof BigDecimal number && theirs instanceof Number other) {
            return number.subtract(new BigDecimal(other.toString())).abs().compareTo(new BigDecimal("1e-9")) < 0;
        }
        return Objects.equals(own, theirs);
    }

    /** Of one kind: what is of two is refused before. */
    private enum Kind {
        NUMBERS(
                List.of("0", "1", "1.5", "2", "-1", "0.60", "null"),
                Arrays.asList(
                        new BigDecimal("0"),
                        new BigDecimal("1"),
                        new BigDecimal("1.5"),
                        new BigDecimal("2"),
                        new BigDecimal("-1"),
                        null)),
        CODES(List.of("\"A\"", "\"B\"", "null"), Arrays.asList("A", "B", "C", null)),
        TRUTHS(List.of("true", "false", "null"), Arrays.asList(true, false, null));

        private final List<String> literals;
        private final List<Object> values;

        Kind(List<String> literals, List<Object> values) {
            this.literals = literals;
            this.values = values;
        }
    }

    private Kind kind = Kind.NUMBERS;

    private Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("x", any(kind.values));
        variables.put("b", any(Kind.TRUTHS.values));
        return variables;
    }

    private String tests() {
        String inner =
                switch (random.nextInt(4)) {
                    case 0 -> test() + ", " + test();
                    case 1 -> test() + ", " + test() + ", " + test();
                    default -> test();
                };
        return random.nextInt(5) == 0 ? "not(" + inner + ")" : inner;
    }

    private String test() {
        return switch (random.nextInt(6)) {
            case 0 -> kind == Kind.NUMBERS ? any(List.of("< ", "<= ", "> ", ">= ")) + literal() : literal();
            case 1 -> kind == Kind.NUMBERS ? any(List.of("[0..2]", "]0..2[", "(0..2)", "[1..1.5]")) : literal();
            case 2, 3 -> truth(2);
            default -> literal();
        };
    }

    /** Something that is true, false or null. */
    private String truth(int depth) {
        String value = any(List.of("?", "?", "x"));
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> value + " != " + literal();
                case 1 -> kind == Kind.NUMBERS ? value + any(List.of(" < ", " <= ", " > ", " >= ")) + literal() : "b";
                case 2 -> value + " in (" + literal() + ", " + literal() + ")";
                default -> value + " = " + literal();
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> truth(depth - 1) + " and " + truth(depth - 1);
            case 1 -> truth(depth - 1) + " or " + truth(depth - 1);
            case 2 -> "(" + truth(depth - 1) + ") and b";
            case 3 -> kind == Kind.NUMBERS ? value + " between 0 and 2" : truth(0);
            case 4 -> "list contains([" + literal() + ", " + literal() + "], " + value + ")";
            case 5 -> any(List.of("every", "some")) + " e in [" + literal() + ", x] satisfies e = " + literal();
            default -> truth(0);
        };
    }

    private String literal() {
        return any(kind.literals);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
