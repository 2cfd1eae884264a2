package org.smecluster.publicnotice;

import org.smecluster.registry.PublicityOutcome;

/** A cluster as it was published, and what publicity came to. */
public record NoticeItem(
        String caseNumber,
        String clusterName,
        String leadingIndustry,
        String applicant,
        String county,
        String city,
        PublicityOutcome outcome) {}
