package org.smecluster.policy.guard;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;

/** Whether a process can run at all: to its end, on every branch, without standing still and without piling up. */
final class Soundness {

    private final StateGraph graph;
    private final ProcessNet net;
    private final Producers producers;
    private final Consumer<ModelFinding> found;
    private final BitSet reached = new BitSet();
    private final Set<Node> told = new HashSet<>();

    Soundness(StateGraph graph, Producers producers, Consumer<ModelFinding> found) {
        this.graph = graph;
        this.net = graph.net;
        this.producers = producers;
        this.found = found;
    }

    void judge() {
        unknown();
        refusals();
        messages();
        if (graph.incomplete != null) {
            report(
                    net.process.process(),
                    net.process.file(),
                    "流程" + net.process.label() + "太大，未能推演完（" + graph.incomplete + "）",
                    "减少并行的分支，或者由第二人核对后写明理由批准",
                    Weight.FOR_APPROVAL);
            return;
        }
        if (graph.pilesUp) {
            return;
        }
        reach();
        flows();
        nodes();
        ends();
        unconditioned();
        forks();
        new Standstill(graph).find().ifPresent(this::standstill);
        new IdleLoop(graph).find().forEach(this::loop);
    }

    private void report(Xml at, String file, String problem, String remedy, Weight weight) {
        found.accept(new ModelFinding(file, at.line(), at.id(), problem, remedy, null, weight));
    }

    private void report(Node node, String problem, String remedy, Weight weight) {
        told.add(node);
        report(node.xml, node.file, problem, remedy, weight);
    }

    private static String named(Node node) {
        String label = node.label();
        return label.equals(node.id()) || label.endsWith(node.id()) ? label : label + "（" + node.id() + "）";
    }

    private static String named(Flow flow) {
        return flow.xml().attribute("name", "").isBlank()
                ? "连线" + flow.xml().id()
                : flow.label() + "（" + flow.xml().id() + "）";
    }

    /** What stands in the process itself: what it calls is judged where it stands. */
    private boolean own(Node node) {
        for (Scope scope = node.scope; scope != null; scope = scope.parent) {
            if (scope.kind == Scope.Kind.CALLED) {
                return false;
            }
        }
        return true;
    }

    private void unknown() {
        net.nodes.stream()
                .filter(node -> node.kind == Node.Kind.UNKNOWN_CALL && own(node))
                .forEach(node -> report(
                        node,
                        named(node) + "调用的流程“" + node.xml.attribute("calledElement") + "”不在运行的模型中，或者指定了版本，未能分析",
                        "一并部署被调用的流程，版本绑定用 latest",
                        Weight.FOR_APPROVAL));
    }

    private void refusals() {
        Set<String> said = new HashSet<>();
        for (Refusal refusal : graph.refusals) {
            String value = refusal.value == null ? "" : refusal.value.inWords();
            if (said.add(refusal.kind + " " + refusal.node.index + " " + refusal.flow + " " + value)) {
                refusal(refusal, value);
            }
        }
    }

    private void refusal(Refusal refusal, String value) {
        Node node = refusal.node;
        if (refusal.kind == Refusal.Kind.HEAP) {
            report(node, named(node) + "会一再重复进入而不结束，令牌堆积", "检查前面的并行网关和回到前面的连线：分出去的分支应当合并", Weight.REFUSES);
            return;
        }
        NetVariable variable = refusal.variable;
        boolean certain = variable == null || variable.certain || refusal.value.kind() == Value.Kind.UNSET;
        String name = variable == null ? "" : variable.name;
        if (refusal.kind == Refusal.Kind.NO_WAY) {
            report(
                    node,
                    named(node)
                            + (variable == null ? "没有一条连线可走" : "在变量 " + name + " 为“" + value + "”时没有一条连线可走，案件停在前一步"),
                    "补一条默认连线，或者补上这种情形的条件",
                    certain ? Weight.REFUSES : Weight.FOR_APPROVAL);
        } else {
            told.add(node);
            String why = refusal.value.kind() == Value.Kind.UNSET ? "走到这里时可能还没有写过" : "可能为“" + value + "”，这样写无法判断";
            report(
                    refusal.flow.xml(),
                    node.file,
                    named(node) + "的" + named(refusal.flow) + "判断变量 " + name + "，而它" + why + "，案件停在前一步",
                    refusal.value.kind() == Value.Kind.UNSET
                            ? "判断之前须有环节写入这个变量，变量名须与写入的一致"
                            : "与一个值比较，例如 ${" + name + " == true}，其余走默认连线",
                    certain ? Weight.REFUSES : Weight.FOR_APPROVAL);
        }
    }

