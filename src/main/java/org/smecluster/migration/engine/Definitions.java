package org.smecluster.migration.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.guard.Versions;

/** The versions of processes, each read once, beside all that ran in one moment. */
final class Definitions {

    private final RepositoryService repository;
    private final List<ModelSource> live;
    private final Map<String, Optional<Versions.Version>> known = new ConcurrentHashMap<>();

    Definitions(RepositoryService repository, LiveModels models) {
        this.repository = repository;
        this.live = models.all().stream().map(LiveFile::source).toList();
    }

    List<ModelSource> live() {
        return live;
    }

    String key(String definitionId) {
        return version(definitionId).orElseThrow().process();
    }

    ModelSource source(String definitionId) {
        return version(definitionId).orElseThrow().file();
    }

    /** Empty where it is no longer kept. */
    Optional<Versions.Version> version(String definitionId) {
        return known.computeIfAbsent(definitionId, id -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult())
                .map(this::read));
    }

    private Versions.Version read(ProcessDefinition definition) {
        try (InputStream model = repository.getProcessModel(definition.getId())) {
            return new Versions.Version(
                    definition.getKey(), new ModelSource(definition.getResourceName(), model.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
