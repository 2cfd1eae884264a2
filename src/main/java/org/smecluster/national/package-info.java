/**
 * The recommendation for the national title (第十六条): the year's reports yield candidates, a table of criteria holds them
 * against the national standard, an officer proposes, a leader decides. Left to people: the choice itself, and every
 * criterion that the table cannot measure or whose limit is not sourced.
 */
package org.smecluster.national;
