package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.List;

/**
 * What an officer enters; see {@link ReviewRound} for the parts.
 *
 * @param held whether there is a round; else a leader is asked to state that there is none
 * @param noticeNumber null where none is held, as the window
 * @param clusterNumbers clusters that it names besides, e.g. some that lapsed earlier
 * @param reason why none is held, else null
 */
public record RoundOpening(
        boolean held,
        String noticeNumber,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate termsFrom,
        LocalDate termsTo,
        boolean singleApplications,
        List<String> clusterNumbers,
        String reason) {

    public RoundOpening {
        clusterNumbers = List.copyOf(clusterNumbers);
    }
}
