package org.smecluster.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables of a page of {@code docs/}. */
final class Markdown {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final List<String> lines;

    Markdown(String text) {
        lines = text.lines().toList();
    }

    /**
     * The cells of every row below the heading's n-th table's head; a section ends with the next heading.
     *
     * @param table from 0
     */
    List<List<String>> rows(String heading, int table) {
        int line = lines.indexOf(heading);
        if (line < 0) {
            throw new AssertionError("the page has no heading " + heading);
        }
        List<List<List<String>>> tables = new ArrayList<>();
        boolean within = false;
        for (String text : lines.subList(line + 1, lines.size())) {
            if (text.startsWith("#")) {
                break;
            }
            if (text.startsWith("|")) {
                if (!within) {
                    tables.add(new ArrayList<>());
                }
                tables.get(tables.size() - 1).add(cells(text));
            }
            within = text.startsWith("|");
        }
        List<List<String>> rows = tables.get(table);
        return rows.subList(2, rows.size());
    }

    /** Lines that one text has and the other lacks; a text that only has its lines in another order differs too. */
    static List<String> differences(String written, String generated) {
        if (written.equals(generated)) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        Set<String> is = new LinkedHashSet<>(written.lines().toList());
        Set<String> shouldBe = new LinkedHashSet<>(generated.lines().toList());
        is.stream().filter(line -> !shouldBe.contains(line)).forEach(line -> differences.add("- " + line));
        shouldBe.stream().filter(line -> !is.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences.isEmpty() ? List.of("the order of lines") : differences;
    }

    static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }
}
