package org.smecluster.policy.guard;

import java.util.Map;
import java.util.Optional;

/** The guard's own reading of FEEL, for the test that holds it against the engine's. */
public final class GuardFeel {

    private GuardFeel() {}

    public static boolean readsUnaryTests(String text) {
        return FeelReader.unaryTests(text).isPresent();
    }

    public static boolean readsExpression(String text) {
        return FeelReader.expression(text).isPresent();
    }

    /** Empty where it cannot be weighed. */
    public static Optional<Boolean> holds(String text, Object input, Map<String, Object> variables) {
        try {
            return FeelReader.unaryTests(text).map(node -> new FeelMeaning(variables, input).holds(node));
        } catch (FeelMeaning.NotWeighed notWeighed) {
            return Optional.empty();
        }
    }

    /** The value in an array of one; empty where it cannot be weighed. */
    public static Optional<Object[]> value(String text, Map<String, Object> variables) {
        try {
            return FeelReader.expression(text).map(node -> new Object[] {new FeelMeaning(variables, null).value(node)});
        } catch (FeelMeaning.NotWeighed notWeighed) {
            return Optional.empty();
        }
    }
}
