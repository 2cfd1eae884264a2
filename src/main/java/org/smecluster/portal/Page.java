package org.smecluster.portal;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One page of a longer list.
 *
 * @param number from 1
 * @param total of all pages, in items
 */
record Page<T>(List<T> items, int number, int size, int total) {

    /** A number beyond the ends is the nearest page. */
    static int nearest(int number, int size, int total) {
        return Math.min(Math.max(1, number), Math.max(1, (total + size - 1) / size));
    }

    /** The page of a list that is held in memory. */
    static <T> Page<T> of(List<T> all, int number, int size) {
        int page = nearest(number, size, all.size());
        int from = (page - 1) * size;
        return new Page<>(all.subList(from, Math.min(from + size, all.size())), page, size, all.size());
    }

    /** The page of a list of which only that page is read. @param read of the first item's place, from 0 */
    static <T> Page<T> of(int total, int number, int size, IntFunction<List<T>> read) {
        int page = nearest(number, size, total);
        return new Page<>(read.apply((page - 1) * size), page, size, total);
    }

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }
}
