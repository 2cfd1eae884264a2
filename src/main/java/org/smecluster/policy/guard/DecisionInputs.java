package org.smecluster.policy.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables the decisions of a process ask for, and what their rows come to. */
final class DecisionInputs {

    private static final Map<String, String> ROWS = Yml.file("/policy/walk.yml").textMap("rows");

    private final Map<String, Xml> decisions = new HashMap<>();
    private final Map<String, Set<String>> inputs = new LinkedHashMap<>();

    DecisionInputs(RunningModels models, ProcessNet net) {
        models.roots("dmn").values().forEach(root -> root.children("decision")
                .forEach(decision -> decisions.put(decision.id(), decision)));
        net.nodes.stream()
                .map(node -> node.xml.attribute("camunda:decisionRef"))
                .filter(decisions::containsKey)
                .forEach(decision -> {
                    Set<String> names = new LinkedHashSet<>();
                    collect(decision, names, new HashSet<>());
                    inputs.put(decision, names);
                });
    }

    /** Names that stand alone as an input's expression, of what it requires too; what those yield is no input. */
    private void collect(String decision, Set<String> names, Set<String> seen) {
        Xml xml = decisions.get(decision);
        if (xml == null || !seen.add(decision)) {
            return;
        }
        Set<String> own = new LinkedHashSet<>();
        xml.all()
                .filter(each -> each.name().equals("inputExpression"))
                .map(each -> each.text("text"))
                .filter(text -> text != null && text.matches("[\\p{L}_][\\p{L}\\p{N}_]*"))
                .forEach(own::add);
        for (Xml required :
                xml.all().filter(each -> each.name().equals("requiredDecision")).toList()) {
            String id = required.attribute("href", "").replaceFirst("^.*#", "");
            Xml other = decisions.get(id);
            if (other != null) {
                own.remove(id);
                other.all()
                        .filter(each -> each.name().equals("output"))
                        .forEach(output -> own.remove(output.attribute("name")));
                collect(id, names, seen);
            }
        }
        names.addAll(own);
    }

    boolean asks(String variable) {
        return inputs.values().stream().anyMatch(names -> names.contains(variable));
    }

    /** Empty of a decision that is not known. */
    Set<String> of(String decision) {
        return inputs.getOrDefault(decision, Set.of());
    }

    Map<String, Object> among(String decision, Map<String, Object> values) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        of(decision).forEach(name -> wanted.put(name, values.get(name)));
        return wanted;
    }

    /** An output as the table heads it. */
    String label(String decision, String output) {
        return decisions
                .get(decision)
                .all()
                .filter(each -> each.name().equals("output") && output.equals(each.attribute("name")))
                .map(each -> each.attribute("label", ""))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse(output);
    }

    /** Whether what a node would write is what the rows say. */
    boolean fits(Node node, Map<String, Value> written, List<Map<String, Object>> rows) {
        return written.entrySet().stream().allMatch(each -> {
            boolean counted = node.beans(NetData.Moment.DONE).stream()
                    .anyMatch(bean -> each.getKey().equals(ROWS.get(bean)));
            if (counted) {
                return each.getValue().equals(Value.of(!rows.isEmpty()));
            }
            if (each.getKey().equals(node.xml.attribute("camunda:resultVariable"))) {
                return rows.size() == 1
                        && rows.get(0).size() == 1
                        && each.getValue()
                                .equals(Value.of(rows.get(0).values().iterator().next()));
            }
            return rows.size() == 1
                    && rows.get(0).containsKey(each.getKey())
                    && each.getValue().equals(Value.of(rows.get(0).get(each.getKey())));
        });
    }
}
