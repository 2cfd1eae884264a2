/** The tables of versions, declarations, incidents and materials. */
package org.smecluster.filing.persistence;
