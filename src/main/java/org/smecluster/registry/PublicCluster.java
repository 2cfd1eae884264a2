package org.smecluster.registry;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * What everybody may know of a cluster that is or was recognised. One that has entered the pool anew is told by what its
 * recognition came to; the pool is told to nobody.
 *
 * @param countyCode as in {@link ClusterRecord}
 * @param state of the recognition: never one of the pool
 * @param recognisedOn day of the publication of the latest list that names it
 * @param documentNumber of that list
 * @param termEndsOn last day of the latest term
 * @param endedOn when it lapsed or was revoked; null as long as it lasts, as the two that follow
 * @param endedArticle as cited
 * @param endedDocument number of the decision; null where none was issued
 */
@LegalBasis(article = 12, item = 3)
public record PublicCluster(
        long id,
        String clusterNumber,
        String name,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        String applicantGroup,
        ClusterState state,
        PublicStanding standing,
        LocalDate recognisedOn,
        String documentNumber,
        LocalDate termEndsOn,
        LocalDate endedOn,
        String endedArticle,
        String endedDocument) {}
