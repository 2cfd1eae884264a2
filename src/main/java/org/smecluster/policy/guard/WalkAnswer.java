package org.smecluster.policy.guard;

import java.util.Map;

/**
 * One thing that a person let happen in a walk.
 *
 * @param way its number among all that might have happened then
 * @param values of the fields that settle something, by key, as the form was accepted: texts, numbers, Booleans, null
 * @param picks what the program would find in a case's data and a person chose in its place: by variable the place among
 *     the possible values
 */
public record WalkAnswer(int way, Map<String, Object> values, Map<String, Integer> picks) {

    public static WalkAnswer of(int way) {
        return new WalkAnswer(way, Map.of(), Map.of());
    }
}
