/** The procedures of the term at the engine's edge. */
package org.smecluster.renewal.process;
