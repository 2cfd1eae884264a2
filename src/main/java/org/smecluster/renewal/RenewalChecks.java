package org.smecluster.renewal;

import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.InvolvedCounties;
import org.smecluster.review.ReviewProcedure;
import org.smecluster.review.ReviewedCase;
import org.springframework.stereotype.Component;

/** A review as a case that is checked by experts and on site. */
@Component
class RenewalChecks implements ReviewProcedure {

    private final Renewals renewals;
    private final Casework casework;
    private final ClusterRegistry registry;
    private final InvolvedCounties counties;
    private final Units units;

    RenewalChecks(
            Renewals renewals, Casework casework, ClusterRegistry registry, InvolvedCounties counties, Units units) {
        this.renewals = renewals;
        this.casework = casework;
        this.registry = registry;
        this.counties = counties;
        this.units = units;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.FH;
    }

    @Override
    public Optional<ReviewedCase> find(String caseNumber) {
        return renewals.find(caseNumber).map(this::reviewed);
    }

    @Override
    public ReviewedCase lock(String caseNumber) {
        return reviewed(renewals.lock(caseNumber));
    }

    private ReviewedCase reviewed(Renewal renewal) {
        CaseRecord record = casework.get(renewal.caseNumber());
        return new ReviewedCase(
                renewal.caseNumber(),
                units.ofGroup(record.applicantGroup()).map(Unit::code).orElseThrow(),
                counties.of(registry.get(record.clusterNumber())),
                renewal.submittedOn(),
                record.standing(),
                !record.closed() && renewal.state() == RenewalState.WITH_REGION,
                record.closed());
    }
}
