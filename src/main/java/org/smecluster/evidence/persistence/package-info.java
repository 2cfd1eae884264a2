/** Where evidence is kept. */
package org.smecluster.evidence.persistence;
