package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.BeanContract.Kind;

/** Does each bean stand where it may, with what it needs beside it? */
final class BeanJudgement implements Judgement {

    /** At which a delegate may be called. */
    private static final Set<String> CALLING =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "intermediateThrowEvent", "endEvent");

    private final BeanContracts contracts;

    BeanJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        for (ModelProcess process : models.processes()) {
            Set<List<Object>> seen = new HashSet<>();
            for (BeanUse use : process.beans()) {
                contracts.bean(use.bean()).ifPresent(contract -> {
                    place(process, use, contract, found);
                    company(process, use, contract, found);
                    loops(process, use, contract, found);
                    transaction(process, use, contract, found);
                    if (contract.kind() == Kind.DELEGATE) {
                        new InputParameters(contracts, process, use, contract).judge(found);
                    }
                });
                if (!seen.add(List.of(System.identityHashCode(use.holder()), use.bean(), use.event()))) {
                    found.accept(process.refused(
                            use.said(),
                            ModelProcess.called(use.holder()) + "两次使用" + use.called() + "，内容会登记两遍",
                            use.ofKind() ? "办理方式已经包含监听器，删去自己写的监听器" : "删去重复的一个"));
                }
            }
            process.nodes().forEach(node -> {
                kind(process, node, found);
                record(process, node, found);
            });
        }
    }

    private static void kind(ModelProcess process, Xml node, Consumer<ModelFinding> found) {
        Xml said = TaskKinds.said(node);
        if (said == null) {
            return;
        }
        String name = said.attribute("value", "");
        if (!node.name().equals("userTask")) {
            found.accept(process.refused(
                    said, ModelProcess.called(node) + "写了办理方式“" + name + "”，办理方式只用于人工环节", "删去扩展属性 kind"));
        } else if (TaskKinds.of(name).isEmpty()) {
            found.accept(process.refused(
                    said,
                    ModelProcess.called(node) + "的办理方式“" + name + "”不是系统提供的",
                    "在 Modeler 里用本系统的模板选择办理方式；本流程可以用：" + String.join("、", offered(process))));
        }
    }

    private static List<String> offered(ModelProcess process) {
        return TaskKinds.all().stream()
                .filter(kind -> kind.mayStandIn(process.id()))
                .map(kind -> kind.label() + "（" + kind.name() + "）")
                .toList();
    }

    private static void place(ModelProcess process, BeanUse use, BeanContract contract, Consumer<ModelFinding> found) {
        String problem = ModelProcess.called(use.holder()) + "使用的" + use.called();
        if (!contract.mayStandIn(process.id())) {
            String remedy = use.ofKind() ? "换成本流程的办理方式，或者删去" : "换成本流程的组件，或者删去；组件的用途见 bean-contracts.yml";
            String elsewhere = problem + "只用于流程“"
                    + String.join("、", contract.processes().stream().sorted().toList()) + "”";
            found.accept(
                    contract.notice()
                            ? process.forApproval(use.said(), elsewhere, remedy)
                            : process.refused(use.said(), elsewhere, remedy));
        }
        boolean there = contract.kind() == Kind.DELEGATE
                ? CALLING.contains(use.holder().name())
                : contract.places().contains(use.place());
        if (!there) {
            found.accept(process.refused(
                    use.said(),
                    problem + "不能放在" + use.holder().name() + "的" + use.event() + "事件",
                    contract.kind() == Kind.DELEGATE ? "放在服务任务里" : "放在：" + String.join("、", contract.places())));
        }
    }

    /** The form that it reads, the decision whose result it reads, other listeners. */
    private static void company(
            ModelProcess process, BeanUse use, BeanContract contract, Consumer<ModelFinding> found) {
        String holder = ModelProcess.called(use.holder());
        String form = use.holder().attribute("camunda:formRef");
        if (contract.form() != null && !contract.form().equals(form)) {
            found.accept(process.refused(
                    use.said(),
                    holder + "的" + use.called() + "读取表单“" + contract.form() + "”，此处用的是"
                            + (form == null ? "没有表单" : "“" + form + "”"),
                    "改用表单“" + contract.form() + "”；要增减栏目的，修改那张表单"));
        }
        if (contract.decision() != null
                && !contract.decision().equals(use.holder().attribute("camunda:decisionRef"))) {
            found.accept(process.refused(
                    use.said(),
                    holder + "的组件“" + use.bean() + "”读取决策“" + contract.decision() + "”的结果，此处用的是“"
                            + use.holder().attribute("camunda:decisionRef") + "”",
                    "改用决策“" + contract.decision() + "”"));
        }
        for (String other : contract.with()) {
            boolean there = process.beans(use.holder()).stream()
                    .anyMatch(each -> each.bean().equals(other));
            if (!there) {
                found.accept(process.refused(
                        use.holder(),
                        holder + "缺少监听器“" + other + "”",
                        "补上监听器“" + other + "”，它为“" + use.bean() + "”准备内容"));
            }
        }
    }

    private static void loops(ModelProcess process, BeanUse use, BeanContract contract, Consumer<ModelFinding> found) {
        Loop needed = contract.each().entrySet().stream()
                .map(each -> new Loop(each.getKey(), each.getValue()))
                .findFirst()
                .orElse(null);
        List<Xml> places = new ArrayList<>(List.of(use.holder()));
        places.addAll(ModelProcess.around(use.holder()));
        boolean there = needed == null;
        for (Xml place : places) {
            Xml loop = place.child("multiInstanceLoopCharacteristics").orElse(null);
            if (loop == null) {
                continue;
            }
            if (needed != null && needed.is(loop)) {
                there = true;
            } else {
                found.accept(process.refused(
                        place,
                        ModelProcess.called(place) + "是多实例，其中的" + use.called() + "不能重复或者一次也不执行",
                        needed == null
                                ? "删去多实例"
                                : "按集合“" + needed.collection + "”逐个办理，元素变量为“" + needed.element + "”，不提前结束"));
                return;
            }
        }
        if (!there) {
            found.accept(process.refused(
                    use.holder(),
                    ModelProcess.called(use.holder()) + "的" + use.called() + "须按集合“" + needed.collection + "”逐个办理",
                    "放在多实例中：集合“" + needed.collection + "”，元素变量“" + needed.element + "”"));
        }
    }

    private record Loop(String collection, String element) {

        /** Over the whole collection: it does not end early and is of no fixed number. */
        boolean is(Xml loop) {
            String over = loop.attribute("camunda:collection", "");
            String variable = ModelProcess.variable(over);
            return collection.equals(variable == null ? over : variable)
                    && element.equals(loop.attribute("camunda:elementVariable"))
                    && loop.child("completionCondition").isEmpty()
                    && loop.child("loopCardinality").isEmpty();
        }
    }

    private static void transaction(
            ModelProcess process, BeanUse use, BeanContract contract, Consumer<ModelFinding> found) {
        Xml holder = use.holder();
        String called = ModelProcess.called(holder);
        if (contract.asynchronous() && !"true".equals(holder.attribute("camunda:asyncBefore"))) {
            found.accept(
                    process.refused(holder, called + "须单独提交：失败时只重试这一步，不影响前面已经办理的", "写上 camunda:asyncBefore=\"true\""));
        }
        if ("false".equals(holder.attribute("camunda:exclusive"))) {
            found.accept(process.refused(holder, called + "不能与同一案件的其他步骤同时执行", "删去 camunda:exclusive=\"false\""));
        }
        if (contract.form() != null
                && holder.name().equals("startEvent")
                && "true".equals(holder.attribute("camunda:asyncBefore"))) {
            found.accept(process.refused(holder, called + "读取发起表单，不能异步：那时填写的内容已经没有了", "删去 camunda:asyncBefore"));
        }
    }

    /** What is entered in a form of the program's must reach the program. */
    private void record(ModelProcess process, Xml node, Consumer<ModelFinding> found) {
        String form = node.attribute("camunda:formRef");
        if (form == null || !contracts.forms().containsKey(form)) {
            return;
        }
        List<String> readers = contracts.beans().values().stream()
                .filter(bean -> form.equals(bean.form()))
                .map(BeanContract::name)
                .toList();
        String remedy = TaskKinds.of(form)
                .map(kind -> "选择办理方式“" + kind.label() + "”（扩展属性 " + TaskKinds.PROPERTY + " 的值为 " + form + "）")
                .orElse("补上监听器“" + String.join("、", readers) + "”");
        boolean read = process.beans(node).stream().anyMatch(use -> readers.contains(use.bean()));
        if (!read) {
            found.accept(process.refused(
                    node, ModelProcess.called(node) + "的表单“" + form + "”没有谁读取，填写的内容会丢失", remedy + "，或者换成自己的表单"));
        }
    }
}
