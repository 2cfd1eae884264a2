package org.smecluster.assessment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.smecluster.engine.DecisionModels;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.EvaluatedDecision;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;

/** The project's own DMN files on Camunda's DMN engine, without a process engine or a database; version 1 of each. */
public final class StandaloneDecisionTables implements DecisionTables {

    private static final List<Path> FILES = List.of(
            Path.of("processes", "recognition", "basicConditions.dmn"),
            Path.of("processes", "recognition", "readings.dmn"),
            Path.of("processes", "recognition", "vetoConditions.dmn"),
            Path.of("processes", "national", "nationalRecommendationCriteria.dmn"),
            Path.of("processes", "registry", "clusterStateRights.dmn"));

    private final ThreadLocal<DmnDecisionEvaluationEvent> last = new ThreadLocal<>();
    private final DmnEngine engine = engine(last::set);
    private final Map<String, DmnModelInstance> models = new HashMap<>();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    public static StandaloneDecisionTables asDeployed() {
        return new StandaloneDecisionTables(model -> model);
    }

    /** The tables as a policy owner might have edited them. */
    static StandaloneDecisionTables edited(UnaryOperator<String> edit) {
        return new StandaloneDecisionTables(edit);
    }

    private StandaloneDecisionTables(UnaryOperator<String> edit) {
        for (Path file : FILES) {
            DmnModelInstance model = Dmn.readModelFromStream(stream(edit.apply(read(file))));
            for (DmnDecision decision : engine.parseDecisions(model)) {
                decisions.put(decision.getKey(), decision);
                models.put(decision.getKey(), model);
            }
        }
    }

    private static DmnEngine engine(DmnDecisionEvaluationListener listener) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> new BoundedFeel(new CachedFeel()));
        configuration.setCustomPostDecisionEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DecisionTables inCase(String caseNumber) {
        return this;
    }

    @Override
    public Evaluation evaluateForKeeping(String key, Map<String, Object> inputs) {
        engine.evaluateDecisionTable(decisions.get(key), inputs);
        DmnDecisionEvaluationEvent event = last.get();
        return new Evaluation(
                EvaluatedDecision.of(event.getDecisionResult(), 1),
                event.getRequiredDecisionResults().stream()
                        .map(required -> EvaluatedDecision.of(required, 1))
                        .toList());
    }

    @Override
    public List<Decision> evaluateEach(String key, List<Map<String, Object>> inputs) {
        return inputs.stream()
                .map(each -> evaluateForKeeping(key, each).asked())
                .toList();
    }

    @Override
    public List<Rule> rules(Decision decision) {
        return DecisionModels.rules(models.get(decision.key()), decision.key());
    }
}
