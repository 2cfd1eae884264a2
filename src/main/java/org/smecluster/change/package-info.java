/**
 * The filing of major changes (第十五条): what changed, from when, whether in time. Whether a change outside the three that
 * the article names is a major one is left to an officer where the table cannot say.
 */
package org.smecluster.change;
