package org.smecluster.publicnotice;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** To the recognition of which clusters an objection can be entered. */
@Component
@LegalBasis(article = 12, item = 3)
class LateObjectionStart implements Startable {

    private final ClusterRegistry registry;

    LateObjectionStart(ClusterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String process() {
        return "lateObjection";
    }

    @Override
    public String deed() {
        return "登记";
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
                "公布以后收到的异议（第十二条(三)）",
                LateObjectionService::whyNot);
    }
}
