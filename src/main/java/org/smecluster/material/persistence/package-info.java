/** The tables of {@code V5__material.sql}. */
package org.smecluster.material.persistence;
