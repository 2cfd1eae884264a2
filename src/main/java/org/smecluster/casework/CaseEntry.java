package org.smecluster.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.smecluster.law.Article;

/**
 * What was said or done in a case, as it was entered.
 *
 * @param key what makes it one in its case, e.g. {@code cityOpinion-1}: the same key is entered once
 * @param title as a clerk says it, e.g. 市级意见
 * @param text the opinion, decision or statement itself, 1 to 4000 characters
 * @param particulars label to value, in the order of the form
 * @param article as cited, null where none applies
 * @param documentNumber null where no document was issued
 * @param authorName 系统 where no person did it
 * @param internal not shown to the applicant's unit while the case is open
 * @param enteredAt null until it is stored
 */
public record CaseEntry(
        String key,
        EntryKind kind,
        String title,
        String text,
        Map<String, String> particulars,
        String article,
        String documentNumber,
        LocalDate documentDate,
        String author,
        String authorName,
        boolean internal,
        Instant enteredAt) {

    public CaseEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        particulars = Collections.unmodifiableMap(new LinkedHashMap<>(particulars));
    }

    /** An entry with no more than its words; see the {@code with…} methods for the rest. */
    public static CaseEntry of(EntryKind kind, String key, String title, String text) {
        return new CaseEntry(key, kind, title, text, Map.of(), null, null, null, null, null, false, null);
    }

    public CaseEntry under(Article basis) {
        return new CaseEntry(
                key,
                kind,
                title,
                text,
                particulars,
                basis.toString(),
                documentNumber,
                documentDate,
                author,
                authorName,
                internal,
                enteredAt);
    }

    /** One more labelled value, after those there are; a null or blank value is left out. */
    public CaseEntry with(String label, Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(particulars);
        more.put(label, value.toString());
        return new CaseEntry(
                key,
                kind,
                title,
                text,
                more,
                article,
                documentNumber,
                documentDate,
                author,
                authorName,
                internal,
                enteredAt);
    }

    public CaseEntry withDocument(String number, LocalDate date) {
        return new CaseEntry(
                key, kind, title, text, particulars, article, number, date, author, authorName, internal, enteredAt);
    }

    /** For the authorities only while the case is open. */
    public CaseEntry kept() {
        return new CaseEntry(
                key,
                kind,
                title,
                text,
                particulars,
                article,
                documentNumber,
                documentDate,
                author,
                authorName,
                true,
                enteredAt);
    }
}
