package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("统一社会信用代码（GB 32100-2015）：校验码对任何一位的改动都不相符")
class CreditCodeTest {

    /** The standard's own example. */
    private static final String EXAMPLE = "91350100M000100Y43";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {EXAMPLE, "91110000802100433B", "91440300708461136T", "916402210000000090", "914403001922038216"})
    @DisplayName("实有的代码都有效；每一位换成别的任何字符都无效")
    void everyCharacterCounts(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        for (int i = 0; i < 18; i++) {
            for (char other : ALPHABET.toCharArray()) {
                String changed = code.substring(0, i) + other + code.substring(i + 1);
                assertThat(CreditCode.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100I000100Y43",
                "I1350100M000100Y43",
                "91350100M000100Y4I",
                "91350100m000100Y43"
            })
    @DisplayName("位数不对、含有不用的字母（I、O、S、V、Z）或小写的无效")
    void notACode(String text) {
        assertThat(CreditCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> new CreditCode(text)).hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z'})
    @DisplayName("含有不用的字母的，照公式算出的校验码凑巧相符，也无效")
    void unusedLettersWithAFittingCheckCharacter(char letter) {
        for (int i = 0; i < 17; i++) {
            String digits = EXAMPLE.substring(0, i) + letter + EXAMPLE.substring(i + 1, 17);
            String code = digits + CreditCode.checkCharacter(digits);
            assertThat(CreditCode.isValid(code)).as(code).isFalse();
        }
    }

    @Test
    @DisplayName("没有填写的无效")
    void nothing() {
        assertThat(CreditCode.isValid(null)).isFalse();
        assertThat(CreditCode.normalise(null)).isEmpty();
    }

    @Test
    @DisplayName("输入的空格去掉，小写改为大写；写出来就是代码本身")
    void asTyped() {
        assertThat(CreditCode.normalise(" 91350100 m000100y43 ")).isEqualTo(EXAMPLE);
        assertThat(CreditCode.normalise(EXAMPLE)).isEqualTo(EXAMPLE);
        assertThat(CreditCode.parse("91350100m000100y43")).hasToString(EXAMPLE);
    }
}
