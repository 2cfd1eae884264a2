package org.smecluster.policy.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.policy.ModelSource;

/** The elements of the versions that a case went by, each version read once. Not for several threads. */
public final class Versions implements LawPast.Nodes {

    /** @param process key of the one of the file's processes that is meant */
    public record Version(String process, ModelSource file) {}

    private final Function<String, Optional<Version>> files;
    private final Map<String, Map<String, Node>> known = new HashMap<>();

    /** @param files by the id of the version; empty where it is no longer kept */
    public Versions(Function<String, Optional<Version>> files) {
        this.files = files;
    }

    @Override
    public Node of(String definition, String element) {
        return known.computeIfAbsent(definition, this::read).get(element);
    }

    private Map<String, Node> read(String definition) {
        Map<String, Node> nodes = new HashMap<>();
        files.apply(definition).ifPresent(version -> {
            Processes alone = new Processes(RunningModels.after(List.of(), List.of(version.file())));
            alone.find(version.process())
                    .map(process -> ProcessNet.of(alone, process))
                    .ifPresent(net -> net.nodes.stream()
                            .filter(node -> node.scope.process() == net.root)
                            .forEach(node -> nodes.putIfAbsent(node.id(), node)));
        });
        return nodes;
    }
}
