package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.smecluster.casehistory.engine.Models.WrittenTable;
import org.smecluster.engine.KeptDecisions;
import org.smecluster.engine.KeptDecisions.Fired;
import org.smecluster.engine.KeptDecisions.Kept;
import org.springframework.stereotype.Component;

/** The decisions that were evaluated for an instance: by which table, in which version, and which rule spoke. */
@Component
public class DecisionHistory {

    /**
     * One evaluation.
     *
     * @param version of the table; 0 where it is no longer deployed and only the engine knew it
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
    private final List<KeptDecisions> kept;
    private final Models models;

    DecisionHistory(HistoryService history, List<KeptDecisions> kept, Models models) {
        this.history = history;
        this.kept = kept;
        this.models = models;
    }

    /** The earliest first. */
    public List<Evaluation> of(String instanceId) {
        return Stream.concat(
                        inTheEnginesHistory(instanceId),
                        kept.stream()
                                .flatMap(each -> each.of(instanceId).stream())
                                .map(this::evaluation))
                .sorted(Comparator.comparing(Evaluation::at))
                .toList();
    }

    private Stream<Evaluation> inTheEnginesHistory(String instanceId) {
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
                .map(this::evaluation);
    }

    private Evaluation evaluation(Kept decision) {
        DecisionDefinition table = models.decision(decision.decision(), decision.version());
        WrittenTable written = table == null
                ? WrittenTable.unknown(decision.inputs().keySet())
                : models.table(table.getId(), decision.decision());
        return new Evaluation(
                decision.id(),
                decision.decision(),
                table == null ? null : table.getName(),
                decision.version(),
                models.label(decision.processDefinitionId(), decision.activityId()),
                decision.required(),
                decision.at(),
                written.inputs().stream()
                        .map(column ->
                                new Cell(column.label(), decision.inputs().get(column.expression())))
                        .toList(),
                decision.fired().stream().map(rule -> fired(rule, written)).toList());
    }

    /** What is not kept of a rule's outputs stands in the model, for it is the same for every case. */
    private static FiredRule fired(Fired fired, WrittenTable table) {
        Models.WrittenRule rule = table.rules().getOrDefault(fired.rule(), Models.WrittenRule.UNKNOWN);
        Map<String, String> outputs = new LinkedHashMap<>(rule.outputs());
        outputs.putAll(fired.outputs());
        return new FiredRule(
                rule.number(),
                rule.annotation(),
                outputs.entrySet().stream()
                        .map(output -> new Cell(output.getKey(), output.getValue()))
                        .toList());
    }

    private Evaluation evaluation(HistoricDecisionInstance decision) {
        DecisionDefinition table = models.decision(decision.getDecisionDefinitionId());
        Map<String, Models.WrittenRule> written = table == null
                ? Map.of()
                : models.table(decision.getDecisionDefinitionId(), decision.getDecisionDefinitionKey())
                        .rules();
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
        return decision.getOutputs().stream()
                .collect(Collectors.groupingBy(
                        HistoricDecisionOutputInstance::getRuleOrder, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(outputs -> {
                    Models.WrittenRule rule =
                            written.getOrDefault(outputs.get(0).getRuleId(), Models.WrittenRule.UNKNOWN);
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
