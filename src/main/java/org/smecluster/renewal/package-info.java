/**
 * The term of a recognition: reminders before its end, its lapse, and its review (第十四条). Whether to apply for a review
 * is left to the unit: the Measures say 自愿. Whether it is passed is left to people: the tables tell what is met and what is
 * missed, and a leader decides.
 */
package org.smecluster.renewal;
