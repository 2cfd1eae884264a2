/** The tables of cases. */
package org.smecluster.casework.persistence;
