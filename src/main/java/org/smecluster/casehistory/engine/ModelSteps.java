package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The steps of a case: what people do, and the procedures that it calls, with those that its model still leads to. Asks for
 * no rights: whoever shows it has checked the scope.
 */
@Component
public class ModelSteps {

    public enum State {
        DONE,
        NOW,
        COMING
    }

    /**
     * @param doneAt null unless it is done
     * @param doneBy user id; null where no one person did it
     */
    public record Step(String id, String name, State state, Instant doneAt, String doneBy) {}

    private final HistoryService history;
    private final RepositoryService repository;
    private final CasePath path;

    ModelSteps(HistoryService history, RepositoryService repository, CasePath path) {
        this.history = history;
        this.repository = repository;
        this.path = path;
    }

    /** @param instanceId of the case itself, not of one that it called */
    public List<Step> of(String instanceId) {
        return steps(history.createHistoricProcessInstanceQuery().processInstanceId(instanceId));
    }

    /** Of the latest instance that the case runs on. */
    public List<Step> of(String processKey, String caseNumber) {
        return steps(history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .desc());
    }

    /** Those done as they were done, those at which the case is, those to which it may come from there. */
    private List<Step> steps(HistoricProcessInstanceQuery query) {
        HistoricProcessInstance instance =
                query.listPage(0, 1).stream().findFirst().orElse(null);
        if (instance == null) {
            return List.of();
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<HistoricActivityInstance> visits = path.visits(instance.getId());
        Map<String, HistoricActivityInstance> latest = visits.stream()
                .filter(visit -> !visit.isCanceled() && !CasePath.isFrame(visit))
                .collect(Collectors.toMap(CasePath::node, Function.identity(), ModelSteps::later));
        Map<Boolean, List<Step>> reached = latest.values().stream()
                .sorted(Comparator.comparing(
                                HistoricActivityInstance::getEndTime, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HistoricActivityInstance::getStartTime))
                .filter(visit -> isStep(model.getModelElementById(CasePath.node(visit))))
                .map(visit -> step(model.getModelElementById(CasePath.node(visit)), visit))
                .collect(Collectors.partitioningBy(step -> step.state() == State.DONE));
        List<Step> all = new ArrayList<>(reached.get(true));
        all.addAll(reached.get(false));
        inOrder(
                        model,
                        visits.stream()
                                .filter(visit -> visit.getEndTime() == null)
                                .map(visit -> (Object) model.getModelElementById(CasePath.node(visit)))
                                .filter(FlowNode.class::isInstance)
                                .map(FlowNode.class::cast)
                                .toList())
                .stream()
                .filter(node -> isStep(node) && !latest.containsKey(node.getId()))
                .map(node -> step(node, null))
                .forEach(all::add);
        return all;
    }

    private static boolean isStep(Object node) {
        return node instanceof UserTask || node instanceof CallActivity;
    }

    private static HistoricActivityInstance later(HistoricActivityInstance one, HistoricActivityInstance next) {
        if (one.getEndTime() == null || next.getEndTime() == null) {
            return one.getEndTime() == null ? one : next;
        }
        return Comparator.comparing(HistoricActivityInstance::getEndTime).compare(one, next) > 0 ? one : next;
    }

    private static Step step(FlowNode node, HistoricActivityInstance visit) {
        String name = node.getName() == null ? "" : node.getName();
        if (visit == null) {
            return new Step(node.getId(), name, State.COMING, null, null);
        }
        return visit.getEndTime() == null
                ? new Step(node.getId(), name, State.NOW, null, null)
                : new Step(node.getId(), name, State.DONE, visit.getEndTime().toInstant(), visit.getAssignee());
    }

    /** What the flows lead to from there, what follows a deadline or an error after what follows regularly. */
    private static List<FlowNode> inOrder(BpmnModelInstance model, List<FlowNode> from) {
        Map<String, List<FlowNode>> attached = new HashMap<>();
        model.getModelElementsByType(BoundaryEvent.class)
                .forEach(event -> attached.computeIfAbsent(event.getAttachedTo().getId(), id -> new ArrayList<>())
                        .add(event));
        Deque<FlowNode> order = new ArrayDeque<>();
        Set<FlowNode> seen = new HashSet<>();
        from.forEach(node -> follow(node, attached, seen, order));
        return List.copyOf(order);
    }

    /** A node stands before all that it leads to. */
    private static void follow(
            FlowNode node, Map<String, List<FlowNode>> attached, Set<FlowNode> seen, Deque<FlowNode> order) {
        if (seen.add(node)) {
            attached.getOrDefault(node.getId(), List.of()).forEach(event -> follow(event, attached, seen, order));
            node.getOutgoing().forEach(flow -> follow(flow.getTarget(), attached, seen, order));
            order.addFirst(node);
        }
    }
}
