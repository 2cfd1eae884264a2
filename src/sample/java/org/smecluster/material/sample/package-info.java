/**
 * Sample clusters, shaped on the region's industries and invented in everything else, one per outcome worth seeing.
 * {@code SampleWorkbooks} writes them to {@code docs/samples}; the default profile and the tests use the same ones.
 */
package org.smecluster.material.sample;
