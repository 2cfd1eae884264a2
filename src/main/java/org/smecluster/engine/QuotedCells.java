package org.smecluster.engine;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.smecluster.policy.engine.BoundedFeel;

/**
 * Camunda's FEEL, but for a cell that is nothing but a string in quotes: it is that string. FEEL puts all its functions
 * together anew for every cell that it evaluates, and most cells of our tables' outputs are such strings.
 */
final class QuotedCells implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        return new BoundedFeel() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
                return isQuoted(expression)
                        ? (T) expression.substring(1, expression.length() - 1)
                        : super.evaluateSimpleExpression(expression, variables);
            }
        };
    }

    private static boolean isQuoted(String expression) {
        int last = expression.length() - 1;
        return last > 0
                && expression.charAt(0) == '"'
                && expression.indexOf('"', 1) == last
                && expression.indexOf('\\') < 0;
    }
}
