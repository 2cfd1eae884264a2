/**
 * The regional tree (cities, county-level units, development zones) and who may see what by it. The tree is data
 * ({@code region_unit}): a new development zone is a row, and its group and rights follow at the next start.
 */
package org.smecluster.region;
