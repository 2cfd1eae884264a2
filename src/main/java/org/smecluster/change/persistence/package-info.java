/** The table of change filings. */
package org.smecluster.change.persistence;
