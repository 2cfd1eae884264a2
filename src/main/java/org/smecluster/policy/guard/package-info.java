/** The second look at models: whether what would run after a deployment is sound and keeps the Measures. */
package org.smecluster.policy.guard;
