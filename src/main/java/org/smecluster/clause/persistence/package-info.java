/** The tables of clauses: declared, judged, answered. */
package org.smecluster.clause.persistence;
