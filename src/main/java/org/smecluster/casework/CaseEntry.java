package org.smecluster.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.smecluster.law.Article;
import org.smecluster.registry.LifeReader;
import org.smecluster.remedy.Remedy;

/**
 * What was said or done in a case, as it was entered.
 *
 * @param key what makes it one in its case, e.g. {@code cityOpinion-1}: the same key is entered once
 * @param title as a clerk says it, e.g. 市级意见
 * @param text the opinion, decision or statement itself, 1 to 4000 characters
 * @param particulars label to value, in the order of the form
 * @param article as cited, null where none applies
 * @param documentNumber null where no document was issued
 * @param conclusion code of what was concluded, e.g. {@code RETURN}; null where nothing was
 * @param remedy whose decision it is and what can be done against it; null where it decides nothing about the unit
 * @param audience who may read it at least while the case is open; once it is closed, everybody who may read the case,
 *     unless it lasts
 * @param lasting whether the audience stays the same once the case is closed
 * @param author user id of the person who said or did it, null where none did
 * @param authorName 系统 where no person did it
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
        String conclusion,
        Remedy remedy,
        LifeReader audience,
        boolean lasting,
        String author,
        String authorName,
        Instant enteredAt) {

    public CaseEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(audience, "audience");
        particulars = Collections.unmodifiableMap(new LinkedHashMap<>(particulars));
    }

    /** An entry with no more than its words; see the {@code with…} methods for the rest. */
    public static CaseEntry of(EntryKind kind, String key, String title, String text) {
        return new CaseEntry(
                key,
                kind,
                title,
                text,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                LifeReader.UNIT,
                false,
                null,
                null,
                null);
    }

    CaseEntry keyed(String newKey) {
        return new CaseEntry(
                newKey,
                kind,
                title,
                text,
                particulars,
                article,
                documentNumber,
                documentDate,
                conclusion,
                remedy,
                audience,
                lasting,
                author,
                authorName,
                enteredAt);
    }

    public CaseEntry under(Article basis) {
        return changed(
                particulars, basis.toString(), documentNumber, documentDate, conclusion, remedy, audience, lasting);
    }

    /** One more labelled value, after those there are; a null or blank value is left out. */
    public CaseEntry with(String label, Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(particulars);
        more.put(label, value.toString());
        return changed(more, article, documentNumber, documentDate, conclusion, remedy, audience, lasting);
    }

    public CaseEntry bearing(Remedy newRemedy) {
        return changed(particulars, article, documentNumber, documentDate, conclusion, newRemedy, audience, lasting);
    }

    /** All that is to be shown beside its words, label to value: the particulars, then whose decision it is. */
    public Map<String, String> told() {
        if (remedy == null) {
            return particulars;
        }
        Map<String, String> all = new LinkedHashMap<>(particulars);
        all.put("作出机关", remedy.issuer());
        if (remedy.text() != null) {
            all.put("救济途径", remedy.text());
        }
        return all;
    }

    public CaseEntry withDocument(String number, LocalDate date) {
        return changed(particulars, article, number, date, conclusion, remedy, audience, lasting);
    }

    public CaseEntry concluding(Enum<?> code) {
        return changed(particulars, article, documentNumber, documentDate, code.name(), remedy, audience, lasting);
    }

    public boolean concludes(Enum<?> code) {
        return code.name().equals(conclusion);
    }

    /** Whether it is one of a sort that is entered again and again, e.g. {@code city} of {@code city-2}. */
    public boolean isOf(String sort) {
        return key.equals(sort) || key.startsWith(sort + "-");
    }

    /** For the authorities only while the case is open. */
    public CaseEntry kept() {
        return changed(
                particulars, article, documentNumber, documentDate, conclusion, remedy, LifeReader.CITY, lasting);
    }

    /** What the autonomous region deliberates: its own while the case is open. */
    public CaseEntry deliberated() {
        return changed(
                particulars, article, documentNumber, documentDate, conclusion, remedy, LifeReader.REGION, lasting);
    }

    /** The autonomous region's own for good, as who objected and with what. */
    public CaseEntry ofRegion() {
        return changed(particulars, article, documentNumber, documentDate, conclusion, remedy, LifeReader.REGION, true);
    }

    /** @param closed whether the case is */
    public boolean readBy(LifeReader reader, boolean closed) {
        return reader.reads(least(closed));
    }

    LifeReader least(boolean closed) {
        return closed && !lasting ? LifeReader.UNIT : audience;
    }

    private CaseEntry changed(
            Map<String, String> newParticulars,
            String newArticle,
            String newNumber,
            LocalDate newDate,
            String newConclusion,
            Remedy newRemedy,
            LifeReader newAudience,
            boolean newLasting) {
        return new CaseEntry(
                key,
                kind,
                title,
                text,
                newParticulars,
                newArticle,
                newNumber,
                newDate,
                newConclusion,
                newRemedy,
                newAudience,
                newLasting,
                author,
                authorName,
                enteredAt);
    }
}
