package org.smecluster.policy.engine;

import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.valuemapper.ValueMapper;
import org.smecluster.policy.guard.FeelCompiler;
import org.springframework.stereotype.Component;

/** Whether Camunda's own reader takes a cell, without evaluating it. */
@Component
public final class EngineFeel implements FeelCompiler {

    private final FeelEngine feel = new FeelEngine(
            FunctionProvider.EmptyFunctionProvider$.MODULE$,
            ValueMapper.defaultValueMapper(),
            new FeelEngine.Configuration(false),
            FeelEngineClock.SystemClock$.MODULE$);

    @Override
    public boolean readsExpression(String text) {
        try {
            return feel.parseExpression(text).isRight();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return false;
        }
    }

    @Override
    public boolean readsUnaryTests(String text) {
        try {
            return feel.parseUnaryTests(text).isRight();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return false;
        }
    }
}
