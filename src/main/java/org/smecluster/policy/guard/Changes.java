package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;

/**
 * What a deployment changes in the files that run: an effect that is found without its step names the effect, and the person
 * wants to know which of her changes did that.
 */
final class Changes {

    private static final int LISTED = 8;

    /** Words, pictures and what only repeats the flows. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "documentation",
            "description",
            "incoming",
            "outgoing",
            "laneSet",
            "collaboration",
            "BPMNDiagram",
            "DMNDI",
            "textAnnotation",
            "association");

    private static final Set<String> WORDS = Set.of("label", "camunda:versionTag", "camunda:historyTimeToLive");

    /** Those whose name is looked up by it. */
    private static final Set<String> CALLED_BY_NAME = Set.of("message", "signal", "error", "output");

    private final List<String> elements;

    private Changes(List<String> elements) {
        this.elements = elements;
    }

    static Changes of(Collection<ModelSource> live, Collection<ModelSource> deployed) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        Set<String> defined = new LinkedHashSet<>();
        deployed.forEach(file -> defined.addAll(describe(file, after)));
        for (ModelSource file : live) {
            Map<String, String> described = new LinkedHashMap<>();
            if (describe(file, described).stream().anyMatch(defined::contains)) {
                before.putAll(described);
            }
        }
        List<String> changed = new ArrayList<>();
        after.forEach((element, says) -> {
            if (!says.equals(before.get(element))) {
                changed.add(element);
            }
        });
        before.keySet().stream().filter(element -> !after.containsKey(element)).forEach(changed::add);
        return new Changes(
                before.isEmpty()
                        ? List.of()
                        : changed.stream()
                                .map(element -> element.substring(element.indexOf(' ') + 1))
                                .distinct()
                                .toList());
    }

    /** The finding, with what was changed where it names nothing of that. */
    ModelFinding told(ModelFinding finding) {
        if (elements.isEmpty() || !finding.refuses() || namesOne(finding)) {
            return finding;
        }
        String changed = elements.stream().limit(LISTED).collect(Collectors.joining("、"))
                + (elements.size() > LISTED ? "等" + elements.size() + "处" : "");
        return new ModelFinding(
                finding.file(),
                finding.line(),
                finding.element(),
                finding.problem(),
                finding.remedy() + "。与现行版本相比，改动的是 " + changed,
                finding.article(),
                finding.weight(),
                finding.path());
    }

    private boolean namesOne(ModelFinding finding) {
        return Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\-]*")
                .matcher(finding.problem() + " " + finding.element())
                .results()
                .anyMatch(word -> elements.contains(word.group()));
    }

    /** What each element of a file says, by the definition and its id. @return the definitions */
    private static Set<String> describe(ModelSource file, Map<String, String> elements) {
        Set<String> definitions = new LinkedHashSet<>();
        if (file.ending().equals("form")) {
            Json.read(file.text()).ifPresent(form -> {
                String id = "form:" + form.at("id").text();
                definitions.add(id);
                components(form, id, elements);
            });
            return definitions;
        }
        Xml.read(file.text()).ifPresent(root -> {
            root.children("process").forEach(process -> {
                definitions.add("process:" + process.id());
                root.children("message").forEach(message -> element(message, "process:" + process.id(), elements));
                element(process, "process:" + process.id(), elements);
            });
            root.children("decision").forEach(decision -> {
                definitions.add("decision:" + decision.id());
                element(decision, "decision:" + decision.id(), elements);
            });
        });
        return definitions;
    }

    private static void components(Json holder, String definition, Map<String, String> elements) {
        holder.at("components").items().forEach(component -> {
            String id = component.at("id").text();
            if (id != null && component.at("key").text() != null) {
                elements.put(
                        definition + " " + id,
                        List.of(
                                        component.at("key"),
                                        component.at("type"),
                                        component.at("validate").at("required"),
                                        component.at("values"),
                                        component.at("conditional"))
                                .toString()
                                .replaceAll("line=\\d+|label=Json\\[[^]]*]", ""));
            }
            components(component, definition, elements);
        });
    }

    private static void element(Xml element, String definition, Map<String, String> elements) {
        if (WITHOUT_MEANING.contains(element.name())) {
            return;
        }
        if (element.id() != null) {
            elements.put(definition + " " + element.id(), meaning(element, true));
        }
        element.children().forEach(child -> element(child, definition, elements));
    }

    /** Without what its own parts with an id say. */
    private static String meaning(Xml element, boolean itself) {
        if (WITHOUT_MEANING.contains(element.name()) || !itself && element.id() != null) {
            return "";
        }
        return element.name()
                + element.attributes().entrySet().stream()
                        .filter(attribute -> !WORDS.contains(attribute.getKey()))
                        .filter(attribute -> !attribute.getKey().equals("name")
                                || element.id() == null
                                || CALLED_BY_NAME.contains(element.name()))
                        .map(Objects::toString)
                        .sorted()
                        .toList()
                + element.text()
                + element.children().stream()
                        .map(child -> meaning(child, false))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(";"));
    }
}
