package org.smecluster.material;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How formulas of a workbook refer to other files: by the file's number in brackets, or by a name that stands for such.
 *
 * @param names the defined names that lead outside
 */
record ExternalNames(Set<String> names) {

    /** {@code [1]Sheet1!A1}; a column of a table that has a number for its name stands behind the table's name. */
    private static final Pattern FILE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.\\[\\]])\\[[0-9]+](?=[\\p{L}\\p{N}_.!'])|'[^'\\[]*\\[[^]]+][^']*'!");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*");

    record Defined(String name, String meaning) {}

    static ExternalNames of(List<Defined> defined) {
        return new ExternalNames(defined.stream()
                .filter(each -> FILE.matcher(each.meaning()).find())
                .map(Defined::name)
                .collect(Collectors.toSet()));
    }

    boolean usedIn(String formula) {
        return FILE.matcher(formula).find()
                || !names.isEmpty() && NAME.matcher(formula).results().anyMatch(found -> names.contains(found.group()));
    }
}
