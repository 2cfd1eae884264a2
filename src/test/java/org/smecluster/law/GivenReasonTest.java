package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("必须写明的理由：去掉前后空白以后，有字而不超过上限")
class GivenReasonTest {

    @Test
    @DisplayName("正好到上限的照收，空白不计")
    void upToTheLimit() {
        assertThat(GivenReason.of(" 一二三四五 ", "撤回理由", 5)).isEqualTo("一二三四五");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "一二三四五六"})
    @DisplayName("没有写的、超过上限的，说明要写什么、多长")
    void missingOrTooLong(String text) {
        assertThatThrownBy(() -> GivenReason.of(text, "撤回理由", 5))
                .isInstanceOf(Refusal.class)
                .hasMessage("请写明撤回理由，不超过5字");
    }
}
