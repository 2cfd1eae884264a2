/** What the operator is told about the running system: figures for Prometheus, readiness, the number of the case in the log. */
package org.smecluster.operation;
