package org.smecluster.paper.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.smecluster.paper.pdf.Line.Piece;
import org.smecluster.paper.pdf.Styles.Border;

/** Draws on the pages of a PDF; lengths in points, heights from the top of the page. */
final class Pages {

    /** Where the line on which characters stand lies within a character's square, from its top. */
    private static final double BASE = 0.86;

    /** How much wider a bold stroke is than the font's, in parts of its size: the fonts come in one weight. */
    private static final double BOLD = 0.03;

    private static final double UNDERLINE = 0.14;

    /** How far a box around text goes above and below its base, in parts of its size. */
    private static final double ABOVE = 1;

    private static final double BELOW = 0.28;

    private final PDDocument document;
    private final Fonts fonts;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream content;
    private double high;

    Pages(PDDocument document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    int count() {
        return pages.size();
    }

    void add(double width, double height) {
        try {
            close();
            PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
            document.addPage(page);
            pages.add(page);
            open(page, height);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Goes on with a page that has been left, from 0. */
    void again(int page) {
        try {
            close();
            open(pages.get(page), pages.get(page).getMediaBox().getHeight());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void open(PDPage page, double height) throws IOException {
        content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
        high = height;
    }

    void close() {
        if (content != null) {
            try {
                content.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            content = null;
        }
    }

    /** @param left of the column that the line stands in, @param top of the line */
    void text(Line line, double left, double top) {
        double size = line.size();
        double base = top + (line.height() - size) / 2 + size * BASE;
        double x = left + line.x();
        for (Piece piece : line.pieces()) {
            x = text(piece, line.stretch(), x, base);
        }
    }

    private double text(Piece piece, double stretch, double from, double base) {
        Style style = piece.style();
        double spacing = style.spacing() + stretch;
        double x = from;
        try {
            for (Fonts.Part part : fonts.parts(style.face(), piece.text())) {
                content.beginText();
                content.setFont(part.font(), (float) style.size());
                content.setCharacterSpacing((float) spacing);
                content.setNonStrokingColor(color(style.color()));
                if (style.bold()) {
                    content.setStrokingColor(color(style.color()));
                    content.setLineWidth((float) (style.size() * BOLD));
                }
                content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
                content.newLineAtOffset((float) x, (float) (high - base));
                content.showText(part.text());
                content.endText();
                x += part.font().getStringWidth(part.text()) / 1000 * style.size()
                        + spacing * part.text().codePointCount(0, part.text().length());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (style.underlined()) {
            double y = base + style.size() * UNDERLINE;
            stroke(new Border(0.5, style.color()), from, y, x, y);
        }
        if (style.boxed()) {
            double top = base - style.size() * ABOVE;
            double bottom = base + style.size() * BELOW;
            Border line = new Border(0.75, style.color());
            stroke(line, from, top, x, top);
            stroke(line, from, bottom, x, bottom);
            stroke(line, from, top, from, bottom);
            stroke(line, x, top, x, bottom);
        }
        return x;
    }

    void stroke(Border border, double x1, double y1, double x2, double y2) {
        if (!border.drawn()) {
            return;
        }
        try {
            content.setStrokingColor(color(border.color()));
            content.setLineWidth((float) border.width());
            content.moveTo((float) x1, (float) (high - y1));
            content.lineTo((float) x2, (float) (high - y2));
            content.stroke();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Color color(int rgb) {
        return new Color(rgb);
    }
}
