package org.smecluster.casehistory.engine;

import java.util.Collection;
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
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What the models say of the ids that stand in the history. */
@Component
class Models {

    /**
     * @param annotation what the model's author wrote beside the rule; empty if nothing
     * @param outputs output name to the cell's text, without quotes
     */
    record WrittenRule(int number, String annotation, Map<String, String> outputs) {
        static final WrittenRule UNKNOWN = new WrittenRule(0, "", Map.of());
    }

    record Column(String label, String expression) {}

    /** @param rules by id */
    record WrittenTable(List<Column> inputs, Map<String, WrittenRule> rules) {

        /** A table that is no longer deployed. */
        static WrittenTable unknown(Collection<String> inputs) {
            return new WrittenTable(
                    inputs.stream().map(name -> new Column(name, name)).toList(), Map.of());
        }
    }

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

    /** Null where it is no longer deployed. */
    DecisionDefinition decision(String key, int version) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .decisionDefinitionVersion(version)
                .singleResult();
    }

    /** Of the decision that is a table; empty where it is not. */
    WrittenTable table(String definitionId, String key) {
        return repository
                .getDmnModelInstance(definitionId)
                .getModelElementById(key)
                .getChildElementsByType(DecisionTable.class)
                .stream()
                .findFirst()
                .map(Models::written)
                .orElse(WrittenTable.unknown(List.of()));
    }

    private static WrittenTable written(DecisionTable table) {
        List<Column> inputs = table.getInputs().stream()
                .map(input -> new Column(
                        input.getLabel(),
                        input.getInputExpression().getText().getTextContent().strip()))
                .toList();
        Map<String, WrittenRule> rules = new LinkedHashMap<>();
        List<String> outputs =
                table.getOutputs().stream().map(output -> output.getName()).toList();
        for (Rule rule : table.getRules()) {
            Map<String, String> cells = new LinkedHashMap<>();
            int column = 0;
            for (OutputEntry cell : rule.getOutputEntries()) {
                cells.put(outputs.get(column++), unquoted(cell.getTextContent().strip()));
            }
            rules.put(
                    rule.getId(),
                    new WrittenRule(
                            rules.size() + 1,
                            rule.getDescription() == null
                                    ? ""
                                    : Objects.toString(rule.getDescription().getTextContent(), "")
                                            .strip(),
                            cells));
        }
        return new WrittenTable(inputs, rules);
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1)
                : cell;
    }

    private BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }
}
