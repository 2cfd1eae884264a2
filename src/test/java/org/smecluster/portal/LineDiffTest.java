package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.portal.LineDiff.Kind;
import org.smecluster.portal.LineDiff.Line;

@DisplayName("两个文本的差异，逐行")
class LineDiffTest {

    @Test
    @DisplayName("相同的文本没有差异，换行符不同也没有")
    void same() {
        assertThat(LineDiff.of("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(LineDiff.of("a\nb\n", "a\r\nb\r\n")).isEmpty();
        assertThat(LineDiff.of("", "")).isEmpty();
    }

    @Test
    @DisplayName("中间改一行、加一行，两边的行号各自正确")
    void changed() {
        assertThat(LineDiff.of("a\nb\nc\nd", "a\nB\nc\nx\nd"))
                .extracting(Line::kind, Line::before, Line::after, Line::text)
                .containsExactly(
                        tuple(Kind.COMMON, 1, 1, "a"),
                        tuple(Kind.REMOVED, 2, null, "b"),
                        tuple(Kind.ADDED, null, 2, "B"),
                        tuple(Kind.COMMON, 3, 3, "c"),
                        tuple(Kind.ADDED, null, 4, "x"),
                        tuple(Kind.COMMON, 4, 5, "d"));
    }

    @Test
    @DisplayName("在头、尾增减")
    void atTheEnds() {
        assertThat(LineDiff.of("a\nb", "b\nc"))
                .extracting(Line::kind, Line::text)
                .containsExactly(tuple(Kind.REMOVED, "a"), tuple(Kind.COMMON, "b"), tuple(Kind.ADDED, "c"));
        assertThat(LineDiff.of("", "a")).extracting(Line::kind).containsExactly(Kind.ADDED);
        assertThat(LineDiff.of("a\na", "a"))
                .extracting(Line::kind)
                .containsExactlyInAnyOrder(Kind.COMMON, Kind.REMOVED);
    }

    @Test
    @DisplayName("离差异远的相同行略去")
    void context() {
        String before = numbers(100, "");
        assertThat(LineDiff.of(before, before.replace("50\n", "fifty\n")))
                .extracting(Line::text)
                .containsExactly("…", "47", "48", "49", "50", "fifty", "51", "52", "53", "…");
    }

    @Test
    @DisplayName("全不相同的大文件：整体算替换，不占大量内存")
    void tooLargeToCompare() {
        assertThat(LineDiff.of(numbers(5000, "a"), numbers(5000, "b")))
                .hasSize(10_000)
                .extracting(Line::kind)
                .startsWith(Kind.REMOVED)
                .endsWith(Kind.ADDED);
    }

    private static String numbers(int count, String prefix) {
        return IntStream.rangeClosed(1, count).mapToObj(each -> prefix + each).collect(Collectors.joining("\n"));
    }
}
