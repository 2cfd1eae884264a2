package org.smecluster.renewal;

import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.renewal.ReviewRounds.Admitted;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Of which of its clusters a unit can apply for a review, and until when. */
@Component
@LegalBasis(article = 14)
class ReviewStart implements Startable {

    private final ClusterRegistry registry;
    private final RenewalStart renewals;

    ReviewStart(ClusterRegistry registry, RenewalStart renewals) {
        this.registry = registry;
        this.renewals = renewals;
    }

    @Override
    public String process() {
        return "renewalReview";
    }

    @Override
    public String deed() {
        return "申请";
    }

    @Override
    public String field() {
        return "clusterNumber";
    }

    @Override
    public List<StartOption> options(Account person) {
        return registry.ofUnits(person.groups()).stream()
                .filter(cluster -> cluster.termEndsOn() != null)
                .map(this::option)
                .toList();
    }

    private StartOption option(ClusterRecord cluster) {
        String refusal = renewals.whyNot(cluster).orElse(null);
        Admitted admitted = refusal == null ? renewals.admitted(cluster).orElse(null) : null;
        return new StartOption(
                cluster.clusterNumber(),
                cluster.name() + "（" + cluster.clusterNumber() + "）",
                admitted == null
                        ? "有效期至" + cluster.termEndsOn()
                        : "复核轮次" + admitted.roundNumber() + "，有效期至" + cluster.termEndsOn(),
                admitted == null ? null : admitted.submitBy(),
                refusal);
    }
}
