package org.smecluster.practice;

import java.time.LocalDate;

/** One entry of the collection, for everybody. */
public record PublishedPractice(
        String caseNumber, String clusterName, String cityGroup, Practice practice, LocalDate publishedOn) {}
