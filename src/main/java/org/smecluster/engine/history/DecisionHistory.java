package org.smecluster.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The decisions that were evaluated for an instance: by which table, in which version, and which rule spoke. */
@Component
public class DecisionHistory {

    /**
     * One evaluation.
     *
     * @param version of the table; 0 where it is no longer deployed
     * @param step label of the step that asked
     * @param required whether it was evaluated for another decision
     * @param rules that fired, in the order of the table
     */
    public record Evaluation(
            String id,
            String decision,
            String name,
            int version,
            String step,
            boolean required,
            Instant at,
            List<Cell> inputs,
            List<FiredRule> rules) {}

    /** @param value as text; null where nothing was supplied */
    public record Cell(String name, String value) {}

    /**
     * @param number its row in the table, from 1; 0 where the table is no longer deployed
     * @param annotation what the table says beside it
     */
    public record FiredRule(int number, String annotation, List<Cell> outputs) {}

    private final HistoryService history;
    private final Models models;

    DecisionHistory(HistoryService history, Models models) {
        this.history = history;
        this.models = models;
    }

    /** The earliest first. */
    public List<Evaluation> of(String instanceId) {
        return history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(instanceId)
                .includeInputs()
                .includeOutputs()
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByEvaluationTime()
                .asc()
                .list()
                .stream()
                .map(this::evaluation)
                .toList();
    }

    private Evaluation evaluation(HistoricDecisionInstance decision) {
        DecisionDefinition table = models.decision(decision.getDecisionDefinitionId());
        Map<String, Models.WrittenRule> written =
                table == null ? Map.of() : models.rules(decision.getDecisionDefinitionId());
        return new Evaluation(
                decision.getId(),
                decision.getDecisionDefinitionKey(),
                decision.getDecisionDefinitionName(),
                table == null ? 0 : table.getVersion(),
                models.label(decision.getProcessDefinitionId(), decision.getActivityId()),
                decision.getRootDecisionInstanceId() != null,
                Values.instant(decision.getEvaluationTime()),
                decision.getInputs().stream()
                        .map(input -> new Cell(input.getClauseName(), Values.text(input.getTypedValue())))
                        .toList(),
                fired(decision, written));
    }

    private static List<FiredRule> fired(HistoricDecisionInstance decision, Map<String, Models.WrittenRule> written) {
        Models.WrittenRule unknown = new Models.WrittenRule(0, "");
        return decision.getOutputs().stream()
                .collect(Collectors.groupingBy(
                        HistoricDecisionOutputInstance::getRuleOrder, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(outputs -> {
                    Models.WrittenRule rule =
                            written.getOrDefault(outputs.get(0).getRuleId(), unknown);
                    return new FiredRule(
                            rule.number(),
                            rule.annotation(),
                            outputs.stream()
                                    .map(output ->
                                            new Cell(output.getVariableName(), Values.text(output.getTypedValue())))
                                    .toList());
                })
                .toList();
    }
}
