package org.smecluster.region;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose cases a person may see: a county or park its own, a city those of its counties and parks, the autonomous
 * region all. Experts, policy owners and operators of the engine see no case by region.
 */
public final class RegionalScope {

    private static final Set<String> WHOLE_REGION = Set.of(StaffGroup.OFFICERS, StaffGroup.LEADERS);

    private final boolean wholeRegion;
    private final Set<String> applicantGroups;

    private RegionalScope(boolean wholeRegion, Set<String> applicantGroups) {
        this.wholeRegion = wholeRegion;
        this.applicantGroups = applicantGroups;
    }

    /** The scope of a person who is in the groups, by the tree as it stands. */
    public static RegionalScope of(Collection<String> groups, Units units) {
        boolean wholeRegion = groups.stream().anyMatch(WHOLE_REGION::contains);
        List<Unit> all = units.all();
        Units tree = () -> all;
        Set<String> applicants = all.stream()
                .filter(unit -> !unit.level().recommends())
                .filter(unit -> wholeRegion
                        || groups.contains(unit.group())
                        || groups.contains(tree.cityOf(unit.code()).group()))
                .map(Unit::group)
                .collect(Collectors.toUnmodifiableSet());
        return new RegionalScope(wholeRegion, applicants);
    }

    /** Whether the cases of the applicant (a county's or park's group) are in this scope. */
    public boolean covers(String applicantGroup) {
        return wholeRegion || applicantGroups.contains(applicantGroup);
    }

    public boolean wholeRegion() {
        return wholeRegion;
    }

    /** The groups of the counties and parks whose cases are in this scope. */
    public Set<String> applicantGroups() {
        return applicantGroups;
    }
}
