/**
 * Yearly monitoring (第十六条): one report for each recognised cluster, checked by its city, assessed by the region with the
 * same tables as a recognition. What a report shows is put before a person; nothing is decided by it.
 */
package org.smecluster.monitoring;
