package org.smecluster.review;

/**
 * Which checks were ordered in a case.
 *
 * @param siteInspectionReason null where no inspection was ordered
 */
public record ReviewPlan(boolean expertReview, boolean siteInspection, String siteInspectionReason) {}
