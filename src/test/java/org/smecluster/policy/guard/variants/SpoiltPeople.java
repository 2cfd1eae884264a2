package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Who does a step, and with which form. */
final class SpoiltPeople {

    private SpoiltPeople() {}

    static void describe(Catalogue all) {
        Catalogue.PROCESSES.forEach(process -> {
            Bpmn model = Catalogue.shipped(process);
            List<Element> forms = model.nodes().stream()
                    .filter(node -> !Bpmn.camunda(node, "formRef").isEmpty())
                    .toList();
            for (Element node : model.nodes()) {
                String id = Catalogue.id(node);
                if (node.getLocalName().equals("userTask")) {
                    people(all, process, node);
                }
                if (!Bpmn.camunda(node, "formRef").isEmpty()) {
                    String other = forms.stream()
                            .map(one -> Bpmn.camunda(one, "formRef"))
                            .filter(form -> !form.equals(Bpmn.camunda(node, "formRef")))
                            .findFirst()
                            .orElse("ruleObjection");
                    all.bpmn("表单换成别的", process, id, m -> {
                        Bpmn.camunda(m.get(id), "formRef", other);
                        return m.around(id);
                    });
                    all.bpmn("没有这个表单", process, id, m -> {
                        Bpmn.camunda(m.get(id), "formRef", "noSuchForm");
                        return m.around(id);
                    });
                    all.bpmn("表单删去", process, id, m -> {
                        Bpmn.camunda(m.get(id), "formRef", null);
                        Bpmn.camunda(m.get(id), "formRefBinding", null);
                        return m.around(id);
                    });
                }
            }
        });
    }

    private static void people(Catalogue all, String process, Element node) {
        String id = Catalogue.id(node);
        String groups = Bpmn.camunda(node, "candidateGroups");
        String exchanged =
                switch (groups) {
                    case "province-officer" -> "province-leader";
                    case "province-leader" -> "province-officer";
                    case "${cityGroup}" ->
                        process.equals("annualMonitoring") ? "province-officer" : "${applicantGroup}";
                    case "${applicantGroup}" -> "${cityGroup}";
                    default -> "expert";
                };
        all.bpmn("办理人对调", process, id, m -> assign(m, id, exchanged, null));
        all.bpmn("办理人改为专家组", process, id, m -> assign(m, id, "expert", null));
        all.bpmn("办理人改为政策负责人", process, id, m -> assign(m, id, "policy-owner", null));
        all.bpmn("没有这个组", process, id, m -> assign(m, id, "province-clerk", null));
        all.bpmn("办理人删去", process, id, m -> assign(m, id, null, null));
        all.bpmn("办理人写成某个人", process, id, m -> assign(m, id, null, "zhang-san"));
        if (!groups.isEmpty()) {
            all.bpmn("多加一个办理组", process, id, m -> assign(m, id, groups + "," + exchanged, null));
        }
    }

    private static Set<String> assign(Bpmn model, String id, String groups, String assignee) {
        Element task = model.get(id);
        Bpmn.camunda(task, "candidateGroups", groups);
        Bpmn.camunda(task, "assignee", assignee);
        return model.around(id);
    }
}
