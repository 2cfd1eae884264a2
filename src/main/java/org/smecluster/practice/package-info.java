/**
 * Good practice of clusters (第九条): handed in by a city, selected by the autonomous region, published as a collection.
 * How it is made known beyond the page is left to the departments.
 */
package org.smecluster.practice;
