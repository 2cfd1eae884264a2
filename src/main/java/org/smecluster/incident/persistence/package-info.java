/** The table of the register of incidents. */
package org.smecluster.incident.persistence;
