package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
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
    private final DecisionWatch watch;
    private final DecisionRounds rounds;

    /** By decision; a version never changes. */
    private final Map<String, List<Rule>> read = new ConcurrentHashMap<>();

    CamundaDecisionTables(ProcessEngine engine, DecisionWatch watch, DecisionRounds rounds) {
        this.watch = watch;
        this.rounds = rounds;
        this.decisions = engine.getDecisionService();
        this.repository = engine.getRepositoryService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    @Override
    public Evaluation evaluateForKeeping(String key, Map<String, Object> inputs) {
        return inOneLook(key, latest -> evaluated(latest, inputs, false));
    }

    @Override
    public List<Decision> evaluateEach(String key, List<Map<String, Object>> inputs) {
        List<Evaluation> answers = inOneLook(key, latest -> IntStream.range(0, inputs.size())
                .mapToObj(place -> evaluated(latest, inputs.get(place), place > 0))
                .toList());
        rounds.keep(answers);
        return answers.stream().map(Evaluation::asked).toList();
    }

    @Override
    public List<Rule> rules(Decision decision) {
        return read.computeIfAbsent(
                decision.key() + ":" + decision.version(),
                key -> commands.execute(context -> context.runWithoutAuthorization(() -> written(decision))));
    }

    private <T> T inOneLook(String key, Function<DecisionDefinition, T> evaluation) {
        return commands.execute(
                context -> context.runWithoutAuthorization(() -> evaluation.apply(latest(context, key))));
    }

    private static DecisionDefinition latest(CommandContext context, String key) {
        DecisionDefinition definition =
                context.getDecisionDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null);
        if (definition == null) {
            throw new IllegalStateException("no decision '" + key + "' is deployed");
        }
        return definition;
    }

    private Evaluation evaluated(DecisionDefinition definition, Map<String, Object> inputs, boolean again) {
        return watch.watch(again, () -> decisions
                .evaluateDecisionTableById(definition.getId())
                .variables(inputs)
                .evaluate());
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
