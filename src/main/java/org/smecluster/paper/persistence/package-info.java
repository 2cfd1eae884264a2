/** The tables of papers and templates. */
package org.smecluster.paper.persistence;
