package org.smecluster.review;

/** @param weight of 100 */
public record Criterion(int position, String name, int weight) {}
