package org.smecluster.policy.guard.variants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fields of a policy owner's own, and other words and another order. */
final class HarmlessForms {

    private HarmlessForms() {}

    static void describe(Catalogue all) {
        for (String form : Catalogue.FORMS) {
            for (String type : List.of("textfield", "textarea", "number", "checkbox")) {
                all.form("加选填的栏目", form, type, f -> {
                    f.add(type, "ownRemark", "补充说明");
                    return Set.of();
                });
            }
            all.form("加选填的单选", form, "radio", f -> {
                ArrayNode values = f.add("radio", "ownChannel", "来源").putArray("values");
                values.addObject().put("value", "PAPER").put("label", "纸质");
                values.addObject().put("value", "ONLINE").put("label", "网上");
                return Set.of();
            });
            all.form("加选填的日期", form, "datetime", f -> {
                ObjectNode date = f.add("datetime", "ownDate", "x");
                date.remove("label");
                date.put("subtype", "date").put("dateLabel", "收件日期");
                return Set.of();
            });
            all.form("加必填的栏目", form, "textarea", f -> {
                f.add("textarea", "ownRequired", "办理人签名").putObject("validate").put("required", true);
                return Set.of();
            });
            all.form("栏目的名称和说明改变", form, "全部", f -> {
                f.fields().forEach(field -> {
                    if (field.has("label")) {
                        field.put("label", "新的名称：" + field.path("label").asText());
                    }
                    field.put("description", "新的说明");
                    if (field.get("values") instanceof ArrayNode values) {
                        values.forEach(value -> ((ObjectNode) value)
                                .put("label", value.path("label").asText() + "（新）"));
                    }
                });
                return Set.of();
            });
            all.form("栏目的次序改变", form, "颠倒", f -> {
                List<JsonNode> components = new ArrayList<>();
                f.components().forEach(components::add);
                f.components().removeAll();
                for (int i = components.size() - 1; i >= 0; i--) {
                    f.components().add(components.get(i));
                }
                return Set.of();
            });
            all.form("选项的次序改变", form, "颠倒", f -> {
                f.fields().forEach(field -> {
                    if (field.get("values") instanceof ArrayNode values) {
                        List<JsonNode> options = new ArrayList<>();
                        values.forEach(options::add);
                        values.removeAll();
                        for (int i = options.size() - 1; i >= 0; i--) {
                            values.add(options.get(i));
                        }
                    }
                });
                return Set.of();
            });
            all.form("栏目放进组", form, "全部", f -> {
                ArrayNode inner = f.components().deepCopy();
                f.components().removeAll();
                ObjectNode group = f.components().addObject();
                group.put("type", "group")
                        .put("id", form + "_group")
                        .put("label", "基本情况")
                        .put("showOutline", true);
                group.set("components", inner);
                return Set.of();
            });
            all.form("组件改标识", form, "全部", f -> {
                int number = 0;
                for (JsonNode component : f.components()) {
                    ((ObjectNode) component).put("id", "Field_" + number++);
                }
                return Set.of();
            });
            all.form("加文字、分隔线", form, "text", f -> {
                f.components()
                        .insertObject(0)
                        .put("type", "text")
                        .put("text", "请先阅读[说明](/help)。")
                        .put("id", form + "_ownText");
                f.components().addObject().put("type", "separator").put("id", form + "_ownLine");
                f.components()
                        .addObject()
                        .put("type", "spacer")
                        .put("height", 30)
                        .put("id", form + "_ownSpace");
                return Set.of();
            });
            all.form("字数放宽或收紧", form, "全部", f -> {
                f.fields().forEach(field -> {
                    if (field.get("validate") instanceof ObjectNode validate && validate.has("maxLength")) {
                        validate.put(
                                "maxLength",
                                Math.max(
                                        validate.path("minLength").asInt(),
                                        validate.path("maxLength").asInt() / 2));
                    }
                });
                f.root().put("exporterNote", "x");
                f.root().remove("exporterNote");
                f.root().putObject("exporter").put("name", "form-js").put("version", "1.14.0");
                return Set.of();
            });
        }
        for (String[] one :
                List.of(new String[] {"openBatch", "siteVerification"}, new String[] {"openBatch", "publicityDays"})) {
            all.form("默认值改变", one[0], one[1], f -> {
                ObjectNode field = f.field(one[1]);
                if (field.path("type").asText().equals("number")) {
                    field.put("defaultValue", 7);
                } else {
                    field.put("defaultValue", false);
                }
                return Set.of();
            });
        }
    }
}
