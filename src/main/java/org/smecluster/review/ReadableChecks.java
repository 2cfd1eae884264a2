package org.smecluster.review;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;

/**
 * What one person may read of a case's checks. They are the region's own until the case is decided; experts read nothing
 * of each other before all have answered.
 *
 * @param experts those that the person may read; empty where none was asked for, or none may be read yet
 * @param asked how many experts were asked
 * @param answered how many of them have answered
 * @param inspection empty where none was made, or the person may not read it
 */
public record ReadableChecks(
        List<ExpertOpinion> experts, int asked, int answered, Optional<SiteInspection> inspection) {

    public ReadableChecks {
        experts = List.copyOf(experts);
    }

    /**
     * @param asked all who were asked
     */
    static ReadableChecks of(
            List<ExpertOpinion> asked, Optional<SiteInspection> inspection, Reading reading, Account reader) {
        boolean open = reading.deliberation();
        boolean expert = asked.stream().anyMatch(one -> one.expertId().equals(reader.userId()));
        return new ReadableChecks(
                readable(asked, reading, expert, reader),
                open || expert ? asked.size() : 0,
                open || expert
                        ? (int) asked.stream().filter(ExpertOpinion::given).count()
                        : 0,
                open ? inspection : Optional.empty());
    }

    private static List<ExpertOpinion> readable(
            List<ExpertOpinion> asked, Reading reading, boolean expert, Account reader) {
        boolean allAnswered = asked.stream().allMatch(ExpertOpinion::given);
        if (expert ? allAnswered : reading.reader() == LifeReader.REGION) {
            return asked;
        }
        return asked.stream()
                .filter(one -> one.expertId().equals(reader.userId()))
                .toList();
    }
}
