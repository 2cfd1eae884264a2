package org.smecluster.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model with marks: ⟦id¦value⟧ and ‹id¦value› for what an element says, ⟪id⟫ for where a child may be put in. */
final class Marked {

    private static final Pattern MARK =
            Pattern.compile("⟦([^¦⟧]*)¦([^⟧]*)⟧|‹([^¦›]*)¦([^›]*)›|⟪([^⟫]*)⟫|(<(?![!?/])[\\w:]+)");

    /** @param line of the place, as every variant keeps it */
    record Place(Kind kind, String element, String value, int start, int end, int line) {

        @Override
        public String toString() {
            return element + " 第" + line + "行 " + value;
        }
    }

    enum Kind {
        VALUE,
        BARE,
        CHILD,
        TAG
    }

    private final String name;
    private final String template;
    private final List<Place> places = new ArrayList<>();

    private Marked(String name, String template) {
        this.name = name;
        this.template = template;
        Matcher mark = MARK.matcher(template.replaceFirst("<!--.*?-->", "").isEmpty() ? "" : template);
        while (mark.find()) {
            int line = (int) template.substring(0, mark.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            if (line <= commentEnd(template)) {
                continue;
            }
            if (mark.group(1) != null) {
                places.add(new Place(Kind.VALUE, mark.group(1), mark.group(2), mark.start(), mark.end(), line));
            } else if (mark.group(3) != null) {
                places.add(new Place(Kind.BARE, mark.group(3), mark.group(4), mark.start(), mark.end(), line));
            } else if (mark.group(5) != null) {
                places.add(new Place(Kind.CHILD, mark.group(5), "", mark.start(), mark.end(), line));
            } else {
                places.add(new Place(Kind.TAG, mark.group(6), mark.group(6), mark.start(), mark.end(), line));
            }
        }
    }

    /** Of the comment at the file's beginning, which explains the marks. */
    private static int commentEnd(String template) {
        int end = template.indexOf("-->");
        return end < 0
                ? 0
                : (int) template.substring(0, end)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
    }

    static Marked read(String name) {
        try (InputStream in = Marked.class.getResourceAsStream("/policy/" + name)) {
            return new Marked(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Place> places(Kind kind) {
        return places.stream().filter(place -> place.kind() == kind).toList();
    }

    /** As it is allowed. */
    String text() {
        return with(null, null);
    }

    ModelSource source() {
        return source(text());
    }

    ModelSource source(String text) {
        return new ModelSource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With something else in one place; of a tag, after its name. */
    String with(Place changed, String content) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Place place : places) {
            text.append(template, from, place.start());
            text.append(
                    place.kind() == Kind.TAG
                            ? place.value() + (place == changed ? " " + content : "")
                            : place == changed ? content : place.value());
            from = place.end();
        }
        return text.append(template.substring(from)).toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
