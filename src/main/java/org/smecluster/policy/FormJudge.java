package org.smecluster.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through a form and holds every component and property against the list. */
final class FormJudge {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final int DECIMALS = 12;
    private static final Shape NUMBER = new Shape("JSON 数字，例如 5", text -> false);
    private static final Shape FLAG = new Shape("true 或 false，不加引号", text -> false);
    private static final Shape COLUMNS = new Shape("1至16的 JSON 数字，或者 null", text -> false);

    private final ModelRules allowed;
    private final Findings findings;
    private final String file;

    /** A value with the line where it stands. @param value a Map, List, String, BigDecimal, Boolean or null */
    private record At(Object value, int line) {}

    FormJudge(ModelRules allowed, Findings findings, String file) {
        this.allowed = allowed;
        this.findings = findings;
        this.file = file;
    }

    void judge(String text) {
        At form;
        try (JsonParser json = factory().createParser(text)) {
            json.nextToken();
            form = value(json);
            if (json.nextToken() != null) {
                findings.add(file, json.currentTokenLocation().getLineNr(), null, "表单之后还有别的内容", "请删去");
                return;
            }
        } catch (IOException broken) {
            int line = broken instanceof com.fasterxml.jackson.core.JsonProcessingException known
                            && known.getLocation() != null
                    ? known.getLocation().getLineNr()
                    : 0;
            findings.add(
                    file,
                    Math.max(line, 0),
                    null,
                    "不是完整、正确的 JSON：这里或前面有括号未关闭、重复的名称或多余的字符",
                    "请在 Camunda Modeler 中打开并重新保存");
            return;
        }
        if (!(form.value() instanceof Map<?, ?>)) {
            findings.add(file, form.line(), null, "文件的内容不是表单", "请核对文件的内容和名称的后缀");
            return;
        }
        Map<String, At> members = members(form);
        if (members.get("id") == null || members.get("components") == null) {
            findings.add(file, 1, null, "表单缺少 id 或 components", "请在 Camunda Modeler 中打开并重新保存");
        } else if (members.get("id").value() instanceof String id) {
            findings.key("表单", id, file, members.get("id").line());
        }
        object(allowed.form(), form, id(members, null), "表单");
    }

    private JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(allowed.limit("depth"))
                        .maxNumberLength(40)
                        .build())
                .build();
    }

    private static At value(JsonParser json) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, At> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                members.put(name, value(json));
            }
            return new At(members, line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<At> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return new At(items, line);
        }
        if (token == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(json, "empty");
        }
        return new At(
                switch (token) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
                    case VALUE_TRUE -> Boolean.TRUE;
                    case VALUE_FALSE -> Boolean.FALSE;
                    case VALUE_NULL -> null;
                    default -> json.getText();
                },
                line);
    }

    private void object(Map<String, Object> rules, At object, String id, String where) {
        if (!(object.value() instanceof Map<?, ?>)) {
            findings.add(file, object.line(), id, where + " 应为对象 {…}", "请在 Camunda Modeler 中重新填写");
            return;
        }
        members(object).forEach((name, at) -> {
            Object rule = rules.containsKey(name) ? rules.get(name) : rules.get("*");
            if (rule == null) {
                findings.closed(file, at.line(), id, where + " 的 " + Findings.shortened(name) + " 不能用", "form:" + name);
            } else {
                held(rule, at, id, where + " 的 " + Findings.shortened(name));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void held(Object rule, At at, String id, String where) {
        if (rule instanceof Map<?, ?> members) {
            object((Map<String, Object>) members, at, id, where);
        } else if (rule instanceof List<?> one) {
            items(at, id, where).forEach(item -> held(one.get(0), item, id, where));
        } else if (rule.equals("components")) {
            items(at, id, where).forEach(item -> component(item, id));
        } else {
            scalar((String) rule, at, id, where);
        }
    }

    private List<At> items(At at, String id, String where) {
        if (at.value() instanceof List<?> items) {
            return items.stream().map(At.class::cast).toList();
        }
        findings.add(file, at.line(), id, where + " 应为列表 […]", "请在 Camunda Modeler 中重新填写");
        return List.of();
    }

    private void component(At at, String around) {
        if (!(at.value() instanceof Map<?, ?>)) {
            findings.add(file, at.line(), around, "组件应为对象 {…}", "请在 Camunda Modeler 中重新填写");
            return;
        }
        Map<String, At> members = members(at);
        String id = id(members, around);
        At type = members.get("type");
        Optional<Map<String, Object>> rules =
                type != null && type.value() instanceof String name ? allowed.component(name) : Optional.empty();
        if (rules.isEmpty()) {
            String name = type == null ? "（没有 type）" : shown(type.value());
            findings.closed(file, type == null ? at.line() : type.line(), id, "表单组件 " + name + " 不能用", "form:" + name);
            return;
        }
        if (rules.get().containsKey("key") && members.get("key") == null) {
            findings.add(file, at.line(), id, "填写项缺少 key", "请填写字段名");
        }
        object(rules.get(), at, id, "组件 " + type.value());
    }

    private void scalar(String rule, At at, String id, String where) {
        Object value = at.value();
        switch (rule) {
            case "number" -> require(value instanceof BigDecimal number && sensible(number), NUMBER, at, id, where);
            case "columns" ->
                require(
                        value == null
                                || value instanceof BigDecimal number
                                        && sensible(number)
                                        && number.signum() > 0
                                        && number.compareTo(BigDecimal.valueOf(16)) <= 0,
                        COLUMNS,
                        at,
                        id,
                        where);
            case "flag" -> require(value instanceof Boolean, FLAG, at, id, where);
            default -> {
                Shape shape = allowed.shape(rule);
                require(value instanceof String text && shape.fits(text), shape, at, id, where);
            }
        }
    }

    private void require(boolean fits, Shape shape, At at, String id, String where) {
        if (!fits) {
            findings.wrong(file, at.line(), id, where + " ", shown(at.value()), shape);
        }
    }

    private static boolean sensible(BigDecimal number) {
        return number.abs().compareTo(LARGEST) <= 0 && number.scale() <= DECIMALS && number.scale() >= -DECIMALS;
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?>) {
            return "{…}";
        }
        return value instanceof List<?> ? "[…]" : Findings.shortened(String.valueOf(value));
    }

    /** Key or id: whichever people see in the Modeler. */
    private static String id(Map<String, At> members, String otherwise) {
        for (String name : List.of("key", "id")) {
            if (members.get(name) != null && members.get(name).value() instanceof String text) {
                return Findings.shortened(text);
            }
        }
        return otherwise;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, At> members(At object) {
        return (Map<String, At>) object.value();
    }
}
