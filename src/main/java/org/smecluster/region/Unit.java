package org.smecluster.region;

import java.util.Objects;
import java.util.Optional;

/**
 * A unit of the regional tree.
 *
 * @param code       4 digits for a city, 6 digits (GB/T 2260) for a county, a lower-case word for a park
 * @param name       its name in Chinese
 * @param level      city, county or park
 * @param parentCode the city of a county; the city or county of a park; null for a city
 * @param parkKind   for a park who runs it; otherwise null
 */
public record Unit(String code, String name, UnitLevel level, String parentCode, ParkKind parkKind) {

    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        if ((level == UnitLevel.CITY) != (parentCode == null)) {
            throw new IllegalArgumentException("only a city has no parent: " + code);
        }
        if ((level == UnitLevel.PARK) != (parkKind != null)) {
            throw new IllegalArgumentException("a park, and nothing else, has a kind: " + code);
        }
    }

    /** The Camunda group of its staff, e.g. {@code county-640221}. */
    public String group() {
        return level.group(code);
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parentCode);
    }
}
