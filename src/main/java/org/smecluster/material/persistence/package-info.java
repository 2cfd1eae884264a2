/** The tables of {@code V30__material.sql}. */
package org.smecluster.material.persistence;
