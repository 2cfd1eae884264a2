/** The yearly monitoring and its reports at the engine's edge. */
package org.smecluster.monitoring.process;
