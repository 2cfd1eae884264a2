package org.smecluster.portal;

import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Where the page of a number is, for a person who may open it. */
@Component
class Addresses {

    private final Applications applications;
    private final Batches batches;
    private final ClusterRegistry clusters;
    private final Cases cases;
    private final CurrentUser user;

    Addresses(Applications applications, Batches batches, ClusterRegistry clusters, Cases cases, CurrentUser user) {
        this.applications = applications;
        this.batches = batches;
        this.clusters = clusters;
        this.cases = cases;
        this.user = user;
    }

    /** The page of a case of a unit. */
    static String ofCase(String caseNumber) {
        return (CaseKind.of(caseNumber).filter(kind -> kind == CaseKind.RD).isPresent() ? "/cases/" : "/casework/")
                + caseNumber;
    }

    /**
     * @param number of a case, a batch or a cluster
     * @return empty where there is no page of it, or the person is nobody who handles it
     */
    Optional<String> readable(String number) {
        if (!user.isStaff()) {
            return Optional.empty();
        }
        return CaseKind.of(number)
                .map(kind -> kind == CaseKind.RD
                        ? application(number)
                        : cases.find(number).flatMap(this::page))
                .orElseGet(() -> clusters.find(number)
                        .filter(cluster -> user.scope().covers(cluster.applicantGroup()))
                        .map(cluster -> "/clusters/" + number)
                        .or(() -> batches.byNumber(number).map(batch -> "/batches/" + number)));
    }

    private Optional<String> application(String number) {
        return applications
                .byCaseNumber(number)
                .filter(application -> user.scope().covers(application.applicantGroup()))
                .map(application -> ofCase(number));
    }

    /** The region's own cases are about a year, and have pages of their own. */
    private Optional<String> page(CaseRecord found) {
        if (user.scope().covers(found.applicantGroup())) {
            return Optional.of(
                    found.kind() == CaseKind.GJ ? "/national/" + found.caseNumber() : ofCase(found.caseNumber()));
        }
        return found.kind() == CaseKind.BS && found.clusterNumber() == null
                ? Optional.of("/monitoring")
                : Optional.empty();
    }
}
