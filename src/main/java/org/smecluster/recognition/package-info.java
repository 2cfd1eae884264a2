/**
 * 认定 (第十条至第十三条): an application from its start to the decision of its batch, and the batch itself. Left to people:
 * whether the material is complete, whether an explained miss of a soft requirement is acceptable, an incident whose
 * level is unknown, the experts' and inspectors' judgement, and the selection among those that pass. Not left to them:
 * a missed hard requirement, which no reviewer can call met.
 */
package org.smecluster.recognition;
