package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;

/** Are the forms, processes and decisions there that models and the program name? */
final class ReferenceJudgement implements Judgement {

    private static final Map<String, String> KINDS =
            Map.of("camunda:formRef", "表单", "calledElement", "流程", "camunda:decisionRef", "决策");

    private final BeanContracts contracts;

    ReferenceJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        List<ModelProcess> processes = models.processes();
        Set<String> decisions = models.roots("dmn").values().stream()
                .flatMap(root -> root.children("decision"))
                .map(Xml::id)
                .collect(Collectors.toSet());
        Map<String, Set<String>> there = Map.of(
                "camunda:formRef",
                        models.forms().values().stream()
                                .map(form -> form.at("id").text())
                                .collect(Collectors.toSet()),
                "calledElement", processes.stream().map(ModelProcess::id).collect(Collectors.toSet()),
                "camunda:decisionRef", decisions);
        for (ModelProcess process : processes) {
            process.nodes()
                    .forEach(node -> KINDS.forEach((attribute, kind) -> {
                        String name = node.attribute(attribute);
                        if (name != null && !there.get(attribute).contains(name)) {
                            found.accept(process.refused(
                                    node,
                                    ModelProcess.called(node) + "使用的" + kind + "“" + name + "”不存在",
                                    "改正名称，或者先部署" + kind + "“" + name + "”"));
                        }
                        if (name != null) {
                            binding(process, node, attribute, kind, found);
                        }
                    }));
            missing(process, found);
        }
        contracts.decisions().stream()
                .filter(decision -> !decisions.contains(decision))
                .forEach(decision -> found.accept(new ModelFinding(
                        file(models, decision),
                        0,
                        null,
                        "没有决策“" + decision + "”了，程序按这个标识使用它",
                        "决策的标识（id）改回“" + decision + "”")));
        contracts.forms().keySet().stream()
                .filter(form -> !there.get("camunda:formRef").contains(form))
                .forEach(form -> found.accept(new ModelFinding(
                        "（全部文件）", 0, null, "没有表单“" + form + "”了，程序按这个标识读取它", "表单的标识（id）改回“" + form + "”")));
    }

    private static String file(RunningModels models, String decision) {
        List<String> deployed = models.files("dmn").stream()
                .map(ModelSource::name)
                .filter(models::isDeployed)
                .toList();
        return deployed.size() == 1
                ? deployed.get(0)
                : deployed.stream()
                        .filter(name -> name.endsWith("/" + decision + ".dmn"))
                        .findFirst()
                        .orElse("（全部文件）");
    }

    /** What is named in another file is the latest that runs (ADR 0005). */
    private static void binding(
            ModelProcess process, Xml node, String attribute, String kind, Consumer<ModelFinding> found) {
        String name = attribute.equals("calledElement") ? "camunda:calledElementBinding" : attribute + "Binding";
        String binding = node.attribute(name);
        if (binding != null && !binding.equals("latest")) {
            found.accept(process.refused(
                    node,
                    ModelProcess.called(node) + "把" + kind + "“" + node.attribute(attribute) + "”固定在“" + binding
                            + "”，以后修改不起作用",
                    "写成 " + name + "=\"latest\""));
        }
    }

    /** Nodes that do nothing without what they do not name. */
    private static void missing(ModelProcess process, Consumer<ModelFinding> found) {
        for (Xml node : process.nodes()) {
            boolean empty =
                    switch (node.name()) {
                        case "callActivity" -> node.attribute("calledElement") == null;
                        case "businessRuleTask" ->
                            node.attribute("camunda:decisionRef") == null
                                    && node.attribute("camunda:delegateExpression") == null;
                        default -> false;
                    };
            if (empty) {
                found.accept(process.refused(
                        node, ModelProcess.called(node) + "没有写明调用什么", "写上 calledElement 或者 camunda:decisionRef"));
            }
        }
    }
}
