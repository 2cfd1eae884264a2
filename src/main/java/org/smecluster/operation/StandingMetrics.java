package org.smecluster.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counted every half minute and kept until then: whoever asks, however often, asks nothing of the database. */
@Component
@ConditionalOnProperty(name = "smecluster.operation.background", matchIfMissing = true)
class StandingMetrics {

    private static final String PREFIX = "smecluster.";

    private final Standing standing;
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    StandingMetrics(Standing standing, MeterRegistry registry) {
        this.standing = standing;
        this.registry = registry;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT5S")
    void count() {
        Map<String, List<Standing.Count>> counts =
                standing.counts().stream().collect(Collectors.groupingBy(Standing.Count::figure));
        // what nothing counts for any more is no longer there, rather than as it was
        gauges.forEach((figure, gauge) -> gauge.register(rows(counts.getOrDefault(figure, List.of())), true));
        counts.forEach((figure, each) -> gauges.computeIfAbsent(
                        figure, name -> MultiGauge.builder(PREFIX + name).register(registry))
                .register(rows(each), true));
    }

    private static List<MultiGauge.Row<?>> rows(List<Standing.Count> counts) {
        return counts.stream()
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(
                        each.label() == null ? Tags.empty() : Tags.of(each.label(), each.value()), each.number()))
                .toList();
    }
}
