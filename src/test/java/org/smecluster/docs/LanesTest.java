package org.smecluster.docs;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who stands in which lane: the rule of {@code docs/architecture.md}, "Lanes", for every model. */
@DisplayName("泳道：系统做的都在“系统”，人的泳道里只有人做的")
class LanesTest {

    private static final String SYSTEM = "系统";
    private static final Map<String, String> LANE_OF_GROUP =
            Map.of("province-officer", "自治区经办", "province-leader", "自治区审定", "${cityGroup}", "市级主管部门");

    private static final Map<String, BpmnModelInstance> MODELS = Models.processes().values().stream()
            .collect(toMap(model -> Models.process(model).getId(), model -> model, (a, b) -> a, TreeMap::new));
    private static final Map<FlowNode, String> LANES = lanes();

    @Test
    @DisplayName("每个节点在一个泳道里，一个模型至多一个“系统”")
    void everyStepStandsInOneLane() {
        List<String> found = findings(FlowNode.class, (node, lane) -> lane != null);
        MODELS.forEach((id, model) -> {
            List<String> names = model.getModelElementsByType(Lane.class).stream()
                    .map(Lane::getName)
                    .toList();
            if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
                found.add(id + ": lanes " + names);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("没有人参与的步骤（服务、决策、等候）都在“系统”")
    void whatNobodyDoesIsTheSystems() {
        List<String> found = new ArrayList<>();
        List.of(ServiceTask.class, SendTask.class, BusinessRuleTask.class, IntermediateCatchEvent.class)
                .forEach(type -> found.addAll(findings(type, (step, lane) -> SYSTEM.equals(lane))));
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("人工任务在办理人的泳道：一组人一个泳道，一个泳道一组人；经办、审定、市级各用同一名称")
    void tasksStandWithWhoDoesThem() {
        List<String> found = findings(
                UserTask.class,
                (task, lane) -> !SYSTEM.equals(lane)
                        && lane.equals(
                                LANE_OF_GROUP.getOrDefault(String.valueOf(task.getCamundaCandidateGroups()), lane)));
        MODELS.forEach((id, model) -> {
            Map<String, Set<String>> groups = new TreeMap<>();
            Map<String, Set<String>> places = new TreeMap<>();
            model.getModelElementsByType(UserTask.class).forEach(task -> {
                String who = String.valueOf(task.getCamundaCandidateGroups());
                groups.computeIfAbsent(LANES.get(task), lane -> new TreeSet<>()).add(who);
                places.computeIfAbsent(who, group -> new TreeSet<>()).add(LANES.get(task));
            });
            List.of(groups, places)
                    .forEach(all -> all.forEach((key, values) -> check(found, id, values.size() == 1, key + values)));
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("调用的模型只有一方办理的，在这一方的泳道；几方办理的，在“系统”")
    void callsStandWithTheOnlyOnesWhoWorkThere() {
        assertThat(findings(
                        CallActivity.class,
                        (call, lane) -> (peopleIn(call.getCalledElement()) > 1) == SYSTEM.equals(lane)))
                .isEmpty();
    }

    @Test
    @DisplayName("边界事件随所附的步骤；网关随其前一步，或者在“系统”")
    void eventsAndGatewaysFollowTheirStep() {
        assertThat(findings(
                        BoundaryEvent.class,
                        (event, lane) -> event.getAttachedTo() instanceof SubProcess
                                || lane.equals(LANES.get(event.getAttachedTo()))))
                .isEmpty();
        assertThat(findings(
                        Gateway.class,
                        (gateway, lane) -> SYSTEM.equals(lane)
                                || gateway.getPreviousNodes().list().stream()
                                        .flatMap(before -> before instanceof SubProcess part
                                                ? part.getFlowElements().stream()
                                                : List.of(before).stream())
                                        .anyMatch(before -> lane.equals(LANES.get(before)))))
                .isEmpty();
    }

    @Test
    @DisplayName("图上画的与模型写的一致：节点画在所属的泳道里")
    void theDrawingSaysTheSame() {
        List<String> found = new ArrayList<>();
        MODELS.forEach((id, model) -> {
            Map<String, Bounds> drawn = new HashMap<>();
            model.getModelElementsByType(BpmnShape.class)
                    .forEach(shape -> drawn.put(shape.getBpmnElement().getId(), shape.getBounds()));
            model.getModelElementsByType(Lane.class).forEach(lane -> {
                Bounds around = drawn.get(lane.getId());
                lane.getFlowNodeRefs().stream()
                        .filter(node -> !(node instanceof SubProcess || node instanceof BoundaryEvent))
                        .forEach(node -> {
                            Bounds shape = drawn.get(node.getId());
                            check(
                                    found,
                                    id,
                                    around.getY() <= shape.getY()
                                            && shape.getY() + shape.getHeight() <= around.getY() + around.getHeight(),
                                    node.getId());
                        });
            });
        });
        assertThat(found).isEmpty();
    }

    /** Of how many parties a model has tasks. */
    private static long peopleIn(String model) {
        return MODELS.get(model).getModelElementsByType(UserTask.class).stream()
                .map(LANES::get)
                .distinct()
                .count();
    }

    private static <T extends FlowNode> List<String> findings(Class<T> type, BiPredicate<T, String> holds) {
        List<String> found = new ArrayList<>();
        MODELS.forEach((id, model) -> model.getModelElementsByType(type).stream()
                .filter(node -> !holds.test(node, LANES.get(node)))
                .forEach(node -> found.add(id + "#" + node.getId() + " in " + LANES.get(node))));
        return found.stream().distinct().collect(toCollection(ArrayList::new));
    }

    private static void check(List<String> found, String model, boolean holds, String what) {
        if (!holds) {
            found.add(model + ": " + what);
        }
    }

    /** One that stands in two lanes has none. */
    private static Map<FlowNode, String> lanes() {
        Map<FlowNode, String> lanes = new HashMap<>();
        MODELS.values().stream()
                .map(model -> model.getModelElementsByType(Lane.class))
                .flatMap(Collection::stream)
                .forEach(lane -> lane.getFlowNodeRefs()
                        .forEach(node -> lanes.compute(
                                node, (same, other) -> lanes.containsKey(node) ? "两个泳道" : lane.getName())));
        return lanes;
    }
}
