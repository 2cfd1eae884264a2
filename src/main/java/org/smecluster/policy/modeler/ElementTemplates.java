package org.smecluster.policy.modeler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.policy.guard.ServiceStep;
import org.smecluster.policy.guard.StepOwners;
import org.smecluster.policy.guard.TaskKind;
import org.smecluster.policy.guard.TaskKinds;

/**
 * Templates by the schema of Camunda 7 ({@code @camunda/element-templates-json-schema}): one for each kind of user task
 * and each step of the system's. A template cannot carry task listeners; a kind needs none.
 */
final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema@0.22.1/resources/schema.json";
    private static final String PREFIX = "org.smecluster.";

    private ElementTemplates() {}

    /** As maps and lists for a JSON file. */
    static List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new ArrayList<>();
        TaskKinds.all().forEach(kind -> all.add(userTask(kind)));
        ServiceStep.all().forEach(step -> all.add(serviceTask(step)));
        return all;
    }

    private static Map<String, Object> userTask(TaskKind kind) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden(kind.name(), binding("camunda:property", TaskKinds.PROPERTY)));
        properties.add(article());
        if (kind.form() != null) {
            properties.add(hidden(kind.form(), binding("property", "camunda:formRef")));
        } else {
            properties.add(text("表单的标识", null, binding("property", "camunda:formRef")));
        }
        properties.add(hidden("latest", binding("property", "camunda:formRefBinding")));
        if (kind.group().isPresent()) {
            properties.add(hidden(kind.group().get(), binding("property", "camunda:candidateGroups")));
        } else {
            properties.add(doers());
        }
        Map<String, Object> days = text("办理期限（工作日）", null, binding("camunda:property", "dueWorkingDays"));
        days.put("optional", true);
        properties.add(days);
        return template("task." + kind.name(), kind.label(), said(kind), "bpmn:UserTask", properties);
    }

    private static String said(TaskKind kind) {
        String whose = kind.group()
                .flatMap(StepOwners::called)
                .map(who -> "由" + who + "办理")
                .orElse("办理人自选");
        return kind.processes().isEmpty() ? whose + "，任何流程都可以用" : whose + "，用于流程 " + String.join("、", kind.processes());
    }

    private static Map<String, Object> doers() {
        Map<String, Object> doers = text("由谁办理", null, binding("property", "camunda:candidateGroups"));
        doers.put("type", "Dropdown");
        doers.put(
                "choices",
                StepOwners.groups().entrySet().stream()
                        .map(group -> Map.of("name", group.getValue(), "value", group.getKey()))
                        .toList());
        return doers;
    }

    private static Map<String, Object> serviceTask(ServiceStep step) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("${" + step.bean() + "}", binding("property", "camunda:delegateExpression")));
        properties.add(article());
        if (step.asynchronous()) {
            Map<String, Object> asynchronous = hidden("true", binding("property", "camunda:asyncBefore"));
            properties.add(asynchronous);
        }
        for (ServiceStep.Input input : step.inputs()) {
            Map<String, Object> property = text(input.label(), null, binding("camunda:inputParameter", input.name()));
            if (!input.codes().isEmpty()) {
                property.put("type", "Dropdown");
                property.put(
                        "choices",
                        input.codes().stream()
                                .map(code -> Map.of("name", code, "value", code))
                                .toList());
            }
            if (!input.optional()) {
                property.put("constraints", Map.of("notEmpty", true));
            } else {
                property.put("optional", true);
            }
            properties.add(property);
        }
        return template(
                "step." + step.bean(),
                step.label(),
                step.processes().isEmpty() ? "任何流程都可以用" : "用于流程 " + String.join("、", step.processes()),
                "bpmn:ServiceTask",
                properties);
    }

    private static Map<String, Object> template(
            String id, String name, String description, String type, List<Map<String, Object>> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", name);
        template.put("id", PREFIX + id);
        template.put("version", 1);
        template.put("description", description);
        template.put("appliesTo", List.of(type));
        template.put("entriesVisible", true);
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> article() {
        Map<String, Object> article = text("依据的条款", "如 第九条", binding("camunda:property", "article"));
        article.put("constraints", Map.of("notEmpty", true));
        return article;
    }

    private static Map<String, Object> hidden(String value, Map<String, Object> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", binding);
        return property;
    }

    /** @param description null where the label says it */
    private static Map<String, Object> text(String label, String description, Map<String, Object> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        if (description != null) {
            property.put("description", description);
        }
        property.put("type", "String");
        property.put("binding", binding);
        return property;
    }

    private static Map<String, Object> binding(String type, String name) {
        return Map.of("type", type, "name", name);
    }
}
