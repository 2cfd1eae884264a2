package org.smecluster.incident;

import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** What an incident is to the revocation of the cluster that it counts for. */
@Component
@LegalBasis(article = 17, item = 5)
class IncidentCauses {

    private final ClusterRegistry registry;
    private final RevocationCauses causes;
    private final Cases cases;
    private final Casework casework;
    private final Notifications notifications;

    IncidentCauses(
            ClusterRegistry registry,
            RevocationCauses causes,
            Cases cases,
            Casework casework,
            Notifications notifications) {
        this.registry = registry;
        this.causes = causes;
        this.cases = cases;
        this.casework = casework;
        this.notifications = notifications;
    }

    /** Reports it where the recognition may be revoked. */
    void report(RegisteredIncident entry) {
        ClusterRecord cluster = registry.get(entry.clusterNumber());
        if (!registry.permits(ClusterRight.REVOCATION, cluster)) {
            return;
        }
        causes.report(new RevocationCause(
                cause(entry),
                entry.clusterNumber(),
                RevocationFact.MAJOR_INCIDENT,
                evidence(entry, cluster),
                null,
                entry.incident().occurredOn()));
    }

    private static String cause(RegisteredIncident entry) {
        return "incident:" + entry.id();
    }

    private static String evidence(RegisteredIncident entry, ClusterRecord cluster) {
        boolean before = entry.incident().occurredOn().isBefore(cluster.recognisedOn());
        return "%s（%s于%s登记）：%s。来源：%s。第十条决策表第%d版：%s%s"
                .formatted(
                        entry.named(),
                        entry.enteredByName(),
                        IncidentRegister.minute(entry),
                        entry.inWords(),
                        entry.incident().source(),
                        entry.decisionVersion(),
                        entry.vetoed() == null ? "不能判断是否否决，由人判断。" + entry.reason() : entry.reason(),
                        before ? "发生在" + cluster.recognisedOn() + "认定之前，请一并查实申报时是否如实申报。" : "");
    }

    /** Tells the open cases that it led to that it was taken back. */
    void tellRevocation(RegisteredIncident entry, Account by) {
        if (entry.clusterNumber() == null) {
            return;
        }
        for (CaseRecord open : cases.open(CaseKind.CX, entry.clusterNumber())) {
            if (causes.ofCase(open.caseNumber()).stream()
                    .noneMatch(each -> each.cause().equals(cause(entry)))) {
                continue;
            }
            String key = "causeWithdrawn:" + cause(entry);
            String text = "%s已由%s%s，理由：%s。本案是否继续，由查实人员判断（第十七条(五)）"
                    .formatted(
                            entry.named(),
                            by.displayName(),
                            entry.replacedBy() == null ? "撤回" : "更正，见事故登记第" + entry.replacedBy() + "号",
                            entry.withdrawal().reason());
            casework.add(
                    open.caseNumber(),
                    CaseEntry.of(EntryKind.EVIDENCE, key, "线索来源已撤回", text)
                            .under(Article.of(17, 5))
                            .kept(),
                    by);
            notifications.tell(
                    StaffGroup.OFFICERS, open.caseNumber(), key, "撤销案件" + open.caseNumber() + "：" + text + "。");
        }
    }
}
