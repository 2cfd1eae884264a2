package org.smecluster.policy.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of a flow: one variable, alone or against a constant. It says what the engine's expression language says, with its
 * conversions of null, texts and Booleans.
 *
 * @param operator null where the variable stands alone
 */
record Condition(String variable, boolean negated, String operator, Value constant) {

    enum Verdict {
        HOLDS,
        DOES_NOT,
        /** The engine refuses to evaluate it: the step before it cannot be completed. */
        FAILS
    }

    private static final Pattern SHAPE = Pattern.compile("[$#]\\{\\s*(!)?\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*"
            + "(?:(==|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?[0-9.]+|true|false|null)\\s*)?}");

    /** @return empty where it is of another shape */
    static Optional<Condition> read(String text) {
        Matcher shape = SHAPE.matcher(text == null ? "" : text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String operator = shape.group(3);
        return Optional.of(new Condition(
                shape.group(2), shape.group(1) != null, operator, operator == null ? null : constant(shape.group(4))));
    }

    private static Value constant(String written) {
        return switch (written) {
            case "true" -> Value.TRUE;
            case "false" -> Value.FALSE;
            case "null" -> Value.NULL;
            default ->
                written.startsWith("'") || written.startsWith("\"")
                        ? Value.text(written.substring(1, written.length() - 1))
                        : Value.number(Double.parseDouble(written));
        };
    }

    Verdict of(Value value) {
        if (value.kind() == Value.Kind.UNSET) {
            return Verdict.FAILS;
        }
        if (operator == null) {
            return negated ? negation(value) : alone(value);
        }
        return switch (operator) {
            case "==" -> equal(value, constant);
            case "!=" -> not(equal(value, constant));
            default -> compared(value);
        };
    }

    private static Verdict alone(Value value) {
        return value.isFlag() ? verdict(value == Value.TRUE) : Verdict.FAILS;
    }

    private static Verdict negation(Value value) {
        return value.kind() == Value.Kind.NUMBER ? Verdict.FAILS : verdict(!asFlag(value));
    }

    private static boolean asFlag(Value value) {
        return value.kind() == Value.Kind.TRUE
                || value.kind() == Value.Kind.TEXT && value.text().equalsIgnoreCase("true");
    }

    private static Verdict equal(Value left, Value right) {
        if (left.kind() == Value.Kind.NULL || right.kind() == Value.Kind.NULL) {
            return verdict(left.kind() == right.kind());
        }
        if (left.kind() == Value.Kind.NUMBER || right.kind() == Value.Kind.NUMBER) {
            Double one = asNumber(left);
            Double other = asNumber(right);
            return one == null || other == null ? Verdict.FAILS : verdict(one.equals(other));
        }
        if (left.isFlag() || right.isFlag()) {
            return verdict(asFlag(left) == asFlag(right));
        }
        return verdict(left.kind() == Value.Kind.TEXT && left.equals(right));
    }

    private static Double asNumber(Value value) {
        if (value.kind() == Value.Kind.NUMBER) {
            return value.number();
        }
        if (value.kind() == Value.Kind.TEXT) {
            try {
                return Double.valueOf(value.text());
            } catch (NumberFormatException none) {
                return null;
            }
        }
        return null;
    }

    private Verdict compared(Value value) {
        if (value.kind() == Value.Kind.NULL || constant.kind() == Value.Kind.NULL) {
            return verdict(value.kind() == constant.kind() && operator.endsWith("="));
        }
        if (value.kind() == Value.Kind.TEXT && constant.kind() == Value.Kind.TEXT) {
            return verdict(ordered(value.text().compareTo(constant.text())));
        }
        Double one = asNumber(value);
        Double other = asNumber(constant);
        return one == null || other == null ? Verdict.FAILS : verdict(ordered(one.compareTo(other)));
    }

    private boolean ordered(int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static Verdict verdict(boolean holds) {
        return holds ? Verdict.HOLDS : Verdict.DOES_NOT;
    }

    private static Verdict not(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Verdict.DOES_NOT;
            case DOES_NOT -> Verdict.HOLDS;
            case FAILS -> Verdict.FAILS;
        };
    }
}
