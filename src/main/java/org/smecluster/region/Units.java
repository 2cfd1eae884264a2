package org.smecluster.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The regional tree as it stands now. */
@FunctionalInterface
public interface Units {

    /** All units, cities first, then direct units, counties and parks, each by code. */
    List<Unit> all();

    default Optional<Unit> find(String code) {
        return all().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The unit whose staff is the group, e.g. {@code park-ningdong}; empty for any other group. */
    default Optional<Unit> ofGroup(String group) {
        return all().stream().filter(unit -> unit.group().equals(group)).findFirst();
    }

    default List<Unit> counties() {
        return all().stream().filter(unit -> unit.level() == UnitLevel.COUNTY).toList();
    }

    /**
     * The city or direct unit that a unit belongs to; these belong to themselves.
     *
     * @throws IllegalArgumentException if no unit has the code
     */
    default Unit cityOf(String code) {
        Map<String, Unit> tree = all().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Unit unit = tree.get(code);
        while (unit != null && !unit.level().recommends()) {
            unit = tree.get(unit.parentCode());
        }
        if (unit == null) {
            throw new IllegalArgumentException("no regional unit has the code " + code);
        }
        return unit;
    }

    /** The county-level unit of a county or of a park within one; empty for a city, and for a park of which it is not known. */
    default Optional<Unit> countyOf(String code) {
        return find(code).flatMap(unit -> switch (unit.level()) {
            case CITY, DIRECT -> Optional.empty();
            case COUNTY -> Optional.of(unit);
            case PARK -> countyOf(unit.countyCode() == null ? unit.parentCode() : unit.countyCode());
        });
    }
}
