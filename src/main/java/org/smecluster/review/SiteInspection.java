package org.smecluster.review;

import java.time.LocalDate;

/** The record of a 实地抽查. */
public record SiteInspection(
        LocalDate inspectedOn, String participants, String findings, Conclusion conclusion, String recordedByName) {}
