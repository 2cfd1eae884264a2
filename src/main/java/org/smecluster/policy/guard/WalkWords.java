package org.smecluster.policy.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How variables, values and conditions of a process are said to a person who does not know their names. */
final class WalkWords {

    private static final Yml FILE = Yml.file("/policy/walk.yml");

    private static final Map<String, String> OPERATORS =
            Map.of("==", "为", "!=", "不为", "<", "小于", "<=", "不大于", ">", "大于", ">=", "不小于");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    WalkWords(ProcessNet net, WalkFields fields) {
        names.putAll(FILE.textMap("names"));
        FILE.map("codes").each((variable, words) -> codes.put(variable, plain(words)));
        for (Node node : net.nodes) {
            if (node.form() == null) {
                continue;
            }
            fields.inputs(node).stream()
                    .map(input -> new WalkField(input, Map.of(), false))
                    .forEach(field -> add(field.input().key(), field));
            fields.of(node).forEach((variable, field) -> {
                if (field.byCode().isEmpty()) {
                    add(variable, field);
                }
            });
        }
    }

    private static Map<String, String> plain(Yml words) {
        Map<String, String> all = new LinkedHashMap<>();
        words.members().forEach((code, word) -> all.put((String) code, (String) word));
        return all;
    }

    private void add(String variable, WalkField field) {
        names.putIfAbsent(variable, field.label());
        if (!field.input().type().equals("checkbox")) {
            field.choices().forEach((code, label) -> codes.computeIfAbsent(variable, none -> new LinkedHashMap<>())
                    .putIfAbsent(code, label));
        }
    }

    boolean knows(String variable) {
        return names.containsKey(variable);
    }

    String name(String variable) {
        return names.getOrDefault(variable, variable);
    }

    String value(String variable, Value value) {
        Map<String, String> known = codes.getOrDefault(variable, Map.of());
        String code =
                switch (value.kind()) {
                    case TEXT -> value.text();
                    case TRUE -> "true";
                    case FALSE -> "false";
                    default -> null;
                };
        if (code != null && known.containsKey(code)) {
            return known.get(code);
        }
        return switch (value.kind()) {
            case TRUE -> "是";
            case FALSE -> "否";
            case UNSET -> "没有登记";
            default -> value.inWords();
        };
    }

    /** Such as 市级是否推荐：是. */
    String says(String variable, Value value) {
        return name(variable) + "：" + value(variable, value);
    }

    /**
     * Such as “受理结论”为“退回补正”（现为“受理”）.
     *
     * @param had what it is held against; told where the condition does not say it already
     */
    String condition(Condition condition, Value had) {
        String variable = condition.variable();
        Value wanted =
                condition.operator() == null ? condition.negated() ? Value.FALSE : Value.TRUE : condition.constant();
        String sign = condition.operator() == null ? "为" : OPERATORS.get(condition.operator());
        String says = "“" + name(variable) + "”" + sign + "“" + value(variable, wanted) + "”";
        return sign.equals("为") && wanted.equals(had) ? says : says + "（现为“" + value(variable, had) + "”）";
    }
}
