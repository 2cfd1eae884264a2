/** What the operator is told about the running system: figures for Prometheus. */
package org.smecluster.operation;
