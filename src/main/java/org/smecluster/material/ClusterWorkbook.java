package org.smecluster.material;

import java.util.List;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.LegalBasis;

/**
 * What one workbook says: money in 亿元, shares as ratios, each enterprise once.
 *
 * @param years exactly the three reporting years, ascending
 */
@LegalBasis(article = 13)
public record ClusterWorkbook(
        ReportingYears reportingYears,
        BasicInformation basics,
        List<YearFigures> years,
        List<Enterprise> enterprises,
        List<Standard> standards,
        List<Patent> patents,
        List<OverseasBranch> overseasBranches,
        List<ServicePlatform> servicePlatforms,
        List<ServiceItem> serviceItems,
        List<Certificate> certificates) {

    public ClusterWorkbook {
        years = List.copyOf(years);
        if (!years.stream().map(YearFigures::year).toList().equals(reportingYears.all())) {
            throw new IllegalArgumentException("figures for " + reportingYears.all() + " wanted, not for "
                    + years.stream().map(YearFigures::year).toList());
        }
        enterprises = List.copyOf(enterprises);
        if (enterprises.stream().map(Enterprise::creditCode).distinct().count() != enterprises.size()) {
            throw new IllegalArgumentException("an enterprise stands twice in the list");
        }
        standards = List.copyOf(standards);
        patents = List.copyOf(patents);
        overseasBranches = List.copyOf(overseasBranches);
        servicePlatforms = List.copyOf(servicePlatforms);
        serviceItems = List.copyOf(serviceItems);
        certificates = List.copyOf(certificates);
    }

    /** The year in which the application is made. */
    public int applicationYear() {
        return reportingYears.last() + 1;
    }

    /** What the indicators are calculated from: declared figures, which the reader has held against the lists. */
    public ClusterFigures figures() {
        return new ClusterFigures(
                basics.areaSquareKm(),
                basics.innovationPlatformCount(),
                basics.standardCount(),
                basics.policyCoverageRate(),
                years,
                enterprises);
    }
}
