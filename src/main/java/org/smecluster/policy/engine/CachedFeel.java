package org.smecluster.policy.engine;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.util.Either;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.springframework.util.ConcurrentLruCache;

/**
 * Camunda's FEEL that reads an expression once, and its table of built-in functions once, where Camunda's own does both anew
 * for every cell. What ends in an exception is left to Camunda's own, in full. Built on its internals: on another version of
 * {@code feel-engine} {@code CachedFeelTest} compares the two.
 */
public final class CachedFeel extends ScalaFeelEngine {

    /** Of all tables, forms and models that are in force and in trial; beyond, the longest unused goes. */
    static final int EXPRESSIONS = 5_000;

    public CachedFeel() {
        super(java.util.List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer own, CompositeValueMapper values) {
        FunctionProvider builtIn = new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, values);
        return new OnceRead(own, values, new CompositeFunctionProvider(toScalaList(builtIn, own)));
    }

    private static final class OnceRead extends FeelEngine {

        private final FeelInterpreter interpreter;
        private final FunctionProvider functions;
        private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> expressions =
                new ConcurrentLruCache<>(EXPRESSIONS, super::parseExpression);
        private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> unaryTests =
                new ConcurrentLruCache<>(EXPRESSIONS, super::parseUnaryTests);

        OnceRead(FunctionProvider own, CompositeValueMapper values, FunctionProvider functions) {
            super(own, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
            interpreter = new FeelInterpreter(values);
            this.functions = functions;
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String expression) {
            return expressions.get(expression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
            return unaryTests.get(expression);
        }

        /** With a collector of failures of its own: one that is shared grows for ever. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context given) {
            EvalContext context = new EvalContext(
                    valueMapper(), given.variableProvider(), functions, new EvaluationFailureCollector());
            try {
                Val value = interpreter.eval(expression.expression(), context);
                List<EvaluationFailure> failures = context.failureCollector().failures();
                String failure = failure(value, failures, expression.text());
                return failure == null
                        ? new SuccessfulEvaluationResult(valueMapper().unpackVal(value), failures)
                        : new FailedEvaluationResult(new Failure(failure), failures);
            } catch (Exception failed) {
                // to Camunda's own, which says what is wrong in its words; Scala declares no exception
                if (((Throwable) failed) instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                return super.evaluate(expression, given);
            }
        }

        /** In the words of {@code FeelEngine.eval}; null where there is a value. */
        private static String failure(Val value, List<EvaluationFailure> failures, String text) {
            if (!failures.isEmpty()) {
                Option<EvaluationFailure> asserted = failures.find(
                        failure -> failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$);
                if (asserted.isDefined()) {
                    return "Assertion failure on evaluate the expression '" + text + "': "
                            + asserted.get().failureMessage();
                }
            }
            String cause = value instanceof ValError error
                    ? error.error()
                    : value instanceof ValFatalError fatal ? fatal.error() : null;
            return cause == null ? null : "failed to evaluate expression '" + text + "': " + cause;
        }
    }
}
