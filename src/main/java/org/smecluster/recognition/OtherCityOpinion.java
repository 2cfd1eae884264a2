package org.smecluster.recognition;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a city said of a cluster that reaches into it and that another city recommends.
 *
 * @param opinion 1 to 2000 characters
 * @param documentNumber of its letter, null where it entered the opinion itself and sent none
 */
public record OtherCityOpinion(
        String cityCode,
        int revision,
        boolean agrees,
        String opinion,
        String documentNumber,
        LocalDate documentDate,
        String givenByName,
        Instant givenAt) {

    public String stance() {
        return agrees ? "同意推荐" : "不同意推荐";
    }
}
