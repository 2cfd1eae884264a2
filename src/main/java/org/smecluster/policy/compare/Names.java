package org.smecluster.policy.compare;

import java.util.Map;
import java.util.Optional;

/**
 * What people call the places of a file.
 *
 * @param names by place; {@code […]} is written {@code []}, and {@code %s} in the name is what stands in it
 * @param flags by place and value, {@code place=value}: what holds where the value is written
 */
record Names(Map<String, String> names, Map<String, String> flags) {

    private static final Map<String, String> EVENTS = Map.of(
            "create", "任务产生时",
            "assignment", "任务认领时",
            "complete", "任务完成时",
            "update", "任务改动时",
            "delete", "任务取消时",
            "start", "开始时",
            "end", "结束时",
            "take", "经过时");

    String of(String place) {
        String known = names.get(place);
        if (known != null) {
            return known;
        }
        int from = place.indexOf('[');
        int to = place.lastIndexOf(']');
        if (from >= 0 && to > from) {
            String within = place.substring(from + 1, to);
            String pattern = names.get(place.substring(0, from + 1) + place.substring(to));
            if (pattern != null) {
                return pattern.replace("%s", EVENTS.getOrDefault(within, within));
            }
        }
        return "其他设置“" + place + "”";
    }

    /** What now holds or no longer holds; empty where it is no matter of yes and no. A value of null is none. */
    Optional<String> flag(String place, String was, String is) {
        if (was != null && is != null) {
            return Optional.empty();
        }
        String flag = flags.get(place + "=" + (was == null ? is : was));
        return Optional.ofNullable(flag).map(what -> (was == null ? "现在" : "不再") + what);
    }
}
