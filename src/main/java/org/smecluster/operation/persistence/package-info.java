/** Counts what stands in the tables, the engine's too. */
package org.smecluster.operation.persistence;
