package org.smecluster.casework;

import java.util.Collection;
import org.smecluster.registry.CaseKind;

/**
 * Which cases a list shows, newest first.
 *
 * @param applicantGroups whose cases
 * @param reviewing cities whose open cases are shown besides, whoever handed them in
 * @param numbers of cases besides theirs
 * @param kind null: of all kinds
 * @param cityGroup null: of all cities
 * @param open only those that are
 * @param text that stands in number, cluster, subject or standing; empty: any
 * @param among numbers of the only cases that are looked at; null: all are
 */
public record CaseQuery(
        Collection<String> applicantGroups,
        Collection<String> reviewing,
        Collection<String> numbers,
        CaseKind kind,
        String cityGroup,
        boolean open,
        String text,
        Collection<String> among) {

    /** Of all cases. */
    public CaseQuery(
            Collection<String> applicantGroups,
            Collection<String> reviewing,
            Collection<String> numbers,
            CaseKind kind,
            String cityGroup,
            boolean open,
            String text) {
        this(applicantGroups, reviewing, numbers, kind, cityGroup, open, text, null);
    }

    /** @param numbers null: of all cases */
    public CaseQuery within(Collection<String> numbers) {
        return new CaseQuery(applicantGroups, reviewing, this.numbers, kind, cityGroup, open, text, numbers);
    }
}
