/** The tables of the yearly monitoring. */
package org.smecluster.monitoring.persistence;
