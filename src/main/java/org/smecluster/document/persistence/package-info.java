/** The tables of what was told. */
package org.smecluster.document.persistence;
