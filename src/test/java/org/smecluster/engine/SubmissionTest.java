package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("提交的内容读作记录")
class SubmissionTest {

    private static final JsonNode FORM = form("""
            {"id": "everyKind", "components": [
              {"type": "textfield", "key": "text", "label": "文字", "validate": {"required": true}},
              {"type": "number", "key": "count", "label": "个数", "decimalDigits": 0},
              {"type": "number", "key": "amount", "label": "金额"},
              {"type": "datetime", "key": "day", "dateLabel": "日期", "subtype": "date"},
              {"type": "checkbox", "key": "flag", "label": "勾选"},
              {"type": "radio", "key": "choice", "label": "是否",
                "values": [{"value": "true"}, {"value": "false"}]},
              {"type": "radio", "key": "colour", "label": "颜色", "validate": {"required": true},
                "values": [{"value": "RED"}, {"value": "BLUE"}], "conditional": {"hide": "=flag"}},
              {"type": "taglist", "key": "people", "label": "人员"},
              {"type": "checklist", "key": "colours", "label": "各色", "values": [{"value": "RED"}]},
              {"type": "textarea", "key": "own", "label": "自加"}
            ]}""");

    enum Colour {
        RED,
        BLUE
    }

    record EveryKind(
            @Required String text,
            Integer count,
            BigDecimal amount,
            LocalDate day,
            boolean flag,
            Boolean choice,
            @Required(whenShown = true) Colour colour,
            List<String> people,
            List<Colour> colours) {}

    private static JsonNode form(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param entries key, value, … */
    private static Submission submitted(Object... entries) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            values.put((String) entries[i], entries[i + 1]);
        }
        return new Submission("everyKind", FormField.of(FORM), values);
    }

    private static Submission full() {
        return submitted(
                "text",
                " 好 ",
                "count",
                5.0,
                "amount",
                2.5,
                "day",
                "2026-03-01",
                "flag",
                true,
                "choice",
                "false",
                "colour",
                "BLUE",
                "people",
                List.of("a", "b"),
                "colours",
                List.of("RED"),
                "own",
                "另记");
    }

    @Test
    @DisplayName("每种字段各得其类型")
    void everyKind() {
        assertThat(full().as(EveryKind.class))
                .isEqualTo(new EveryKind(
                        "好",
                        5,
                        new BigDecimal("2.5"),
                        LocalDate.of(2026, 3, 1),
                        true,
                        false,
                        Colour.BLUE,
                        List.of("a", "b"),
                        List.of(Colour.RED)));
    }

    @Test
    @DisplayName("读两次，得到的一样，留下的也一样")
    void readingTwiceChangesNothing() {
        Submission submission = full();
        EveryKind first = submission.as(EveryKind.class);
        Map<String, Object> left = submission.notNamed();
        assertThat(left).isEqualTo(Map.of("own", "另记"));
        assertThat(submission.as(EveryKind.class)).isEqualTo(first);
        assertThat(submission.notNamed()).isEqualTo(left);
    }

    @Test
    @DisplayName("没有读取的，都留给流程变量")
    void whatNoRecordNamesIsLeft() {
        assertThat(full().notNamed()).hasSize(10);
    }

    @Test
    @DisplayName("没有填写或被隐藏的选填项：空、未勾选、空表")
    void leftOpen() {
        assertThat(submitted("text", "好", "count", null, "choice", "", "people", List.of())
                        .as(EveryKind.class))
                .isEqualTo(new EveryKind("好", null, null, null, false, null, null, List.of(), List.of()));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text|' '|“文字”为必填项，请填写",
                "colour|''|“颜色”为必填项，请填写",
                "count|abc|“个数”应为数字，请重新填写",
                "count|2.5|“个数”应为整数",
                "count|99999999999|“个数”应为整数",
                "amount|多|“金额”应为数字，请重新填写",
                "day|三月|“日期”应为日期",
                "day|+999999999-01-01|“日期”应为日期",
                "choice|也许|“是否”没有“也许”这一选项",
                "colour|GREEN|“颜色”没有“GREEN”这一选项",
                "people|a|“人员”应为所选项的列表",
            })
    void aChangedFormMayAcceptMore(String key, String value, String sentence) {
        Submission submission = submitted("text", "好", key, value);
        assertThatThrownBy(() -> submission.as(EveryKind.class))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(sentence);
    }

    @Test
    @DisplayName("没有表单的步骤读不出记录")
    void withoutAForm() {
        assertThatThrownBy(() -> new Submission(null, List.of(), Map.of()).as(EveryKind.class))
                .isInstanceOfSatisfying(FormRejected.class, rejected -> assertThat(rejected.sentences())
                        .containsExactly(
                                "此步骤需要填写“text”，但没有表单，暂时不能办理。请联系政策负责人修改模型后重新部署",
                                "此步骤需要填写“colour”，但没有表单，暂时不能办理。请联系政策负责人修改模型后重新部署"));
    }

    @Test
    @DisplayName("记录与表单不一致的，逐项发现")
    void differencesAreFound() {
        record Wrong(
                String text,
                BigDecimal count,
                Integer amount,
                String day,
                @Required boolean flag,
                Colour choice,
                @Required Colour colour,
                Boolean people,
                List<Boolean> colours,
                String other) {}

        assertThat(FormAgreement.differences(EveryKind.class, FORM)).isEmpty();
        assertThat(FormAgreement.differences(Wrong.class, FORM))
                .containsExactly(
                        "text is required in one of the two only",
                        "count is whole",
                        "amount is not whole",
                        "day is a datetime, not a String",
                        "flag is required in one of the two only",
                        "choice offers other codes",
                        "colour is required always in one of the two only",
                        "people is a taglist, not a Boolean",
                        "people is not yes or no",
                        "colours is no list of texts or codes",
                        "other is not in the form");
    }
}
