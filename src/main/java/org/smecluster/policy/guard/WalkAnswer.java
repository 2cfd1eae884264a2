package org.smecluster.policy.guard;

import java.util.Map;

/**
 * One thing that a person let happen in a walk.
 *
 * @param element id of the step or event
 * @param way its number among all the ways in which that may happen; of a form's answer without meaning
 * @param through the process that the element calls is gone through as a whole
 * @param values of the fields that settle something, by key, as the form was accepted: texts, numbers, Booleans, null
 * @param picks what the program would find in a case's data and a person chose in its place: by variable the place among
 *     the possible values
 */
public record WalkAnswer(
        String element, int way, boolean through, Map<String, Object> values, Map<String, Integer> picks) {

    public static WalkAnswer of(String element, int way, boolean through) {
        return new WalkAnswer(element, way, through, Map.of(), Map.of());
    }
}
