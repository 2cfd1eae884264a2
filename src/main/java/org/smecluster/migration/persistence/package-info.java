/** The tables of migrations. */
package org.smecluster.migration.persistence;
