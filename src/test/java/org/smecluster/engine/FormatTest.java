package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表单的格式：怎样写的正则表达式都很快有结果")
class FormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"(a|a)*$", "(a|aa)+$", "(?:a?){40}a{40}b", "a*a*a*a*a*a*a*b", "(.*)(.*)\\1\\2b", "(a|b)*c"})
    @DisplayName("使服务器一直算下去的，很快作为格式不符")
    void endsSoon(String pattern) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Format.fits(pattern, "a".repeat(5_000) + "!")).isFalse());
    }

    @Test
    @DisplayName("平常的格式照常")
    void ordinary() {
        assertThat(Format.fits("^NXJQ-[0-9]{6}-[0-9]{4}$", "NXJQ-640221-0001")).isTrue();
        assertThat(Format.fits("^NXJQ-[0-9]{6}-[0-9]{4}$", "NXJQ-640221-001")).isFalse();
        assertThat(Format.fits("群", "集".repeat(4_999) + "群")).isTrue();
    }
}
