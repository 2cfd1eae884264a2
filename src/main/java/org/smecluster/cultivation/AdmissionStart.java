package org.smecluster.cultivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** A unit can apply for the pool at any time: for a new cluster, or for one that has its number already. */
@Component
@LegalBasis(article = 6)
class AdmissionStart implements Startable {

    private final ClusterRegistry registry;
    private final CultivationService cultivation;

    AdmissionStart(ClusterRegistry registry, CultivationService cultivation) {
        this.registry = registry;
        this.cultivation = cultivation;
    }

    @Override
    public String process() {
        return "cultivationAdmission";
    }

    @Override
    public String deed() {
        return "申请";
    }

    @Override
    public String field() {
        return "knownClusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        List<StartOption> options = new ArrayList<>();
        options.add(StartOption.anew("首次申请，没有编号", "常年受理（第六条）", null, Optional.empty()));
        for (ClusterRecord cluster : registry.ofUnits(person.groups())) {
            options.add(StartOption.of(cluster, "再次入库，编号不变", cultivation.whyNot(cluster)));
        }
        return options;
    }
}
