/**
 * The term of a recognition: reminders before its end, and its lapse (第十四条). Whether to apply for a review is left to
 * the unit: the Measures say 自愿.
 */
package org.smecluster.renewal;
