package org.smecluster.material;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smecluster.material.PreviousData.Source;
import org.springframework.stereotype.Component;

/** The latest among what all procedures hold. */
@Component
class PreviousSubmissions {

    private final List<PreviousData> procedures;

    PreviousSubmissions(List<PreviousData> procedures) {
        this.procedures = procedures;
    }

    Optional<Source> latest(String applicantGroup, String clusterName) {
        return procedures.stream()
                .flatMap(each -> each.latest(applicantGroup, clusterName).stream())
                .max(Comparator.comparing(Source::submittedOn).thenComparing(Source::submissionId));
    }
}
