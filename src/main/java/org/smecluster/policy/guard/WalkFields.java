package org.smecluster.policy.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which field of a step's form settles which variable that the step writes. */
final class WalkFields {

    private static final Yml FILE = Yml.file("/policy/walk.yml");

    private final Map<String, List<FormInput>> forms = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final NetData data;

    WalkFields(RunningModels models, NetData data) {
        this.data = data;
        models.files("form").forEach(file -> Json.read(file.text()).ifPresent(form -> {
            forms.put(form.at("id").text(), FormInput.all(form));
            texts.put(form.at("id").text(), file.text());
        }));
    }

    /** The file of a form; null where there is none. */
    String text(String form) {
        return texts.get(form);
    }

    List<FormInput> inputs(Node node) {
        return node.form() == null ? List.of() : forms.getOrDefault(node.form(), List.of());
    }

    /** By variable; those that no field settles are left out. */
    Map<String, WalkField> of(Node node) {
        Map<String, Set<Value>> written = new LinkedHashMap<>();
        data.written(node, NetData.Moment.DONE)
                .forEach(alternative -> alternative.forEach((name, values) ->
                        written.computeIfAbsent(name, none -> new HashSet<>()).addAll(values)));
        Map<String, WalkField> fields = new LinkedHashMap<>();
        written.forEach((name, values) -> {
            WalkField field = field(node, name, values);
            if (field != null) {
                fields.put(name, field);
            }
        });
        return fields;
    }

    private WalkField field(Node node, String variable, Set<Value> values) {
        boolean flags = values.stream().anyMatch(Value::isFlag);
        for (String bean : node.beans(NetData.Moment.DONE)) {
            Yml from = FILE.map("from").map(bean).map(variable);
            for (FormInput input : inputs(node)) {
                if (from.members().containsKey(input.key())) {
                    Map<String, Value> byCode = new LinkedHashMap<>();
                    from.map(input.key())
                            .members()
                            .forEach((code, value) -> byCode.put((String) code, Value.of(value)));
                    return new WalkField(input, byCode, flags);
                }
            }
        }
        for (FormInput input : inputs(node)) {
            if (input.key().equals(variable)) {
                return new WalkField(input, Map.of(), flags);
            }
        }
        // the program keeps a choice under another name: no other field has these codes
        Set<Value> codes = new HashSet<>(values);
        codes.removeAll(Set.of(Value.NULL, Value.KEPT));
        List<FormInput> same = inputs(node).stream()
                .filter(input -> !codes.isEmpty())
                .filter(input -> codes.equals(
                        new HashSet<>(input.codes().stream().map(Value::of).toList())))
                .toList();
        return same.size() == 1 ? new WalkField(same.get(0), Map.of(), flags) : null;
    }
}
