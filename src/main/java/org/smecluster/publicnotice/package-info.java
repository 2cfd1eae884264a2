/**
 * Publicity of a list and the objections to it (第十二条(三)). Whether an objection is true, and whether it stands in the
 * way of a cluster, is left to people: the Measures name no criterion. Nor do they say what becomes of one received after the
 * publication: a case of its own, which people decide.
 */
package org.smecluster.publicnotice;
