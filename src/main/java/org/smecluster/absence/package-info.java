/**
 * Who acts when somebody is away (代办), and what becomes of the work of somebody who leaves (移交). A deputy is of the
 * same unit and role, so that nobody decides what is not theirs: above all a leader's decisions stay leaders'.
 */
package org.smecluster.absence;
