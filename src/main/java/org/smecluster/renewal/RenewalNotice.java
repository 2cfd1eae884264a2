package org.smecluster.renewal;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public notice of a cluster whose review is about to be passed. */
@Service
@Transactional
@LegalBasis(article = 14)
public class RenewalNotice {

    private final ClusterRegistry registry;
    private final Renewals renewals;
    private final Casework casework;
    private final PublicLists lists;
    private final Notifications notifications;
    private final Units units;

    RenewalNotice(
            ClusterRegistry registry,
            Renewals renewals,
            Casework casework,
            PublicLists lists,
            Notifications notifications,
            Units units) {
        this.registry = registry;
        this.renewals = renewals;
        this.casework = casework;
        this.lists = lists;
        this.notifications = notifications;
        this.units = units;
    }

    /** Drafts the list of this one cluster, to be published; a repeated call changes nothing. */
    @LegalBasis(article = 12, item = 3)
    public void draft(String caseNumber, int publicityDays) {
        renewals.lock(caseNumber);
        CaseRecord record = casework.get(caseNumber);
        ClusterRecord cluster = registry.get(record.clusterNumber());
        lists.draft(new PublicList(
                caseNumber,
                "关于“" + cluster.name() + "”期满复核拟通过的公示",
                cluster.documentNumber(),
                List.of(PublicListItem.of(
                        caseNumber,
                        cluster.name(),
                        cluster.leadingIndustry(),
                        units.ofGroup(cluster.applicantGroup()).map(Unit::name).orElse(cluster.applicantGroup()),
                        units.find(cluster.countyCode()).map(Unit::name).orElseGet(() -> units.find(cluster.cityCode())
                                .map(Unit::name)
                                .orElse(cluster.cityCode())),
                        units.find(cluster.cityCode()).map(Unit::name).orElse(cluster.cityCode())))));
        renewals.enter(caseNumber, RenewalState.IN_NOTICE);
        casework.stand(caseNumber, RenewalState.IN_NOTICE.label());
        notifications.tell(
                record.parties(),
                caseNumber,
                "notice",
                "“" + cluster.name() + "”复核案（" + caseNumber + "）拟通过，将公示" + publicityDays + "个工作日（第十二条(三)、第十四条）。");
    }

    /**
     * The review is decided: what publicity came to stands. Without a notice nothing happens.
     *
     * @throws Refusal where an objection has not been ruled on
     */
    @LegalBasis(article = 12, item = 3)
    void settle(String caseNumber) {
        lists.lock(caseNumber);
        lists.find(caseNumber).map(list -> list.items().get(0)).ifPresent(item -> {
            if (item.outcome() == PublicityOutcome.PENDING) {
                throw new Refusal("公示期内收到的异议尚未裁定，裁定以后才能决定（第十二条(三)）");
            }
            lists.settle(caseNumber, List.of(item.caseNumber()));
        });
    }

    boolean drafted(String caseNumber) {
        return lists.find(caseNumber).isPresent();
    }

    /** What the public notice came to, in words; empty where there was none. */
    @Transactional(readOnly = true)
    public Optional<String> inWords(String caseNumber) {
        return lists.find(caseNumber)
                .map(list -> list.items().get(0))
                .map(item -> item.outcome().label() + (item.ruling() == null ? "" : "。裁定理由：" + item.ruling()));
    }
}
