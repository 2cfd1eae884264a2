/**
 * The data that a unit hands in for a case, whatever the procedure (第十条, 第十一条, 第十三条): versions that are frozen when they
 * are submitted, the workbook, declarations and incidents of each, and their assessments. A procedure tells of its
 * cases through {@link org.smecluster.filing.FilingProcedure}; the model is {@code dataFiling}.
 */
package org.smecluster.filing;
