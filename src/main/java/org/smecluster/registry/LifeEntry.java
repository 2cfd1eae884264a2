package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing in the life of a cluster, as its record shows it.
 *
 * @param happenedOn the day of the thing itself
 * @param recordedAt when it became known here; a record as known on a day shows what was recorded by its end
 * @param kind a word for the sort of thing, e.g. 认定, 年度报送, 变动备案
 * @param text Chinese
 * @param particulars label to value, in order
 * @param article as cited, null where none applies
 * @param caseNumber null where it belongs to no case
 * @param documentNumber null where no document was issued
 * @param who the person's name, 系统 where no person did it
 * @param basis the rule versions it rests on, null where it rests on none; those of the case's process are added by
 *     the record
 * @param least who may read it at least
 */
public record LifeEntry(
        LocalDate happenedOn,
        Instant recordedAt,
        String kind,
        String title,
        String text,
        Map<String, String> particulars,
        String article,
        String caseNumber,
        String documentNumber,
        String who,
        String basis,
        LifeReader least) {

    public LifeEntry {
        Objects.requireNonNull(happenedOn, "happenedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(least, "least");
        particulars = Collections.unmodifiableMap(new LinkedHashMap<>(particulars));
    }
    /** One that everybody may read who may read the record. */
    public LifeEntry(
            LocalDate happenedOn,
            Instant recordedAt,
            String kind,
            String title,
            String text,
            Map<String, String> particulars,
            String article,
            String caseNumber,
            String documentNumber,
            String who,
            String basis) {
        this(
                happenedOn,
                recordedAt,
                kind,
                title,
                text,
                particulars,
                article,
                caseNumber,
                documentNumber,
                who,
                basis,
                LifeReader.UNIT);
    }

    /** The same for a narrower circle. */
    public LifeEntry readBy(LifeReader other) {
        return new LifeEntry(
                happenedOn,
                recordedAt,
                kind,
                title,
                text,
                particulars,
                article,
                caseNumber,
                documentNumber,
                who,
                basis,
                other);
    }

    LifeEntry restingOn(String models) {
        return new LifeEntry(
                happenedOn,
                recordedAt,
                kind,
                title,
                text,
                particulars,
                article,
                caseNumber,
                documentNumber,
                who,
                basis == null ? models : models + "；" + basis,
                least);
    }
}
