package org.smecluster.portal;

import java.util.Optional;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Where the page of a number is, for a person who may open it. */
@Component
class Addresses {

    private final Batches batches;
    private final ClusterRegistry clusters;
    private final Cases cases;
    private final CaseScope scope;
    private final CurrentUser user;

    Addresses(Batches batches, ClusterRegistry clusters, Cases cases, CaseScope scope, CurrentUser user) {
        this.batches = batches;
        this.clusters = clusters;
        this.cases = cases;
        this.scope = scope;
        this.user = user;
    }

    /** The page of a case of a unit. */
    static String ofCase(String caseNumber) {
        return "/cases/" + caseNumber;
    }

    /**
     * @param number of a case, a batch or a cluster
     * @return empty where there is no page of it, or the person is nobody who handles it
     */
    Optional<String> readable(String number) {
        Optional<Account> person = user.account().filter(account -> user.isStaff());
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (CaseKind.of(number).isPresent()) {
            return cases.find(number)
                    .filter(record -> scope.of(record, person.get()).isPresent())
                    .map(record -> ofCase(number));
        }
        return clusters.find(number)
                .filter(cluster ->
                        scope.reader(cluster.applicantGroup(), person.get()).isPresent())
                .map(cluster -> "/clusters/" + number)
                .or(() -> batches.byNumber(number).map(batch -> "/batches/" + number));
    }
}
