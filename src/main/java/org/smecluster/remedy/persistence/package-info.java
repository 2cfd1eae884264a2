/** The table of remedies. */
package org.smecluster.remedy.persistence;
