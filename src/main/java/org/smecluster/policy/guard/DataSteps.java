package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.policy.guard.BeanContracts.Type;
import org.smecluster.policy.guard.DataStep.By;

/** What each node of a process reads and writes, in the order in which it happens. */
final class DataSteps {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final List<Object> EITHER = Arrays.asList(true, false);

    private final BeanContracts contracts;
    private final Map<String, List<FormInput>> forms = new HashMap<>();
    private final Map<String, Xml> decisions = new HashMap<>();

    DataSteps(BeanContracts contracts, RunningModels models) {
        this.contracts = contracts;
        models.forms().values().forEach(form -> forms.put(form.at("id").text(), FormInput.all(form)));
        models.roots("dmn").values().stream()
                .flatMap(root -> root.children("decision"))
                .forEach(decision -> decisions.put(decision.id(), decision));
    }

    List<DataStep> of(ModelProcess process, Xml node) {
        List<DataStep> steps = new ArrayList<>();
        loop(node, steps);
        inputs(node, steps);
        beans(process, node, "start", steps);
        begun(process, node, steps);
        task(node, steps);
        for (String event : List.of("create", "assignment")) {
            beans(process, node, event, steps);
        }
        ModelProcess.wait(node)
                .map(wait -> ModelProcess.variable(wait.text()))
                .ifPresent(variable -> steps.add(DataStep.read(variable, true, By.TIMER, node)));
        decision(node, steps);
        beans(process, node, BeanUse.EXECUTE, steps);
        called(node, steps);
        fields(node, steps);
        beans(process, node, "complete", steps);
        beans(process, node, "end", steps);
        ModelProcess.outputs(node).forEach((name, output) -> {
            read(output.text(), By.OUTPUT, output, steps);
            steps.add(DataStep.write(name, Type.TEXT, List.of(output.text()), By.OUTPUT, output));
        });
        return steps;
    }

    /** Of a flow: its listeners and its condition. */
    List<DataStep> ofFlow(ModelProcess process, Xml flow) {
        List<DataStep> steps = new ArrayList<>();
        String condition = flow.text("conditionExpression");
        if (condition != null) {
            String variable = Condition.of(condition).variable();
            steps.add(DataStep.read(variable, true, By.CONDITION, flow));
        }
        beans(process, flow, "take", steps);
        return steps;
    }

    /** Comparison of one variable, as the list of what is allowed lets it be written. */
    record Condition(String variable, String sign, String constant) {

        private static final Pattern PARTS =
                Pattern.compile("[$#]\\{ *(!?) *([\\p{L}_][\\p{L}\\p{N}_]*) *(?:(==|!=|<=|>=|<|>) *(.*?))? *}");

        /** @return of a text that is none of them, the text as the variable */
        static Condition of(String text) {
            var parts = PARTS.matcher(text.strip());
            if (!parts.matches()) {
                return new Condition(text, null, null);
            }
            return new Condition(
                    parts.group(2),
                    parts.group(3) == null ? (parts.group(1).isEmpty() ? "" : "!") : parts.group(3),
                    parts.group(4));
        }
    }

    private static void loop(Xml node, List<DataStep> steps) {
        node.child("multiInstanceLoopCharacteristics").ifPresent(loop -> {
            String over = loop.attribute("camunda:collection");
            if (over != null) {
                String variable = ModelProcess.variable(over);
                steps.add(DataStep.read(variable == null ? over : variable, true, By.LOOP, node));
            }
            loop.child("loopCardinality").ifPresent(times -> read(times.text(), By.LOOP, node, steps));
            if (loop.attribute("camunda:elementVariable") != null) {
                steps.add(DataStep.local(loop.attribute("camunda:elementVariable"), By.LOOP, node));
            }
            for (String counted :
                    List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances")) {
                steps.add(DataStep.local(counted, By.EVENT, node));
            }
        });
    }

    private static void inputs(Xml node, List<DataStep> steps) {
        ModelProcess.inputs(node).forEach((name, input) -> {
            read(input.text(), By.INPUT, input, steps);
            steps.add(DataStep.local(name, By.INPUT, input));
        });
    }

    private void beans(ModelProcess process, Xml holder, String event, List<DataStep> steps) {
        process.beans(holder).stream()
                .filter(use -> use.event().equals(event))
                .forEach(use -> contracts.bean(use.bean()).ifPresent(bean -> {
                    bean.reads().forEach((name, needed) -> steps.add(DataStep.read(name, needed, By.PROGRAM, holder)));
                    bean.writes()
                            .forEach((name, written) -> steps.add(DataStep.write(
                                    name, contracts.variables().get(name), written.values(), By.PROGRAM, holder)));
                }));
    }

    /** What a message brings along, or an event says of an error, or who began. */
    private void begun(ModelProcess process, Xml node, List<DataStep> steps) {
        MessageContract message = contracts.messages().get(String.valueOf(process.message(node)));
        if (message != null) {
            message.carries()
                    .forEach((name, written) -> steps.add(
                            DataStep.write(name, contracts.variables().get(name), written.values(), By.PROGRAM, node)));
        }
        Stream.of("camunda:errorCodeVariable", "camunda:errorMessageVariable", "camunda:escalationCodeVariable")
                .flatMap(name -> node.children().stream().map(child -> child.attribute(name)))
                .filter(variable -> variable != null)
                .forEach(variable -> steps.add(DataStep.write(variable, Type.TEXT, List.of(), By.EVENT, node)));
        if (node.attribute("camunda:initiator") != null) {
            steps.add(DataStep.write(node.attribute("camunda:initiator"), Type.TEXT, List.of(), By.EVENT, node));
        }
    }

