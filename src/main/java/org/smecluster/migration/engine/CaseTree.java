package org.smecluster.migration.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.smecluster.policy.guard.Passed;
import org.smecluster.policy.guard.Standing;
import org.smecluster.policy.guard.Standing.Stay;

/** A case with all processes that it called, as the engine has it: where it stands, and what has happened in it. */
final class CaseTree {

    /** A process instance that runs. @param superExecution the execution that called it; null of the outermost */
    record Instance(String id, String definitionId, String superExecution, String caller) {}

    /** A stay at an element, over or not. */
    record Visit(
            String id,
            String parent,
            String definitionId,
            String instance,
            String element,
            String type,
            String called,
            Instant start,
            Instant end,
            boolean cancelled) {

        boolean isFrame() {
            return element.endsWith(PlanMaker.SEVERAL);
        }
    }

    /** A variable that was written. @param visit during which; null where none says */
    record Written(String instance, String visit, String name, Object value, Instant at) {}

    /** A variable as it is. @param scope of the execution that holds it */
    record Held(String scope, String name, Object value) {}

    private static final String TERMINATE = "terminateEndEvent";

    private final RuntimeService runtime;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, List<Visit>> byParent = new HashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final List<Written> written;
    private final Map<String, Map<String, Object>> held = new HashMap<>();
    private final Set<String> afterwards;

    /**
     * @param all in the order in which they began
     * @param written in the order in which it was written
     * @param afterwards executions that a job has to take on, not in
     */
    CaseTree(
            RuntimeService runtime,
            List<Instance> running,
            List<Visit> all,
            List<Written> written,
            List<Held> variables,
            Set<String> afterwards) {
        this.runtime = runtime;
        running.forEach(instance -> instances.put(instance.id(), instance));
        all.forEach(visit -> {
            byParent.computeIfAbsent(visit.parent(), none -> new ArrayList<>()).add(visit);
            visits.put(visit.id(), visit);
        });
        this.written = written;
        variables.forEach(variable ->
                held.computeIfAbsent(variable.scope(), none -> new HashMap<>()).put(variable.name(), variable.value()));
        this.afterwards = afterwards;
    }

    List<Instance> running() {
        return List.copyOf(instances.values());
    }

    /** The instance, and all in which it was called, the outermost last. */
    List<Instance> around(String instanceId) {
        List<Instance> around = new ArrayList<>();
        for (Instance at = instances.get(instanceId); at != null; at = instances.get(at.caller())) {
            around.add(at);
        }
        return around;
    }

    /**
     * @param key of the process of a version
     * @param renamed element ids of the instance that is moved; null where nothing is moved
     */
    Standing standing(String instanceId, UnaryOperator<String> key, String movedId, Map<String, String> renamed) {
        Instance instance = instances.get(instanceId);
        ActivityInstance root = runtime.getActivityInstance(instanceId);
        Renaming names = instanceId.equals(movedId) ? id -> renamed.getOrDefault(id, "") : id -> id;
        return new Standing(
                key.apply(instance.definitionId()),
                held.getOrDefault(instanceId, Map.of()),
                came(instanceId, null, names),
                stays(root, names, called -> standing(called, key, movedId, renamed)));
    }

    private interface Renaming {
        /** Empty where it becomes nothing. */
        String of(String id);
    }

    private interface Called {
        Standing standing(String instanceId);
    }

    private List<Stay> stays(ActivityInstance around, Renaming names, Called called) {
        List<Stay> stays = new ArrayList<>();
        for (ActivityInstance child : around.getChildActivityInstances()) {
            String id = child.getActivityId().replace(PlanMaker.SEVERAL, "");
            boolean frame = child.getActivityId().endsWith(PlanMaker.SEVERAL);
            List<Stay> within = stays(child, names, called);
            String name = names.of(id);
            if (name.isEmpty() && !within.isEmpty() && !frame) {
                stays.addAll(within);
                continue;
            }
            Map<String, Object> variables = variables(child);
            Visit visit = visits.get(child.getId());
            int all = number(variables.get("nrOfInstances"));
            int ended = number(variables.get("nrOfCompletedInstances"));
            stays.add(new Stay(
                    name,
                    frame ? Standing.Kind.SEVERAL : Standing.Kind.THERE,
                    variables,
                    came(child.getId(), visit, names),
                    frame ? Math.max(0, all - ended - within.size()) : 0,
                    frame && ended > 0,
                    within,
                    calledBy(child, called)));
        }
        for (TransitionInstance child : around.getChildTransitionInstances()) {
            stays.add(Stay.at(
                    names.of(child.getActivityId().replace(PlanMaker.SEVERAL, "")),
                    afterwards.contains(child.getExecutionId()) ? Standing.Kind.AFTER : Standing.Kind.BEFORE));
        }
        return stays;
    }

