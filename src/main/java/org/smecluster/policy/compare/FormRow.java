package org.smecluster.policy.compare;

import java.util.List;

/**
 * A component of a form, as it was beside as it is.
 *
 * @param sign   null where both are the same
 * @param before null where it was not there; so {@code after}
 */
public record FormRow(Difference.Sign sign, String element, Side before, Side after) {

    /**
     * A component as a person sees it.
     *
     * @param kind such as 单行文字
     * @param says what is set of it, each a statement
     */
    public record Side(String title, String kind, List<String> says) {}
}
