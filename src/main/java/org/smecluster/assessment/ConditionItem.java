package org.smecluster.assessment;

import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.law.Article;

/** The eight items of 第十一条, in its order, each judged by a table of its own. */
public enum ConditionItem {
    CORE_COMPETITIVENESS("coreCompetitiveness", "核心竞争力"),
    GRADIENT_CULTIVATION("gradientCultivation", "优质中小企业梯度培育"),
    CHAIN_COLLABORATION("chainCollaboration", "产业链供应链协作"),
    COLLABORATIVE_INNOVATION("collaborativeInnovation", "协同创新能力"),
    DIGITAL_TRANSFORMATION("digitalTransformation", "数字化转型"),
    GREEN_DEVELOPMENT("greenDevelopment", "绿色化发展水平"),
    OPEN_COOPERATION("openCooperation", "产业开放合作"),
    GOVERNANCE_SERVICE("governanceService", "治理和服务能力");

    private final String table;
    private final String label;

    ConditionItem(String table, String label) {
        this.table = table;
        this.label = label;
    }

    /** @param number 1 to 8 */
    public static Optional<ConditionItem> of(int number) {
        return Stream.of(values()).filter(item -> item.number() == number).findFirst();
    }

    public static Optional<ConditionItem> of(String table) {
        return Stream.of(values()).filter(item -> item.table.equals(table)).findFirst();
    }

    /** Id of the decision table. */
    public String table() {
        return table;
    }

    public String label() {
        return label;
    }

    public int number() {
        return ordinal() + 1;
    }

    public Article article() {
        return Article.of(11, number());
    }
}
