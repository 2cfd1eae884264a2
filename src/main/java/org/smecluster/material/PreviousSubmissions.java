package org.smecluster.material;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.material.PreviousData.Source;
import org.springframework.stereotype.Component;

/** What all procedures hold of a cluster. */
@Component
class PreviousSubmissions {

    private static final Comparator<Source> BY_SUBMISSION =
            Comparator.comparing(Source::submittedOn).thenComparing(Source::submissionId);

    private final List<PreviousData> procedures;

    PreviousSubmissions(List<PreviousData> procedures) {
        this.procedures = procedures;
    }

    Optional<Source> latest(String applicantGroup, String clusterName) {
        return submitted(applicantGroup, clusterName).max(BY_SUBMISSION);
    }

    /**
     * What a version's figures are held against: the data of the years before, newest years first, and what was handed in
     * last for the same years. Data of later years, which a late correction may find, are no measure.
     *
     * @return none, one or both, in that order
     */
    List<Source> comparable(String applicantGroup, String clusterName, int applicationYear, long submissionId) {
        List<Source> others = submitted(applicantGroup, clusterName)
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

    private Stream<Source> submitted(String applicantGroup, String clusterName) {
        return procedures.stream().flatMap(each -> each.submitted(applicantGroup, clusterName).stream());
    }
}
