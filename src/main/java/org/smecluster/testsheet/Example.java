package org.smecluster.testsheet;

import java.util.Map;

/**
 * A row of a test sheet, as typed.
 *
 * @param line     as Excel counts, from 1
 * @param name     which one it is: no two of a sheet have the same
 * @param inputs   by variable; what is empty is not there, and not supplied
 * @param expected by output; what is empty is not there, and not looked at
 * @param count    how many rows have to come out; empty where that is not looked at
 * @param article  e.g. 第十一条(一)
 */
public record Example(
        int line, String name, Map<String, String> inputs, Map<String, String> expected, String count, String article) {

    public Example {
        inputs = Map.copyOf(inputs);
        expected = Map.copyOf(expected);
    }

    /** Whether the same is typed, wherever it stands. */
    boolean same(Example other) {
        return name.equals(other.name)
                && inputs.equals(other.inputs)
                && expected.equals(other.expected)
                && count.equals(other.count)
                && article.equals(other.article);
    }

    /** What is typed in a column; empty where nothing is. */
    public String cell(ExampleSheet.Head head) {
        return (head.output() ? expected : inputs).getOrDefault(head.name(), "");
    }
}
