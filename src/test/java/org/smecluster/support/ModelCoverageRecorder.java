package org.smecluster.support;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Records which nodes and flows of the models, and which rules of the decisions, the tests really took. Every
 * application of the test run leaves one file; {@code EveryPathIsTakenIT} reads them all.
 */
@Component
class ModelCoverageRecorder extends AbstractProcessEnginePlugin {

    static final Path FOLDER = Path.of("target", "model-coverage");

    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new RecordingParseListener());
        configuration.setCustomPostBPMNParseListeners(listeners);
        DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration() == null
                ? (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                : configuration.getDmnEngineConfiguration();
        decisions.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(this::record)));
        configuration.setDmnEngineConfiguration(decisions);
    }

    private void record(DmnDecisionEvaluationEvent event) {
        record(event.getDecisionResult());
        event.getRequiredDecisionResults().forEach(this::record);
    }

    private void record(DmnDecisionLogicEvaluationEvent event) {
        if (event instanceof DmnDecisionTableEvaluationEvent table) {
            table.getMatchingRules()
                    .forEach(rule -> taken.add(table.getDecision().getKey() + "#" + rule.getId()));
        }
    }

    @PreDestroy
    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(UUID.randomUUID() + ".txt"), new TreeSet<>(taken));
    }

    private final class RecordingParseListener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            record(process.getKey(), process);
        }

        private void record(String process, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                ExecutionListener node = execution -> taken.add(process + "#" + activity.getId());
                activity.addListener(ExecutionListener.EVENTNAME_START, node);
                for (var transition : activity.getOutgoingTransitions()) {
                    ExecutionListener flow = execution -> taken.add(process + "#" + transition.getId());
                    ((TransitionImpl) transition).addExecutionListener(flow);
                }
                record(process, activity);
            }
        }
    }
}