    private void messages() {
        for (Node node : net.nodes) {
            boolean waits = node.trigger.kind() == Trigger.Kind.MESSAGE
                    && node.kind != Node.Kind.PASS
                    && node.kind != Node.Kind.END;
            if (waits && node.kind != Node.Kind.EVENT_SUBPROCESS && own(node)) {
                String message = node.trigger.name();
                if (message == null || !producers.isSent(message)) {
                    report(
                            node,
                            named(node) + "等候消息“" + (message == null ? "" : message) + "”，没有任何环节发送它",
                            "消息名称须与程序发送的一致；不需要的，删去这个事件",
                            Weight.REFUSES);
                }
            }
        }
    }

    private void reach() {
        graph.happenings().forEach(happening -> {
            if (happening.node() != null) {
                reached.set(happening.node().index);
            }
        });
        for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
            reach(graph.marking(state));
        }
        graph.use.asked.forEach(node -> reached.set(node.index));
    }

    private void reach(Marking at) {
        at.tokens.forEach(token -> reached.set(Marking.node(token)));
        if (at.scope.owner != null) {
            reached.set(at.scope.owner.index);
        }
        at.children.forEach(this::reach);
    }

    private void flows() {
        for (Flow flow : net.flows) {
            Node node = flow.from();
            if (!own(node) || !graph.use.asked.contains(node) || graph.use.taken.contains(flow)) {
                continue;
            }
            boolean refuses = flow != node.defaultFlow && isCertain(flow);
            String why = flow == node.defaultFlow
                    ? "其他连线的条件总有一个成立"
                    : flow.condition() == null || graph.use.held.contains(flow) ? "前面的连线总是先走" : "条件永远不成立";
            if (told.add(node) || flow != node.defaultFlow) {
                report(
                        flow.xml(),
                        node.file,
                        named(node) + "的" + named(flow) + "永远不会走：" + why,
                        "核对条件的写法和代码；不需要的连线，删去",
                        refuses ? Weight.REFUSES : Weight.FOR_APPROVAL);
            }
        }
    }

    private boolean isCertain(Flow flow) {
        return flow.condition() == null || graph.certain(flow);
    }

    private void nodes() {
        for (Node node : net.nodes) {
            if (!own(node) || reached.get(node.index) || node.xml.name().equals("sequenceFlow")) {
                continue;
            }
            boolean alone = node.incoming.isEmpty()
                    && node.kind != Node.Kind.START
                    && node.kind != Node.Kind.BOUNDARY
                    && node.kind != Node.Kind.EVENT_SUBPROCESS;
            boolean thrown =
                    node.trigger.kind() == Trigger.Kind.ERROR || node.trigger.kind() == Trigger.Kind.ESCALATION;
            if (alone) {
                report(node, named(node) + "没有连线进来，走不到", "连上前面的环节；不需要的，删去", Weight.REFUSES);
            } else if (thrown && node.kind != Node.Kind.END) {
                report(node, named(node) + "等候的错误或升级，流程里没有抛出", "不需要的，删去；由程序抛出的，由第二人核对后批准", Weight.FOR_APPROVAL);
            } else if (node.incoming.stream().anyMatch(this::leadsHere)) {
                report(node, named(node) + "走不到", "检查前面的环节能否完成", Weight.REFUSES);
            }
        }
    }

    /** What is before it is reached, and nothing was said of it. */
    private boolean leadsHere(Flow flow) {
        return reached.get(flow.from().index)
                && !told.contains(flow.from())
                && !(graph.use.asked.contains(flow.from()) && !graph.use.taken.contains(flow));
    }

    private void ends() {
        for (Node node : net.nodes) {
            boolean open =
                    node.outgoing.isEmpty() && node.kind != Node.Kind.END && node.kind != Node.Kind.EVENT_SUBPROCESS;
            if (own(node) && open && reached.get(node.index)) {
                report(node, named(node) + "之后没有连线，流程在这里不声不响地结束", "连到下一个环节或者结束事件", Weight.FOR_APPROVAL);
            }
        }
    }

    /** A flow without a condition is taken, wherever it stands: beside it no other is, or no default. */
    private void unconditioned() {
        for (Node node : net.nodes) {
            boolean asks = node.kind == Node.Kind.EXCLUSIVE || node.kind == Node.Kind.INCLUSIVE;
            List<Flow> open = node.outgoing.stream()
                    .filter(flow -> flow != node.defaultFlow && !flow.isConditional())
                    .toList();
            if (!own(node) || !asks || node.outgoing.size() < 2) {
                continue;
            }
            if (node.defaultFlow != null && !open.isEmpty()) {
                report(
                        open.get(0).xml(),
                        node.file,
                        named(node) + "的" + named(open.get(0)) + "没有条件，总会走它，默认连线" + named(node.defaultFlow) + "走不到",
                        "给这条连线写明条件",
                        Weight.REFUSES);
            } else if (node.kind == Node.Kind.EXCLUSIVE && open.size() > 1) {
                report(
                        node,
                        named(node) + "有" + open.size() + "条连线没有条件，只会走第一条",
                        "每条连线写明条件，或者把其中一条设为默认连线",
                        Weight.REFUSES);
            }
        }
    }

    private void forks() {
        for (Node fork : net.nodes) {
            if (fork.kind != Node.Kind.PARALLEL || fork.outgoing.size() < 2 || !own(fork)) {
                continue;
            }
            fork.outgoing.stream()
                    .filter(Flow::isConditional)
                    .findFirst()
                    .ifPresent(flow -> report(
                            flow.xml(),
                            fork.file,
                            named(fork) + "是并行网关，不看" + named(flow) + "的条件，每一支都走",
                            "要按条件选择的，改用排他网关；都要走的，删去条件",
                            Weight.REFUSES));
            LooseFork.empty(fork)
                    .ifPresent(flow -> report(
                            flow.xml(),
                            fork.file,
                            named(fork) + "的" + named(flow) + "直接到合并的网关或者结束：这一支什么也不办",
                            "把要同时办理的环节放在这一支上；没有的，删去这条连线和网关",
                            Weight.REFUSES));
            LooseFork.meeting(fork)
                    .ifPresent(node -> report(
                            fork,
                            named(fork) + "分出去的几支在" + named(node) + "碰到一起而没有合并：从这里起每一支各办一次",
                            "在" + named(node) + "之前用并行网关合并，或者不要分开",
                            Weight.REFUSES));
        }
    }

    private void standstill(Standstill.Found where) {
        Node join = where.waiting();
        if (told.contains(join) || !own(join)) {
            return;
        }
        told.add(join);
        found.accept(new ModelFinding(
                join.file,
                join.xml.line(),
                join.xml.id(),
                join.isJoin()
                        ? named(join) + "等不齐全部进来的连线，流程停在这里：" + where.path().sentence()
                        : "到" + named(join) + "以后流程再也不能结束：" + where.path().sentence(),
                "合并的网关须与分出的网关同类，分出去的每一条分支都要能走到",
                null,
                Weight.REFUSES,
                where.path().elements()));
    }

    private void loop(List<Node> nodes) {
        Node first = nodes.get(0);
        if (own(first)) {
            report(first, named(first) + "所在的循环里没有人办理、也没有等候，会不停地自动重复", "循环里须有办理、计时或等候消息的环节", Weight.REFUSES);
        }
    }
}
