package org.smecluster.docs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Draws who starts whom, from the models: calls, start events and messages that start. Who sends a message stands here. */
final class Overview {

    /** A message that people send: a page of ours, no process. */
    private static final String PEOPLE = "people";

    /**
     * Senders by message: a process, or people. What reaches a process by way of the registry (a recognition that ends,
     * a cause of revocation) is sent by those who enter it there.
     */
    static final Map<String, List<String>> SENDERS = Map.ofEntries(
            Map.entry("annualReport.opened", List.of("annualMonitoring")),
            Map.entry("annualReport.waitingStopped", List.of("annualMonitoring")),
            Map.entry(
                    "annualReport.recognitionEnded",
                    List.of("clusterTerm", "renewalReview", "reviewRound", "revocation")),
            Map.entry("change.recognitionEnded", List.of("clusterTerm", "renewalReview", "reviewRound", "revocation")),
            Map.entry("cluster.revoked", List.of("revocation")),
            Map.entry("clusterTerm.started", List.of("recognitionBatch", "renewalReview")),
            Map.entry("cultivation.recognised", List.of("recognitionBatch")),
            Map.entry("publicNotice.admissionsDecided", List.of(PEOPLE)),
            Map.entry("publicNotice.objectionReceived", List.of(PEOPLE)),
            Map.entry("publicNotice.outcomeReopened", List.of(PEOPLE)),
            Map.entry("publicNotice.periodEnded", List.of("publicNotice")),
            Map.entry("recognition.batchClosed", List.of("recognitionBatch")),
            Map.entry("recognition.decided", List.of("recognitionBatch")),
            Map.entry("recognition.listEmptied", List.of(PEOPLE)),
            Map.entry("recognition.withdrawn", List.of(PEOPLE)),
            Map.entry("renewal.extended", List.of("renewalReview")),
            Map.entry("renewal.notExtended", List.of("renewalReview", "reviewRound")),
            Map.entry("renewal.withdrawn", List.of(PEOPLE)),
            Map.entry(
                    "revocation.suspected",
                    List.of(
                            "annualReport",
                            "changeFiling",
                            "lateObjection",
                            "recognitionBatch",
                            "renewalReview",
                            PEOPLE)),
            Map.entry(
                    "revocation.causeAdded",
                    List.of(
                            "annualReport",
                            "changeFiling",
                            "lateObjection",
                            "recognitionBatch",
                            "renewalReview",
                            PEOPLE)));

    private final Map<String, BpmnModelInstance> models = new TreeMap<>();
    private final Map<String, String> folders = new TreeMap<>();

    Overview() {
        Models.processes().forEach((file, model) -> {
            String id = Models.process(model).getId();
            models.put(id, model);
            folders.put(id, file.getParent().getFileName().toString());
        });
    }

    Set<String> processes() {
        return models.keySet();
    }

    /** The Java package of a process; it is the folder of its model. */
    String folder(String process) {
        return folders.get(process);
    }

    /** Every message that a model waits for. */
    Set<String> awaited() {
        return models.values().stream()
                .flatMap(model -> model.getModelElementsByType(MessageEventDefinition.class).stream())
                .map(definition -> definition.getMessage().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A mermaid flowchart. */
    String mermaid() {
        Set<String> lines = new LinkedHashSet<>();
        models.forEach(
                (id, model) -> lines.add(id + "[\"" + Models.process(model).getName() + "<br/>" + id + "\"]"));
        models.forEach((id, model) -> starts(id, model, lines));
        models.forEach((id, model) -> model.getModelElementsByType(CallActivity.class)
                .forEach(call -> lines.add(id + " ==>|" + call.getName() + "| " + call.getCalledElement())));
        models.forEach((id, model) -> startMessages(id, model, lines));
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining("", "flowchart LR\n", ""));
    }

    /** By whom a person's or a timer's start is brought about; a process that others call has none. */
    private void starts(String id, BpmnModelInstance model, Set<String> lines) {
        boolean called = models.values().stream()
                .flatMap(other -> other.getModelElementsByType(CallActivity.class).stream())
                .anyMatch(call -> call.getCalledElement().equals(id));
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            if (called || start.getParentElement() instanceof SubProcess || awaits(start) != null) {
                continue;
            }
            boolean timer = start.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
            String who = timer ? "日历" : lane(model, start);
            lines.add("who_" + id + "([\"" + who + "\"]) -->|" + start.getName() + "| " + id);
        }
    }

    private static void startMessages(String id, BpmnModelInstance model, Set<String> lines) {
        for (StartEvent event : model.getModelElementsByType(StartEvent.class)) {
            String message = awaits(event);
            if (message != null && event.getParentElement() instanceof Process) {
                SENDERS.getOrDefault(message, List.of()).stream()
                        .filter(sender -> !isPeople(sender))
                        .forEach(sender -> lines.add(sender + " -->|" + event.getName() + "| " + id));
            }
        }
    }

    private static String awaits(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition ->
                        ((MessageEventDefinition) definition).getMessage().getName())
                .findFirst()
                .orElse(null);
    }

    private static String lane(BpmnModelInstance model, StartEvent start) {
        return model.getModelElementsByType(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(start))
                .map(Lane::getName)
                .findFirst()
                .orElse("");
    }

    static boolean isPeople(String sender) {
        return sender.equals(PEOPLE);
    }
}
