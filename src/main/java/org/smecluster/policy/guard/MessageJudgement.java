package org.smecluster.policy.guard;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.MessageContract.As;

/** Is each message that the program sends received where it is sent to, by what can receive it? */
final class MessageJudgement implements Judgement {

    private final BeanContracts contracts;

    MessageJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        for (ModelProcess process : models.processes()) {
            contracts.messages().values().stream()
                    .filter(message -> message.to().contains(process.id()))
                    .forEach(message ->
                            received(process, models.processBefore(process.id()).orElse(null), message, found));
            process.nodes().forEach(node -> {
                String name = process.message(node);
                if (name != null && !isThrown(node)) {
                    receiver(process, node, name, found);
                }
            });
        }
    }

    private static boolean isThrown(Xml node) {
        return node.name().equals("endEvent") || node.name().equals("intermediateThrowEvent");
    }

    private static void received(
            ModelProcess process, Xml before, MessageContract message, Consumer<ModelFinding> found) {
        boolean there = receivers(process, message).findAny().isPresent();
        if (!there) {
            Xml stood = before == null
                    ? null
                    : receivers(new ModelProcess(process.file(), before), message)
                            .findFirst()
                            .orElse(null);
            ModelFinding finding = process.refused(
                    stood == null ? process.xml() : process.element(stood.id()).orElse(process.xml()),
                    (stood == null ? "" : "原在" + ModelProcess.called(stood) + "（" + stood.id() + "）的") + "消息“"
                            + message.name() + "”没有元素接收，程序发出以后没有着落",
                    "补上接收消息“" + message.name() + "”的" + says(message.as()));
            found.accept(finding);
        }
    }

    private static Stream<Xml> receivers(ModelProcess process, MessageContract message) {
        return process.nodes().stream()
                .filter(node -> message.name().equals(process.message(node)) && !isThrown(node))
                .filter(node -> suits(process, node, message.as()));
    }

    private static boolean suits(ModelProcess process, Xml node, As as) {
        boolean start = node.name().equals("startEvent");
        boolean scope = start && ModelProcess.isEventSubprocess(process.scope(node));
        return switch (as) {
            case START -> start && process.scope(node) == process.xml();
            case SCOPE -> scope;
            case WAIT ->
                node.name().equals("intermediateCatchEvent") || node.name().equals("receiveTask");
            case ANY -> !start || scope;
        };
    }

    private static String says(As as) {
        return switch (as) {
            case START -> "开始事件";
            case SCOPE -> "事件子流程";
            case WAIT -> "中间事件";
            case ANY -> "事件（事件子流程、边界事件或者中间事件）";
        };
    }

    private void receiver(ModelProcess process, Xml node, String name, Consumer<ModelFinding> found) {
        MessageContract message = contracts.messages().get(name);
        String called = ModelProcess.called(node);
        if (message == null || !message.to().contains(process.id())) {
            found.accept(process.forApproval(node, called + "等待的消息“" + name + "”程序不发给这个流程", "改正消息的名称，或者由第二人写明由谁发出"));
            return;
        }
        if (!suits(process, node, message.as())) {
            found.accept(process.refused(node, called + "不能接收消息“" + name + "”", "改用" + says(message.as()) + "接收"));
        }
        if (node.name().equals("boundaryEvent")
                && message.step() != null
                && InterruptionJudgement.steps(process, node)
                        .noneMatch(step -> WaitJudgement.is(process, step, message.step()))) {
            found.accept(
                    process.refused(node, called + "放错了环节，收不到消息“" + name + "”", "放在“" + message.step() + "”所在环节的边界上"));
        }
        boolean beside = node.name().equals("boundaryEvent")
                || node.name().equals("startEvent") && ModelProcess.isEventSubprocess(process.scope(node));
        if (beside && interrupts(node) != message.interrupts()) {
            found.accept(process.refused(
                    node,
                    called + (message.interrupts() ? "收到消息以后，原来的办理不会停止" : "收到消息以后，原来的办理被中断"),
                    message.interrupts() ? "改为中断" : "改为非中断"));
        }
    }

    static boolean interrupts(Xml event) {
        return !"false"
                .equals(event.attribute(event.name().equals("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
    }
}
