package org.smecluster.recognition;

import java.time.LocalDate;
import org.smecluster.filing.Submissions;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookSummary;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.springframework.stereotype.Component;

/** What the registry knows of a cluster from its application. */
@Component
class ClusterDescription {

    private final ClusterRegistry registry;
    private final Submissions submissions;
    private final ClusterWorkbooks workbooks;

    ClusterDescription(ClusterRegistry registry, Submissions submissions, ClusterWorkbooks workbooks) {
        this.registry = registry;
        this.submissions = submissions;
        this.workbooks = workbooks;
    }

    /** Area and operating body as last submitted: what a change during the term is a change of (第十五条). */
    void enter(String clusterNumber, String caseNumber, LocalDate from) {
        submissions
                .latest(caseNumber)
                .flatMap(version -> workbooks.summary(version.id()))
                .map(WorkbookSummary::basics)
                .ifPresent(basics -> {
                    registry.describe(clusterNumber, FactKind.AREA, area(basics), from, caseNumber);
                    if (basics.operator() != null && !basics.operator().isBlank()) {
                        registry.describe(clusterNumber, FactKind.OPERATING_BODY, basics.operator(), from, caseNumber);
                    }
                });
    }

    private static String area(BasicInformation basics) {
        return basics.areaSquareKm() == null
                ? basics.boundaries()
                : basics.areaSquareKm().stripTrailingZeros().toPlainString() + "平方公里，四至范围：" + basics.boundaries();
    }
}
