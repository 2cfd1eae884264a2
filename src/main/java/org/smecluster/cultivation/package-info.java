/**
 * The cultivation pool (第五条, 第六条): admission, the yearly progress, leaving. Funds and credit that 第六条 and 第七条 speak
 * of are left to those who give them.
 */
package org.smecluster.cultivation;
