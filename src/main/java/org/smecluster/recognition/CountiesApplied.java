package org.smecluster.recognition;

import java.util.List;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.InvolvedCounties;
import org.springframework.stereotype.Component;

/** As the application named them by which the cluster was last recognised. */
@Component
class CountiesApplied implements InvolvedCounties {

    private final Applications applications;

    CountiesApplied(Applications applications) {
        this.applications = applications;
    }

    @Override
    public List<String> of(ClusterRecord cluster) {
        return applications.ofCluster(cluster.clusterNumber()).stream()
                .filter(application -> application.state() == ApplicationState.RECOGNISED)
                .reduce((earlier, later) -> later)
                .map(Application::involvedCounties)
                .orElse(List.of());
    }
}
