package org.smecluster.cultivation;

import java.util.Map;
import java.util.Objects;
import org.smecluster.law.LegalBasis;

/**
 * The plan of a cluster in the pool.
 *
 * @param developmentPlan 2 to 4000 characters
 * @param lines all six
 */
@LegalBasis(article = 5)
public record CultivationPlan(String developmentPlan, Map<CultivationLine, Work> lines) {

    public CultivationPlan {
        lines = Map.copyOf(lines);
        if (lines.size() != CultivationLine.values().length) {
            throw new IllegalArgumentException("a plan has all six lines of work");
        }
    }

    /** @param unit that answers for it */
    public record Work(String goals, String measures, String unit) {

        public Work {
            Objects.requireNonNull(goals, "goals");
            Objects.requireNonNull(measures, "measures");
            Objects.requireNonNull(unit, "unit");
        }

        String inWords() {
            return "目标：%s；措施：%s；责任单位：%s".formatted(goals, measures, unit);
        }
    }
}
