/**
 * The checks with which the autonomous region's department looks into a case, whatever the procedure (第十二条(三)): the roster
 * of experts and who of them may judge which cluster, their opinions, and inspections on site. A procedure tells of its
 * cases through {@link org.smecluster.review.ReviewProcedure}; the model is {@code reviewChecks}. Left to people:
 * whether checks are needed, and what experts and inspectors find.
 */
package org.smecluster.review;
