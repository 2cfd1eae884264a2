package org.smecluster.worklist.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds the end of drafts to every parsed model. */
@Component
class DraftsPlugin extends AbstractProcessEnginePlugin {

    private final DraftsEnd draftsEnd;

    DraftsPlugin(ObjectProvider<DraftStore> drafts) {
        this.draftsEnd = new DraftsEnd(drafts::getObject);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        adding(configuration, new AtEveryForm());
    }

    static void adding(ProcessEngineConfigurationImpl configuration, BpmnParseListener listener) {
        List<BpmnParseListener> present = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(listener);
        configuration.setCustomPreBPMNParseListeners(all);
    }

    private final class AtEveryForm extends AbstractBpmnParseListener {

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null) {
                activity.addListener(ExecutionListener.EVENTNAME_END, draftsEnd);
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, draftsEnd);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, draftsEnd);
        }
    }
}
