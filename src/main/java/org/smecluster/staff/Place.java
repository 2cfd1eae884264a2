package org.smecluster.staff;

/**
 * What somebody is, in the words of a list of staff.
 *
 * @param group the Camunda group, e.g. {@code county-640221}
 * @param unit name of the unit, one of its kind
 * @param post what the person does there
 */
public record Place(String group, String unit, String post) {

    public String label() {
        return unit + " · " + post;
    }
}
