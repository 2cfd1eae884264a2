package org.smecluster.engine.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What the models say of the ids that stand in the history. */
@Component
class Models {

    /** @param annotation what the model's author wrote beside the rule; empty if nothing */
    record WrittenRule(int number, String annotation) {}

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    ProcessDefinition process(String definitionId) {
        return repository.getProcessDefinition(definitionId);
    }

    /** The process's name as staff read it. */
    String processName(String definitionId) {
        ProcessDefinition process = process(definitionId);
        return process.getName() == null ? process.getKey() : process.getName();
    }

    List<TakenPath.Flow> flows(String definitionId) {
        return model(definitionId).getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new TakenPath.Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
    }

    /** Nodes that a token leaves by exactly one flow. */
    Set<String> choosing(String definitionId) {
        BpmnModelInstance model = model(definitionId);
        return Stream.of(ExclusiveGateway.class, EventBasedGateway.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(gateway -> gateway.getId())
                .collect(Collectors.toSet());
    }

    /** The element's label; its id where it has none. */
    String label(String definitionId, String elementId) {
        if (definitionId == null || elementId == null) {
            return elementId;
        }
        return model(definitionId).getModelElementById(elementId) instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : elementId;
    }

    DecisionDefinition decision(String definitionId) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionId(definitionId)
                .singleResult();
    }

    /** By rule id, of the decision that is a table. */
    Map<String, WrittenRule> rules(String definitionId) {
        Map<String, WrittenRule> rules = new LinkedHashMap<>();
        for (DecisionTable table :
                repository.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class)) {
            List<Rule> written = new ArrayList<>(table.getRules());
            for (int index = 0; index < written.size(); index++) {
                Rule rule = written.get(index);
                rules.put(
                        rule.getId(),
                        new WrittenRule(
                                index + 1,
                                rule.getDescription() == null
                                        ? ""
                                        : Objects.toString(rule.getDescription().getTextContent(), "")
                                                .strip()));
            }
        }
        return rules;
    }

    private BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }
}
