package org.smecluster.region;

import java.util.Objects;
import java.util.Optional;

/**
 * A unit of the regional tree.
 *
 * @param code       4 digits for a city or a direct unit, 6 digits (GB/T 2260) for a county, a lower-case word for a park
 * @param name       its name in Chinese
 * @param level      city, direct unit, county or park
 * @param parentCode who recommends its applications: the city of a county; the city, direct unit or county of a park;
 *     null for a city and a direct unit
 * @param parkKind   for a park who runs it; otherwise null
 * @param countyCode for a park the county-level unit that it lies in, where its parent does not say it; may be null
 */
public record Unit(String code, String name, UnitLevel level, String parentCode, ParkKind parkKind, String countyCode) {

    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        if (level.recommends() != (parentCode == null)) {
            throw new IllegalArgumentException("only a city and a direct unit have no parent: " + code);
        }
        if ((level == UnitLevel.PARK) != (parkKind != null)) {
            throw new IllegalArgumentException("a park, and nothing else, has a kind: " + code);
        }
    }

    /** Of which the tree says all. */
    public Unit(String code, String name, UnitLevel level, String parentCode, ParkKind parkKind) {
        this(code, name, level, parentCode, parkKind, null);
    }

    /** The Camunda group of its staff, e.g. {@code county-640221}. */
    public String group() {
        return level.group(code);
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parentCode);
    }
}
