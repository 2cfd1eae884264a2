package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The DMN decisions: what they say of given inputs, and how they are written. Each in the version that the case goes by for
 * which a process asks just now; where none does, in the latest.
 */
public interface DecisionTables {

    /** The same in the versions that the case goes by, whoever asks. */
    DecisionTables inCase(String caseNumber);

    /**
     * @param key decision id
     * @param inputs every input by name; a null value means not supplied
     * @throws IllegalStateException where no such decision is deployed
     */
    default Decision evaluate(String key, Map<String, Object> inputs) {
        return evaluateEach(key, List.of(inputs)).get(0);
    }

    /** The rules of the very version that a result came from, in the table's order; none where it was deleted. */
    List<Rule> rules(Decision decision);

    /**
     * As {@link #evaluate}, with the decisions that it requires, each evaluated once, and kept nowhere: whoever asks keeps
     * what was found, or only shows it.
     */
    Evaluation evaluateForKeeping(String key, Map<String, Object> inputs);

    /**
     * The table held against each of the inputs in turn, at least one, in one look at its version. The engine's
     * history keeps none of it, but {@link KeptDecisions} does.
     */
    List<Decision> evaluateEach(String key, List<Map<String, Object>> inputs);

    /** @param required in the order in which they were evaluated */
    record Evaluation(Decision asked, List<Decision> required) {

        public Optional<Decision> required(String key) {
            return required.stream()
                    .filter(decision -> decision.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * @param inputs the table's input expressions to their values as judged, in its order
     * @param matches in the table's order
     */
    record Decision(String key, int version, Map<String, Object> inputs, List<Match> matches) {

        /** The matched rules' outputs. */
        public List<Map<String, Object>> rows() {
            return matches.stream().map(Match::outputs).toList();
        }

        /** @throws NoDecisionResult where no rule matched */
        public Match first() {
            if (matches.isEmpty()) {
                throw new NoDecisionResult(key);
            }
            return matches.get(0);
        }

        /** @throws NoDecisionResult where no rule matched */
        public Map<String, Object> firstRow() {
            return first().outputs();
        }
    }

    /**
     * A rule that matched.
     *
     * @param rule its id in the model
     * @param outputs output name to value, in the table's order
     */
    record Match(String rule, Map<String, Object> outputs) {}

    /**
     * One rule as it stands in the model; a cell left empty does not appear.
     *
     * @param conditions input expression to the cell's text, e.g. {@code minAnnualOutput} to {@code >= 20}
     * @param outputs output name to the cell's text, quotes included, e.g. {@code code} to {@code "minAnnualOutput"}
     */
    record Rule(Map<String, String> conditions, Map<String, String> outputs) {}
}
