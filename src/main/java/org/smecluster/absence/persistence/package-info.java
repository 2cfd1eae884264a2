/** Deputies and departures in PostgreSQL. */
package org.smecluster.absence.persistence;
