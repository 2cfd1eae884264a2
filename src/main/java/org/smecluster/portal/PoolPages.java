package org.smecluster.portal;

import java.util.Map;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.engine.FormDrafts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From a cluster of the pool to its application for recognition (第六条): the start form opens with its number filled in. */
@Controller
class PoolPages {

    private static final String START_FORM = "/camunda/app/tasklist/default/#/?processStart=clusterRecognition";

    private final ClusterRegistry registry;
    private final FormDrafts drafts;
    private final CurrentUser user;

    PoolPages(ClusterRegistry registry, FormDrafts drafts, CurrentUser user) {
        this.registry = registry;
        this.drafts = drafts;
        this.user = user;
    }

    @PostMapping("/clusters/{clusterNumber}/application")
    String apply(@PathVariable String clusterNumber) {
        if (!mayApply(clusterNumber)) {
            throw new NotVisible();
        }
        drafts.putIntoStart(
                user.account().orElseThrow(NotVisible::new),
                "clusterRecognition",
                Map.of("poolClusterNumber", clusterNumber));
        return "redirect:" + START_FORM;
    }

    /** Asked by the template {@code cluster/apply}, which draws the button. @param clusterNumber may be null */
    public boolean mayApply(String clusterNumber) {
        return registry.find(clusterNumber)
                .filter(cluster -> user.groups().contains(cluster.applicantGroup()))
                .filter(cluster -> cluster.state() == ClusterState.CULTIVATED)
                .isPresent();
    }
}
