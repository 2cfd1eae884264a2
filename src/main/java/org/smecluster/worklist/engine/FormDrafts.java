package org.smecluster.worklist.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.FormField;
import org.smecluster.security.Account;
import org.smecluster.worklist.FormDraft;
import org.smecluster.worklist.engine.DraftStore.Place;
import org.smecluster.worklist.engine.DraftStore.Stored;
import org.springframework.stereotype.Component;

/**
 * Drafts of forms: each person's own, for tasks that the person has claimed and for processes that the person may start.
 * A draft is no submission: nothing is checked but that the form has such fields. It ends with its task, or with the start
 * of the process.
 */
@Component
public class FormDrafts {

    /** What a form's fields can hold at their longest does not come near it. */
    public static final int LONGEST = 64 * 1024;

    /** One field as kept: its label tells later which field was dropped. */
    record Kept(String label, Object value) {}

    private final DraftStore store;
    private final TaskDirectory tasks;
    private final AsPerson asPerson;
    private final FormService forms;
    private final RepositoryService repository;
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    FormDrafts(
            DraftStore store,
            TaskDirectory tasks,
            AsPerson asPerson,
            FormService forms,
            RepositoryService repository,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.asPerson = asPerson;
        this.forms = forms;
        this.repository = repository;
        this.clock = clock;
    }

    /** Whether the person has claimed the task, so that a draft of it could be the person's. */
    public boolean mayDraftTask(Account person, String taskId) {
        return tasks.find(taskId, person.userId(), person.groups())
                .filter(task -> person.userId().equals(task.assignee()))
                .isPresent();
    }

    /** The key of the process with that definition; empty where the person may not see it. */
    public Optional<String> processOf(Account person, String definitionId) {
        return definition(person, definitionId).map(ProcessDefinition::getKey);
    }

    /** To be asked for a task that {@link #mayDraftTask}. */
    public Optional<FormDraft> ofTask(Account person, String taskId) {
        return store.find(Place.TASK, taskId, person.userId()).map(stored -> fitting(stored, taskForm(person, taskId)));
    }

    public Optional<FormDraft> ofStart(Account person, String definitionId) {
        return definition(person, definitionId)
                .flatMap(process -> store.find(Place.START, process.getKey(), person.userId())
                        .map(stored -> fitting(stored, startForm(person, process.getId()))));
    }

    /**
     * @return when it was saved; empty where the task is not the person's, or no longer there
     */
    public Optional<Instant> saveOfTask(Account person, String taskId, Map<String, Object> values) {
        if (!mayDraftTask(person, taskId)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String entered = entered(values, taskForm(person, taskId));
        return store.putOfTask(taskId, person.userId(), entered, now) ? Optional.of(now) : Optional.empty();
    }

    /** @return when it was saved; empty where there is no such process, or it is not for the person to see */
    public Optional<Instant> saveOfStart(Account person, String definitionId, Map<String, Object> values) {
        return definition(person, definitionId).map(process -> {
            Instant now = clock.instant();
            store.putOfStart(
                    process.getKey(), person.userId(), entered(values, startForm(person, process.getId())), now);
            return now;
        });
    }

    /**
     * Writes values into the person's draft of the start form, beside those that are there.
     *
     * @return whether the person may start the process
     */
    public boolean putIntoStart(Account person, String processKey, Map<String, Object> values) {
        Optional<ProcessDefinition> process = Optional.ofNullable(asPerson.run(person, () -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .startablePermissionCheck()
                .singleResult()));
        process.ifPresent(found -> {
            Map<String, Object> all = new LinkedHashMap<>(
                    ofStart(person, found.getId()).map(FormDraft::values).orElse(Map.of()));
            all.putAll(values);
            saveOfStart(person, found.getId(), all);
        });
        return process.isPresent();
    }

    public void discardOfTask(Account person, String taskId) {
        store.remove(Place.TASK, taskId, person.userId());
    }

    public void discardOfStart(Account person, String definitionId) {
        definition(person, definitionId)
                .ifPresent(process -> store.remove(Place.START, process.getKey(), person.userId()));
    }

    private Optional<ProcessDefinition> definition(Account person, String definitionId) {
        return Optional.ofNullable(asPerson.run(person, () -> repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult()));
    }

    private List<FormField> taskForm(Account person, String taskId) {
        return fields(asPerson.run(person, () -> forms.getDeployedTaskForm(taskId)));
    }

    private List<FormField> startForm(Account person, String definitionId) {
        return fields(asPerson.run(person, () -> forms.getDeployedStartForm(definitionId)));
    }

    private List<FormField> fields(InputStream form) {
        try (form) {
            return FormField.of(json.readTree(form));
        } catch (IOException e) {
            throw new UncheckedIOException("a deployed form is not JSON", e);
        }
    }

    private String entered(Map<String, Object> values, List<FormField> form) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        for (FormField field : form) {
            if (values.containsKey(field.key()) && field.holds(values.get(field.key()))) {
                kept.put(field.key(), new Kept(field.label(), values.get(field.key())));
            }
        }
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private FormDraft fitting(Stored stored, List<FormField> form) {
        Map<String, FormField> byKey =
                form.stream().collect(Collectors.toMap(FormField::key, Function.identity(), (first, same) -> first));
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> dropped = new ArrayList<>();
        read(stored).forEach((key, kept) -> {
            FormField field = byKey.get(key);
            if (field != null && field.holds(kept.value())) {
                values.put(key, kept.value());
            } else if (kept.value() != null && !Objects.equals(kept.value(), "")) {
                dropped.add(kept.label());
            }
        });
        return new FormDraft(stored.savedAt(), values, dropped);
    }

    private Map<String, Kept> read(Stored stored) {
        try {
            return json.readValue(stored.entered(), new TypeReference<LinkedHashMap<String, Kept>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a draft is kept as something else than JSON", e);
        }
    }
}
