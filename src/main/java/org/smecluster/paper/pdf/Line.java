package org.smecluster.paper.pdf;

import java.util.List;

/**
 * A line of text as it is set; lengths in points.
 *
 * @param pieces from left to right
 * @param x of its first character from the left of the column
 * @param stretch what is added between two characters
 * @param height from this line to the next
 */
record Line(List<Piece> pieces, double x, double stretch, double height) {

    /** Characters of one style. */
    record Piece(String text, Style style) {}

    double size() {
        return pieces.stream().mapToDouble(piece -> piece.style().size()).max().orElse(0);
    }
}
