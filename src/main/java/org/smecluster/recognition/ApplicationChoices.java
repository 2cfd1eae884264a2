package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** In which batch a unit can apply today, from the pool or for a cluster that the registry does not know. */
@Component
@LegalBasis(article = 13)
class ApplicationChoices implements Startable {

    private final ApplicationStart start;
    private final ClusterRegistry registry;
    private final Batches batches;
    private final Clock clock;

    ApplicationChoices(ApplicationStart start, ClusterRegistry registry, Batches batches, Clock clock) {
        this.start = start;
        this.registry = registry;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "clusterRecognition";
    }

    @Override
    public String deed() {
        return "申报";
    }

    @Override
    public String field() {
        return "poolClusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        Optional<String> notToday = start.whyNotToday();
        Optional<Batch> batch = batches.acceptingOn(LocalDate.now(clock));
        String about = batch.map(open -> open.year() + "年度批次（" + open.batchNumber() + "）")
                .orElse("");
        LocalDate until = batch.map(Batch::windowEnd).orElse(null);
        List<StartOption> options = new ArrayList<>();
        options.add(StartOption.anew("不从培育库申报", about, until, notToday));
        registry.ofUnits(person.groups()).stream()
                .filter(cluster -> cluster.state() == ClusterState.CULTIVATED)
                .forEach(cluster -> options.add(new StartOption(
                        cluster.clusterNumber(),
                        cluster.name() + "（" + cluster.clusterNumber() + "）",
                        about,
                        until,
                        notToday.or(() -> start.whyNot(cluster)).orElse(null))));
        return options;
    }
}
