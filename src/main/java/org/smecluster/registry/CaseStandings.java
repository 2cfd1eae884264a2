package org.smecluster.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where cases stood from when on, as a clerk says it. */
public interface CaseStandings {

    /** By case number, where each stood just before the time; a case of which that is not kept is left out. */
    Map<String, String> before(Collection<String> caseNumbers, Instant time);
}
