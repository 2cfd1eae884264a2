package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.BeanContracts.Type;
import org.smecluster.policy.guard.DataStep.By;
import org.smecluster.policy.guard.DataSteps.Condition;

/** Does each variable that is read have somebody who writes it, of its type, and nobody who overwrites it? */
final class DataJudgement implements Judgement {

    private static final Set<By> OF_THE_MODEL = Set.of(By.INPUT, By.OUTPUT, By.DECISION, By.LOOP, By.EVENT);

    private final BeanContracts contracts;

    DataJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        DataSteps data = new DataSteps(contracts, models);
        List<ModelProcess> processes = models.processes();
        for (ModelProcess process : processes) {
            Definedness defined = new Definedness(process, data, given(process, processes));
            new OneProcess(contracts, process, defined, data, found).judge();
        }
        fields(models, processes, data, found);
    }

    /** What those that call the process hand over. */
    private Set<String> given(ModelProcess process, List<ModelProcess> processes) {
        ProcessContract contract = contracts.processes().get(process.id());
        if (contract != null) {
            return Set.copyOf(contract.called().keySet());
        }
        Set<String> given = null;
        for (ModelProcess caller : processes) {
            for (Xml call : caller.nodes()) {
                if (process.id() != null && process.id().equals(call.attribute("calledElement"))) {
                    Set<String> handed = new HashSet<>();
                    call.extensions("in")
                            .map(in -> in.attribute("target"))
                            .filter(Objects::nonNull)
                            .forEach(handed::add);
                    if (given == null) {
                        given = handed;
                    } else {
                        given.retainAll(handed);
                    }
                }
            }
        }
        return given == null ? Set.of() : given;
    }

    /** A field that no record names becomes a variable: not one of the program's. */
    private void fields(
            RunningModels models, List<ModelProcess> processes, DataSteps data, Consumer<ModelFinding> found) {
        models.forms().forEach((file, json) -> {
            String form = json.at("id").text();
            Set<FormInput> told = new HashSet<>();
            for (ModelProcess process : processes) {
                for (Xml node : process.nodes()) {
                    if (form != null && form.equals(node.attribute("camunda:formRef"))) {
                        data.extra(node).stream()
                                .filter(field -> isTaken(process, node, field.key()) && told.add(field))
                                .forEach(field -> found.accept(new ModelFinding(
                                        file,
                                        field.json().line(),
                                        field.element(),
                                        field.called() + "与流程“" + process.id() + "”的变量或组件同名，填写的内容会改写它",
                                        "换一个键，例如 own"
                                                + Character.toUpperCase(
                                                        field.key().charAt(0))
                                                + field.key().substring(1))));
                    }
                }
            }
        });
    }

    private boolean isTaken(ModelProcess process, Xml node, String key) {
        boolean known = contracts.processes().containsKey(process.id());
        return contracts.beans().containsKey(key)
                || known && contracts.variables().containsKey(key)
                || ProtectedVariables.of(contracts, process).contains(key)
                || process.beans(node).stream()
                        .flatMap(use -> contracts.bean(use.bean()).stream())
                        .anyMatch(bean -> bean.offers().contains(key));
    }

    /** One process. */
    private record OneProcess(
            BeanContracts contracts,
            ModelProcess process,
            Definedness defined,
            DataSteps data,
            Consumer<ModelFinding> found) {

        void judge() {
            Set<String> own = ProtectedVariables.of(contracts, process);
            Set<String> tested = ProtectedVariables.tested(process);
            for (Xml node : process.nodes()) {
                ways(node);
                overwritten(node, own, tested);
            }
        }

        private void ways(Xml node) {
            Set<String> always = new HashSet<>(defined.always(node));
            Set<String> sometimes = new HashSet<>(defined.sometimes(node));
            around(node).forEach(step -> {
                always.add(step.variable());
                sometimes.add(step.variable());
            });
            for (DataStep step : defined.steps(node)) {
                if (step.writes()) {
                    always.add(step.variable());
                    sometimes.add(step.variable());
                } else {
                    read(node, step, always, sometimes);
                }
            }
            process.outgoing(node).forEach(flow -> {
                for (DataStep step : defined.flowSteps(flow)) {
                    if (!step.writes()) {
                        read(flow, step, always, sometimes);
                        condition(flow, step);
                    }
                }
            });
        }

        /** What the subprocesses around a node have for themselves. */
        private List<DataStep> around(Xml node) {
            List<DataStep> steps = new ArrayList<>();
            ModelProcess.around(node).forEach(scope -> defined.steps(scope).stream()
                    .filter(DataStep::writes)
                    .forEach(steps::add));
            return steps;
        }

        private void read(Xml element, DataStep step, Set<String> always, Set<String> sometimes) {
            String variable = step.variable();
            if (!step.needed() || always.contains(variable)) {
                return;
            }
            String called = ModelProcess.called(element) + what(step) + "变量“" + variable + "”";
            if (!defined.all().contains(variable)) {
                found.accept(process.refused(step.at(), called + "，流程里没有谁写入它", "补上写入“" + variable + "”的环节，或者换一个变量"));
            } else if (!sometimes.contains(variable)) {
                found.accept(process.refused(step.at(), called + "，走到这里以前没有谁写入它", "把写入“" + variable + "”的环节放在前面"));
            } else if (contracts.variables().containsKey(variable)) {
                found.accept(process.refused(step.at(), called + "，有的路走到这里时还没有写入", "每一条路都先经过写入“" + variable + "”的环节"));
            } else {
                found.accept(process.forApproval(
                        step.at(), called + "，有的路走到这里时可能还没有写入", "每一条路都先写入“" + variable + "”，或者由第二人写明理由批准"));
            }
        }

        private String what(DataStep step) {
            return switch (step.by()) {
                case CONDITION -> "的条件比较";
                case TIMER -> "等到";
                case DECISION -> {
                    String decision = step.at().attribute("camunda:decisionRef");
                    yield "的决策“" + decision + "”"
                            + data.input(decision, step.variable())
                                    .map(input -> "（输入 " + input + "）")
                                    .orElse("")
                            + "读取";
                }
                case MAPPING -> "的映射读取";
                default -> "需要";
            };
        }

        private void condition(Xml flow, DataStep step) {
            if (step.by() != By.CONDITION) {
                return;
            }
            Condition condition = Condition.of(flow.text("conditionExpression"));
            List<DataStep> producers = process.nodes().stream()
                    .flatMap(node -> defined.steps(node).stream())
                    .filter(each -> each.writes() && each.variable().equals(condition.variable()))
                    .toList();
            boolean fits = producers.isEmpty() || producers.stream().anyMatch(each -> compares(condition, each));
            if (!fits) {
                found.accept(process.refused(
                        flow,
                        ModelProcess.called(flow) + "的条件“" + flow.text("conditionExpression") + "”不能成立："
                                + says(condition.variable(), producers),
                        "按变量的类型和所列的值比较"));
            }
            if (condition.sign() != null
                    && condition.sign().isEmpty()
                    && producers.stream()
                            .anyMatch(each -> each.values().stream().anyMatch(Objects::isNull))) {
                found.accept(process.refused(
                        flow,
                        ModelProcess.called(flow) + "的条件直接用“" + condition.variable() + "”，它可能没有值，引擎会报错",
                        "写成 ${" + condition.variable() + " == true}"));
            }
        }

        private static boolean compares(Condition condition, DataStep producer) {
            Type type = producer.type();
            String constant = condition.constant();
            if (condition.sign() == null || type == null) {
                return true;
            }
            if (constant == null) {
                return type == Type.BOOLEAN;
            }
            if (constant.equals("null")) {
                return true;
            }
            return switch (type) {
                case BOOLEAN ->
                    Set.of("true", "false").contains(constant)
                            && Set.of("==", "!=").contains(condition.sign());
                case INTEGER, LONG -> constant.matches("-?[0-9.]+");
                case LIST -> false;
                default ->
                    isAmong(constant, producer.values()) && Set.of("==", "!=").contains(condition.sign());
            };
        }

        private static boolean isAmong(String constant, List<Object> values) {
            boolean quoted = constant.startsWith("'") || constant.startsWith("\"");
            return quoted && (values.isEmpty() || values.contains(constant.substring(1, constant.length() - 1)));
        }

        private static String says(String variable, List<DataStep> producers) {
            DataStep first = producers.get(0);
            if (!first.values().isEmpty()) {
                return "“" + variable + "”只有这些值："
                        + first.values().stream()
                                .map(value -> value == null ? "空" : value.toString())
                                .reduce((one, other) -> one + "、" + other)
                                .orElse("");
            }
            return "“" + variable + "”的类型不同";
        }

        /** By what is not the program's own: parameters, results, elements of loops. */
        private void overwritten(Xml node, Set<String> own, Set<String> tested) {
            for (DataStep step : defined.steps(node)) {
                if (!step.writes() || !OF_THE_MODEL.contains(step.by())) {
                    continue;
                }
                boolean parameter = step.by() == By.INPUT || step.by() == By.OUTPUT;
                boolean taken = own.contains(step.variable())
                        || parameter && tested.contains(step.variable())
                        || contracts.beans().containsKey(step.variable())
                        || step.variable().equals("decisionResult");
                if (taken && !isMeant(node, step)) {
                    found.accept(process.refused(
                            step.at(),
                            ModelProcess.called(node) + "的" + what(step.by()) + "改写变量“" + step.variable()
                                    + "”，它应由程序或表单产生",
                            "删去，或者换一个名称"));
                }
            }
        }

        private static String what(By by) {
            return switch (by) {
                case INPUT -> "输入参数";
                case OUTPUT -> "输出参数";
                case DECISION -> "决策结果";
                case LOOP -> "多实例元素变量";
                default -> "事件";
            };
        }

        /** An input of the bean there, the first value of what each instance has, the element of a loop that a bean needs. */
        private boolean isMeant(Xml node, DataStep step) {
            if (step.by() == By.INPUT) {
                boolean input = process.beans(node).stream()
                        .flatMap(use -> contracts.bean(use.bean()).stream())
                        .anyMatch(bean -> bean.inputs().containsKey(step.variable()));
                return input || step.at().text().equals(preset(step.variable()).orElse(null)) && isLoop(node);
            }
            return step.by() == By.LOOP
                    && process.beans().stream()
                            .filter(use -> use.holder() == node
                                    || ModelProcess.around(use.holder()).contains(node))
                            .flatMap(use -> contracts.bean(use.bean()).stream())
                            .anyMatch(bean -> bean.each().containsValue(step.variable()));
        }

        private Optional<String> preset(String variable) {
            return Optional.ofNullable(contracts.processes().get(process.id()))
                    .map(ProcessContract::presets)
                    .map(presets -> presets.get(variable));
        }

        private static boolean isLoop(Xml node) {
            return node.child("multiInstanceLoopCharacteristics").isPresent();
        }
    }
}
