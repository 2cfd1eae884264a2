package org.smecluster.policy;

import java.util.function.Predicate;

/**
 * How a value may be written.
 *
 * @param says in Chinese, what fits
 */
record Shape(String says, Predicate<String> fits) {

    boolean fits(String value) {
        return fits.test(value);
    }
}
