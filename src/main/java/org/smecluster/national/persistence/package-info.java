/** The tables of recommendations for the national title. */
package org.smecluster.national.persistence;
