package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two harmless changes at once, drawn at random. */
final class HarmlessPairs {

    private HarmlessPairs() {}

    /** @param seed printed with what was drawn, so that it can be drawn again */
    static List<Catalogue.Entry> drawn(List<Catalogue.Entry> harmless, int wanted, long seed) {
        Random random = new Random(seed);
        List<Catalogue.Entry> pairs = new ArrayList<>();
        while (pairs.size() < wanted) {
            Catalogue.Entry one = harmless.get(random.nextInt(harmless.size()));
            Catalogue.Entry two = harmless.get(random.nextInt(harmless.size()));
            // the second reads what the first wrote: a change of the bytes comes last
            Catalogue.Entry pair = one.name().equals(two.name())
                    ? one
                    : new Catalogue.Entry(
                            false,
                            "两处无害的修改",
                            "种子" + seed + "第" + pairs.size() + "对：" + one.name() + " ＋ " + two.name(),
                            one.change().then(two.change()));
            if (pair != one && fits(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** Both find what they change: the first may have renamed it, or written the file so that it is found no more. */
    private static boolean fits(Catalogue.Entry pair) {
        try {
            pair.variant();
            return true;
        } catch (RuntimeException doesNotFit) {
            return false;
        }
    }
}
