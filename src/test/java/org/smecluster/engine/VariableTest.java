package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("流程变量：类型不对、缺失的按名指出；模型输入参数里的整数是文字")
class VariableTest {

    private static final Variable<Integer> DAYS = Variable.ofInteger("days");

    private final VariableScope scope = mock(VariableScope.class);

    private Integer read(Object value) {
        when(scope.getVariable("days")).thenReturn(value);
        return DAYS.from(scope);
    }

    @Test
    @DisplayName("整数，或者写成文字的整数")
    void number() {
        assertThat(read(5)).isEqualTo(5);
        assertThat(read(" 5 ")).isEqualTo(5);
    }

    @Test
    @DisplayName("其它一概拒绝")
    void anythingElse() {
        assertThatThrownBy(() -> read("五")).isInstanceOf(MissingVariable.class).hasMessageContaining("'days' is '五'");
        assertThatThrownBy(() -> read(5L)).isInstanceOf(MissingVariable.class).hasMessageContaining("is a Long");
        assertThatThrownBy(() -> read(null)).isInstanceOf(MissingVariable.class).hasMessageContaining("is missing");
    }
}
