package org.smecluster.publicnotice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections after the publication, each a case of its own. Who objected, with what, and what was found is the autonomous
 * region's for good; the unit reads what the officer writes for it and the decision.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class LateObjectionService {

    private static final Article BASIS = Article.of(12, 3);

    private final ClusterRegistry registry;
    private final CasesOfCluster clusterCases;
    private final NoticeService notices;
    private final RevocationCauses causes;
    private final Casework casework;
    private final Notifications notifications;
    private final Clock clock;

    LateObjectionService(
            ClusterRegistry registry,
            CasesOfCluster clusterCases,
            NoticeService notices,
            RevocationCauses causes,
            Casework casework,
            Notifications notifications,
            Clock clock) {
        this.registry = registry;
        this.clusterCases = clusterCases;
        this.notices = notices;
        this.causes = causes;
        this.casework = casework;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * An officer opens a case.
     *
     * @throws Refusal where the recognition does not hold, or the objection belongs to a notice whose list is not published
     */
    public CaseRecord open(LateObjectionEntry entry, Account by) {
        ClusterRecord cluster = registry.find(entry.clusterNumber())
                .orElseThrow(() -> new Refusal("集群名录中没有编号为" + entry.clusterNumber() + "的集群，请核对"));
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        if (entry.receivedOn().isAfter(today())) {
            throw new Refusal("收到日期" + entry.receivedOn() + "晚于今天，请核对后重新填写");
        }
        refuseIfInNotice(cluster, entry.receivedOn());
        CaseRecord opened = casework.open(NewCase.about(CaseKind.YY, cluster, null, "待核实"), by);
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "received", "收到公布后异议", entry.grounds())
                        .under(BASIS)
                        .with("异议人", entry.objectorName())
                        .with("联系方式", entry.contact())
                        .with("收到日期", entry.receivedOn())
                        .with("收文编号", entry.receiptNumber())
                        .ofRegion(),
                by);
        return opened;
    }

    /** Why there is nothing to object to; empty where there is. */
    static Optional<String> whyNot(ClusterRecord cluster) {
        return cluster.state().inForce()
                ? Optional.empty()
                : Optional.of(
                        "集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，认定不在有效期内，没有可以提出异议的认定（第十二条(三)）");
    }

    private void refuseIfInNotice(ClusterRecord cluster, LocalDate receivedOn) {
        List<String> numbers =
                clusterCases.of(cluster).stream().map(ClusterCase::caseNumber).toList();
        notices.ofCases(numbers).stream()
                .filter(notice -> notice.receives(receivedOn))
                .flatMap(notice -> notices.openItems(notice).stream())
                .filter(item -> numbers.contains(item.caseNumber()))
                .findFirst()
                .ifPresent(item -> {
                    throw new Refusal("这件异议是" + item.caseNumber() + "的公示期内收到的，公示结果还没有公布，请在其“公示和异议”中登记");
                });
    }

    /** @param told what the unit and its city are told, in the officer's words */
    public void recordFacts(String caseNumber, String facts, String told, Account by) {
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.EVIDENCE, "facts", "异议核实情况", facts)
                        .under(BASIS)
                        .ofRegion(),
                by);
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.NOTICE, "told", "异议情况告知", told).under(BASIS),
                by);
        CaseRecord record = casework.get(caseNumber);
        notifications.tell(
                record.parties(),
                caseNumber,
                "told",
                "“" + record.clusterName() + "”公布后异议案（" + caseNumber + "）：" + told);
    }

    /**
     * The leader's decision. A correction holds at once: it is entered in the registry with this step.
     *
     * @param correction with {@link LateObjectionOutcome#CORRECT}, else null
     * @param suspected with {@link LateObjectionOutcome#HAND_OVER}, else null
     * @throws Refusal where the document is of a later day, or the recognition to revoke does not hold any more
     */
    @LegalBasis(article = 17)
    public void decide(
            String caseNumber,
            LateObjectionOutcome outcome,
            String reason,
            Correction correction,
            RevocationFact suspected,
            Account by) {
        ClusterRecord cluster = registry.lock(casework.get(caseNumber).clusterNumber());
        CaseEntry decision = CaseEntry.of(EntryKind.DECISION, "decision", "公布后异议处理决定", reason)
                .under(BASIS)
                .with("处理", outcome.label())
                .concluding(outcome);
        if (outcome == LateObjectionOutcome.HAND_OVER) {
            if (!cluster.state().inForce()) {
                throw new Refusal("集群“" + cluster.name() + "”现为“"
                        + cluster.state().label() + "”，认定不在有效期内，不能移交撤销程序（第十七条）；请选择“维持原认定”或者“以文件更正”并写明情况");
            }
            decision = decision.with("涉嫌情形", suspected.label());
        }
        if (outcome == LateObjectionOutcome.CORRECT) {
            if (correction.documentDate().isAfter(today())) {
                throw new Refusal("更正文件的日期（" + correction.documentDate() + "）晚于今天，请核对");
            }
            registry.correct(
                    cluster.clusterNumber(),
                    correction.fact(),
                    correction.value(),
                    correction.documentDate(),
                    caseNumber);
            decision = decision.with("更正的事项", correction.fact().label())
                    .with("更正为", correction.value())
                    .withDocument(correction.documentNumber(), correction.documentDate());
        }
        casework.add(caseNumber, decision, by);
    }

    /**
     * Hands the matter over to the proceedings of revocation, which a person decides; repeated, it does nothing.
     *
     * @param reason the leader's, without who objected
     */
    @LegalBasis(article = 17)
    public void handOver(String caseNumber, RevocationFact suspected, String reason) {
        causes.report(new RevocationCause(
                "lateObjection:" + caseNumber,
                casework.get(caseNumber).clusterNumber(),
                suspected,
                "公布后异议（" + caseNumber + "）经核实移交：" + reason,
                caseNumber,
                today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
