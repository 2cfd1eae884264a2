package org.smecluster.policy.guard;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Rules as boxes: of each dimension a set of points. A point of all dimensions is in a box where each coordinate is in its
 * set.
 */
final class Boxes {

    /** More to look at than is bearable. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large", null, false, false);
        }
    }

    private final int[] sizes;
    private int steps;

    /** @param sizes points of each dimension, at least one */
    Boxes(List<Integer> sizes, int steps) {
        this.sizes = sizes.stream().mapToInt(Integer::intValue).toArray();
        this.steps = steps;
    }

    /** A point that is in both; empty where there is none. */
    Optional<int[]> common(List<BitSet> one, List<BitSet> other) {
        int[] point = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            BitSet both = (BitSet) one.get(i).clone();
            both.and(other.get(i));
            if (both.isEmpty()) {
                return Optional.empty();
            }
            point[i] = both.nextSetBit(0);
        }
        return Optional.of(point);
    }

    /**
     * A point of the box that is in none of the others; empty where there is none.
     *
     * @throws TooLarge where that takes too long
     */
    Optional<int[]> outside(List<BitSet> box, List<List<BitSet>> others) {
        List<List<BitSet>> near =
                others.stream().filter(other -> common(box, other).isPresent()).toList();
        int[] point = new int[sizes.length];
        return search(box, near, 0, point) ? Optional.of(point) : Optional.empty();
    }

    /** All points of all dimensions. */
    List<BitSet> everything() {
        return Arrays.stream(sizes)
                .mapToObj(size -> {
                    BitSet all = new BitSet(size);
                    all.set(0, size);
                    return all;
                })
                .toList();
    }

    private boolean search(List<BitSet> box, List<List<BitSet>> others, int dimension, int[] point) {
        if (--steps < 0) {
            throw new TooLarge();
        }
        if (others.isEmpty()) {
            for (int i = dimension; i < sizes.length; i++) {
                point[i] = box.get(i).nextSetBit(0);
            }
            return box.subList(dimension, sizes.length).stream().noneMatch(BitSet::isEmpty);
        }
        if (others.stream().anyMatch(other -> covers(other, box, dimension))) {
            return false;
        }
        if (dimension == sizes.length) {
            return false;
        }
        BitSet left = (BitSet) box.get(dimension).clone();
        while (!left.isEmpty()) {
            int at = left.nextSetBit(0);
            // points that the same boxes hold are one
            BitSet alike = (BitSet) left.clone();
            for (List<BitSet> other : others) {
                if (other.get(dimension).get(at)) {
                    alike.and(other.get(dimension));
                } else {
                    alike.andNot(other.get(dimension));
                }
            }
            left.andNot(alike);
            point[dimension] = at;
            List<List<BitSet>> there = others.stream()
                    .filter(other -> other.get(dimension).get(at))
                    .toList();
            if (search(box, there, dimension + 1, point)) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(List<BitSet> other, List<BitSet> box, int from) {
        for (int i = from; i < sizes.length; i++) {
            BitSet rest = (BitSet) box.get(i).clone();
            rest.andNot(other.get(i));
            if (!rest.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
