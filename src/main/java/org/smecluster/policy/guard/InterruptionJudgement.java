package org.smecluster.policy.guard;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.ProcessContract.Timer;

/**
 * Does anything end a step of the program's but what the program knows of? A timer that goes on to the decision, an error
 * that is caught, a signal that anybody sends would leave the step undone.
 */
final class InterruptionJudgement implements Judgement {

    private final BeanContracts contracts;

    InterruptionJudgement(BeanContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        for (ModelProcess process : models.processes()) {
            for (Xml event : process.nodes()) {
                if (isError(event) || MessageJudgement.interrupts(event)) {
                    Xml ended = ended(process, event);
                    if (ended != null && holdsSteps(process, ended, process.scope(event)) && !isMeant(process, event)) {
                        found.accept(process.refused(
                                event,
                                ModelProcess.called(event) + "会中断" + ModelProcess.called(ended) + "，程序规定的环节没有办完就被跳过",
                                event.name().equals("boundaryEvent")
                                        ? "改为非中断（cancelActivity=\"false\"），只用来提醒；或者删去"
                                        : "改为非中断（isInterrupting=\"false\"），或者删去"));
                    }
                }
            }
        }
    }

    /** Always interrupts, and may catch what a service refuses. */
    private static boolean isError(Xml event) {
        return event.child("errorEventDefinition").isPresent();
    }

    /** What the event would end; null where it ends nothing. */
    private static Xml ended(ModelProcess process, Xml event) {
        if (event.name().equals("boundaryEvent")) {
            return process.element(event.attribute("attachedToRef", "")).orElse(null);
        }
        Xml subprocess = process.scope(event);
        boolean begins = event.name().equals("startEvent") && ModelProcess.isEventSubprocess(subprocess);
        return begins ? process.scope(subprocess) : null;
    }

    private boolean holdsSteps(ModelProcess process, Xml ended, Xml beginning) {
        return ended.all()
                .filter(node -> node != beginning && !ModelProcess.around(node).contains(beginning))
                .anyMatch(node -> contracts.processes().containsKey(node.attribute("calledElement", ""))
                        || process.beans(node).stream()
                                .flatMap(use -> contracts.bean(use.bean()).stream())
                                .anyMatch(bean -> !bean.notice()));
    }

    private boolean isMeant(ModelProcess process, Xml event) {
        MessageContract message = contracts.messages().get(String.valueOf(process.message(event)));
        if (message != null) {
            return true; // judged with the messages
        }
        ProcessContract contract = contracts.processes().get(process.id());
        return contract != null
                && ModelProcess.wait(event)
                        .map(wait -> ModelProcess.variable(wait.text()))
                        .map(variable -> contract.timers().get(variable))
                        .filter(Timer::interrupts)
                        .filter(timer -> event.name().equals("boundaryEvent"))
                        .filter(timer ->
                                steps(process, event).anyMatch(step -> WaitJudgement.is(process, step, timer.on())))
                        .isPresent();
    }

    static Stream<Xml> steps(ModelProcess process, Xml boundary) {
        return process.element(boundary.attribute("attachedToRef", "")).stream().flatMap(Xml::all);
    }
}
