/**
 * Files of evidence: taken in by pieces, recognised by what they hold, scanned, kept once for each content and shown to
 * those who may read the case. 第十三条 names eleven kinds of material, 第十一条 the conditions that they prove. Whether a
 * file proves what it is said to prove is left to the people who review it.
 */
package org.smecluster.evidence;
