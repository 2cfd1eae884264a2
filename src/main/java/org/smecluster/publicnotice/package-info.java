/**
 * Publicity of a list and the objections to it (第十二条(三)). Whether an objection is true, and whether it stands in the
 * way of a cluster, is left to people: the Measures name no criterion.
 */
package org.smecluster.publicnotice;
