/**
 * Cases under way, and taking them to a newer version of their process: what a plan would do is tried first, judged by the rules of
 * the Measures on each case's own past, proposed by one policy owner and confirmed by another.
 */
package org.smecluster.migration;
