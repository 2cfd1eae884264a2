package org.smecluster.recognition;

import org.smecluster.law.LegalBasis;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PoolStay;
import org.smecluster.registry.Recognition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published clusters' entry in the registry. */
@Service
@Transactional
public class Registration {

    private final Applications applications;
    private final SelectionDecisions decisions;
    private final Publications publications;
    private final LateIncidents late;
    private final ApplicationCases cases;
    private final ClusterRegistry registry;
    private final ClusterPlace place;
    private final ClusterDescription description;
    private final BatchMessages messages;

    Registration(
            Applications applications,
            SelectionDecisions decisions,
            Publications publications,
            LateIncidents late,
            ApplicationCases cases,
            ClusterRegistry registry,
            ClusterPlace place,
            ClusterDescription description,
            BatchMessages messages) {
        this.applications = applications;
        this.decisions = decisions;
        this.publications = publications;
        this.late = late;
        this.cases = cases;
        this.registry = registry;
        this.place = place;
        this.description = description;
        this.messages = messages;
    }

    /** Enters every published cluster in the registry and starts the watch over its term; repeated, it does nothing. */
    @LegalBasis(article = 14)
    public void register(long batchId) {
        for (Publication list : publications.published(batchId)) {
            for (String caseNumber : list.caseNumbers()) {
                Application application = applications.byCaseNumber(caseNumber).orElseThrow();
                if (registry.ofCase(caseNumber).isEmpty()) {
                    ClusterRecord cluster = registry.register(new Recognition(
                            caseNumber,
                            application.poolCluster(),
                            application.clusterName(),
                            application.leadingIndustry(),
                            place.countyCode(application),
                            place.city(application).code(),
                            application.applicantGroup(),
                            list.documentDate(),
                            list.documentNumber()));
                    cases.registered(application, cluster.clusterNumber());
                    description.enter(cluster.clusterNumber(), caseNumber, list.documentDate());
                    late.reportForRevocation(application, cluster, decisions.find(application.batchId(), caseNumber));
                    messages.termStarted(cluster);
                    if (application.poolCluster() != null) {
                        registry.life(cluster.clusterNumber()).orElseThrow().poolStays().stream()
                                .map(PoolStay::entryCase)
                                .forEach(messages::recognisedFromPool);
                    }
                }
            }
        }
    }
}
