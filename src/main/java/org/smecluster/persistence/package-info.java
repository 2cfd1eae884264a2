/** What the repositories of all features share. */
package org.smecluster.persistence;
