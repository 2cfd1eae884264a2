package org.smecluster.paper.pdf;

/**
 * How text is set; lengths in points.
 *
 * @param spacing what is added to each character's width
 * @param color red, green, blue as {@code 0xRRGGBB}
 */
record Style(Face face, double size, double spacing, boolean bold, int color, boolean underlined, boolean boxed) {

    /** Distance from one line to the next where a paragraph leaves it open and the page has no grid. */
    double natural() {
        return size * 1.3;
    }
}
