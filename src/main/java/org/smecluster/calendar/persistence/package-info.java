/** The calendar's tables. */
package org.smecluster.calendar.persistence;
