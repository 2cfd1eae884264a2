/** Runs against the packaged application, each by a Maven profile: killed at random moments, and under load. */
package org.smecluster.steady;
