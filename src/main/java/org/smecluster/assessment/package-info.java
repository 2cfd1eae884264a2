/**
 * Holds a cluster's figures, declarations and incidents against 第十条 and 第十一条 by way of the decision tables: one
 * entry for recognition, renewal, monitoring and what-if. Left to people: whether an explained miss of a soft
 * requirement (一般, 原则上, or without a number) is acceptable, an incident whose level is unknown, and whether 违法违规
 * is 其它重大问题.
 */
package org.smecluster.assessment;
