package org.smecluster.practice;

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
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands in, selects and publishes good practice. */
@Service
@Transactional
@LegalBasis(article = 9)
public class PracticeService {

    private static final Article BASIS = Article.of(9);

    private final ClusterRegistry registry;
    private final Practices practices;
    private final Casework casework;
    private final Notifications notifications;
    private final Clock clock;

    PracticeService(
            ClusterRegistry registry,
            Practices practices,
            Casework casework,
            Notifications notifications,
            Clock clock) {
        this.registry = registry;
        this.practices = practices;
        this.casework = casework;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @throws Refusal where the cluster is not of the person's city, or neither recognised nor in the pool */
    public CaseRecord open(String clusterNumber, Practice practice, Account by) {
        ClusterRecord cluster = registry.find(clusterNumber)
                .filter(found -> by.groups().contains(UnitLevel.CITY.group(found.cityCode())))
                .orElseThrow(() -> new Refusal("本市没有编号为" + clusterNumber + "的集群，请核对集群名录"));
        refuseUnlessRecognisedOrInPool(cluster);
        CaseRecord opened = casework.open(
                NewCase.about(CaseKind.AL, cluster, practice.theme().label(), "待评选案例"), by);
        practices.put(opened.caseNumber(), practice);
        casework.add(opened.caseNumber(), entry("submitted-1", "报送案例", practice), by);
        return opened;
    }

    private static CaseEntry entry(String key, String title, Practice practice) {
        return CaseEntry.of(EntryKind.APPLICATION, key, title, practice.summary())
                .under(BASIS)
                .with("主题", practice.theme().label())
                .with("标题", practice.title())
                .with("成效", practice.results());
    }

    @Transactional(readOnly = true)
    public Practice get(String caseNumber) {
        return practices.get(caseNumber);
    }

    private void refuseUnlessRecognisedOrInPool(ClusterRecord cluster) {
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
    }

    /** Why no practice of the cluster can be handed in; empty where it can. */
    Optional<String> whyNot(ClusterRecord cluster) {
        return registry.permits(ClusterRight.PRACTICE_CASE, cluster)
                ? Optional.empty()
                : Optional.of("集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，只征集自治区级集群和在库集群的案例（第九条）");
    }

    /**
     * @param selected whether it goes into the collection
     * @throws Refusal where it is selected and its cluster is neither recognised nor in the pool any more
     */
    public void decide(String caseNumber, boolean selected, String decision, String opinion, Account by) {
        if (selected) {
            refuseUnlessRecognisedOrInPool(registry.get(casework.get(caseNumber).clusterNumber()));
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "decision", "评选意见", opinion)
                        .under(BASIS)
                        .with("处理", decision),
                by);
    }

    /** The city's changed words; the theme stays. */
    public void revise(String caseNumber, String title, String summary, String results, Account by) {
        Practice revised = new Practice(practices.get(caseNumber).theme(), title, summary, results);
        practices.put(caseNumber, revised);
        casework.say(caseNumber, entry("submitted", "修改案例", revised), by);
    }

    /** Puts it into the collection, closes the case and tells city and unit. */
    public void publish(String caseNumber) {
        practices.publish(caseNumber, LocalDate.now(clock));
        casework.close(caseNumber, "SELECTED", "已入选并公布", null);
        CaseRecord record = casework.get(caseNumber);
        String text = "集群“%s”的典型案例“%s”已入选并公布（第九条）。"
                .formatted(record.clusterName(), practices.get(caseNumber).title());
        notifications.tell(record.parties(), caseNumber, "published", text);
    }

    /** The collection, newest first. */
    @Transactional(readOnly = true)
    public List<PublishedPractice> published() {
        return practices.published();
    }
}
