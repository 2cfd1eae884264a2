package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.smecluster.policy.guard.TaskKinds;
import org.w3c.dom.Element;

/** Steps left out, and beans left out, exchanged or called at another moment. */
final class SpoiltSteps {

    /** Steps that only remind: nothing in the Measures asks for them. */
    private static final List<String> REMINDING = List.of("remind", "urge", "schedule", "tellReopened");

    private SpoiltSteps() {}

    static void describe(Catalogue all) {
        Catalogue.PROCESSES.forEach(process -> {
            Bpmn model = Catalogue.shipped(process);
            List<Element> services = new ArrayList<>();
            for (Element node : model.nodes()) {
                switch (node.getLocalName()) {
                    case "userTask" -> {
                        left(all, process, node, model, "人工环节删去");
                        all.bpmn("人工环节改为空任务", process, Catalogue.id(node), m -> hollow(m, Catalogue.id(node)));
                        kinds(all, process, node, model);
                        model.unfold(node);
                        listeners(all, process, node, model, "taskListener");
                    }
                    case "businessRuleTask" -> {
                        left(all, process, node, model, "决策环节删去");
                        listeners(all, process, node, model, "executionListener");
                    }
                    case "callActivity" -> {
                        left(all, process, node, model, "调用环节删去");
                        listeners(all, process, node, model, "executionListener");
                    }
                    case "serviceTask" -> {
                        if (!reminds(node)) {
                            left(all, process, node, model, "系统环节删去");
                            all.bpmn("系统环节不再调用组件", process, Catalogue.id(node), m -> hollow(m, Catalogue.id(node)));
                        }
                        services.add(node);
                    }
                    default -> listeners(all, process, node, model, "executionListener");
                }
            }
            exchange(all, process, services);
        });
    }

    static boolean reminds(Element service) {
        String bean = Bpmn.camunda(service, "delegateExpression").replaceAll("[${}]", "");
        return REMINDING.stream().anyMatch(bean::startsWith);
    }

    private static void left(Catalogue all, String process, Element node, Bpmn model, String kind) {
        String id = Catalogue.id(node);
        if (model.out(id).size() != 1 || model.in(id).isEmpty()) {
            return;
        }
        all.bpmn(kind, process, id, m -> {
            Set<String> named = m.after(id);
            m.removeStep(id);
            return named;
        });
    }

    private static Set<String> hollow(Bpmn model, String id) {
        Element task = model.become(id, "task");
        for (String attribute : List.of(
                "delegateExpression",
                "formRef",
                "formRefBinding",
                "candidateGroups",
                "assignee",
                "priority",
                "dueDate")) {
            Bpmn.camunda(task, attribute, null);
        }
        model.extensions(task, "taskListener").forEach(Dom::remove);
        model.kind(task).ifPresent(Dom::remove);
        model.extensions(task, "inputOutput").forEach(Dom::remove);
        return model.after(id);
    }

    private static void listeners(Catalogue all, String process, Element node, Bpmn model, String kind) {
        String id = Catalogue.id(node);
        List<Element> listeners = model.extensions(node, kind);
        for (int i = 0; i < listeners.size(); i++) {
            int which = i;
            String bean = listeners.get(i).getAttribute("delegateExpression").replaceAll("[${}]", "");
            String event = listeners.get(i).getAttribute("event");
            all.bpmn("监听器删去", process, id + " " + bean, m -> {
                Dom.remove(named(m, id, kind).get(which));
                return m.after(id);
            });
            all.bpmn("监听器的事件改变", process, id + " " + bean, m -> {
                named(m, id, kind)
                        .get(which)
                        .setAttribute(
                                "event",
                                switch (event) {
                                    case "complete" -> "create";
                                    case "create" -> "complete";
                                    case "start" -> "end";
                                    default -> "start";
                                });
                return m.around(id);
            });
            if (event.equals("complete") || event.equals("end")) {
                all.bpmn("监听器重复", process, id + " " + bean, m -> {
                    m.unfold(m.get(id));
                    m.listener(m.get(id), kind, event, bean);
                    return m.around(id);
                });
                all.bpmn("监听器换成别的", process, id + " " + bean, m -> {
                    Element listener = named(m, id, kind).get(which);
                    listener.setAttribute("delegateExpression", "${" + other(m, kind, bean) + "}");
                    return m.after(id);
                });
            }
        }
    }

