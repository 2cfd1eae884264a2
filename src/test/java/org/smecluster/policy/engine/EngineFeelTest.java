package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.guard.FeelCompiler;

@DisplayName("一格是不是FEEL，引擎说了算")
class EngineFeelTest {

    private final FeelCompiler feel = new EngineFeel();

    @Test
    @DisplayName("读得懂的和读不懂的")
    void reads() {
        assertThat(feel.readsUnaryTests("< date(\"2026-01-31\")")).isTrue();
        assertThat(feel.readsUnaryTests("not(1, 2)")).isTrue();
        assertThat(feel.readsUnaryTests(">= ")).isFalse();
        assertThat(feel.readsUnaryTests("\"缺引号")).isFalse();
        assertThat(feel.readsExpression("if x then 1 else 2")).isTrue();
        assertThat(feel.readsExpression("x +")).isFalse();
    }
}
