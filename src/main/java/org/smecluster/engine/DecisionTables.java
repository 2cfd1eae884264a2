package org.smecluster.engine;

import java.util.List;
import java.util.Map;

/** The DMN decisions: what they say of given inputs, always in their latest version, and how they are written. */
public interface DecisionTables {

    /**
     * @param key decision id
     * @param inputs every input by name; a null value means not supplied
     * @throws IllegalStateException where no such decision is deployed
     */
    Decision evaluate(String key, Map<String, Object> inputs);

    /** The rules of the very version that a result came from, in the table's order; none where it was deleted. */
    List<Rule> rules(Decision decision);

    /**
     * @param rows the matched rules' outputs by output name, in the table's order
     */
    record Decision(String key, int version, List<Map<String, Object>> rows) {

        /** @throws NoDecisionResult where no rule matched */
        public Map<String, Object> firstRow() {
            if (rows.isEmpty()) {
                throw new NoDecisionResult(key);
            }
            return rows.get(0);
        }
    }

    /**
     * One rule as it stands in the model; a cell left empty does not appear.
     *
     * @param conditions input expression to the cell's text, e.g. {@code minAnnualOutput} to {@code >= 20}
     * @param outputs output name to the cell's text, quotes included, e.g. {@code code} to {@code "minAnnualOutput"}
     */
    record Rule(Map<String, String> conditions, Map<String, String> outputs) {}
}
