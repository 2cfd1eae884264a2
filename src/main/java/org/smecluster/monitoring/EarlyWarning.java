package org.smecluster.monitoring;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;

/**
 * What the coming review will find if the present trend goes on.
 *
 * @param conditions those that will not be met, in the order of 第十一条, then incidents of 第十条 that will still count;
 *     empty where nothing is to be feared
 * @param method how it was worked out, in Chinese, ready to show beside the conditions
 */
@LegalBasis(article = 16)
public record EarlyWarning(List<Condition> conditions, String method) {

    public EarlyWarning {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition that will not be met.
     *
     * @param code as in the contract, e.g. {@code minAnnualOutput}; {@code incident} for an incident of 第十条
     * @param article as cited, e.g. {@code 第十一条(一)}
     * @param label the condition's name on screen
     * @param requirement the threshold in Chinese, as the decision table states it
     * @param valueToday ready to read with its unit; {@code 未提供} where there is none
     * @param valueProjected the same at the review
     * @param projected never {@link Outcome#MET}
     * @param shortfall how far the projected value misses the requirement, e.g. {@code 差 1.82 亿元}; {@code null} where
     *     the distance has no measure
     * @param reason why a projected value could not be calculated, or what the incident is; {@code null} where none
     * @param decision id of the DMN table that judged both, {@code decisionVersion} its version in the engine
     */
    public record Condition(
            String code,
            String article,
            String label,
            String requirement,
            String valueToday,
            Outcome today,
            String valueProjected,
            Outcome projected,
            String shortfall,
            String reason,
            String decision,
            int decisionVersion) {

        public Condition {
            if (projected == Outcome.MET) {
                throw new IllegalArgumentException(code + " will be met: nothing to warn of");
            }
        }

        /** Whether it is the trend that loses the condition; otherwise it is not met today either. */
        public boolean metToday() {
            return today == Outcome.MET;
        }

        /** One Chinese sentence for a list, a letter or a log. */
        public String text() {
            return article + label + "：现为" + valueToday + "（" + today.label() + "），按目前趋势到复核时为" + valueProjected + "（"
                    + projected.label() + "）。要求：" + requirement + "。"
                    + (shortfall == null ? "" : "复核时" + shortfall + "。")
                    + (reason == null ? "" : reason + "。");
        }
    }
}
