package org.smecluster.paper.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.smecluster.paper.pdf.Line.Piece;

/** Breaks text into lines: between any two Chinese characters, not within a word or a number, 避头尾 and 标点悬挂 as usual. */
final class Breaking {

    private static final String NOT_FIRST = "，。、；：！？）》〉」』】〕”’…—％%℃·,.;:!?)]}～";
    private static final String NOT_LAST = "（《〈「『【〔“‘([{￥";
    /** These may stand beyond the end of the line. */
    private static final String HANGING = "，。、,.";

    private static final int LOOK_BACK = 6;
    /** A line is stretched only where no more than so many characters are missing. */
    private static final double MOST_STRETCHED = 10;

    /** What is not broken: a character, a word, a break (null). */
    record Atom(String text, Style style, double width) {
        boolean isBreak() {
            return text == null;
        }

        boolean blank() {
            return text != null && text.isBlank();
        }
    }

    private final Fonts fonts;

    Breaking(Fonts fonts) {
        this.fonts = fonts;
    }

    /** @param pieces with line ends as \n */
    private List<Atom> atoms(List<Piece> pieces) {
        List<Atom> atoms = new ArrayList<>();
        for (Piece piece : pieces) {
            StringBuilder word = new StringBuilder();
            for (int character : piece.text().codePoints().toArray()) {
                boolean inWord = character < 0x2E80 && character > ' ' && Character.isLetterOrDigit(character)
                        || ".-/%".indexOf(character) >= 0 && word.length() > 0;
                if (inWord) {
                    word.appendCodePoint(character);
                    continue;
                }
                flush(word, piece.style(), atoms);
                if (character == '\n') {
                    atoms.add(new Atom(null, piece.style(), 0));
                } else {
                    atoms.add(atom(Character.toString(character == '\t' ? '\u3000' : character), piece.style()));
                }
            }
            flush(word, piece.style(), atoms);
        }
        return atoms;
    }

    private void flush(StringBuilder word, Style style, List<Atom> atoms) {
        if (word.length() > 0) {
            atoms.add(atom(word.toString(), style));
            word.setLength(0);
        }
    }

    private Atom atom(String text, Style style) {
        return new Atom(text, style, width(text, style));
    }

    double width(String text, Style style) {
        return text.codePoints()
                .mapToDouble(each -> fonts.width(style.face(), each) * style.size() + style.spacing())
                .sum();
    }

    /**
     * @param column width of the column
     * @param empty style of a line with nothing in it
     * @param height of a line of a size
     */
    List<Line> lines(
            List<Piece> pieces, Styles.Paragraph format, double column, Style empty, ToDoubleFunction<Style> height) {
        List<Atom> atoms = split(atoms(pieces), column - format.left() - format.right());
        List<Line> lines = new ArrayList<>();
        int from = 0;
        do {
            double indent = format.left() + (lines.isEmpty() ? format.first() : 0);
            double room = column - indent - format.right();
            int to = end(atoms, from, room);
            boolean last = to >= atoms.size() || atoms.get(to).isBreak();
            lines.add(line(atoms.subList(from, to), format.justify(), indent, room, last, empty, height));
            from = to < atoms.size() && atoms.get(to).isBreak() ? to + 1 : to;
            if (from == atoms.size() && to < atoms.size()) {
                break;
            }
        } while (from < atoms.size());
        return lines;
    }

    /** Words that are longer than a line come apart. */
    private List<Atom> split(List<Atom> atoms, double room) {
        List<Atom> split = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom.isBreak() || atom.width() <= room || atom.text().length() == 1) {
                split.add(atom);
            } else {
                atom.text().codePoints().forEach(each -> split.add(atom(Character.toString(each), atom.style())));
            }
        }
        return split;
    }

    private static int end(List<Atom> atoms, int from, double room) {
        double used = 0;
        int at = from;
        while (at < atoms.size() && !atoms.get(at).isBreak()) {
            Atom atom = atoms.get(at);
            if (used + atom.width() > room + 0.05 && at > from) {
                if (HANGING.contains(atom.text()) && (at + 1 >= atoms.size() || !notFirst(atoms.get(at + 1)))) {
                    return at + 1;
                }
                return allowed(atoms, from, at);
            }
            used += atom.width();
            at++;
        }
        return at;
    }

    private static boolean notFirst(Atom atom) {
        return !atom.isBreak() && NOT_FIRST.contains(atom.text());
    }

    private static int allowed(List<Atom> atoms, int from, int at) {
        for (int back = at; back > from && back > at - LOOK_BACK; back--) {
            if (!notFirst(atoms.get(back))
                    && !NOT_LAST.contains(atoms.get(back - 1).text())) {
                return back;
            }
        }
        return at;
    }

    private Line line(
            List<Atom> atoms,
            String justify,
            double indent,
            double room,
            boolean last,
            Style empty,
            ToDoubleFunction<Style> height) {
        List<Piece> pieces = new ArrayList<>();
        for (Atom atom : atoms) {
            int end = pieces.size() - 1;
            if (end >= 0 && pieces.get(end).style().equals(atom.style())) {
                pieces.set(end, new Piece(pieces.get(end).text() + atom.text(), atom.style()));
            } else {
                pieces.add(new Piece(atom.text(), atom.style()));
            }
        }
        double used = atoms.stream().mapToDouble(Atom::width).sum();
        double left = room - used;
        Style tallest = atoms.stream()
                .map(Atom::style)
                .max((one, other) -> Double.compare(one.size(), other.size()))
                .orElse(empty);
        int gaps = pieces.stream()
                        .mapToInt(piece ->
                                piece.text().codePointCount(0, piece.text().length()))
                        .sum()
                - 1;
        boolean stretched =
                justify.equals("both") && !last && left > 0 && gaps > 0 && left < MOST_STRETCHED * tallest.size();
        double x =
                switch (justify) {
                    case "center" -> indent + left / 2;
                    case "right" -> indent + left;
                    default -> indent;
                };
        return new Line(pieces, x, stretched ? left / gaps : 0, height.applyAsDouble(tallest));
    }
}
