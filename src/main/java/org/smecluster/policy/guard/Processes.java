package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes that would run, by id. */
final class Processes {

    /** A process in its file. */
    record Defined(String file, Xml process, Xml definitions) {

        String id() {
            return process.id();
        }

        /** The element of the file with the id, such as a message. */
        Optional<Xml> named(String kind, String id) {
            return id == null
                    ? Optional.empty()
                    : definitions
                            .children(kind)
                            .filter(each -> id.equals(local(each.id())))
                            .findFirst();
        }

        String label() {
            return "「" + process.attribute("name", id()) + "」";
        }
    }

    private final Map<String, Defined> byId = new LinkedHashMap<>();
    private final Map<String, List<Xml>> calls = new LinkedHashMap<>();

    Processes(RunningModels models) {
        models.roots("bpmn").forEach((file, root) -> root.children("process").forEach(process -> {
            if (process.id() != null) {
                byId.put(process.id(), new Defined(file, process, root));
            }
        }));
        byId.values().forEach(each -> each.process()
                .all()
                .filter(element -> element.name().equals("callActivity"))
                .forEach(call -> calls.computeIfAbsent(call.attribute("calledElement"), none -> new ArrayList<>())
                        .add(call)));
    }

    Iterable<Defined> all() {
        return byId.values();
    }

    Optional<Defined> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Another process that would run calls it. */
    boolean isCalled(String id) {
        return calls.containsKey(id);
    }

    /** The call activities of all processes that call it. */
    List<Xml> callsOf(String id) {
        return calls.getOrDefault(id, List.of());
    }

    /** A reference to an element without the prefix that some editors write. */
    static String local(String reference) {
        return reference == null ? null : reference.strip().replaceFirst("^.*:", "");
    }
}
