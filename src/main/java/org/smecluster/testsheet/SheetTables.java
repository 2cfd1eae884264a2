package org.smecluster.testsheet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.guard.DecisionColumns;
import org.smecluster.whatif.LooseTables;

/** The decision tables that would be in force with some files in the place of what runs. */
final class SheetTables {

    private static final String DMN = "dmn";

    private final LooseTables loose;
    private final Collection<ModelSource> files;
    private final List<LiveFile> live;
    private final Map<String, DecisionColumns> columns = new LinkedHashMap<>();
    private final Set<String> own;

    SheetTables(LooseTables loose, Collection<ModelSource> files, List<LiveFile> live) {
        this.loose = loose;
        this.files = files;
        this.live = live;
        for (LiveFile file : live) {
            if (file.source().ending().equals(DMN)) {
                Set<String> keys = file.keys().stream()
                        .filter(key -> key.kind().equals("DECISION"))
                        .map(LiveKey::keyId)
                        .collect(Collectors.toSet());
                DecisionColumns.of(file.source()).stream()
                        .filter(decision -> keys.contains(decision.id()))
                        .forEach(decision -> columns.put(decision.id(), decision));
            }
        }
        List<DecisionColumns> changed = files.stream()
                .filter(file -> file.ending().equals(DMN))
                .flatMap(file -> DecisionColumns.of(file).stream())
                .toList();
        changed.forEach(decision -> columns.put(decision.id(), decision));
        this.own = changed.stream().map(DecisionColumns::id).collect(Collectors.toSet());
    }

    /** Of the files themselves. */
    Set<String> own() {
        return own;
    }

    Collection<DecisionColumns> all() {
        return columns.values();
    }

    Optional<DecisionColumns> find(String decision) {
        return Optional.ofNullable(columns.get(decision));
    }

    /** To be asked for these decisions. */
    LooseTables.Tables tables(Set<String> decisions) {
        return loose.of(
                live, files.stream().filter(file -> file.ending().equals(DMN)).toList(), decisions);
    }
}
