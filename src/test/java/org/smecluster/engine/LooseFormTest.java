package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("没有部署的表单：和办理时一样检查，示例都能通过")
class LooseFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

    static List<Path> forms() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("forms"))) {
            return all.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("每张表单的必填栏都有能通过检查的示例")
    void samplesAreAccepted(Path file) throws IOException {
        LooseForm form = LooseForm.of(Files.readString(file));
        Map<String, Object> samples = form.samples(DAY);
        assertThat(samples.keySet())
                .containsAll(form.accepted(samples).entrySet().stream()
                        .filter(each -> each.getValue() != null && !Boolean.FALSE.equals(each.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    @DisplayName("必填、格式、选项和隐藏的条件照样检查；多余的内容不收")
    void isCheckedLikeATask() {
        LooseForm form = LooseForm.of("""
                {"id": "x", "components": [
                  {"type": "radio", "key": "decision", "label": "结论", "validate": {"required": true},
                    "values": [{"value": "YES", "label": "同意"}, {"value": "NO", "label": "不同意"}]},
                  {"type": "textfield", "key": "number", "label": "文号", "validate": {"required": true, "pattern": "^[0-9]+$"},
                    "conditional": {"hide": "=decision != \\"YES\\""}},
                  {"type": "taglist", "key": "experts", "label": "专家", "valuesKey": "available"}]}""");
        assertThat(form.accepted(Map.of("decision", "NO")))
                .containsEntry("decision", "NO")
                .doesNotContainKey("number");
        assertThat(form.accepted(Map.of("decision", "YES", "number", "12", "experts", List.of("2"))))
                .containsEntry("number", "12");
        assertThat(form.offered()).containsOnlyKeys("available");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("decision", "YES"),
                Map.of("decision", "YES", "number", "x"),
                Map.of("decision", "MAYBE"),
                Map.of("decision", "NO", "experts", List.of("3")),
                Map.of("decision", "NO", "foreign", "x"))) {
            assertThatThrownBy(() -> form.accepted(wrong)).as("%s", wrong).isInstanceOf(FormRejected.class);
        }
    }
}