    private static void task(Xml node, List<DataStep> steps) {
        if (node.name().equals("userTask")) {
            ModelProcess.groups(node).forEach(group -> read(group, By.TASK, node, steps));
            for (String attribute : List.of(
                    "camunda:assignee",
                    "camunda:candidateUsers",
                    "camunda:dueDate",
                    "camunda:followUpDate",
                    "camunda:priority")) {
                read(node.attribute(attribute), By.TASK, node, steps);
            }
        }
    }

    private static void read(String expression, By by, Xml at, List<DataStep> steps) {
        String variable = ModelProcess.variable(expression);
        if (variable != null) {
            steps.add(DataStep.read(variable, true, by, at));
        }
    }

    private void decision(Xml node, List<DataStep> steps) {
        Xml decision = decisions.get(String.valueOf(node.attribute("camunda:decisionRef")));
        if (decision != null) {
            inputs(decision, new HashSet<>()).forEach(name -> steps.add(DataStep.read(name, true, By.DECISION, node)));
        }
        if (node.attribute("camunda:resultVariable") != null) {
            steps.add(DataStep.write(node.attribute("camunda:resultVariable"), null, List.of(), By.DECISION, node));
        }
    }

    /** Names that the decision and those that it requires are given; without the results of those. */
    private Set<String> inputs(Xml decision, Set<String> seen) {
        Set<String> names = new HashSet<>();
        if (!seen.add(decision.id())) {
            return names;
        }
        List<Xml> required = decision.children("informationRequirement")
                .flatMap(requirement -> requirement.children("requiredDecision"))
                .map(reference -> decisions.get(reference.attribute("href", "").replace("#", "")))
                .filter(found -> found != null)
                .toList();
        decision.children("decisionTable")
                .flatMap(table -> table.children("input"))
                .flatMap(input -> input.children("inputExpression"))
                .map(expression -> expression.text("text"))
                .filter(text -> text != null && NAME.matcher(text).matches() && !WORDS.contains(text))
                .forEach(names::add);
        required.forEach(each -> {
            names.removeAll(outputs(each));
            names.addAll(inputs(each, seen));
        });
        return names;
    }

    /** Of the decision's own inputs: the id of the one of that name; empty where a decision that it requires has it. */
    Optional<String> input(String decision, String name) {
        return Optional.ofNullable(decisions.get(decision)).stream()
                .flatMap(found -> found.children("decisionTable"))
                .flatMap(table -> table.children("input"))
                .filter(input -> input.child("inputExpression")
                        .map(expression -> name.equals(expression.text("text")))
                        .orElse(false))
                .map(Xml::id)
                .findFirst();
    }

    private static Set<String> outputs(Xml decision) {
        Set<String> names = new HashSet<>(Set.of(decision.id()));
        decision.children("decisionTable")
                .flatMap(table -> table.children("output"))
                .map(output -> output.attribute("name"))
                .forEach(names::add);
        decision.children("variable")
                .map(variable -> variable.attribute("name"))
                .forEach(names::add);
        return names;
    }

    private static void called(Xml node, List<DataStep> steps) {
        if (!node.name().equals("callActivity")) {
            return;
        }
        node.extensions("in").forEach(in -> {
            if (in.attribute("source") != null) {
                steps.add(DataStep.read(in.attribute("source"), true, By.MAPPING, in));
            }
            read(in.attribute("sourceExpression"), By.MAPPING, in, steps);
        });
        node.extensions("out")
                .filter(out -> out.attribute("target") != null)
                .forEach(out -> steps.add(DataStep.write(out.attribute("target"), null, List.of(), By.MAPPING, out)));
    }

    /** Fields that no record names become variables. */
    private void fields(Xml node, List<DataStep> steps) {
        extra(node)
                .forEach(field -> steps.add(DataStep.write(field.key(), type(field), values(field), By.FIELD, node)));
    }

    List<FormInput> extra(Xml node) {
        String form = node.attribute("camunda:formRef");
        Map<String, FieldContract> read = contracts.forms().getOrDefault(form, Map.of());
        return forms.getOrDefault(form, List.of()).stream()
                .filter(field -> !field.isFixed() && !read.containsKey(field.key()))
                .toList();
    }

    private static Type type(FormInput field) {
        return switch (field.type()) {
            case "checkbox" -> Type.BOOLEAN;
            case "number" -> Type.INTEGER;
            case "radio", "select" -> Type.CODE;
            case "datetime" -> Type.DAY;
            case "checklist", "taglist" -> Type.LIST;
            default -> Type.TEXT;
        };
    }

    private static List<Object> values(FormInput field) {
        if (field.type().equals("checkbox")) {
            return EITHER;
        }
        List<Object> codes = new ArrayList<>(field.codes());
        if (!codes.isEmpty() && !field.isRequired()) {
            codes.add(null);
        }
        return codes;
    }
}
