package org.smecluster.material;

/** Compares stored workbooks, of any size: the lists where they lie, so that no list stands in memory. */
public interface WorkbookComparisons {

    /** How many changes of one sheet are told one by one. */
    int TOLD_OF_A_SHEET = 100;

    /** @throws IllegalArgumentException where one of the submissions has no workbook */
    WorkbookComparison between(long earlierSubmission, long laterSubmission);
}
