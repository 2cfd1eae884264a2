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
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.smecluster.engine.DecisionModels;
import org.smecluster.engine.DecisionTables;

/** The project's own DMN files on Camunda's DMN engine, without a process engine or a database; version 1 of each. */
public final class StandaloneDecisionTables implements DecisionTables {

    private static final Path RECOGNITION = Path.of("processes", "recognition");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
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
        for (String file : List.of("basicConditions.dmn", "vetoConditions.dmn")) {
            DmnModelInstance model = Dmn.readModelFromStream(stream(edit.apply(read(RECOGNITION.resolve(file)))));
            for (DmnDecision decision : engine.parseDecisions(model)) {
                decisions.put(decision.getKey(), decision);
                models.put(decision.getKey(), model);
            }
        }
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
    public Decision evaluate(String key, Map<String, Object> inputs) {
        return new Decision(
                key, 1, engine.evaluateDecisionTable(decisions.get(key), inputs).getResultList());
    }

    @Override
    public List<Rule> rules(Decision decision) {
        return DecisionModels.rules(models.get(decision.key()), decision.key());
    }
}
