package org.smecluster.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.migration.Migrations;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.region.StaffGroup;
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
    private final Drafts drafts;
    private final Migrations migrations;
    private final CurrentUser user;

    Addresses(
            Batches batches,
            ClusterRegistry clusters,
            Cases cases,
            CaseScope scope,
            Drafts drafts,
            Migrations migrations,
            CurrentUser user) {
        this.drafts = drafts;
        this.migrations = migrations;
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
     * The pages of those numbers of which there is one that the person handles, by number.
     *
     * @param numbers of cases, batches, clusters, drafts of models and migrations
     */
    Map<String, String> readable(Collection<String> numbers) {
        Map<String, String> pages = new HashMap<>();
        if (user.inAny(StaffGroup.POLICY_OWNERS, StaffGroup.ADMINISTRATORS)) {
            drafts.byNumber(numbers).forEach((number, draft) -> pages.put(number, "/admin/drafts/" + draft.id()));
            migrations.byNumber(numbers).forEach((number, migration) -> pages.put(number, migration.page()));
        } else if (user.isStaff()) {
            // what they are told of a draft is which cases it would change
            drafts.byNumber(numbers)
                    .forEach((number, draft) -> pages.put(number, "/what-ifs/" + draft.id() + "/cases"));
            if (user.inAny(StaffGroup.OFFICERS)) {
                migrations
                        .byNumber(numbers)
                        .forEach((number, migration) -> pages.put(number, MigrationCasePages.of(migration)));
            }
        }
        Optional<Account> person = user.account().filter(account -> user.isStaff());
        if (person.isEmpty() || numbers.isEmpty()) {
            return pages;
        }
        CaseScope.Eyes eyes = scope.eyesOf(person.get());
        cases.find(numbers).stream()
                .filter(record -> eyes.on(record).isPresent())
                .forEach(record -> pages.put(record.caseNumber(), ofCase(record.caseNumber())));
        clusters.find(numbers).stream()
                .filter(cluster -> eyes.reader(cluster.applicantGroup()).isPresent())
                .forEach(cluster -> pages.put(cluster.clusterNumber(), "/clusters/" + cluster.clusterNumber()));
        batches.all().stream()
                .map(Batch::batchNumber)
                .filter(numbers::contains)
                .forEach(number -> pages.put(number, "/batches/" + number));
        return pages;
    }
}
