package org.smecluster.material;

import org.smecluster.law.Refusal;

/** Who knows the case that a workbook is uploaded for. What locks or stores is called within the transaction that stores one. */
public interface UploadOwner {

    /**
     * Keeps the case from changing until the transaction ends.
     *
     * @param userId who uploaded the workbook, or who confirms it
     * @throws Refusal where the person may not upload any more, or the version is not open any more
     */
    void requireOpen(UploadJob job, String userId);

    /** The case that the workbook is for. */
    WorkbookSubject subject(UploadJob job);

    /** The data are there. */
    void stored(UploadJob job, String userId);
}
