package org.smecluster.material;

/** A value with a word that the workbook's drop-down and the screen show. */
public interface Labelled {

    String label();
}
