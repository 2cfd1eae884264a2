package org.smecluster.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of each step of an old version, as the engine and what hangs on the steps allow it. */
public record Plan(ProcessVersion from, ProcessVersion to, List<Line> lines) {

    /**
     * A step at which a case may be.
     *
     * @param kind as staff say it, e.g. 人工任务
     * @param target id of the step of the new version; null where cases that are there stay on the old one
     * @param choices what it may become, as far as its kind goes
     * @param problems why not as it stands, in Chinese
     */
    public record Line(
            String source, String name, String kind, String target, List<Choice> choices, List<String> problems) {}

    /** A step of the new version. */
    public record Choice(String element, String name) {}

    public boolean valid() {
        return lines.stream()
                .allMatch(line -> line.target() == null || line.problems().isEmpty());
    }

    /** Source to target, without the steps that become nothing. */
    public Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        lines.stream().filter(line -> line.target() != null).forEach(line -> mapping.put(line.source(), line.target()));
        return mapping;
    }
}
