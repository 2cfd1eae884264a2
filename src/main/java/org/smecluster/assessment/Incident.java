package org.smecluster.assessment;

import java.time.LocalDate;
import java.util.Objects;
import org.smecluster.law.LegalBasis;

/**
 * One incident at an enterprise of the cluster, declared or entered by a reviewer.
 *
 * @param level null where not known, or where the type has no levels
 * @param enterpriseCode 统一社会信用代码; null where not known
 * @param source where it is known from
 */
public record Incident(
        IncidentType type,
        IncidentLevel level,
        LocalDate occurredOn,
        String enterpriseCode,
        String enterpriseName,
        String source) {

    private static final int RECENT_YEARS = 3;

    public Incident {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredOn, "occurredOn");
    }

    /** What happened, in one line. */
    public String inWords() {
        return "%s于%s发生%s（%s）".formatted(enterpriseName, occurredOn, type.label(), levelInWords());
    }

    /** The level as a clerk says it, or that there is none. */
    public String levelInWords() {
        return level == null ? "等级未注明" : level.label();
    }

    /**
     * 近三年: not earlier than the same day three years before. An incident after the day counts too: a case is judged
     * by what is known when it is judged (ADR 0004).
     */
    @LegalBasis(article = 10)
    public boolean withinThreeYearsOf(LocalDate asOf) {
        return !occurredOn.isBefore(asOf.minusYears(RECENT_YEARS));
    }
}
