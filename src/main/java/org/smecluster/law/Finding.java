package org.smecluster.law;

/**
 * One requirement of 第十一条 held against one case.
 *
 * @param code the requirement's code, as in the contract, e.g. {@code minAnnualOutput}
 * @param decision id of the DMN table that judged it, e.g. {@code coreCompetitiveness}
 * @param decisionVersion version of that table in the engine
 * @param article as the table cites it, e.g. {@code 第十一条(一)}
 * @param label the requirement's name on screen
 * @param value the value found, ready to read with its unit; {@code 未提供} where there is none
 * @param requirement the threshold in Chinese, as the table states it
 * @param outcome what the table says
 * @param shortfall how far the value misses the requirement, ready to read; {@code null} where nothing is missed or
 *     the distance has no measure
 * @param reason why a value could not be calculated; {@code null} where it could
 */
public record Finding(
        String code,
        String decision,
        int decisionVersion,
        String article,
        String label,
        String value,
        String requirement,
        Outcome outcome,
        String shortfall,
        String reason) {

    /** The value of a requirement that no figure and no declaration measures. */
    public static final String FOR_A_PERSON = "由人判断";

    public boolean forAPerson() {
        return FOR_A_PERSON.equals(value);
    }
}
