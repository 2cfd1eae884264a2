/**
 * The register of incidents (第十条、第十七条(五)): what a city or the autonomous region learnt of an enterprise. It feeds the
 * assessments of every procedure and the revocation. Whether what was learnt is true, and what an entry without a level comes
 * to, is left to people.
 */
package org.smecluster.incident;
