package org.smecluster.whatif.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.smecluster.engine.DecisionModels;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.EvaluatedDecision;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;
import org.smecluster.whatif.LooseTables;
import org.springframework.stereotype.Component;

/**
 * Camunda's DMN engine by itself, with the same FEEL as in the process engine: no command, no history, no listener of the
 * application. Each file is read once.
 */
@Component
class LooseDecisionTables implements LooseTables {

    private static final String DECISION = "DECISION";
    private static final String ENDING = ".dmn";

    @Override
    public Tables of(List<LiveFile> live, List<ModelSource> instead, Set<String> wanted) {
        Loose tables = new Loose();
        Map<String, Integer> versions = new HashMap<>();
        for (LiveFile file : live) {
            List<LiveKey> keys = file.keys().stream()
                    .filter(key -> key.kind().equals(DECISION))
                    .toList();
            keys.forEach(key -> versions.put(key.keyId(), key.version()));
            if (keys.stream().map(LiveKey::keyId).anyMatch(wanted::contains)) {
                tables.read(file.source(), id -> keys.stream()
                        .filter(key -> key.keyId().equals(id))
                        .mapToInt(LiveKey::version)
                        .findFirst()
                        .orElse(Loose.NOT_IN_FORCE));
            }
        }
        instead.stream()
                .filter(file -> file.name().endsWith(ENDING))
                .forEach(file -> tables.read(file, id -> versions.getOrDefault(id, 0) + 1));
        return tables;
    }

    private static final class Loose implements Tables {

        private static final int NOT_IN_FORCE = -1;

        /** @param decision with those that it requires */
        private record Known(DmnDecision decision, Map<String, Integer> versions, DmnModelInstance model) {}

        private final ThreadLocal<DmnDecisionEvaluationEvent> last = new ThreadLocal<>();
        private final DmnEngine engine;
        private final Map<String, Known> decisions = new HashMap<>();
        private final Map<String, List<Rule>> rules = new HashMap<>();
        private final Map<String, List<String>> ruleIds = new HashMap<>();

        Loose() {
            DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
            configuration.setFeelEngineFactory(() -> new BoundedFeel(new CachedFeel()));
            configuration.setCustomPostDecisionEvaluationListeners(List.of(last::set));
            engine = configuration.buildEngine();
        }

        /** @param version of each of the file's decisions by id; one that another file defines in force is left out */
        void read(ModelSource file, ToIntFunction<String> version) {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            List<DmnDecision> parsed = new ArrayList<>(engine.parseDecisions(model));
            Map<String, Integer> versions = new HashMap<>();
            parsed.forEach(
                    decision -> versions.put(decision.getKey(), Math.max(0, version.applyAsInt(decision.getKey()))));
            for (DmnDecision decision : parsed) {
                String key = decision.getKey();
                if (version.applyAsInt(key) == NOT_IN_FORCE) {
                    continue;
                }
                decisions.put(key, new Known(decision, versions, model));
                if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
                    rules.put(key, DecisionModels.rules(model, key));
                    ruleIds.put(
                            key,
                            table.getRules().stream()
                                    .map(DmnDecisionTableRuleImpl::getId)
                                    .toList());
                }
            }
        }

        @Override
        public DecisionTables inCase(String caseNumber) {
            return this;
        }

        @Override
        public Evaluation evaluateForKeeping(String key, Map<String, Object> inputs) {
            Known known = decisions.get(key);
            if (known == null) {
                throw new IllegalStateException("no decision '" + key + "' is deployed");
            }
            try {
                engine.evaluateDecision(known.decision(), inputs);
                DmnDecisionEvaluationEvent event = last.get();
                return new Evaluation(
                        decision(event.getDecisionResult(), known),
                        event.getRequiredDecisionResults().stream()
                                .map(required -> decision(required, known))
                                .toList());
            } finally {
                last.remove();
            }
        }

        private static Decision decision(DmnDecisionLogicEvaluationEvent event, Known known) {
            return EvaluatedDecision.of(
                    event, known.versions().get(event.getDecision().getKey()));
        }

        @Override
        public List<Decision> evaluateEach(String key, List<Map<String, Object>> inputs) {
            return inputs.stream()
                    .map(each -> evaluateForKeeping(key, each).asked())
                    .toList();
        }

        @Override
        public List<Rule> rules(Decision decision) {
            return rules.getOrDefault(decision.key(), List.of());
        }

        @Override
        public int row(String decision, String rule) {
            return ruleIds.getOrDefault(decision, List.of()).indexOf(rule) + 1;
        }
    }
}
