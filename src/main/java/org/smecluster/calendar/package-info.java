/**
 * Working days, statutory periods and the holiday table that an administrator keeps (第十二条(三), 第十四条 to 第十六条).
 *
 * <p>Left to people: telling the table what the State Council and the region announce each year.
 */
package org.smecluster.calendar;
