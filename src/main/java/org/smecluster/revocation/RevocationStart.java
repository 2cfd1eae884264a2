package org.smecluster.revocation;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Against which clusters an officer can open a case. */
@Component
@LegalBasis(article = 17)
class RevocationStart implements Startable {

    private final ClusterRegistry registry;
    private final RevocationService revocation;

    RevocationStart(ClusterRegistry registry, RevocationService revocation) {
        this.registry = registry;
        this.revocation = revocation;
    }

    @Override
    public String process() {
        return "revocation";
    }

    @Override
    public String deed() {
        return "立案";
    }

    @Override
    public String field() {
        return "clusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        return StartOption.of(
                registry.all().stream()
                        .filter(cluster -> cluster.recognisedOn() != null)
                        .toList(),
                "有第十七条所列情形的",
                revocation::whyNot);
    }
}
