package org.smecluster.starting.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.FormField;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.FormRejected.Fault;
import org.smecluster.security.Account;
import org.smecluster.starting.StartList;
import org.smecluster.starting.StartOption;
import org.springframework.stereotype.Component;

/** Starts processes for a person, through the same door as Tasklist; the first task is then the starter's. */
@Component
public class StartDesk {

    /**
     * A process that the person may start.
     *
     * @param key e.g. {@code changeFiling}
     * @param name e.g. 重大变动备案
     */
    public record Process(String definitionId, String key, String name) {}

    /**
     * @param schema the policy owner's form, as JSON
     * @param field key of the field in which something is chosen; null where nothing is
     * @param offered what can be chosen, each with {@code value} and {@code label}
     */
    public record Form(Process process, String schema, String field, List<Map<String, String>> offered) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final HistoryService history;
    private final AsPerson asPerson;
    private final StartList list;

    StartDesk(
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            HistoryService history,
            AsPerson asPerson,
            StartList list) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.history = history;
        this.asPerson = asPerson;
        this.list = list;
    }

    /** By name. */
    public List<Process> processes(Account person) {
        return asPerson
                .run(person, () -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .active()
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .list())
                .stream()
                .map(StartDesk::process)
                .sorted(Comparator.comparing(Process::key))
                .toList();
    }

    /** Empty where there is no such process, or the person may not start it. */
    public Optional<Process> process(Account person, String key) {
        return processes(person).stream()
                .filter(process -> process.key().equals(key))
                .findFirst();
    }

    public List<StartOption> options(Account person, String key) {
        return list.options(key, person);
    }

    public String deed(String key) {
        return list.deed(key);
    }

    public Form form(Account person, Process process) {
        try (InputStream form = asPerson.run(person, () -> forms.getDeployedStartForm(process.definitionId()))) {
            return new Form(
                    process,
                    new String(form.readAllBytes(), StandardCharsets.UTF_8),
                    list.field(process.key()).orElse(null),
                    OfferedAtStart.offered(list.options(process.key(), person)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the process and claims the task that waits for the starter.
     *
     * @param values as the form holds them
     * @return the case number
     * @throws FormRejected with everything that stands against it
     */
    public String start(Account person, Process process, Map<String, Object> values) {
        Map<String, Object> entered = new LinkedHashMap<>(values);
        list.field(process.key()).ifPresent(field -> {
            Object chosen = entered.get(field);
            list.whyNot(process.key(), chosen == null ? null : String.valueOf(chosen), person)
                    .ifPresent(reason -> {
                        throw FormRejected.at(List.of(new Fault(field, reason)));
                    });
            entered.computeIfPresent(field, (key, value) -> asHeld(form(person, process), field, value));
        });
        return asPerson.run(person, () -> {
            ProcessInstance started = forms.submitStartForm(process.definitionId(), entered);
            claimFirst(person, started);
            return started.getBusinessKey();
        });
    }

    /** Whether anything was ever begun under that number. */
    public boolean begun(String number) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    /** A list holds texts; what is chosen for a field of numbers is one. */
    private static Object asHeld(Form form, String field, Object chosen) {
        try {
            return FormField.of(JSON.readTree(form.schema())).stream()
                            .anyMatch(each ->
                                    each.key().equals(field) && each.type().equals("number"))
                    ? Integer.valueOf(chosen.toString())
                    : chosen;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void claimFirst(Account person, ProcessInstance started) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(started.getBusinessKey())
                .taskCandidateGroupIn(person.groups())
                .taskUnassigned()
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (!open.isEmpty()) {
            tasks.claim(open.get(0).getId(), person.userId());
        }
    }

    private static Process process(ProcessDefinition found) {
        return new Process(found.getId(), found.getKey(), found.getName());
    }
}
