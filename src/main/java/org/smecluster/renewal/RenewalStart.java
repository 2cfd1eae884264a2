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
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.ClusterTerm;
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
    private final Cases cases;
    private final Casework casework;
    private final Filing filing;
    private final Submissions submissions;
    private final Clock clock;

    RenewalStart(
            ClusterRegistry registry,
            Renewals renewals,
            Cases cases,
            Casework casework,
            Filing filing,
            Submissions submissions,
            Clock clock) {
        this.registry = registry;
        this.renewals = renewals;
        this.cases = cases;
        this.casework = casework;
        this.filing = filing;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Opens a review with the declarations of the data in force, to be looked through.
     *
     * @throws Refusal where the cluster is not the person's, its recognition does not hold, a review is under way, or the
     *     window is not open
     */
    public CaseRecord open(RenewalForm form, Account by) {
        registry.find(form.clusterNumber())
                .filter(found -> by.groups().contains(found.applicantGroup()))
                .orElseThrow(
                        () -> new Refusal("本单位没有编号为" + form.clusterNumber() + "的集群，只有集群的申报主体可以申请复核（第十四条），请核对集群名录"));
        ClusterRecord cluster = registry.lock(form.clusterNumber());
        refuseUnlessOpen(cluster);
        CaseRecord opened = casework.open(
                NewCase.about(CaseKind.FH, cluster, cluster.termEndsOn() + "届满的有效期", RenewalState.FILING.label()), by);
        String caseNumber = opened.caseNumber();
        renewals.insert(caseNumber, today().getYear(), cluster.termEndsOn());
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "application", "申请复核", form.reasons())
                        .under(RenewalService.BASIS)
                        .with("有效期届满日", cluster.termEndsOn())
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

    private void refuseUnlessOpen(ClusterRecord cluster) {
        String named = "集群“" + cluster.name() + "”（" + cluster.clusterNumber() + "）";
        List<CaseRecord> open = cases.open(CaseKind.FH, cluster.clusterNumber());
        if (!open.isEmpty()) {
            throw new Refusal(named + "的复核已在办理（" + open.get(0).caseNumber() + "），不能重复申请（第十四条）");
        }
        if (cluster.state() != ClusterState.RECOGNISED) {
            throw new Refusal(named + "现为“" + cluster.state().label() + "”，有效的自治区级集群才能申请复核（第十四条）；已失效的，请按当年通知重新申报认定");
        }
        if (today().isAfter(cluster.termEndsOn())) {
            throw new Refusal(named + "的有效期已于" + cluster.termEndsOn() + "届满，不能再申请复核（第十四条），请按当年通知重新申报认定");
        }
        LocalDate opensOn = latestTerm(cluster).reviewOpenOn();
        if (opensOn == null || today().isBefore(opensOn)) {
            throw new Refusal(named + "的有效期至" + cluster.termEndsOn() + "，"
                    + (opensOn == null ? "复核窗口尚未排定，请稍后再试" : opensOn + "起可以申请复核") + "（第十四条）");
        }
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

    /** The last day on which the data may be submitted for the first time: the last of the term. */
    @Transactional(readOnly = true)
    public LocalDate lastDayToSubmit(String caseNumber) {
        return renewals.find(caseNumber).orElseThrow().termEndsOn();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
