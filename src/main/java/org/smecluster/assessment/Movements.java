package org.smecluster.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.LegalBasis;

/**
 * Holds a requirement's values of one assessment against those of another, as a reader sees them: he works the difference
 * out from the numbers before him. The thresholds are the later one's.
 */
public final class Movements {

    private Movements() {}

    /** @return one for each number that differs; none for what people declared or what is not there in both */
    @LegalBasis(article = 16)
    public static List<Movement> between(Finding before, Finding now) {
        boolean named = now.inputs().size() > 1;
        return now.inputs().stream()
                .flatMap(input ->
                        before.input(input.code()).flatMap(earlier -> movement(named, earlier, input)).stream())
                .toList();
    }

    private static Optional<Movement> movement(boolean named, Input before, Input now) {
        Optional<BigDecimal> earlier = before.shownNumber();
        Optional<BigDecimal> later = now.shownNumber();
        if (earlier.isEmpty() || later.isEmpty() || earlier.get().compareTo(later.get()) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Movement(
                named ? now.label() : null,
                now.unit().change(earlier.get(), later.get()),
                Optional.ofNullable(now.threshold())
                        .map(threshold -> Movement.Course.of(
                                threshold.accepts(earlier.get()),
                                threshold.accepts(later.get()),
                                threshold.wantsMore() == later.get().compareTo(earlier.get()) > 0))
                        .orElse(null)));
    }
}
