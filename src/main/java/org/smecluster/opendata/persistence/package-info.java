/** Choices, releases and changes of the open data in the database. */
package org.smecluster.opendata.persistence;
