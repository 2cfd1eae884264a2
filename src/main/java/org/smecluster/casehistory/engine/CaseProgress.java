package org.smecluster.casehistory.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.smecluster.casehistory.InstanceStory.FlowTaken;
import org.springframework.stereotype.Component;

/** Where a case stands on the diagram of its process. Asks for no rights: whoever shows it has checked the scope. */
@Component
public class CaseProgress {

    /**
     * @param name of a step, as in the model
     * @param id of its element
     */
    public record Step(String id, String name) {}

    /**
     * @param done steps that were passed, in the order of the first passing
     * @param current steps at which the case is now; empty once it is over
     * @param flows ids of the sequence flows that were taken
     */
    public record Progress(List<Step> done, List<Step> current, List<String> flows) {}

    private final HistoryService history;
    private final RepositoryService repository;
    private final CasePath path;

    CaseProgress(HistoryService history, RepositoryService repository, CasePath path) {
        this.history = history;
        this.repository = repository;
        this.path = path;
    }

    /** The model, as XML, that the case runs on; empty where no such process was ever started for it. */
    public Optional<String> diagram(String processKey, String businessKey) {
        return instance(processKey, businessKey).map(instance -> {
            try (InputStream model = repository.getProcessModel(instance.getProcessDefinitionId())) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public Optional<Progress> progress(String processKey, String businessKey) {
        return instance(processKey, businessKey).map(this::progress);
    }

    private Progress progress(HistoricProcessInstance instance) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<HistoricActivityInstance> passed = path.visits(instance.getId());
        Set<String> current = ids(passed.stream()
                .filter(each ->
                        each.getEndTime() == null && !each.getActivityType().contains("ubProcess"))
                .toList());
        Set<String> left = ids(passed.stream()
                .filter(each -> each.getEndTime() != null && !each.isCanceled())
                .toList());
        List<String> flows = path.flows(instance.getProcessDefinitionId(), passed).stream()
                .map(FlowTaken::flow)
                .toList();
        return new Progress(
                steps(model, left.stream().filter(id -> !current.contains(id)).toList()),
                steps(model, List.copyOf(current)),
                flows);
    }

    private static Set<String> ids(List<HistoricActivityInstance> activities) {
        return activities.stream().map(CasePath::node).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Step> steps(BpmnModelInstance model, List<String> ids) {
        return ids.stream()
                .map(id -> model.getModelElementById(id))
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .map(node -> new Step(node.getId(), node.getName() == null ? "" : node.getName()))
                .toList();
    }

    private Optional<HistoricProcessInstance> instance(String processKey, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }
}
