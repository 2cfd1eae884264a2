package org.smecluster.policy.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;

/** Is each process that the program knows by its id there, with all that the program relies on in it? */
final class ProcessJudgement implements Judgement {

    private static final Pattern DAYS = Pattern.compile("P?([0-9]+)D?");

    private final BeanContracts contracts;

    ProcessJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        List<ModelProcess> processes = models.processes();
        processes.forEach(process -> itself(process, found));
        contracts.processes().forEach((id, contract) -> {
            Optional<ModelProcess> process =
                    processes.stream().filter(each -> id.equals(each.id())).findFirst();
            if (process.isEmpty()) {
                found.accept(new ModelFinding(
                        file(models, id), 0, null, "没有流程“" + id + "”了，程序和别的流程按这个标识使用它", "流程的标识（id）改回“" + id + "”"));
            } else {
                new Known(
                                contracts,
                                contract,
                                process.get(),
                                models.processBefore(id).orElse(null))
                        .judge(found);
            }
        });
    }

    private static String file(RunningModels models, String process) {
        return models.files("bpmn").stream()
                .map(file -> file.name())
                .filter(models::isDeployed)
                .filter(name -> name.endsWith("/" + process + ".bpmn") || name.equals(process + ".bpmn"))
                .findFirst()
                .orElse("（全部文件）");
    }

    private static void itself(ModelProcess process, Consumer<ModelFinding> found) {
        if (!"true".equals(process.xml().attribute("isExecutable"))) {
            found.accept(process.refused(
                    process.xml(), "流程“" + process.id() + "”不能执行，部署以后没有人能用", "写上 isExecutable=\"true\""));
        }
    }

    private static int days(String timeToLive) {
        Matcher days = DAYS.matcher(timeToLive == null ? "" : timeToLive);
        return days.matches() ? Integer.parseInt(days.group(1)) : 0;
    }

    /** One that the program knows. */
    private record Known(BeanContracts contracts, ProcessContract contract, ModelProcess process, Xml before) {

        void judge(Consumer<ModelFinding> found) {
            if (days(process.xml().attribute("camunda:historyTimeToLive")) < contract.history()) {
                found.accept(process.refused(
                        process.xml(),
                        "流程“" + process.id() + "”的保存期限短于" + contract.history() + "天，案件的经过会被提前清除",
                        "写上 camunda:historyTimeToLive=\"P" + contract.history() + "D\" 或者更长"));
            }
            boolean tasklist = !"false".equals(process.xml().attribute("camunda:isStartableInTasklist"));
            if (tasklist != contract.tasklist()) {
                found.accept(process.refused(
                        process.xml(),
                        "流程“" + process.id() + "”" + (tasklist ? "只由程序启动，不能由人发起" : "不能由人发起了"),
                        tasklist ? "写上 camunda:isStartableInTasklist=\"false\"" : "删去 camunda:isStartableInTasklist"));
            }
            beans(found);
            contract.outcomes().forEach((bean, outcomes) -> outcomes(bean, outcomes, found));
            contract.named().forEach((id, what) -> named(id, what, found));
            called(found);
            contract.presets().forEach((variable, value) -> preset(variable, value, found));
        }

        /** Without it the instances would share the variable. */
        private void preset(String variable, String value, Consumer<ModelFinding> found) {
            boolean there = process.nodes().stream()
                    .filter(node ->
                            node.child("multiInstanceLoopCharacteristics").isPresent())
                    .map(node -> ModelProcess.inputs(node).get(variable))
                    .anyMatch(input -> input != null && input.text().equals(value));
            if (!there) {
                Xml at = process.nodes().stream()
                        .filter(node ->
                                node.child("multiInstanceLoopCharacteristics").isPresent())
                        .findFirst()
                        .orElse(process.xml());
                found.accept(process.refused(
                        at,
                        ModelProcess.called(at) + "没有给每一位各自的“" + variable + "”，各人的答复会互相改写",
                        "在多实例子流程上写输入参数“" + variable + "”，值为“" + value + "”"));
            }
        }

        private void beans(Consumer<ModelFinding> found) {
            Set<String> used = process.beans().stream().map(BeanUse::bean).collect(Collectors.toSet());
            contracts.beans().values().stream()
                    .filter(bean -> bean.processes().contains(process.id()) && !bean.former())
                    .filter(bean -> !used.contains(bean.name()))
                    .forEach(bean -> {
                        Xml at = stood(bean.name());
                        String problem = where(at) + called(bean) + "没有了，流程“" + process.id() + "”缺少这一步";
                        found.accept(
                                bean.notice()
                                        ? gone(at, problem, "补上；确实不再提醒的，由第二人写明理由批准", false)
                                        : gone(at, problem, "补上" + step(bean), true));
                    });
        }

        private static String called(BeanContract bean) {
            if (bean.label() == null) {
                return "组件“" + bean.name() + "”";
            }
            return (bean.kind() == BeanContract.Kind.TASK_LISTENER ? "办理方式“" : "系统环节“") + bean.label() + "”（"
                    + bean.name() + "）";
        }

        private static String step(BeanContract bean) {
            if (bean.kind() == BeanContract.Kind.TASK_LISTENER && bean.label() != null) {
                return "办理方式为“" + bean.label() + "”的人工环节（在 Modeler 里选模板）";
            }
            String using = "使用“" + bean.name() + "”的";
            return using
                    + switch (bean.kind()) {
                        case DELEGATE -> "服务任务";
                        case EXECUTION_LISTENER -> "监听器（" + String.join("、", bean.places()) + "）";
                        case TASK_LISTENER -> "人工任务监听器（" + String.join("、", bean.places()) + "）";
                    };
        }

        /** Where the bean stands in what runs now; null where it stands nowhere. */
        private Xml stood(String bean) {
            return before == null
                    ? null
                    : new ModelProcess(process.file(), before)
                            .beans().stream()
                                    .filter(use -> use.bean().equals(bean))
                                    .map(BeanUse::holder)
                                    .findFirst()
                                    .orElse(null);
        }

        private static String where(Xml at) {
            return at == null ? "" : "原在" + ModelProcess.called(at) + "的";
        }

        /** At the element that stood there, whether it is there still or not. */
        private ModelFinding gone(Xml at, String problem, String remedy, boolean refuses) {
            Xml still = at == null ? null : process.element(at.id()).orElse(null);
            Xml line = still == null ? process.xml() : still;
            ModelFinding found =
                    refuses ? process.refused(line, problem, remedy) : process.forApproval(line, problem, remedy);
            return new ModelFinding(
                    found.file(),
                    found.line(),
                    at == null ? found.element() : at.id(),
                    found.problem(),
                    found.remedy(),
                    found.article(),
                    found.weight());
        }

        private void outcomes(String bean, List<String> outcomes, Consumer<ModelFinding> found) {
            Set<String> stated = new HashSet<>();
            process.beans().stream()
                    .filter(use -> use.bean().equals(bean))
                    .map(use -> ModelProcess.inputs(use.holder()).get("outcome"))
                    .filter(outcome -> outcome != null)
                    .forEach(outcome -> stated.add(outcome.text()));
            for (String outcome : outcomes) {
                if (!stated.contains(outcome)) {
                    Xml at = closed(bean, outcome);
                    found.accept(gone(
                            at,
                            where(at) + "结案结果“" + outcome + "”没有了，这样结束的案件不会办结",
                            "补上以“" + outcome + "”结案的服务任务（" + bean + "）",
                            true));
                }
            }
        }

        private Xml closed(String bean, String outcome) {
            return before == null
                    ? null
                    : new ModelProcess(process.file(), before)
                            .beans().stream()
                                    .filter(use -> use.bean().equals(bean))
                                    .map(BeanUse::holder)
                                    .filter(holder -> Optional.ofNullable(
                                                    ModelProcess.inputs(holder).get("outcome"))
                                            .map(Xml::text)
                                            .filter(outcome::equals)
                                            .isPresent())
                                    .findFirst()
                                    .orElse(null);
        }

        private void named(String id, String what, Consumer<ModelFinding> found) {
            Xml element = process.element(id).orElse(null);
            boolean its = element != null
                    && Stream.concat(
                                    process.beans(element).stream().map(BeanUse::bean),
                                    ModelProcess.wait(element).map(wait -> ModelProcess.variable(wait.text())).stream())
                            .anyMatch(what::equals);
            if (!its) {
                Xml at = element == null ? process.xml() : element;
                found.accept(process.refused(
                        at,
                        "程序按标识“" + id + "”使用的元素（" + what + "）" + (element == null ? "没有了" : "换成了别的"),
                        "把" + (contracts.beans().containsKey(what) ? "使用“" + what + "”的任务" : "等到“" + what + "”的计时事件")
                                + "的标识写成“" + id + "”"));
            }
        }

        private void called(Consumer<ModelFinding> found) {
            Map<String, List<String>> needed =
                    Map.of("calledElement", contract.calls(), "camunda:decisionRef", contract.decisions());
            needed.forEach((attribute, names) -> names.stream()
                    .filter(name -> process.nodes().stream().noneMatch(node -> name.equals(node.attribute(attribute))))
                    .forEach(name -> {
                        Xml at = before == null
                                ? null
                                : before.all()
                                        .filter(node -> name.equals(node.attribute(attribute)))
                                        .findFirst()
                                        .orElse(null);
                        found.accept(gone(at, where(at) + "对“" + name + "”的调用没有了", "补上对“" + name + "”的调用", true));
                    }));
        }
    }
}
