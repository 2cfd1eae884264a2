package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What an expression yields, as the engine has it: null is its own value, and of what cannot be compared nothing holds. Its
 * values are BigDecimal, String, Boolean, List and null.
 */
final class FeelMeaning {

    /** The engine would say something that is not known here. */
    static final class NotWeighed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWeighed(String why) {
            super(why, null, false, false);
        }
    }

    private final Map<String, Object> variables;
    private final Object input;
    private boolean inputRead;

    /** @param input of the column; null where there is none */
    FeelMeaning(Map<String, Object> variables, Object input) {
        this.variables = variables;
        this.input = input;
    }

    /** Whether a cell holds of the column's value. */
    boolean holds(FeelNode tests) {
        return Boolean.TRUE.equals(test(tests));
    }

    /** True, false, or null where it cannot be said. */
    private Boolean test(FeelNode node) {
        if (node instanceof FeelNode.Anything) {
            return true;
        }
        if (node instanceof FeelNode.Tests tests) {
            Boolean any = false;
            for (FeelNode each : tests.tests()) {
                any = or(any, test(each));
            }
            return tests.negated() ? not(any) : any;
        }
        if (node instanceof FeelNode.Against against) {
            return compared(against.operator(), input, value(against.bound()));
        }
        if (node instanceof FeelNode.Range range) {
            return and(
                    compared(range.withFrom() ? ">=" : ">", input, value(range.from())),
                    compared(range.withTo() ? "<=" : "<", input, value(range.to())));
        }
        if (node instanceof FeelNode.Holds holds) {
            return held(holds.expression());
        }
        throw new NotWeighed(String.valueOf(node));
    }

    /** What does not come to read the column is compared with it, where it is not true. */
    private Boolean held(FeelNode expression) {
        inputRead = false;
        Object yields = value(expression);
        if (yields instanceof Collection<?> list) {
            return isIn(list, input);
        }
        if (inputRead) {
            return yields == null || yields instanceof Boolean ? (Boolean) yields : equal(input, yields);
        }
        if (Boolean.TRUE.equals(yields) && !(expression instanceof FeelNode.Literal)) {
            return true;
        }
        return yields instanceof Boolean ? (Boolean) yields.equals(input) : equal(input, yields);
    }

    Object value(FeelNode node) {
        if (node instanceof FeelNode.Literal literal) {
            return literal.value();
        }
        if (node instanceof FeelNode.Input) {
            inputRead = true;
            return input;
        }
        if (node instanceof FeelNode.Name name) {
            return variables.get(name.name());
        }
        if (node instanceof FeelNode.Comparison comparison) {
            return comparison(comparison);
        }
        if (node instanceof FeelNode.Logic logic) {
            Boolean left = truth(value(logic.left()));
            if (left != null && left != logic.and()) {
                return left;
            }
            Boolean right = truth(value(logic.right()));
            return logic.and() ? and(left, right) : or(left, right);
        }
        if (node instanceof FeelNode.In in) {
            return new FeelMeaning(variables, value(in.value())).test(in.tests());
        }
        if (node instanceof FeelNode.Arithmetic arithmetic) {
            return arithmetic(arithmetic.operator(), value(arithmetic.left()), value(arithmetic.right()));
        }
        if (node instanceof FeelNode.Choice choice) {
            return value(Boolean.TRUE.equals(value(choice.condition())) ? choice.then() : choice.otherwise());
        }
        if (node instanceof FeelNode.Listed listed) {
            List<Object> members = new ArrayList<>();
            listed.members().forEach(member -> members.add(value(member)));
            return members;
        }
        if (node instanceof FeelNode.Quantified quantified) {
            return quantified(quantified);
        }
        if (node instanceof FeelNode.Call call) {
            List<Object> arguments = new ArrayList<>();
            call.arguments().forEach(argument -> arguments.add(value(argument)));
            return called(call.function(), arguments);
        }
        throw new NotWeighed(String.valueOf(node));
    }

    private Object comparison(FeelNode.Comparison comparison) {
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        return switch (comparison.operator()) {
            case "=" -> equal(left, right);
            case "!=" -> not(equal(left, right));
            default -> compared(comparison.operator(), left, right);
        };
    }

    private Object quantified(FeelNode.Quantified quantified) {
        if (!(value(quantified.list()) instanceof Collection<?> list)) {
            return null;
        }
        Boolean all = quantified.every();
        Map<String, Object> inner = new HashMap<>(variables);
        for (Object member : list) {
            inner.put(quantified.each(), member);
            FeelMeaning each = new FeelMeaning(inner, input);
            Boolean holds = truth(each.value(quantified.condition()));
            inputRead |= each.inputRead;
            all = quantified.every() ? and(all, holds) : or(all, holds);
            if (holds != null && holds != quantified.every()) {
                return holds;
            }
        }
        return all;
    }

    private static Object called(String function, List<Object> arguments) {
        return switch (function) {
            case "not" -> not(truth(only(arguments)));
            case "concatenate" -> {
                List<Object> all = new ArrayList<>();
                for (Object list : arguments) {
                    all.addAll(list(list));
                }
                yield all;
            }
            case "append" -> {
                List<Object> all = new ArrayList<>(list(arguments.get(0)));
                all.addAll(arguments.subList(1, arguments.size()));
                yield all;
            }
            case "list contains" -> isIn(list(arguments.get(0)), two(arguments));
            case "count" -> BigDecimal.valueOf(list(only(arguments)).size());
            case "all" -> folded(members(arguments), true);
            case "any" -> folded(members(arguments), false);
            case "min" -> chosen(members(arguments), BigDecimal::min);
            case "max" -> chosen(members(arguments), BigDecimal::max);
            case "sum" -> chosen(members(arguments), BigDecimal::add);
            case "abs" -> number(only(arguments)).abs();
            case "contains" -> text(arguments.get(0)).contains(text(two(arguments)));
            case "starts with" -> text(arguments.get(0)).startsWith(text(two(arguments)));
            case "ends with" -> text(arguments.get(0)).endsWith(text(two(arguments)));
            case "string length" -> BigDecimal.valueOf(text(only(arguments)).length());
            default -> throw new NotWeighed(function);
        };
    }

    private static boolean isIn(Collection<?> list, Object value) {
        return list.stream().anyMatch(member -> Boolean.TRUE.equals(equal(member, value)));
    }

    private static Object only(List<Object> arguments) {
        if (arguments.size() != 1) {
            throw new NotWeighed("arguments");
        }
        return arguments.get(0);
    }

    private static Object two(List<Object> arguments) {
        if (arguments.size() != 2) {
            throw new NotWeighed("arguments");
        }
        return arguments.get(1);
    }

    private static Collection<?> members(List<Object> arguments) {
        return arguments.size() == 1 && arguments.get(0) instanceof Collection<?> list ? list : arguments;
    }

    private static Collection<?> list(Object value) {
        if (value instanceof Collection<?> list) {
            return list;
        }
        throw new NotWeighed("no list");
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw new NotWeighed("no number");
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new NotWeighed("no text");
    }

    private static Boolean folded(Collection<?> members, boolean every) {
        Boolean all = every;
        for (Object member : members) {
            all = every ? and(all, truth(member)) : or(all, truth(member));
        }
        return all;
    }

    private static BigDecimal chosen(Collection<?> members, BinaryOperator<BigDecimal> way) {
        return members.stream().map(FeelMeaning::number).reduce(way).orElseThrow(() -> new NotWeighed("no members"));
    }

    private static Object arithmetic(String operator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof String text && right instanceof String more && operator.equals("+")) {
            return text + more;
        }
        BigDecimal first = number(left);
        BigDecimal second = number(right);
        return switch (operator) {
            case "+" -> first.add(second);
            case "-" -> first.subtract(second);
            case "*" -> first.multiply(second);
            case "/" -> second.signum() == 0 ? null : first.divide(second, MathContext.DECIMAL128);
            default -> throw new NotWeighed(operator);
        };
    }

    /** Null equals null alone; of two kinds nothing can be said. */
    private static Boolean equal(Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal first && right instanceof BigDecimal second) {
            return first.compareTo(second) == 0;
        }
        return left.getClass() == right.getClass() ? (Boolean) left.equals(right) : null;
    }

    private static Boolean compared(String operator, Object left, Object right) {
        int order;
        if (left instanceof BigDecimal first && right instanceof BigDecimal second) {
            order = first.compareTo(second);
        } else if (left instanceof String first && right instanceof String second) {
            order = first.compareTo(second);
        } else {
            return null;
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new NotWeighed(operator);
        };
    }

    /** What is no Boolean is neither true nor false. */
    private static Boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : null;
    }

    private static Boolean and(Boolean left, Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : Boolean.TRUE;
    }

    private static Boolean or(Boolean left, Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return left == null || right == null ? null : Boolean.FALSE;
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }
}
