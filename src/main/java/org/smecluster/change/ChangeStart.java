package org.smecluster.change;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Of which clusters a change can be filed: the unit's own; any, by an officer who found one. */
@Component
@LegalBasis(article = 15)
class ChangeStart implements Startable {

    private final ClusterRegistry registry;
    private final ChangeFilingService filings;

    ChangeStart(ClusterRegistry registry, ChangeFilingService filings) {
        this.registry = registry;
        this.filings = filings;
    }

    @Override
    public String process() {
        return "changeFiling";
    }

    @Override
    public String deed() {
        return "备案";
    }

    @Override
    public String field() {
        return "clusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        List<ClusterRecord> clusters =
                person.groups().contains(StaffGroup.OFFICERS) ? registry.all() : registry.ofUnits(person.groups());
        return StartOption.of(
                clusters.stream().filter(each -> each.recognisedOn() != null).toList(),
                "变动发生后1个月内（第十五条）",
                filings::whyNot);
    }
}
