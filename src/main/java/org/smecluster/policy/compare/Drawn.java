package org.smecluster.policy.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.smecluster.policy.guard.Xml;

/** Where the things of a model stand in its picture; what is said there changes nothing that runs. */
final class Drawn {

    private static final Set<String> PICTURES = Set.of("BPMNDiagram", "DMNDI");

    private Drawn() {}

    static boolean isPicture(Xml element) {
        return PICTURES.contains(element.name());
    }

    /** How many things are drawn otherwise, those not counted that came or went. */
    static long otherwise(Xml before, Xml after, List<Difference> differences) {
        Map<String, String> was = places(before);
        Map<String, String> is = places(after);
        Set<String> drawn = new HashSet<>(was.keySet());
        drawn.addAll(is.keySet());
        differences.stream()
                .filter(difference -> difference.sign() != Difference.Sign.CHANGED)
                .forEach(difference -> drawn.removeAll(difference.elements()));
        return drawn.stream()
                .filter(id -> !Objects.equals(was.get(id), is.get(id)))
                .count();
    }

    private static Map<String, String> places(Xml root) {
        Map<String, String> places = new HashMap<>();
        root.children().forEach(child -> {
            if (isPicture(child)) {
                child.all().forEach(shape -> {
                    String of = shape.attribute("bpmnElement", shape.attribute("dmnElementRef"));
                    if (of != null) {
                        places.merge(of, said(shape), String::concat);
                    }
                });
            }
        });
        return places;
    }

    private static String said(Xml shape) {
        StringBuilder said = new StringBuilder();
        shape.children().stream()
                .filter(part -> part.attribute("bpmnElement") == null && part.attribute("dmnElementRef") == null)
                .forEach(part -> part.all().forEach(each -> said.append(each.attributes())));
        shape.attributes().forEach((name, value) -> {
            if (!name.equals("id")) {
                said.append(name).append(value);
            }
        });
        return said.toString();
    }
}
