package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * The decisions deployed in the engine. Read and evaluated whoever is logged in: a clerk needs no right to a model for
 * a case to be judged by it.
 */
@Component
class CamundaDecisionTables implements DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService repository;

    private final CommandExecutor commands;

    /** By decision; a version never changes. */
    private final Map<String, List<Rule>> read = new ConcurrentHashMap<>();

    CamundaDecisionTables(ProcessEngine engine) {
        this.decisions = engine.getDecisionService();
        this.repository = engine.getRepositoryService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    @Override
    public Decision evaluate(String key, Map<String, Object> inputs) {
        return commands.execute(context -> context.runWithoutAuthorization(() -> evaluateLatest(key, inputs)));
    }

    @Override
    public List<Rule> rules(Decision decision) {
        return read.computeIfAbsent(
                decision.key() + ":" + decision.version(),
                key -> commands.execute(context -> context.runWithoutAuthorization(() -> written(decision))));
    }

    private Decision evaluateLatest(String key, Map<String, Object> inputs) {
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

    private List<Rule> written(Decision decision) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision.key())
                .decisionDefinitionVersion(decision.version())
                .singleResult();
        return definition == null
                ? List.of()
                : DecisionModels.rules(repository.getDmnModelInstance(definition.getId()), decision.key());
    }
}
