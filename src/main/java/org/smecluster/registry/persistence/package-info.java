/** The registry's tables. */
package org.smecluster.registry.persistence;
