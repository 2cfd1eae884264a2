/** The table of practice cases. */
package org.smecluster.practice.persistence;
