package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表单自带的英文提示都有中文")
class FormMessagesTest {

    private static final Pattern WORD =
            Pattern.compile("\\[\\s*(['\"])((?:(?!\\1).)+)\\1,\\s*'([^']+)'\\s*]", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("push\\((?:\"([^\"]+)\"|`([^`]+)`)\\)");
    private static final Map<String, String> WORDS = new TreeMap<>();
    private static String formJs;

    @BeforeAll
    static void read() throws IOException {
        WORD.matcher(WebApps.file("app/tasklist/scripts/form-messages.js"))
                .results()
                .forEach(word -> WORDS.put(word.group(2), word.group(3)));
        formJs = WebApps.file("lib/deps.js").replaceAll("\\$\\{[^}`]*}", "{}");
    }

    @Test
    @DisplayName("随附 form-js 的校验提示一条不漏")
    void everyMessageOfTheBundledValidator() {
        String validator = StringUtils.substringBetween(formJs, "\"NaN\"===", "validationType\"in t&&n&&\"email\"");
        List<String> messages = MESSAGE.matcher(validator)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        assertThat(messages).hasSizeGreaterThan(7);
        assertThat(WORDS.keySet())
                .containsAll(messages)
                .contains(
                        "Field must be a valid email.",
                        "Value is expected to be an integer.",
                        "Value is expected to have at most {} decimal digit.",
                        "Value is expected to have at most {} decimal digits.",
                        "Date and time must both be entered.");
    }

    @Test
    @DisplayName("控件上的文字一条不漏，且仍是随附 form-js 的原文")
    void everyTextOfTheControls() {
        List<String> controls = List.of(
                "Select",
                "Search",
                "Skip to search",
                "No results",
                "All values selected",
                "Nothing to show.",
                "Add new",
                "Collapse",
                "Expand all ({})",
                "Remove list item {}",
                "No content to show.",
                "External content couldn't be loaded.",
                "Increment",
                "Decrement",
                "Remove tag",
                "Previous page",
                "Next page",
                "Click to sort by {} ascending",
                "Click to sort by {} descending",
                "Click to remove sorting",
                "January",
                "December",
                "Sun",
                "Sat",
                "hh:mm");
        assertThat(WORDS.keySet()).containsAll(controls);
        assertThat(controls).allMatch(text -> formJs.contains('"' + text + '"') || formJs.contains('`' + text + '`'));
        assertThat(WORDS.keySet()).contains("of", "{} AM", "{} PM");
    }

    @Test
    @DisplayName("中文里的值与英文里的一样多")
    void valuesAreKept() {
        assertThat(WORDS).hasSizeGreaterThan(60).allSatisfy((english, chinese) -> assertThat(
                        StringUtils.countMatches(chinese, '{'))
                .isEqualTo(english.contains("pattern") ? 0 : StringUtils.countMatches(english, '{')));
    }
}
