package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.ModelSource;

/**
 * Everything that would run together after a deployment: the files that are deployed, and of what runs now the files of
 * which no definition is replaced. What two files define, the deployed one defines, whatever its name.
 */
final class RunningModels {

    private final Map<String, ModelSource> files = new LinkedHashMap<>();
    private final Set<String> deployed = new LinkedHashSet<>();
    private final Map<String, Xml> roots = new HashMap<>();
    private final Map<String, Xml> before = new HashMap<>();
    private final Map<ModelSource, Optional<Xml>> read = new IdentityHashMap<>();

    private List<ModelProcess> processes;
    private Map<String, Json> forms;

    private RunningModels() {}

    /**
     * @param live what runs now, one file for each latest version; a file stands whole or not at all
     * @param deployed what somebody wants to run
     */
    static RunningModels after(Collection<ModelSource> live, Collection<ModelSource> deployed) {
        RunningModels models = new RunningModels();
        Set<String> defined = new LinkedHashSet<>();
        for (ModelSource file : deployed) {
            models.add(file);
            models.deployed.add(file.name());
            defined.addAll(models.keys(file));
        }
        for (ModelSource file : live) {
            if (file.ending().equals("bpmn")) {
                models.read(file).ifPresent(root -> root.children("process")
                        .forEach(process -> models.before.put(process.id(), process)));
            }
            if (!models.files.containsKey(file.name())
                    && models.keys(file).stream().noneMatch(defined::contains)) {
                models.add(file);
            }
        }
        return models;
    }

    private void add(ModelSource file) {
        files.put(file.name(), file);
        if (!file.ending().equals("form")) {
            read(file).ifPresent(root -> roots.put(file.name(), root));
        }
    }

    /** Each file once. */
    private Optional<Xml> read(ModelSource file) {
        return read.computeIfAbsent(file, source -> Xml.read(source.text()).map(TaskKinds::unfold));
    }

    /** Such as {@code process:revocation}, {@code decision:basicConditions}, {@code form:startRevocation}. */
    private Set<String> keys(ModelSource file) {
        Set<String> keys = new LinkedHashSet<>();
        if (file.ending().equals("form")) {
            Json.read(file.text()).map(form -> form.at("id").text()).ifPresent(id -> keys.add("form:" + id));
            return keys;
        }
        Xml root = read(file).orElse(null);
        if (root != null) {
            root.children("process").forEach(process -> keys.add("process:" + process.id()));
            root.children("decision").forEach(decision -> keys.add("decision:" + decision.id()));
        }
        return keys;
    }

    List<ModelSource> files(String ending) {
        List<ModelSource> all = new ArrayList<>();
        files.values().stream().filter(file -> file.ending().equals(ending)).forEach(all::add);
        return all;
    }

    /** The root element of each file with the ending, by file name; without those that cannot be read. */
    Map<String, Xml> roots(String ending) {
        Map<String, Xml> found = new LinkedHashMap<>();
        files(ending).stream()
                .filter(file -> roots.containsKey(file.name()))
                .forEach(file -> found.put(file.name(), roots.get(file.name())));
        return found;
    }

    /** All processes, each read once. */
    List<ModelProcess> processes() {
        if (processes == null) {
            processes = ModelProcess.all(this);
        }
        return processes;
    }

    /** All forms by file name, each read once; without those that cannot be read. */
    Map<String, Json> forms() {
        if (forms == null) {
            forms = new LinkedHashMap<>();
            files("form").forEach(file -> Json.read(file.text()).ifPresent(form -> forms.put(file.name(), form)));
        }
        return forms;
    }

    /** As it runs now, to say where something stood that is no longer there. */
    Optional<Xml> processBefore(String id) {
        return Optional.ofNullable(before.get(id));
    }

    boolean isDeployed(String file) {
        return deployed.contains(file);
    }
}
