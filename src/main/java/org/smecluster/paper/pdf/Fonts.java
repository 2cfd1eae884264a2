package org.smecluster.paper.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one PDF, each embedded with what of it is used. */
final class Fonts {

    /** Stands for a character that no font has: the printers' sign for a missing type. */
    private static final int MISSING = '〓';

    private static final double EM = 1000;

    private record Loaded(PDFont font, CmapLookup glyphs) {
        boolean has(int character) {
            return glyphs.getGlyphId(character) != 0;
        }
    }

    /** Characters that come from one font. */
    record Part(PDFont font, String text) {}

    private final PDDocument document;
    private final Map<Face, Loaded> loaded = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Double>> widths = new EnumMap<>(Face.class);

    Fonts(PDDocument document) {
        this.document = document;
    }

    private Loaded of(Face face) {
        return loaded.computeIfAbsent(face, this::load);
    }

    private Loaded load(Face face) {
        try (InputStream in = Fonts.class.getResourceAsStream(face.resource())) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            return new Loaded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private Face withGlyph(Face face, int character) {
        return of(face).has(character) || !of(Face.RARE).has(character) ? face : Face.RARE;
    }

    private int shown(Face face, int character) {
        return of(face).has(character) ? character : of(face).has(MISSING) ? MISSING : '?';
    }

    /** Of one character at a size of one point. */
    double width(Face face, int character) {
        return widths.computeIfAbsent(face, each -> new HashMap<>()).computeIfAbsent(character, each -> {
            Face from = withGlyph(face, each);
            try {
                return of(from).font().getStringWidth(Character.toString(shown(from, each))) / EM;
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        });
    }

    /** The text by the fonts that have it. */
    List<Part> parts(Face face, String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        Face current = face;
        for (int character : text.codePoints().toArray()) {
            Face from = withGlyph(face, character);
            if (from != current && pending.length() > 0) {
                parts.add(new Part(of(current).font(), pending.toString()));
                pending.setLength(0);
            }
            current = from;
            pending.appendCodePoint(shown(from, character));
        }
        if (pending.length() > 0) {
            parts.add(new Part(of(current).font(), pending.toString()));
        }
        return parts;
    }
}
