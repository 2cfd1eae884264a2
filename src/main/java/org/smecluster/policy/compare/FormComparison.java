package org.smecluster.policy.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.policy.compare.Difference.Sign;
import org.smecluster.policy.guard.Json;

/** Two versions of a form. */
final class FormComparison {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("text", "说明文字"),
            Map.entry("textfield", "单行文字"),
            Map.entry("textarea", "多行文字"),
            Map.entry("number", "数字"),
            Map.entry("checkbox", "勾选"),
            Map.entry("checklist", "多项勾选"),
            Map.entry("radio", "单选"),
            Map.entry("select", "下拉选择"),
            Map.entry("taglist", "多项选择"),
            Map.entry("datetime", "日期"),
            Map.entry("table", "表格"),
            Map.entry("group", "分组"),
            Map.entry("image", "图片"),
            Map.entry("separator", "分隔线"),
            Map.entry("spacer", "空白"),
            Map.entry("button", "按钮"));

    private static final Set<String> OF_NO_ENTRY = Set.of("text", "group", "image", "separator", "spacer", "button");

    private static final Names NAMES = new Names(
            Map.ofEntries(
                    Map.entry("type", "类型"),
                    Map.entry("key", "变量"),
                    Map.entry("label", "名称"),
                    Map.entry("dateLabel", "名称"),
                    Map.entry("description", "提示"),
                    Map.entry("text", "文字"),
                    Map.entry("group", "所在的分组"),
                    Map.entry("defaultValue", "默认值"),
                    Map.entry("validate.minLength", "最少字数"),
                    Map.entry("validate.maxLength", "最多字数"),
                    Map.entry("validate.min", "最小值"),
                    Map.entry("validate.max", "最大值"),
                    Map.entry("validate.pattern", "格式"),
                    Map.entry("properties.patternMessage", "格式不符时的提示"),
                    Map.entry("conditional.hide", "隐藏的条件"),
                    Map.entry("values[]", "选项“%s”"),
                    Map.entry("columns[]", "表格的列“%s”"),
                    Map.entry("valuesKey", "选项的来源"),
                    Map.entry("dataSource", "表格的来源"),
                    Map.entry("rowCount", "每页行数"),
                    Map.entry("decimalDigits", "小数位数"),
                    Map.entry("increment", "增减的步长"),
                    Map.entry("subtype", "日期的种类"),
                    Map.entry("appearance.prefixAdorner", "前面的单位"),
                    Map.entry("appearance.suffixAdorner", "后面的单位"),
                    Map.entry("action", "按下以后"),
                    Map.entry("alt", "图片的说明"),
                    Map.entry("source", "图片"),
                    Map.entry("height", "高度"),
                    Map.entry("schemaVersion", "表单格式的版本"),
                    Map.entry("executionPlatform", "所用的平台"),
                    Map.entry("executionPlatformVersion", "平台的版本"),
                    Map.entry("exporter.name", "保存它的编辑器"),
                    Map.entry("exporter.version", "编辑器的版本")),
            Map.of(
                    "validate.required=true", "必填",
                    "readonly=true", "只读",
                    "disabled=true", "不能填写",
                    "searchable=true", "可以查找选项",
                    "disallowPassedDates=true", "不能选过去的日期",
                    "showOutline=true", "有边框"));

    /** What goes without saying. */
    private static final List<String> YES_OR_NO =
            List.of("validate.required", "readonly", "disabled", "searchable", "disallowPassedDates", "showOutline");

    private static final int TITLE = 30;

    private final Map<String, Component> before = new LinkedHashMap<>();
    private final Map<String, Component> after = new LinkedHashMap<>();

    /** @param within id of the group around it; empty where there is none */
    private record Component(Json json, String within) {

        String type() {
            String type = json.at("type").text();
            return type == null ? "" : type;
        }

        String kind() {
            return KINDS.getOrDefault(type(), type());
        }

        String title() {
            for (String name : List.of("label", "dateLabel", "text", "alt", "key", "id")) {
                String text = json.at(name).text();
                if (text != null && !text.isBlank()) {
                    String line = text.strip().lines().findFirst().orElse("").replaceFirst("^#+\\s*", "");
                    return line.length() > TITLE ? line.substring(0, TITLE) + "…" : line;
                }
            }
            return "";
        }

        String subject() {
            String kind = OF_NO_ENTRY.contains(type()) ? kind() : "栏目";
            return kind + Words.called(title(), "");
        }
    }

    private FormComparison() {}

    static ModelComparison of(Json before, Json after) {
        FormComparison comparison = new FormComparison();
        collect(before, "", comparison.before);
        collect(after, "", comparison.after);
        List<Difference> differences = new ArrayList<>();
        List<String> ofForm = facts(after, Map.of()).since(facts(before, Map.of()), NAMES);
        if (!ofForm.isEmpty()) {
            differences.add(new Difference(Sign.CHANGED, List.of(), "表单", ofForm));
        }
        Map<String, Difference> byComponent = comparison.differences();
        differences.addAll(byComponent.values());
        return new ModelComparison(differences, comparison.remarks(), comparison.rows(byComponent));
    }

    private static void collect(Json holder, String within, Map<String, Component> components) {
        for (Json component : holder.at("components").items()) {
            String id = component.at("id").text();
            String key = component.at("key").text();
            String known = id != null ? id : key != null ? key : "component" + components.size();
            components.put(known, new Component(component, within));
            collect(component, known, components);
        }
    }

    private Map<String, Difference> differences() {
        Set<String> moved = Order.moved(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        Map<String, Difference> found = new LinkedHashMap<>();
        String previous = null;
        for (Map.Entry<String, Component> entry : after.entrySet()) {
            String id = entry.getKey();
            Component is = entry.getValue();
            Component was = before.get(id);
            List<String> says = new ArrayList<>();
            if (was == null) {
                says.add("是新增的");
                says.addAll(shown(is, after));
            } else {
                says.addAll(facts(is, after).since(facts(was, before), NAMES));
                if (moved.contains(id)) {
                    says.add("移到了"
                            + (previous == null ? "最前面" : after.get(previous).subject() + "之后"));
                }
            }
            if (!says.isEmpty()) {
                found.put(id, new Difference(was == null ? Sign.ADDED : Sign.CHANGED, List.of(id), is.subject(), says));
            }
            previous = id;
        }
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                found.put(id, new Difference(Sign.REMOVED, List.of(id), was.subject(), List.of("删去了")));
            }
        });
        return found;
    }

    /** What is new in the order of the form as it is; what is gone where it stood. */
    private List<FormRow> rows(Map<String, Difference> differences) {
        List<String> gone = new ArrayList<>(before.keySet());
        List<FormRow> rows = new ArrayList<>();
        for (String id : after.keySet()) {
            int at = gone.indexOf(id);
            if (at >= 0) {
                List<String> earlier = gone.subList(0, at);
                earlier.stream()
                        .filter(each -> !after.containsKey(each))
                        .forEach(each -> rows.add(row(each, differences)));
                earlier.removeIf(each -> !after.containsKey(each));
            }
            rows.add(row(id, differences));
        }
        gone.stream().filter(id -> !after.containsKey(id)).forEach(id -> rows.add(row(id, differences)));
        return rows;
    }

    private FormRow row(String id, Map<String, Difference> differences) {
        Difference difference = differences.get(id);
        return new FormRow(difference == null ? null : difference.sign(), id, side(id, before), side(id, after));
    }

    private static FormRow.Side side(String id, Map<String, Component> version) {
        Component component = version.get(id);
        if (component == null) {
            return null;
        }
        return new FormRow.Side(component.title(), component.kind(), shown(component, version));
    }

    private static List<String> shown(Component component, Map<String, Component> version) {
        Facts facts = facts(component, version);
        List.of("label", "dateLabel", "type").forEach(facts::drop);
        return facts.told(NAMES);
    }

    private List<String> remarks() {
        long laidOut = after.entrySet().stream()
                .filter(entry -> before.containsKey(entry.getKey()))
                .filter(entry -> !layout(entry.getValue()).equals(layout(before.get(entry.getKey()))))
                .count();
        return laidOut == 0 ? List.of() : List.of("有" + laidOut + "个栏目只改了排在哪一行、占几栏，填写不受影响。");
    }

    private static String layout(Component component) {
        return component.json().at("layout").value() + "";
    }

    private static Facts facts(Component component, Map<String, Component> version) {
        Facts facts = facts(component.json(), version);
        if (!component.within().isEmpty()) {
            facts.add(
                    "group", component.within(), version.get(component.within()).title());
        }
        return facts;
    }

    private static Facts facts(Json json, Map<String, Component> version) {
        Facts facts = new Facts();
        collect(json, "", facts);
        YES_OR_NO.forEach(place -> facts.drop(place, "false"));
        return facts;
    }

    private static void collect(Json json, String place, Facts facts) {
        if (json.value() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                boolean apart =
                        name.equals("components") || place.isEmpty() && (name.equals("id") || name.equals("layout"));
                if (!apart) {
                    collect((Json) value, place.isEmpty() ? name.toString() : place + "." + name, facts);
                }
            });
        } else if (json.value() instanceof List<?>) {
            for (Json item : json.items()) {
                Json code = item.at("value").value() == null ? item.at("key") : item.at("value");
                if (code.value() == null) {
                    collect(item, place, facts);
                } else {
                    option(item, place + "[" + written(code) + "]", facts);
                }
            }
        } else {
            String value = written(json);
            facts.add(place, value, place.equals("type") ? KINDS.getOrDefault(value, value) : value);
        }
    }

    /** Its label alone as long as there is nothing more to it. */
    private static void option(Json item, String place, Facts facts) {
        Map<?, ?> members = (Map<?, ?>) item.value();
        members.forEach((name, value) -> {
            if (name.equals("label")) {
                facts.add(place, written((Json) value), written((Json) value));
            } else if (!name.equals("value") && !name.equals("key")) {
                collect((Json) value, place + "." + name, facts);
            }
        });
    }

    private static String written(Json json) {
        return json.value() instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(json.value());
    }
}
