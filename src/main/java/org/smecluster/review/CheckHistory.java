package org.smecluster.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What was planned, said and found in several cases, for whoever looks back. */
public interface CheckHistory {

    List<Planned> planned(Collection<String> caseNumbers);

    /** Those that have answered, of cases in which all have. */
    List<Answered> answered(Collection<String> caseNumbers);

    List<Inspected> inspected(Collection<String> caseNumbers);

    record Planned(String caseNumber, ReviewPlan plan, String byName, Instant at) {}

    record Answered(String caseNumber, ExpertOpinion opinion) {}

    record Inspected(String caseNumber, SiteInspection inspection, Instant at) {}
}
