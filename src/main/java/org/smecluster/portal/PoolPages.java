package org.smecluster.portal;

import java.util.Map;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.renewal.RenewalStart;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.engine.FormDrafts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * From a cluster to what its unit may apply for, with its number filled in: one of the pool to its recognition (第六条), one
 * that a round of reviews admits today to its review (第十四条).
 */
@Controller
class PoolPages {

    private static final String START_FORM = "/camunda/app/tasklist/default/#/?processStart=";

    private final ClusterRegistry registry;
    private final FormDrafts drafts;
    private final CurrentUser user;
    private final RenewalStart renewals;

    PoolPages(ClusterRegistry registry, FormDrafts drafts, CurrentUser user, RenewalStart renewals) {
        this.registry = registry;
        this.renewals = renewals;
        this.drafts = drafts;
        this.user = user;
    }

    @PostMapping("/clusters/{clusterNumber}/application")
    String apply(@PathVariable String clusterNumber) {
        if (mayApply(clusterNumber)) {
            return start("clusterRecognition", "poolClusterNumber", clusterNumber);
        }
        if (mayRenew(clusterNumber)) {
            return start("renewalReview", "clusterNumber", clusterNumber);
        }
        throw new NotVisible();
    }

    private String start(String process, String field, String clusterNumber) {
        drafts.putIntoStart(user.account().orElseThrow(NotVisible::new), process, Map.of(field, clusterNumber));
        return "redirect:" + START_FORM + process;
    }

    /** Asked by the template {@code cluster/apply}, which draws the button. @param clusterNumber may be null */
    public boolean mayApply(String clusterNumber) {
        return registry.find(clusterNumber)
                .filter(cluster -> user.groups().contains(cluster.applicantGroup()))
                .filter(cluster -> cluster.state() == ClusterState.CULTIVATED)
                .isPresent();
    }

    /** As {@link #mayApply}, for the review. */
    public boolean mayRenew(String clusterNumber) {
        return registry.find(clusterNumber)
                        .filter(cluster -> user.groups().contains(cluster.applicantGroup()))
                        .isPresent()
                && renewals.mayApply(clusterNumber);
    }
}
