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
import org.smecluster.policy.engine.FollowedVersions;
import org.springframework.beans.factory.annotation.Autowired;
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

    private final FollowedVersions versions;

    /** Of the latest definition the id of the one to be asked. */
    private final Function<DecisionDefinition, String> which;

    /** By decision; a version never changes. */
    private final Map<String, List<Rule>> read;

    @Autowired
    CamundaDecisionTables(ProcessEngine engine, DecisionWatch watch, DecisionRounds rounds, FollowedVersions versions) {
        this.watch = watch;
        this.rounds = rounds;
        this.versions = versions;
        this.decisions = engine.getDecisionService();
        this.repository = engine.getRepositoryService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.which = versions::inHand;
        this.read = new ConcurrentHashMap<>();
    }

    private CamundaDecisionTables(CamundaDecisionTables all, Function<DecisionDefinition, String> which) {
        this.watch = all.watch;
        this.rounds = all.rounds;
        this.versions = all.versions;
        this.decisions = all.decisions;
        this.repository = all.repository;
        this.commands = all.commands;
        this.which = which;
        this.read = all.read;
    }

    @Override
    public DecisionTables inCase(String caseNumber) {
        return new CamundaDecisionTables(this, latest -> versions.inCase(caseNumber, latest));
    }

    @Override
    public Evaluation evaluateForKeeping(String key, Map<String, Object> inputs) {
        return inOneLook(key, id -> evaluated(id, inputs, false));
    }

    @Override
    public List<Decision> evaluateEach(String key, List<Map<String, Object>> inputs) {
        List<Evaluation> answers = inOneLook(key, id -> IntStream.range(0, inputs.size())
                .mapToObj(place -> evaluated(id, inputs.get(place), place > 0))
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

    /** @param evaluation by the id of the definition */
    private <T> T inOneLook(String key, Function<String, T> evaluation) {
        return commands.execute(
                context -> context.runWithoutAuthorization(() -> evaluation.apply(which.apply(latest(context, key)))));
    }

    private static DecisionDefinition latest(CommandContext context, String key) {
        DecisionDefinition definition =
                context.getDecisionDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null);
        if (definition == null) {
            throw new IllegalStateException("no decision '" + key + "' is deployed");
        }
        return definition;
    }

    private Evaluation evaluated(String definitionId, Map<String, Object> inputs, boolean again) {
        return watch.watch(again, () -> decisions
                .evaluateDecisionTableById(definitionId)
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
