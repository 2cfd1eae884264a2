/**
 * The data that an applicant hands in: a workbook (第十三条) out as a template and in as records, and its tables.
 *
 * <p>{@link org.smecluster.material.WorkbookTemplate} writes the workbook of an application year,
 * {@link org.smecluster.material.WorkbookReader} reads it back and tells every fault at once,
 * {@link org.smecluster.material.WorkbookChecking} does so for a submission and stores what is free of faults. One class,
 * {@code Layout}, says which sheets and fields there are; the template and the reader both follow it.
 */
package org.smecluster.material;
