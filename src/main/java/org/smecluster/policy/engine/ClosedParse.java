package org.smecluster.policy.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.smecluster.law.Refusal;

/** What the engine would do while it reads a model, or by itself and past every expression: make objects, run commands. */
class ClosedParse extends BpmnParse {

    private static final String FORM_HANDLER = "formHandlerClass";

    ClosedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseStartFormHandlers(List<Element> startEvents, ProcessDefinitionEntity definition) {
        startEvents.forEach(ClosedParse::refuseFormHandler);
        super.parseStartFormHandlers(startEvents, definition);
    }

    @Override
    public TaskDefinition parseTaskDefinition(
            Element task, String key, ActivityImpl activity, ProcessDefinitionEntity definition) {
        refuseFormHandler(task);
        return super.parseTaskDefinition(task, key, activity, definition);
    }

    private static void refuseFormHandler(Element element) {
        String handler = element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, FORM_HANDLER);
        if (handler != null) {
            throw ClosedClasses.refusal(handler);
        }
    }

    @Override
    protected void parseShellServiceTask(ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
        throw refused(task, "命令行");
    }

    @Override
    protected void parseEmailServiceTask(ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
        throw refused(task, "邮件");
    }

    private static Refusal refused(Element task, String kind) {
        return new Refusal("步骤“" + task.attribute("id") + "”是" + kind + "任务，系统不执行。请政策负责人改为系统提供的步骤，重新部署。");
    }
}
