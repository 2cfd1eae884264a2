package org.smecluster.starting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.registry.ClusterRecord;

/**
 * One thing of which a procedure can be begun, or cannot now.
 *
 * @param value what the form's field holds where it is chosen, e.g. a cluster's number; null where nothing is chosen
 * @param label as chosen on screen, e.g. 平罗县精细化工产业集群（NXJQ-640221-0001）
 * @param about when, under which notice; empty where there is nothing to say
 * @param until last day, until 24:00; null where there is none
 * @param refusal why not now, with the article; null where it can be begun
 */
public record StartOption(String value, String label, String about, LocalDate until, String refusal) {

    public StartOption {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(about, "about");
    }

    /** Of no particular cluster. */
    public static StartOption anew(String label, String about, LocalDate until, Optional<String> refusal) {
        return new StartOption(null, label, about, until, refusal.orElse(null));
    }

    public static StartOption of(ClusterRecord cluster, String about, Optional<String> refusal) {
        return new StartOption(
                cluster.clusterNumber(),
                cluster.name() + "（" + cluster.clusterNumber() + "）",
                about,
                null,
                refusal.orElse(null));
    }

    /** @param whyNot the rule by which the procedure refuses, too */
    public static List<StartOption> of(
            List<ClusterRecord> clusters, String about, Function<ClusterRecord, Optional<String>> whyNot) {
        return clusters.stream()
                .map(cluster -> of(cluster, about, whyNot.apply(cluster)))
                .toList();
    }

    public boolean open() {
        return refusal == null;
    }
}
