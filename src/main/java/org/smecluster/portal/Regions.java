package org.smecluster.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.stereotype.Component;

/** Names of regional units, for screens. */
@Component
class Regions {

    /** Digits of a code that stands for a whole city, e.g. 640100. */
    private static final int CITY_AS_COUNTY = 6;

    private final Units units;

    Regions(Units units) {
        this.units = units;
    }

    /** The unit's name; for a city's own six digits (640100) the city's; the code itself where none has it. */
    String name(String code) {
        return units.find(code)
                .or(() -> code.length() == CITY_AS_COUNTY && code.endsWith("00")
                        ? units.find(code.substring(0, 4))
                        : Optional.<Unit>empty())
                .map(Unit::name)
                .orElse(code);
    }

    /** As {@link #name}, of every code that has a name. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Unit unit : units.all()) {
            names.put(unit.code(), unit.name());
            if (unit.level().recommends()) {
                names.putIfAbsent(unit.code() + "00", unit.name());
            }
        }
        return names;
    }

    List<Unit> cities() {
        return units.all().stream().filter(unit -> unit.level().recommends()).toList();
    }

    /** The unit's name; for the groups of the autonomous region that of its department. */
    String nameOfGroup(String group) {
        if (group.startsWith("province-")) {
            return "自治区工业和信息化厅";
        }
        return units.ofGroup(group).map(Unit::name).orElse(group);
    }
}
