package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("FEEL：读取的和得出的都有限度，一格一格地翻倍也占不满内存")
class BoundedFeelTest {

    private final BoundedFeel feel = new BoundedFeel(new CachedFeel());

    private static VariableContext given(Object value) {
        return Variables.createVariables().putValue("x", value).asVariableContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + x", "concatenate(x, x)", "append(x, x)", "[x, x]"})
    @DisplayName("每一格都把前一格写两遍：不到四十格就停下")
    void doubling(String expression) {
        assertThatThrownBy(() -> {
                    Object value = expression.contains("+") ? "集群" : List.of("集", "群");
                    for (int cell = 0; cell < 40; cell++) {
                        value = feel.evaluateSimpleExpression(expression, given(value));
                    }
                })
                .isInstanceOf(FeelException.class)
                .hasMessageContaining(expression);
    }

    @Test
    @DisplayName("一个表达式里反复读同一变量，每一次都算")
    void readAgainAndAgain() {
        List<Integer> many = IntStream.range(0, 500).boxed().toList();
        assertThat(feel.<Object>evaluateSimpleExpression("count(x)", given(many)))
                .isEqualTo(500L);
        assertThatThrownBy(() -> feel.evaluateSimpleExpression("some a in x satisfies count(x) = a - 1", given(many)))
                .isInstanceOf(FeelException.class);
        assertThatThrownBy(() -> feel.evaluateSimpleUnaryTests(
                        "some a in ? satisfies count(?) = a - 1",
                        "cellInput",
                        Variables.createVariables()
                                .putValue("cellInput", many)
                                .putValue("inputVariableName", "cellInput")
                                .asVariableContext()))
                .isInstanceOf(FeelException.class);
    }

    @Test
    @DisplayName("断言不成立，说的是断言不成立，不是读取过多")
    void failedAssertion() {
        assertThatThrownBy(() -> feel.evaluateSimpleExpression("assert(x, false)", given("集".repeat(12_000))))
                .hasMessageContaining("Assertion failure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date(\"999999999-12-31\") + duration(\"P999999999Y\")",
                "substring(\"abc\", -999999999999)",
                "modulo(x, 0)",
                "x ="
            })
    @DisplayName("算不出结果的，是表达式的错误")
    void whatCannotBeWorkedOut(String expression) {
        assertThatThrownBy(() -> feel.evaluateSimpleExpression(expression, given(1)))
                .isInstanceOf(FeelException.class);
    }

    @Test
    @DisplayName("层数多到用尽栈的，也只是表达式的错误")
    void tooDeep() {
        assertThatThrownBy(() -> feel.evaluateSimpleExpression("1" + "+1".repeat(20_000), given(1)))
                .isInstanceOf(FeelException.class);
    }
}
