/** The chain's tables. */
package org.smecluster.audit.persistence;
