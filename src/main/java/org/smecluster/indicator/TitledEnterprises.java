package org.smecluster.indicator;

import java.time.LocalDate;

/** Counts enterprises of the leading industry by the titles they bear. */
final class TitledEnterprises {

    private TitledEnterprises() {}

    /**
     * Enterprises with at least one of the titles valid on the day, told apart by credit code. An empty list counts as
     * not supplied rather than as zero: a cluster consists of enterprises, so what is missing is the list.
     */
    static Indicator count(ClusterFigures figures, LocalDate day, EnterpriseTitle... titles) {
        if (figures.enterprises().isEmpty()) {
            return Indicator.undefined("“企业名单”为空，请补填集群内重点企业");
        }
        return Indicator.of((int) figures.enterprises().stream()
                .filter(Enterprise::leadingIndustry)
                .filter(enterprise -> enterprise.holdsOn(day, titles))
                .map(Enterprise::creditCode)
                .distinct()
                .count());
    }
}
