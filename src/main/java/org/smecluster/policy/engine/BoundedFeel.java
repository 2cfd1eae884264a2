package org.smecluster.policy.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * FEEL of which no expression reads, or yields, more than a condition can be about. What one cell may say
 * {@code policy.Feel} judges before it is deployed; but what cells yield multiplies from one to the next: thirty decisions
 * that each put the one before twice would fill the memory. Whatever fails is a failure of the expression.
 */
public final class BoundedFeel implements FeelEngine {

    /** Characters of all that an expression reads, each time it does. */
    private static final int MOST = 20_000;

    /** Of a list, in characters: members are compared with one another. */
    private static final int MEMBER = 20;

    private final FeelEngine feel;

    public BoundedFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return bounded(
                expression,
                new Counted(variables, "", 1),
                counted -> feel.evaluateSimpleExpression(expression, counted));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        // read once, whatever the expression then does with it
        int times = 1;
        for (int at = expression.indexOf('?'); at >= 0; at = expression.indexOf('?', at + 1)) {
            times++;
        }
        return bounded(
                expression,
                new Counted(variables, inputVariable, times),
                counted -> feel.evaluateSimpleUnaryTests(expression, inputVariable, counted));
    }

    private static <T> T bounded(String expression, Counted variables, Function<VariableContext, T> evaluation) {
        T result;
        try {
            result = evaluation.apply(variables);
        } catch (FeelException told) {
            throw told;
        } catch (RuntimeException | StackOverflowError failed) {
            throw new FeelException("FEEL 表达式算不出结果：" + expression, failed);
        }
        if (size(result) > MOST) {
            throw new FeelException("FEEL 表达式的结果过大：" + expression);
        }
        return result;
    }

    private static final class Counted implements VariableContext {

        private final VariableContext variables;
        private final String input;
        private final int timesOfInput;
        private long read;

        Counted(VariableContext variables, String input, int timesOfInput) {
            this.variables = variables;
            this.input = input;
            this.timesOfInput = timesOfInput;
        }

        @Override
        public TypedValue resolve(String name) {
            TypedValue value = variables.resolve(name);
            long size = value == null ? 0 : size(value.getValue());
            read += name.equals(input) ? size * timesOfInput : size;
            if (read > MOST) {
                throw new FeelException("FEEL 表达式读取的内容过多：" + name);
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }
    }

    /** Beyond the most it does not matter by how much. */
    private static int size(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return 0;
        }
        if (value instanceof Map<?, ?> map) {
            return Math.min(size(map.keySet()) + size(map.values()), MOST + 1);
        }
        if (!(value instanceof Iterable<?> members)) {
            return Math.min(value.toString().length(), MOST + 1);
        }
        int size = 0;
        for (Object member : members) {
            size += MEMBER + size(member);
            if (size > MOST) {
                return MOST + 1;
            }
        }
        return size;
    }
}
