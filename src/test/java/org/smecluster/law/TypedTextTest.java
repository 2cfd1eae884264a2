package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("录入文字的归一")
class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD, 0x202E, 0x2066, 0x180E, 0x34F, 0x3164,
                0x2800, 0x0, 0x7, 0x7F, 0x9F, 0xFFFE, 0xFFFF, 0xE0001
            })
    @DisplayName("看不见的字符去掉，在哪里都一样")
    void invisible(int character) {
        String noise = Character.toString(character);
        assertThat(TypedText.clean(noise + "平" + noise + "罗" + noise)).isEqualTo("平罗");
        assertThat(TypedText.isBlank(noise + " " + noise)).isTrue();
        assertThat(TypedText.code(noise + "9 1" + noise)).isEqualTo("91");
        assertThat(TypedText.same("平罗", noise + "平" + noise + "罗")).isTrue();
    }

    @Test
    @DisplayName("各种空格成普通空格，各种换行成换行，段落开头的缩进、中文标点、少见的汉字不动")
    void kept() {
        assertThat(TypedText.clean("a\u00A0b\u2003c\u3000d")).isEqualTo("a b c d");
        assertThat(TypedText.clean("一\r\n二\r三\u2028四\u0085五")).isEqualTo("一\n二\n三\n四\n五");
        assertThat(TypedText.clean("一、\n\u3000\u3000二、")).isEqualTo("一、\n\u3000\u3000二、");
        assertThat(TypedText.clean("（示例）“一”；二，三：四《五》—…！")).isEqualTo("（示例）“一”；二，三：四《五》—…！");
        assertThat(TypedText.clean("𠮷㐂\uE000㎡①Ⅱ½")).isEqualTo("𠮷㐂\uE000㎡①Ⅱ½");
        assertThat(TypedText.clean("ＡＢｃ１２３")).isEqualTo("ABc123");
        assertThat(TypedText.clean("\uD842")).isEmpty();
        assertThat(TypedText.clean(null)).isNull();
    }

    @Test
    @DisplayName("一行文字：汉字之间的换行去掉，别处成空格")
    void line() {
        assertThat(TypedText.line("沐川\n化工")).isEqualTo("沐川化工");
        assertThat(TypedText.line("沐川 \n (Ningxia)\nCo.")).isEqualTo("沐川(Ningxia) Co.");
        assertThat(TypedText.line("a\tb\n\nc")).isEqualTo("a b c");
        assertThat(TypedText.line(null)).isNull();
    }

    @Test
    @DisplayName("代码：去空格、成半角、成大写")
    void code() {
        assertThat(TypedText.code("９１64 0221\u200Bxx０００1000g")).isEqualTo("91640221XX0001000G");
        assertThat(TypedText.code(null)).isEmpty();
    }
}
