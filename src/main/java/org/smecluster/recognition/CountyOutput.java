package org.smecluster.recognition;

import java.math.BigDecimal;

/**
 * What of a cluster's output arises in one county-level unit.
 *
 * @param county its code
 * @param output in 亿元, of the year before the application's
 */
public record CountyOutput(String county, BigDecimal output) {}
