package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.smecluster.policy.ModelSource;
import org.w3c.dom.Element;

/** All variants that are made by rule, in a fixed order. */
final class Catalogue {

    /** One that can be made of the shipped files. */
    record Entry(boolean spoilt, String kind, String name, Change change) {

        Variant variant() {
            Files files = new Files();
            Set<String> elements = change.apply(files);
            List<ModelSource> changed = files.changed();
            if (changed.isEmpty()) {
                throw new IllegalStateException("changes nothing: " + name);
            }
            return new Variant(spoilt, kind, name, changed, elements);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<String> PROCESSES = Files.names("bpmn").stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".bpmn", ""))
            .toList();
    static final List<String> DECISION_FILES = Files.names("dmn").stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".dmn", ""))
            .toList();
    static final List<String> FORMS = Files.names("form").stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".form", ""))
            .toList();

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final boolean spoilt;

    private Catalogue(boolean spoilt) {
        this.spoilt = spoilt;
    }

    static List<Entry> spoilt() {
        return collect(
                true,
                List.of(
                        SpoiltSteps::describe,
                        SpoiltFlows::describe,
                        SpoiltEvents::describe,
                        SpoiltData::describe,
                        SpoiltPeople::describe,
                        SpoiltLaw::describe,
                        SpoiltDecisions::describe,
                        SpoiltThresholds::describe,
                        SpoiltForms::describe));
    }

    static List<Entry> harmless() {
        return collect(
                false,
                List.of(
                        HarmlessFiles::describe,
                        HarmlessProcesses::describe,
                        HarmlessSteps::describe,
                        HarmlessDecisions::describe,
                        HarmlessForms::describe));
    }

    private static List<Entry> collect(boolean spoilt, List<Consumer<Catalogue>> parts) {
        Catalogue catalogue = new Catalogue(spoilt);
        parts.forEach(part -> part.accept(catalogue));
        return List.copyOf(catalogue.entries);
    }

    void add(String kind, String where, Change change) {
        String name = kind + "：" + where;
        if (!names.add(name)) {
            throw new IllegalStateException("twice: " + name);
        }
        entries.add(new Entry(spoilt, kind, name, change));
    }

    /** In one process; the function says which elements have to be named. */
    void bpmn(String kind, String process, String where, Function<Bpmn, Set<String>> change) {
        add(kind, process + " " + where, files -> {
            Bpmn model = files.bpmn(process);
            Set<String> elements = change.apply(model);
            files.put(model);
            return elements;
        });
    }

    void dmn(String kind, String file, String where, Function<Dmn, Set<String>> change) {
        add(kind, file + " " + where, files -> {
            Dmn model = files.dmn(file);
            Set<String> elements = change.apply(model);
            files.put(model);
            return elements;
        });
    }

    void form(String kind, String form, String where, Function<FormFile, Set<String>> change) {
        add(kind, form + " " + where, files -> {
            FormFile file = files.form(form);
            Set<String> elements = change.apply(file);
            files.put(file);
            return elements;
        });
    }

    static Bpmn shipped(String process) {
        return new Files().bpmn(process);
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }
}
