/** The table of applications for the pool. */
package org.smecluster.cultivation.persistence;
