/** Reviews in SQL. */
package org.smecluster.renewal.persistence;
