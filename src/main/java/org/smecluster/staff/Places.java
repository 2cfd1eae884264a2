package org.smecluster.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.stereotype.Component;

/** Every unit with its posts: the one list that pages, sheets and checks go by. */
@Component
public class Places {

    private static final String REGION = "自治区工业和信息化厅";
    private static final String HANDLES = "经办";

    private final Units units;

    Places(Units units) {
        this.units = units;
    }

    /** The region first, then cities, counties, parks. */
    public List<Place> all() {
        List<Place> places = new ArrayList<>(List.of(
                new Place(StaffGroup.OFFICERS, REGION, HANDLES),
                new Place(StaffGroup.LEADERS, REGION, "审定"),
                new Place(StaffGroup.POLICY_OWNERS, REGION, "政策管理"),
                new Place(StaffGroup.ADMINISTRATORS, REGION, "系统管理"),
                new Place(StaffGroup.EXPERTS, "评审专家", "评审")));
        List<Unit> all = units.all();
        Map<String, Long> sameName = all.stream().collect(Collectors.groupingBy(Unit::name, Collectors.counting()));
        all.forEach(unit -> places.add(new Place(
                unit.group(),
                sameName.get(unit.name()) == 1
                        ? unit.name()
                        : unit.name() + "（" + unit.level().label() + "）",
                HANDLES)));
        return places;
    }

    /** By group. */
    public Map<String, Place> byGroup() {
        return all().stream().collect(Collectors.toMap(Place::group, Function.identity()));
    }

    public Optional<Place> of(String group) {
        return all().stream().filter(place -> place.group().equals(group)).findFirst();
    }

    List<Place> ofUnit(String unit) {
        return all().stream().filter(place -> place.unit().equals(unit)).toList();
    }
}
