package org.smecluster.review;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;

/**
 * What one person may read of a case's checks. They are the region's own until the case is decided; nobody, the region
 * included, reads an expert's opinion before all are in, but each expert the own one.
 *
 * @param experts those that the person may know of, until all are in without what they said; empty where there are none
 * @param asked how many experts were asked and have not declined
 * @param answered how many of them have answered
 * @param complete whether all are in, and the person may read them
 * @param inspection empty where none was made, or the person may not read it
 */
public record ReadableChecks(
        List<ExpertOpinion> experts, int asked, int answered, boolean complete, Optional<SiteInspection> inspection) {

    public ReadableChecks {
        experts = List.copyOf(experts);
    }

    /**
     * @param all who were asked
     */
    static ReadableChecks of(
            List<ExpertOpinion> all, Optional<SiteInspection> inspection, Reading reading, Account reader) {
        boolean open = reading.deliberation();
        boolean region = reading.reader() == LifeReader.REGION;
        boolean expert = all.stream().anyMatch(one -> isOf(one, reader) && !one.declined());
        boolean complete = all.stream().allMatch(ExpertOpinion::settled);
        boolean counts = open || expert;
        return new ReadableChecks(
                readable(all, region, expert, complete, reader),
                counts ? (int) all.stream().filter(one -> !one.declined()).count() : 0,
                counts ? (int) all.stream().filter(ExpertOpinion::given).count() : 0,
                complete && !all.isEmpty() && (region || expert),
                open ? inspection : Optional.empty());
    }

    private static boolean isOf(ExpertOpinion opinion, Account reader) {
        return opinion.expertId().equals(reader.userId());
    }

    private static List<ExpertOpinion> readable(
            List<ExpertOpinion> all, boolean region, boolean expert, boolean complete, Account reader) {
        if (region) {
            return complete
                    ? all
                    : all.stream().map(ExpertOpinion::withoutContents).toList();
        }
        return all.stream()
                .filter(one -> isOf(one, reader) || expert && complete && one.given())
                .toList();
    }
}
