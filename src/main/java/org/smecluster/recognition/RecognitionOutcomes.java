package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.security.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of an application, and the word to its unit and city. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class RecognitionOutcomes {

    private final Batches batches;
    private final Applications applications;
    private final SelectionDecisions decisions;
    private final Publications publications;
    private final RecognitionService recognition;
    private final ApplicationCases cases;
    private final ClusterRegistry registry;
    private final Notifications notifications;
    private final BatchMessages messages;

    RecognitionOutcomes(
            Batches batches,
            Applications applications,
            SelectionDecisions decisions,
            Publications publications,
            RecognitionService recognition,
            ApplicationCases cases,
            ClusterRegistry registry,
            Notifications notifications,
            BatchMessages messages) {
        this.batches = batches;
        this.applications = applications;
        this.decisions = decisions;
        this.publications = publications;
        this.recognition = recognition;
        this.cases = cases;
        this.registry = registry;
        this.notifications = notifications;
        this.messages = messages;
    }

    /** Tells those who were not selected, each with the reason. */
    public void informNotSelected(long batchId) {
        for (SelectionDecision decision : decisions.ofBatch(batchId)) {
            Application application =
                    applications.byCaseNumber(decision.caseNumber()).orElseThrow();
            if (application.state() == ApplicationState.NOT_SELECTED) {
                decline(application, "经比较复审结果，择优未入选：" + decision.reason(), cases.person(decision.decidedBy()));
            }
        }
    }

    /** Tells every applicant whose cluster was registered, and its city; a list published meanwhile has its own turn. */
    public void informRecognised(long batchId) {
        for (Publication list : publications.published(batchId)) {
            for (String caseNumber : list.caseNumbers()) {
                Optional<ClusterRecord> registered = registry.ofCase(caseNumber);
                if (registered.isEmpty()) {
                    continue;
                }
                ClusterRecord cluster = registered.get();
                Application application = applications.byCaseNumber(caseNumber).orElseThrow();
                String text = "“" + application.clusterName() + "”已认定为宁夏回族自治区中小企业特色产业集群（" + list.documentNumber()
                        + "），集群编号" + cluster.clusterNumber() + "，有效期至" + cluster.termEndsOn() + "（第十四条）。";
                if (application.state() == ApplicationState.IN_NOTICE) {
                    recognition.recognise(application.id(), text, cases.person(list.publishedBy()));
                    messages.decided(caseNumber, true);
                }
                tell(application, text);
            }
        }
    }

    /** Takes a cluster off the list under notice, for good: it is not recognised in this batch and told why. */
    void takeOff(Batch batch, Application application, String reason, Account by) {
        boolean emptied = publications.takeOff(batch.id(), application.caseNumber());
        decline(application, "公示以后登记的第十条情形，经审定移出名单：" + reason, by);
        if (emptied) {
            messages.listEmptied(batch);
        }
    }

    /** A ruling that came after the list was drawn up takes the cluster off it; the batch's end tells why. */
    @EventListener
    public void follow(PublicLists.Concluded concluded) {
        if (concluded.outcome() == PublicityOutcome.UPHELD) {
            batches.byNumber(concluded.subject())
                    .filter(batch -> publications.takeOff(batch.id(), concluded.caseNumber()))
                    .ifPresent(messages::listEmptied);
        }
    }

    /** @param by null where a ruling on an objection decided it, which stands in the case under who made it */
    void decline(Application application, String reason, Account by) {
        recognition.decline(application.id(), reason, by);
        messages.decided(application.caseNumber(), false);
        tell(
                application,
                "“" + application.clusterName() + "”未认定。" + reason + "（第十二条(三)）。"
                        + cases.remedy(application, DecisionKind.NOT_RECOGNISED).told());
    }

    private void tell(Application application, String text) {
        notifications.tell(
                List.of(application.applicantGroup(), application.cityGroup()),
                application.caseNumber(),
                "decided",
                text);
    }
}
