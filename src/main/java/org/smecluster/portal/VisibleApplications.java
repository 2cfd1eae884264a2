package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.recognition.BatchFunnel.Place;
import org.springframework.stereotype.Component;

/** Of a batch's applications those that the list of cases shows to the reader. */
@Component
class VisibleApplications {

    private final CaseNarrowing narrowing;
    private final CaseAccess access;
    private final Cases cases;

    VisibleApplications(CaseNarrowing narrowing, CaseAccess access, Cases cases) {
        this.narrowing = narrowing;
        this.access = access;
        this.cases = cases;
    }

    /** By case number. @param view of a batch */
    List<Place> of(DashboardView view) {
        Map<String, Place> places = new TreeMap<>();
        narrowing.places(view.batch()).forEach(place -> places.put(place.caseNumber(), place));
        return cases
                .list(access.query(null, view.caseCity(), false, "").within(places.keySet()), 0, places.size())
                .stream()
                .map(CaseRecord::caseNumber)
                .sorted()
                .map(places::get)
                .toList();
    }
}
