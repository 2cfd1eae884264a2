package org.smecluster.policy;

import java.util.function.Predicate;

/**
 * How a value may be written.
 *
 * @param says in Chinese, what fits
 * @param pattern a regular expression of the whole value; null where it takes more than that to tell
 */
record Shape(String says, Predicate<String> fits, String pattern) {

    Shape(String says, Predicate<String> fits) {
        this(says, fits, null);
    }

    boolean fits(String value) {
        return fits.test(value);
    }
}