    private Standing calledBy(ActivityInstance call, Called called) {
        Set<String> executions = Set.of(call.getExecutionIds());
        return instances.values().stream()
                .filter(each -> each.superExecution() != null && executions.contains(each.superExecution()))
                .filter(each -> call.getActivityType().equals("callActivity"))
                .findFirst()
                .map(each -> called.standing(each.id()))
                .orElse(null);
    }

    private Map<String, Object> variables(ActivityInstance at) {
        Map<String, Object> variables = new HashMap<>();
        for (String execution : at.getExecutionIds()) {
            if (!execution.equals(at.getProcessInstanceId())) {
                variables.putAll(held.getOrDefault(execution, Map.of()));
            }
        }
        return variables;
    }

    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    /** What has come at the border of a stay, since it began, and within it. */
    private Map<String, Integer> came(String scope, Visit stay, Renaming names) {
        Map<String, Integer> came = new HashMap<>();
        byParent.getOrDefault(scope, List.of()).forEach(visit -> count(visit, names, came));
        if (stay != null) {
            byParent.getOrDefault(stay.parent(), List.of()).stream()
                    .filter(visit -> visit.type().startsWith("boundary")
                            && !visit.start().isBefore(stay.start()))
                    .forEach(visit -> count(visit, names, came));
        }
        return came;
    }

    private static void count(Visit visit, Renaming names, Map<String, Integer> came) {
        String name = names.of(visit.element());
        if (!name.isEmpty()) {
            came.merge(name, 1, Integer::sum);
        }
    }

    /** What happened in the instance and in all that it called, as far as the history tells the order. */
    List<Passed> past(String instanceId) {
        List<Passed> past = new ArrayList<>();
        follow(instanceId, past, new HashSet<>());
        past.sort(Comparator.comparing(Passed::at));
        return Collections.unmodifiableList(past);
    }

    private void follow(String parent, List<Passed> past, Set<String> seen) {
        for (Visit visit : byParent.getOrDefault(parent, List.of())) {
            if (!seen.add(visit.id())) {
                continue;
            }
            if (!visit.isFrame()) {
                past.add(passed(visit, Passed.What.BEGUN, visit.start()));
            }
            follow(visit.id(), past, seen);
            if (visit.called() != null) {
                follow(visit.called(), past, seen);
            }
            if (!visit.isFrame() && visit.end() != null) {
                Passed.What what = !visit.cancelled()
                        ? Passed.What.DONE
                        : endedWithAll(visit) ? Passed.What.CUT_OFF : Passed.What.CANCELLED;
                past.add(passed(visit, what, visit.end()));
            }
        }
    }

    private boolean endedWithAll(Visit cancelled) {
        return visits.values().stream()
                .anyMatch(visit -> visit.type().equals(TERMINATE)
                        && cancelled.end().equals(visit.end())
                        && cancelled.instance().equals(visit.instance()));
    }

    private Passed passed(Visit visit, Passed.What what, Instant at) {
        Map<String, Object> values = new HashMap<>();
        boolean event = visit.type().contains("StartEvent")
                || visit.type().startsWith("boundary")
                || visit.type().startsWith("intermediate")
                || visit.type().equals("receiveTask");
        for (Written each : written) {
            if (visit.id().equals(each.visit()) && (what != Passed.What.BEGUN || !values.containsKey(each.name()))
                    // what comes with an event is written before its visit begins
                    || event
                            && each.instance().equals(visit.instance())
                            && !each.at().isAfter(at)) {
                values.put(each.name(), each.value());
            }
        }
        return new Passed(visit.instance(), visit.definitionId(), visit.element(), visit.id(), what, at, values);
    }
}
