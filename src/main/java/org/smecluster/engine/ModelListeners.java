package org.smecluster.engine;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.smecluster.calendar.Deadlines;
import org.smecluster.law.Refusal;
import org.smecluster.policy.guard.TaskKind;
import org.smecluster.policy.guard.TaskKinds;

/** Adds to every parsed model what no model should have to say: the listeners of a kind, form checks, due dates, labels. */
class ModelListeners extends AbstractBpmnParseListener {

    private final StartFormListener startForm;
    private final Supplier<Deadlines> deadlines;
    private final Supplier<TurnNews> turns;
    private final Clock clock;

    ModelListeners(StartFormListener startForm, Supplier<Deadlines> deadlines, Supplier<TurnNews> turns, Clock clock) {
        this.startForm = startForm;
        this.turns = turns;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null) {
            activity.addListener(ExecutionListener.EVENTNAME_START, startForm, 0);
            activity.addListener(ExecutionListener.EVENTNAME_END, new KeepOtherFields());
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        kind(element, activity, task);
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, new TaskLabels());
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, new KeepOtherFields());
        String workingDays = property(element, DueDateListener.PROPERTY);
        if (workingDays != null) {
            DueDateListener dueDate = new DueDateListener(Integer.parseInt(workingDays.trim()), deadlines, clock);
            for (String event : List.of(
                    TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
                task.addTaskListener(event, dueDate);
            }
        } else {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, new LastMomentOfPeriod());
        }
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, new TurnListener(turns));
    }

    /** The listeners that the task's kind stands for, as if the model named them. */
    private static void kind(Element element, ActivityImpl activity, TaskDefinition task) {
        String name = property(element, TaskKinds.PROPERTY);
        if (name == null) {
            return;
        }
        TaskKind kind = TaskKinds.of(name)
                .orElseThrow(() ->
                        new Refusal("步骤“" + activity.getId() + "”的办理方式“" + name + "”不是系统提供的。请政策负责人改为系统提供的办理方式，重新部署。"));
        ExpressionManager expressions = Context.getProcessEngineConfiguration().getExpressionManager();
        for (String event : List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE)) {
            kind.listeners(event)
                    .forEach(bean -> task.addTaskListener(
                            event,
                            new DelegateExpressionTaskListener(
                                    expressions.createExpression("${" + bean + "}"), List.of())));
        }
    }

    private static String property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return null;
        }
        return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
