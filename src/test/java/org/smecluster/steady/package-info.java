/** The packaged application: what it holds and how it starts; by a Maven profile each, killed at random moments and under load. */
package org.smecluster.steady;