    private static List<Element> named(Bpmn model, String id, String kind) {
        model.unfold(model.get(id));
        return model.extensions(model.get(id), kind);
    }

    private static void kinds(Catalogue all, String process, Element node, Bpmn model) {
        String id = Catalogue.id(node);
        Element said = model.kind(node).orElseThrow();
        String kind = said.getAttribute("value");
        all.bpmn("办理方式删去", process, id + " " + kind, m -> {
            Dom.remove(m.kind(m.get(id)).orElseThrow());
            return m.after(id);
        });
        List<String> others = model.all("userTask").stream()
                .flatMap(task -> model.kind(task).stream())
                .map(other -> other.getAttribute("value"))
                .filter(other -> !other.equals(kind))
                .toList();
        String another = others.isEmpty() ? "standAtTask" : others.get(0);
        Set<String> instead = new LinkedHashSet<>(
                List.of(another, kind.equals("ruleObjection") ? "selectClusters" : "ruleObjection", "other"));
        for (String other : instead) {
            all.bpmn("办理方式换成别的", process, id + " " + other, m -> {
                m.kind(m.get(id)).orElseThrow().setAttribute("value", other);
                return m.after(id);
            });
        }
        all.bpmn("办理方式之外又写监听器", process, id + " " + kind, m -> {
            m.listener(
                    m.get(id),
                    "taskListener",
                    "complete",
                    TaskKinds.of(kind).orElseThrow().complete().get(0));
            return m.around(id);
        });
    }

    /** Of the same model where it has one, at a step's end too. */
    private static String other(Bpmn model, String kind, String bean) {
        boolean tasks = kind.equals("taskListener");
        Stream<String> named = Dom.below(model.document().getDocumentElement(), Bpmn.CAMUNDA, kind).stream()
                .filter(listener -> Set.of("complete", "end").contains(listener.getAttribute("event")))
                .map(listener -> listener.getAttribute("delegateExpression").replaceAll("[${}]", ""));
        Stream<String> ofKinds = tasks
                ? model.all("userTask").stream()
                        .flatMap(task -> model.kind(task).stream())
                        .flatMap(said -> TaskKinds.of(said.getAttribute("value")).orElseThrow().complete().stream())
                : Stream.of();
        Stream<String> elsewhere = tasks
                ? Stream.of("ruleObjectionListener", "selectClustersListener")
                : Stream.of("recordGroundsListener", "recordSignificanceListener");
        return Stream.of(named, ofKinds, elsewhere)
                .flatMap(each -> each)
                .filter(other -> !other.equals(bean))
                .findFirst()
                .orElseThrow();
    }

    private static void exchange(Catalogue all, String process, List<Element> services) {
        for (int i = 0; i < services.size(); i++) {
            String id = Catalogue.id(services.get(i));
            String bean = Bpmn.camunda(services.get(i), "delegateExpression");
            for (int j = 1; j < services.size(); j++) {
                String other = Bpmn.camunda(services.get((i + j) % services.size()), "delegateExpression");
                if (!other.equals(bean)) {
                    all.bpmn("系统环节换成本流程别的组件", process, id + " " + other, m -> {
                        Bpmn.camunda(m.get(id), "delegateExpression", other);
                        return m.after(id);
                    });
                    break;
                }
            }
            if (!reminds(services.get(i))) {
                String foreign = bean.equals("${publishPracticeDelegate}")
                        ? "${leavePoolDelegate}"
                        : "${publishPracticeDelegate}";
                all.bpmn("系统环节换成别的流程的组件", process, id, m -> {
                    Bpmn.camunda(m.get(id), "delegateExpression", foreign);
                    return m.after(id);
                });
            }
        }
    }
}
