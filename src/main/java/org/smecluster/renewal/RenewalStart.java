package org.smecluster.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.filing.Filing;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.ClusterTerm;
import org.smecluster.renewal.ReviewRounds.Admitted;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The application for a review: who may, when, and with which data it begins. */
@Service
@Transactional
@LegalBasis(article = 14)
public class RenewalStart {

    private final ClusterRegistry registry;
    private final Renewals renewals;
    private final ReviewRounds rounds;
    private final Cases cases;
    private final Casework casework;
    private final Filing filing;
    private final Submissions submissions;
    private final Clock clock;

    RenewalStart(
            ClusterRegistry registry,
            Renewals renewals,
            ReviewRounds rounds,
            Cases cases,
            Casework casework,
            Filing filing,
            Submissions submissions,
            Clock clock) {
        this.registry = registry;
        this.renewals = renewals;
        this.rounds = rounds;
        this.cases = cases;
        this.casework = casework;
        this.filing = filing;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Opens a review with the declarations of the data in force, to be looked through.
     *
     * @throws Refusal where the cluster is not the person's, its recognition neither holds nor awaits a review, a review is under
     *     way, or no round admits it today
     */
    public CaseRecord open(RenewalForm form, Account by) {
        registry.find(form.clusterNumber())
                .filter(found -> by.groups().contains(found.applicantGroup()))
                .orElseThrow(
                        () -> new Refusal("本单位没有编号为" + form.clusterNumber() + "的集群，只有集群的申报主体可以申请复核（第十四条），请核对集群名录"));
        ClusterRecord cluster = registry.lock(form.clusterNumber());
        Admitted admitted = admittedToday(cluster);
        CaseRecord opened = casework.open(
                NewCase.about(CaseKind.FH, cluster, cluster.termEndsOn() + "届满的有效期", RenewalState.FILING.label()), by);
        String caseNumber = opened.caseNumber();
        renewals.insert(Renewal.filing(caseNumber, today().getYear(), cluster.termEndsOn(), admitted));
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "application", "申请复核", form.reasons())
                        .under(RenewalService.BASIS)
                        .with("有效期届满日", cluster.termEndsOn())
                        .with("复核轮次", admitted.roundNumber())
                        .with("提交截止", admitted.submitBy() + " 24:00")
                        .with("联系人", form.contact()),
                by);
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "summary", "三年发展总结", form.summary())
                        .under(RenewalService.BASIS),
                by);
        dataInForce(cluster)
                .ifPresentOrElse(earlier -> filing.openFrom(caseNumber, earlier.id()), () -> filing.open(caseNumber));
        return opened;
    }

    private Admitted admittedToday(ClusterRecord cluster) {
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        return admitted(cluster).orElseThrow();
    }

    /** Why no review of the cluster can be applied for today; empty where it can. */
    @Transactional(readOnly = true)
    Optional<String> whyNot(ClusterRecord cluster) {
        String named = "集群“" + cluster.name() + "”（" + cluster.clusterNumber() + "）";
        List<CaseRecord> open = cases.open(CaseKind.FH, cluster.clusterNumber());
        if (!open.isEmpty()) {
            return Optional.of(named + "的复核已在办理（" + open.get(0).caseNumber() + "），不能重复申请（第十四条）");
        }
        if (!registry.permits(ClusterRight.RENEWAL_REVIEW, cluster)) {
            return Optional.of(
                    named + "现为“" + cluster.state().label() + "”，有效的或者到期待复核的自治区级集群才能申请复核（第十四条）；已失效的，请按当年通知重新申报认定");
        }
        return rounds.whyNot(cluster, latestTerm(cluster).reviewOpenOn());
    }

    /** In which round, and until when, it may be applied for today. */
    @Transactional(readOnly = true)
    Optional<Admitted> admitted(ClusterRecord cluster) {
        return rounds.admitted(cluster, latestTerm(cluster).reviewOpenOn());
    }

    private ClusterTerm latestTerm(ClusterRecord cluster) {
        List<ClusterTerm> terms =
                registry.life(cluster.clusterNumber()).orElseThrow().terms();
        return terms.get(terms.size() - 1);
    }

    /** What was submitted with the latest of the cases that gave it its terms; empty where none of them has data here. */
    private Optional<SubmissionVersion> dataInForce(ClusterRecord cluster) {
        List<ClusterTerm> terms = new ArrayList<>(
                registry.life(cluster.clusterNumber()).orElseThrow().terms());
        Collections.reverse(terms);
        return terms.stream()
                .flatMap(term -> submissions.ofCase(term.sourceCase()).stream()
                        .filter(SubmissionVersion::frozen)
                        .reduce((earlier, later) -> later)
                        .stream())
                .findFirst();
    }

    /** The last day on which the data may be submitted for the first time: of the window, or of the term. */
    @Transactional(readOnly = true)
    public LocalDate lastDayToSubmit(String caseNumber) {
        return renewals.find(caseNumber).orElseThrow().submitBy();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
