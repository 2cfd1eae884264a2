package org.smecluster.practice;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Of which clusters of its own a city can hand in a practice. */
@Component
@LegalBasis(article = 9)
class PracticeStart implements Startable {

    private final ClusterRegistry registry;
    private final PracticeService practices;

    PracticeStart(ClusterRegistry registry, PracticeService practices) {
        this.registry = registry;
        this.practices = practices;
    }

    @Override
    public String process() {
        return "practiceCase";
    }

    @Override
    public String deed() {
        return "报送";
    }

    @Override
    public String field() {
        return "clusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        return StartOption.of(
                registry.all().stream()
                        .filter(cluster -> person.groups().contains(UnitLevel.CITY.group(cluster.cityCode())))
                        .toList(),
                "常年受理（第九条）",
                practices::whyNot);
    }
}
