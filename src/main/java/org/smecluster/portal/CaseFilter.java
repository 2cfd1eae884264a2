package org.smecluster.portal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smecluster.law.Outcome;
import org.smecluster.recognition.FunnelStep;
import org.smecluster.registry.CaseKind;

/**
 * Which cases a list shows, as the address has it; null: nothing said. What narrows it beyond what the list's own form asks
 * comes from the dashboards' figures.
 *
 * @param batch number of a batch: its applications only, and of them
 * @param reached that came at least to the step
 * @param until whose last step it is
 * @param ended whether they are closed
 * @param condition code of a condition of 第十一条, whose finding is {@code outcome}
 * @param indicator code of an input of 第十一条, whose value lies from, over, below and up to the numbers given
 * @param step element id of a user task: of a batch's applications those that passed it or are at it
 * @param late of those that took longer than their time
 * @param overdue cases with a task whose time is over, at {@code step} where one is named
 */
record CaseFilter(
        CaseKind kind,
        String city,
        Boolean open,
        String text,
        String batch,
        FunnelStep reached,
        FunnelStep until,
        Boolean ended,
        String condition,
        Outcome outcome,
        String indicator,
        BigDecimal from,
        BigDecimal over,
        BigDecimal below,
        BigDecimal upTo,
        String step,
        Boolean late,
        Boolean overdue) {

    static final String PATH = "/cases";

    CaseFilter {
        city = blankToNull(city);
        open = Boolean.TRUE.equals(open);
        text = text == null ? "" : text.strip();
        batch = blankToNull(batch);
        condition = blankToNull(condition);
        indicator = blankToNull(indicator);
        step = blankToNull(step);
        late = Boolean.TRUE.equals(late);
        overdue = Boolean.TRUE.equals(overdue);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether the list's own form narrows it. */
    private boolean chosen() {
        return kind != null || city != null || open || !text.isEmpty();
    }

    public boolean filtered() {
        return chosen() || narrowed();
    }

    boolean narrowed() {
        return batch != null || overdue;
    }

    /** What narrows it beyond the list's own form, which keeps it. */
    public Map<String, Object> narrowing() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("batch", batch);
        said.put("reached", reached);
        said.put("until", until);
        said.put("ended", ended == null ? null : ended.toString());
        said.put("condition", condition);
        said.put("outcome", outcome);
        said.put("indicator", indicator);
        said.put("from", plain(from));
        said.put("over", plain(over));
        said.put("below", plain(below));
        said.put("upTo", plain(upTo));
        said.put("step", step);
        said.put("late", late ? "true" : null);
        said.put("overdue", overdue ? "true" : null);
        said.values().removeIf(value -> value == null);
        return said;
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    boolean holds(BigDecimal value) {
        return value != null
                && (from == null || value.compareTo(from) >= 0)
                && (over == null || value.compareTo(over) > 0)
                && (below == null || value.compareTo(below) < 0)
                && (upTo == null || value.compareTo(upTo) <= 0);
    }

    private Map<String, Object> all() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", kind);
        said.put("city", city);
        said.put("open", open);
        said.put("text", text);
        said.putAll(narrowing());
        return said;
    }

    public String onPage(int number) {
        Map<String, Object> said = all();
        said.put("page", number);
        return ListAddress.of(PATH, said);
    }

    /** Of the workbook of what is found. */
    public String exported() {
        return ListAddress.of(PATH + "/export", all());
    }
}
