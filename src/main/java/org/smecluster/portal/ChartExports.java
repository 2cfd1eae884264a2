package org.smecluster.portal;

/** Where a page's charts are sent from. */
interface ChartExports {

    enum Format {
        CSV,
        XLSX
    }

    String path(String chart, Format format);
}
