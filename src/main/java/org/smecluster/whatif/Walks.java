package org.smecluster.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.guard.Json;
import org.smecluster.policy.guard.ProcessWalk;
import org.smecluster.policy.guard.WalkDecisions;
import org.smecluster.policy.guard.Xml;
import org.springframework.stereotype.Component;

/** Walks through processes as they run, or as they would with a draft. Nothing is kept of a walk. */
@Component
public class Walks {

    /** A process that can be walked. */
    public record Walkable(String process, String name) {}

    private final LiveModels models;
    private final LooseTables tables;

    Walks(LiveModels models, LooseTables tables) {
        this.models = models;
        this.tables = tables;
    }

    /**
     * @param process id
     * @param instead files that come in the place of what runs
     * @return empty where there is no such process
     * @throws ProcessWalk.TooMuch where it is larger than can be walked
     */
    public Optional<ProcessWalk> of(String process, List<ModelSource> instead) {
        List<LiveFile> live = models.all();
        return ProcessWalk.of(
                live.stream().map(LiveFile::source).toList(), instead, process, new Decisions(live, instead));
    }

    /** The processes that files define, or that use what they define: its forms, its decisions. */
    public List<Walkable> concerned(List<ModelSource> files) {
        Set<String> defined = new HashSet<>();
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> using = new LinkedHashMap<>();
        files.forEach(file -> {
            if (file.ending().equals("form")) {
                Json.read(file.text()).map(form -> form.at("id").text()).ifPresent(defined::add);
            }
            Xml.read(file.ending().equals("form") ? "" : file.text()).ifPresent(root -> {
                root.children("decision").map(Xml::id).forEach(defined::add);
                processes(root).forEach(process -> own.put(process.id(), name(process)));
            });
        });
        models.all().stream()
                .filter(file -> file.source().ending().equals("bpmn"))
                .flatMap(file -> Xml.read(file.source().text()).stream())
                .flatMap(root -> processes(root).stream())
                .filter(process -> process.all()
                        .anyMatch(each -> defined.contains(each.attribute("camunda:formRef"))
                                || defined.contains(each.attribute("camunda:decisionRef"))))
                .forEach(process -> using.put(process.id(), name(process)));
        Map<String, String> all = new LinkedHashMap<>(own);
        using.forEach(all::putIfAbsent);
        List<Walkable> walkable = new ArrayList<>();
        all.forEach((process, name) -> walkable.add(new Walkable(process, name)));
        return walkable;
    }

    private static List<Xml> processes(Xml root) {
        return root.children("process").filter(each -> each.id() != null).toList();
    }

    private static String name(Xml process) {
        String name = process.attribute("name", "").strip();
        return name.isEmpty() ? process.id() : name;
    }

    /** Tables are read when one is asked for. */
    private final class Decisions implements WalkDecisions {

        private final List<LiveFile> live;
        private final List<ModelSource> instead;
        private final Map<String, LooseTables.Tables> read = new HashMap<>();
        private final Map<List<Object>, Optional<List<Map<String, Object>>>> asked = new HashMap<>();

        Decisions(List<LiveFile> live, List<ModelSource> instead) {
            this.live = live;
            this.instead = instead;
        }

        @Override
        public Optional<List<Map<String, Object>>> rows(String decision, Map<String, Object> inputs) {
            return asked.computeIfAbsent(List.of(decision, inputs), none -> evaluated(decision, inputs));
        }

        private Optional<List<Map<String, Object>>> evaluated(String decision, Map<String, Object> inputs) {
            try {
                return Optional.of(read.computeIfAbsent(decision, id -> tables.of(live, instead, Set.of(id)))
                        .evaluate(decision, inputs)
                        .rows());
            } catch (RuntimeException cannot) {
                return Optional.empty();
            }
        }
    }
}
