package org.smecluster.policy.guard;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.BeanContracts.Type;
import org.smecluster.policy.guard.ProcessContract.Timer;

/** Does each timer wait for a moment that somebody sets, and is each moment that the program sets waited for? */
final class WaitJudgement implements Judgement {

    private static final Pattern REPEATED = Pattern.compile("R[0-9]*/(?:[^P]*/)?(P.*)");
    private static final Pattern ONCE_A_YEAR =
            Pattern.compile("\\S+ \\S+ \\S+ ([0-9]{1,2}) ([0-9]{1,2}) \\S+(?: \\S+)?");
    private static final int LAST_MONTH = 3;

    private final BeanContracts contracts;

    WaitJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        for (ModelProcess process : models.processes()) {
            process.nodes()
                    .forEach(node -> ModelProcess.wait(node).ifPresent(wait -> itself(process, node, wait, found)));
            ProcessContract contract = contracts.processes().get(process.id());
            if (contract != null) {
                Xml before = models.processBefore(process.id()).orElse(null);
                contract.timers().forEach((variable, timer) -> awaited(process, before, variable, timer, found));
                if (contract.yearly()) {
                    yearly(process, found);
                }
            }
        }
    }

    private void itself(ModelProcess process, Xml node, Xml wait, Consumer<ModelFinding> found) {
        String called = ModelProcess.called(node);
        String text = wait.text();
        String variable = ModelProcess.variable(text);
        if (!wait.name().equals("timeDate") && ModelProcess.isReference(text)) {
            found.accept(process.refused(
                    node, called + "的时长“" + text + "”来自变量，不能确定大于零", "写成固定的时长，例如 P5D；等到某一天的，用日期（timeDate）"));
        } else if (wait.name().equals("timeDate") && variable != null) {
            date(process, node, variable, found);
        } else if (wait.name().equals("timeDate")) {
            found.accept(
                    process.forApproval(node, called + "等到固定的日期“" + text + "”，过了这一天就不再等", "改用程序计算的日期变量，或者由第二人写明理由批准"));
        } else if (!isPositive(text)) {
            found.accept(process.refused(node, called + "的时长“" + text + "”为零，一到就过", "写成大于零的时长，例如 P5D"));
        }
    }

    private void date(ModelProcess process, Xml node, String variable, Consumer<ModelFinding> found) {
        Type type = contracts.variables().get(variable);
        if (type == Type.MOMENT) {
            return;
        }
        String called = ModelProcess.called(node);
        if (type == null) {
            found.accept(process.forApproval(
                    node, called + "等到“" + variable + "”，它由人填写，可能已经过去", "改用程序计算的日期变量，或者由第二人写明理由批准"));
        } else {
            found.accept(process.refused(node, called + "等到的“" + variable + "”不是日期", "换成日期变量，例如程序计算的期限"));
        }
    }

    private static boolean isPositive(String text) {
        Matcher repeated = REPEATED.matcher(text);
        String period = repeated.matches() ? repeated.group(1) : text;
        return !period.startsWith("P")
                || Pattern.compile("[1-9]").matcher(period).find();
    }

    private void awaited(ModelProcess process, Xml before, String variable, Timer timer, Consumer<ModelFinding> found) {
        if (timers(process, variable).anyMatch(node -> suits(process, node, timer))) {
            return;
        }
        Optional<Xml> meant = Stream.concat(
                        timers(process, variable),
                        Stream.ofNullable(before)
                                .flatMap(process1 -> timers(new ModelProcess(process.file(), process1), variable)))
                .findFirst();
        Xml at = meant.flatMap(node -> process.element(node.id())).orElse(process.xml());
        String problem = meant.map(node -> ModelProcess.called(node) + "（" + node.id() + "）应")
                        .orElse("流程应") + "等到“" + variable + "”" + says(timer);
        String remedy = "计时写成 timeDate“${" + variable + "}”" + says(timer);
        found.accept(timer.notice() ? process.forApproval(at, problem, remedy) : process.refused(at, problem, remedy));
    }

    private static String says(Timer timer) {
        return timer.boundary() ? "，放在“" + timer.on() + "”的边界上，" + (timer.interrupts() ? "到时中断" : "到时不中断") : "，到时才往下走";
    }

    private static Stream<Xml> timers(ModelProcess process, String variable) {
        return process.nodes().stream().filter(node -> ModelProcess.wait(node)
                .filter(wait -> wait.name().equals("timeDate"))
                .map(wait -> variable.equals(ModelProcess.variable(wait.text())))
                .orElse(false));
    }

    private static boolean suits(ModelProcess process, Xml node, Timer timer) {
        if (!timer.boundary()) {
            return node.name().equals("intermediateCatchEvent");
        }
        return node.name().equals("boundaryEvent")
                && MessageJudgement.interrupts(node) == timer.interrupts()
                && InterruptionJudgement.steps(process, node).anyMatch(step -> is(process, step, timer.on()));
    }

    /** Whether a node calls the process or has the listener. */
    static boolean is(ModelProcess process, Xml node, String on) {
        return on.equals(node.attribute("calledElement"))
                || process.beans(node).stream().anyMatch(use -> use.bean().equals(on));
    }

    private static void yearly(ModelProcess process, Consumer<ModelFinding> found) {
        boolean begins = process.nodes().stream()
                .filter(node -> node.name().equals("startEvent") && process.scope(node) == process.xml())
                .flatMap(node -> ModelProcess.wait(node).stream())
                .anyMatch(wait -> wait.name().equals("timeCycle") && isInTime(wait.text()));
        if (!begins) {
            found.accept(process.refused(
                    process.xml(),
                    "流程“" + process.id() + "”没有每年3月30日以前启动一次的计时，报送期限就没有人等",
                    "开始事件写成每年一次的周期，例如 0 0 0 1 1 ?"));
        }
    }

    private static boolean isInTime(String cycle) {
        Matcher once = ONCE_A_YEAR.matcher(cycle.strip());
        return once.matches() && Integer.parseInt(once.group(2)) <= LAST_MONTH
                || cycle.strip().matches("R/.*P(1Y|12M)");
    }
}
