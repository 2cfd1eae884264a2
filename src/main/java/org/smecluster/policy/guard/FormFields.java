package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields of the forms that would run: what becomes a variable when a person submits one. */
final class FormFields {

    private final Map<String, Map<String, List<Value>>> byForm = new HashMap<>();
    private final Producers producers;

    FormFields(RunningModels models, Producers producers) {
        this.producers = producers;
        models.files("form").forEach(file -> Json.read(file.text()).ifPresent(form -> {
            Map<String, List<Value>> fields = new LinkedHashMap<>();
            collect(form.at("components"), fields);
            byForm.put(form.at("id").text(), fields);
        }));
    }

    private static void collect(Json components, Map<String, List<Value>> fields) {
        for (Json component : components.items()) {
            collect(component.at("components"), fields);
            String key = component.at("key").text();
            if (key != null
                    && !component.at("disabled").isTrue()
                    && !component.at("readonly").isTrue()) {
                fields.put(key, values(component));
            }
        }
    }

    private static List<Value> values(Json component) {
        String type = component.at("type").text();
        if ("checkbox".equals(type)) {
            return List.of(Value.TRUE, Value.FALSE);
        }
        List<Value> values = new ArrayList<>();
        component.at("values").items().stream()
                .map(each -> each.at("value").text())
                .filter(Objects::nonNull)
                .forEach(each -> values.add(Value.text(each)));
        boolean required = component.at("validate").at("required").isTrue();
        if (!values.isEmpty() && !required) {
            values.add(Value.NULL);
        }
        return values.isEmpty() ? Producers.ANYTHING : values;
    }

    /** The fields that no bean of the node reads: they become variables of their names. */
    Map<String, List<Value>> kept(Node node, NetData data) {
        Map<String, List<Value>> fields = byForm.getOrDefault(node.form(), Map.of());
        Set<String> read = producers.fieldsRead(node.form());
        Map<String, List<Value>> kept = new LinkedHashMap<>();
        fields.forEach((key, values) -> {
            boolean bean = node.beans(NetData.Moment.DONE).stream()
                    .anyMatch(each -> producers.writtenBy(each).stream().anyMatch(some -> some.containsKey(key)));
            if (!bean && !read.contains(key) && data.writtenAt(node, key) != null) {
                kept.put(key, values);
            }
        });
        return kept;
    }
}
