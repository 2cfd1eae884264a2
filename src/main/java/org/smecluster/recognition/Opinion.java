package org.smecluster.recognition;

import java.time.Instant;
import java.time.LocalDate;
import org.smecluster.review.Conclusion;

/**
 * What an authority said of one version at one stage.
 *
 * @param softMissJudgement on each soft requirement missed; null where none was
 * @param documentNumber of the recommendation; null elsewhere, as the date
 * @param correctionWorkingDays given where the version was returned; null elsewhere
 */
public record Opinion(
        long submissionId,
        OpinionStage stage,
        Conclusion conclusion,
        String text,
        String softMissJudgement,
        String documentNumber,
        LocalDate documentDate,
        Integer correctionWorkingDays,
        String givenBy,
        String givenByName,
        Instant givenAt) {}
