package org.smecluster.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** The project's decisions in the bare DMN engine: no process engine, no database. */
final class Decisions {

    private static final List<String> FILES = List.of(
            "processes/recognition/basicConditions.dmn",
            "processes/recognition/readings.dmn",
            "processes/recognition/vetoConditions.dmn",
            "processes/recognition/applicantEligibility.dmn",
            "processes/recognition/applicationMaterials.dmn",
            "processes/recognition/conditionClauses.dmn",
            "processes/material/plausibilityLimits.dmn",
            "processes/revocation/revocationGrounds.dmn",
            "processes/national/nationalRecommendationCriteria.dmn");

    private final Set<String> firedRules = new TreeSet<>();
    private final Map<String, DmnDecision> decisions = new HashMap<>();
    private final DmnEngine engine;

    Decisions() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener remember =
                event -> event.getMatchingRules().forEach(rule -> firedRules.add(rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(remember));
        engine = configuration.buildEngine();
        for (String file : FILES) {
            try (InputStream model = open(file)) {
                Collection<DmnDecision> parsed = engine.parseDecisions(model);
                parsed.forEach(decision -> decisions.put(decision.getKey(), decision));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<String> files() {
        return FILES;
    }

    static InputStream open(String file) {
        return Decisions.class.getClassLoader().getResourceAsStream(file);
    }

    /** Rows in the table's order, output name to value; inputs that are {@link ContractTables#ABSENT} are left out. */
    List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        Map<String, Object> passed = new LinkedHashMap<>(inputs);
        passed.values().removeIf(value -> value == ContractTables.ABSENT);
        return engine.evaluateDecision(decisions.get(decision), passed).getResultList();
    }

    Set<String> firedRules() {
        return firedRules;
    }
}
