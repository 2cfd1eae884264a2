package org.smecluster.registry;

import java.time.LocalDate;

/**
 * A cluster as it stands.
 *
 * @param clusterNumber for life, e.g. {@code NXJQ-640221-0001}
 * @param sourceCase the case by which it entered the registry
 * @param countyCode 6 digits (GB/T 2260); the city's own, e.g. {@code 640100}, where it lies in no single county
 * @param cityCode 4 digits
 * @param applicantGroup the unit it belongs to, e.g. {@code county-640221}
 * @param recognisedOn day of the publication of the list
 * @param documentNumber of the list
 * @param termEndsOn last day of the latest term
 */
public record ClusterRecord(
        long id,
        String clusterNumber,
        String sourceCase,
        String name,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        String applicantGroup,
        ClusterState state,
        LocalDate recognisedOn,
        String documentNumber,
        LocalDate termEndsOn) {}
