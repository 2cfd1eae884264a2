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
 */
public record CaseQuery(
        Collection<String> applicantGroups,
        Collection<String> reviewing,
        Collection<String> numbers,
        CaseKind kind,
        String cityGroup,
        boolean open,
        String text) {}
