package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a cluster whose review ends without an extension: not passed, withdrawn, or nothing handed in. */
@Service
@Transactional
@LegalBasis(article = 14)
public class RenewalEndings {

    /**
     * How a review ended.
     *
     * @param told Chinese: why, and until when the recognition holds
     * @param lapsed whether the recognition ended with it, the term having ended before
     */
    public record Ending(String told, boolean lapsed) {}

    private final ClusterRegistry registry;
    private final Renewals renewals;
    private final ReviewRounds rounds;
    private final Casework casework;
    private final Clock clock;

    RenewalEndings(ClusterRegistry registry, Renewals renewals, ReviewRounds rounds, Casework casework, Clock clock) {
        this.registry = registry;
        this.renewals = renewals;
        this.rounds = rounds;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * Ends the review without an extension; a repeated call changes nothing. After the end of its term the cluster waits
     * where it did not fail and may still be reviewed, else its recognition is over.
     *
     * @param reason Chinese
     */
    public Ending end(String caseNumber, String reason) {
        renewals.lock(caseNumber);
        String clusterNumber = casework.get(caseNumber).clusterNumber();
        ClusterRecord before = registry.lock(clusterNumber);
        boolean failed = decision(caseNumber)
                .filter(entry -> entry.concludes(RenewalVerdict.FAIL))
                .isPresent();
        registry.endReview(
                clusterNumber, caseNumber, LocalDate.now(clock), reason, !failed && rounds.reviewToCome(before));
        ClusterRecord cluster = registry.get(clusterNumber);
        boolean lapsed = before.state() == ClusterState.UNDER_REVIEW && cluster.state() == ClusterState.LAPSED;
        String until =
                switch (cluster.state()) {
                    case RECOGNISED -> "。认定在有效期内（至" + cluster.termEndsOn() + "）继续有效";
                    case AWAITING_REVIEW -> "。有效期已于" + cluster.termEndsOn() + "届满，转为到期待复核，可在复核轮次的申请期内再次申请";
                    case LAPSED -> "。有效期已于" + cluster.termEndsOn() + "届满，认定不再有效";
                    default -> "";
                };
        return new Ending(reason + until, lapsed);
    }

    /** Why it ends: the leader's decision with its document, or the unit's reason for withdrawing. */
    @Transactional(readOnly = true)
    public String lastWord(String caseNumber) {
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.key().equals("withdrawn"))
                .findFirst()
                .map(entry -> "申报主体撤回：" + entry.text())
                .or(() -> decision(caseNumber).map(entry -> "复核未通过（" + entry.documentNumber() + "）：" + entry.text()))
                .orElseThrow();
    }

    private Optional<CaseEntry> decision(String caseNumber) {
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.isOf(RenewalDecisions.DECISION))
                .reduce((earlier, later) -> later);
    }
}
