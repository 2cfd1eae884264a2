package org.smecluster.material;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.material.PreviousData.Source;
import org.springframework.stereotype.Component;

/** Which of the earlier data of a cluster to go by. */
@Component
class PreviousSubmissions {

    private static final Comparator<Source> BY_SUBMISSION =
            Comparator.comparing(Source::submittedOn).thenComparing(Source::submissionId);

    private final PreviousData data;

    PreviousSubmissions(PreviousData data) {
        this.data = data;
    }

    Optional<Source> latest(String applicantGroup, String clusterName) {
        return data.submitted(applicantGroup, clusterName).stream().max(BY_SUBMISSION);
    }

    /**
     * What a version's figures are held against: the data of the years before, newest years first, and what was handed in
     * last for the same years. Data of later years, which a late correction may find, are no measure.
     *
     * @return none, one or both, in that order
     */
    List<Source> comparable(String applicantGroup, String clusterName, int applicationYear, long submissionId) {
        List<Source> others = data.submitted(applicantGroup, clusterName).stream()
                .filter(source -> source.submissionId() != submissionId)
                .toList();
        return Stream.of(
                        others.stream()
                                .filter(source -> source.applicationYear() < applicationYear)
                                .max(Comparator.comparing(Source::applicationYear)
                                        .thenComparing(BY_SUBMISSION)),
                        others.stream()
                                .filter(source -> source.applicationYear() == applicationYear)
                                .max(BY_SUBMISSION))
                .flatMap(Optional::stream)
                .toList();
    }
}
