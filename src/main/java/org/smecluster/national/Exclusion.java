package org.smecluster.national;

/** A cluster with a report of the year that is no candidate. @param reason Chinese, all of them */
public record Exclusion(String clusterNumber, String clusterName, String reason) {}
