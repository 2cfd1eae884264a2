package org.smecluster.engine.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What runs beside what is shipped, key by key. */
@Component
public class ModelStandings {

    private final ShippedModels shipped;
    private final RunningModels running;

    ModelStandings(ShippedModels shipped, RunningModels running) {
        this.shipped = shipped;
        this.running = running;
    }

    /** Ordered by file. */
    public List<ModelStanding> all() {
        return of(shipped.files());
    }

    /** Empty where no shipped file has the key. */
    public Optional<ModelStanding> find(ModelKey key) {
        return shipped.files().stream()
                .filter(file -> file.keys().contains(key))
                .findFirst()
                .map(file -> ModelStanding.of(key, file, running.find(key).orElse(null)));
    }

    List<ModelStanding> of(List<ModelFile> files) {
        Map<ModelKey, RunningModel> found = running.find(
                files.stream().flatMap(file -> file.keys().stream()).toList());
        return files.stream()
                .flatMap(file -> file.keys().stream().map(key -> ModelStanding.of(key, file, found.get(key))))
                .toList();
    }
}
