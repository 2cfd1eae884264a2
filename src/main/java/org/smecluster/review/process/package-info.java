/** What {@code reviewChecks} calls. */
package org.smecluster.review.process;
