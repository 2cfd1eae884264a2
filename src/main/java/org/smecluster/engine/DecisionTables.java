package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Evaluates the deployed DMN decisions, always in their latest version, and says which version that was. */
@Component
public class DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService repository;

    DecisionTables(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /**
     * @param key decision id
     * @param inputs every input by name; a null value means not supplied
     * @throws IllegalStateException where no such decision is deployed
     */
    public Decision evaluate(String key, Map<String, Object> inputs) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no decision '" + key + "' is deployed");
        }
        List<Map<String, Object>> rows = decisions
                .evaluateDecisionTableById(definition.getId())
                .variables(inputs)
                .evaluate()
                .getResultList();
        return new Decision(key, definition.getVersion(), rows);
    }

    /**
     * @param rows the matched rules' outputs by output name, in the table's order
     */
    public record Decision(String key, int version, List<Map<String, Object>> rows) {}
}
