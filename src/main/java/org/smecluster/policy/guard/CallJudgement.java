package org.smecluster.policy.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;

/** Does each call give the called process what it needs, and bring back nothing that others say? */
final class CallJudgement implements Judgement {

    private final BeanContracts contracts;

    CallJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        List<ModelProcess> processes = models.processes();
        for (ModelProcess process : processes) {
            process.nodes().stream()
                    .filter(node -> node.name().equals("callActivity"))
                    .forEach(call -> {
                        String id = call.attribute("calledElement");
                        Optional<ModelProcess> called = processes.stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst();
                        called.ifPresent(callee -> {
                            given(process, call, callee, found);
                            brought(process, call, callee, found);
                        });
                    });
        }
    }

    private void given(ModelProcess process, Xml call, ModelProcess callee, Consumer<ModelFinding> found) {
        ProcessContract contract = contracts.processes().get(callee.id());
        Map<String, String> needed = contract == null ? Map.of() : contract.called();
        String name = ModelProcess.called(call);
        if (!needed.isEmpty() && call.extensions("in").noneMatch(in -> in.attribute("businessKey") != null)) {
            found.accept(process.refused(
                    call,
                    name + "没有把案号作为业务主键传入“" + callee.id() + "”，消息送不到",
                    "加上 <camunda:in businessKey=\"#{execution.processBusinessKey}\" />"));
        }
        needed.forEach((target, source) -> {
            Optional<Xml> in = call.extensions("in")
                    .filter(each -> target.equals(each.attribute("target")))
                    .findFirst();
            if (in.isEmpty()) {
                found.accept(process.refused(
                        call, name + "没有传入“" + target + "”，“" + callee.id() + "”不能办理", mapping(source, target)));
            } else if (!isFrom(in.get(), source)) {
                found.accept(process.refused(
                        in.get(), name + "传入的“" + target + "”不是本案的“" + source + "”", mapping(source, target)));
            }
        });
        Set<String> its = ProtectedVariables.of(contracts, callee);
        call.extensions("in")
                .filter(in -> in.attribute("target") != null && !needed.containsKey(in.attribute("target")))
                .filter(in -> its.contains(in.attribute("target")))
                .forEach(in -> found.accept(process.refused(
                        in,
                        name + "传入的“" + in.attribute("target") + "”是“" + callee.id() + "”自己产生的变量，会被改写",
                        "删去，或者换一个名称")));
        if (contract != null && contract.called().isEmpty()) {
            found.accept(process.refused(call, name + "调用的“" + callee.id() + "”不是供别的流程调用的", "换成可以调用的流程"));
        }
    }

    private static String mapping(String source, String target) {
        return "写成 <camunda:in source=\"" + source + "\" target=\"" + target + "\" />";
    }

    private static boolean isFrom(Xml in, String source) {
        String expression = ModelProcess.variable(in.attribute("sourceExpression"));
        return source.equals(in.attribute("source")) || source.equals(expression);
    }

    private void brought(ModelProcess process, Xml call, ModelProcess callee, Consumer<ModelFinding> found) {
        ProcessContract contract = contracts.processes().get(callee.id());
        List<String> gives = contract == null ? List.of() : contract.gives();
        Set<String> here = new HashSet<>(ProtectedVariables.of(contracts, process));
        if (contracts.processes().containsKey(process.id())) {
            here.addAll(contracts.variables().keySet());
        }
        call.extensions("out").forEach(out -> {
            String target = out.attribute("target");
            boolean given = gives.contains(target) && isFrom(out, target);
            if (target != null && here.contains(target) && !given) {
                found.accept(process.refused(
                        out, ModelProcess.called(call) + "传出的映射改写“" + target + "”，它应由本流程的环节产生", "删去，或者换一个名称"));
            }
        });
    }
}
