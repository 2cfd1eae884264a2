package org.smecluster.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The data as they stood from a moment on; a later release takes nothing of it away.
 *
 * @param id counts from 1
 * @param sha256 of the lines and columns, in hexadecimal
 * @param lines by the cluster's number, each by field; a value that is not there is left out
 */
public record OpenDataRelease(
        long id, String sha256, List<OpenDataField> fields, Map<String, Map<OpenDataField, String>> lines, Instant at) {

    public OpenDataRelease {
        fields = List.copyOf(fields);
        lines = new TreeMap<>(lines);
    }

    Set<String> numbers() {
        return lines.keySet();
    }
}
