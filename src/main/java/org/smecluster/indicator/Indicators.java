package org.smecluster.indicator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All indicators of one cluster, by the code under which the decision tables know them. */
public final class Indicators {

    private Indicators() {}

    /**
     * @param asOf the application's date: titles count only while valid on it
     * @param headCount whose people 每万人 counts
     * @return unmodifiable, in the order of 第十一条
     */
    public static Map<String, Indicator> of(
            ClusterFigures figures, ReportingYears years, LocalDate asOf, HeadCount headCount) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        indicators.put("minAnnualOutput", MinAnnualOutput.of(figures, years));
        indicators.put("smeOutputShare", SmeOutputShare.of(figures, years));
        indicators.put("leadingIndustryOutputShare", LeadingIndustryOutputShare.of(figures, years));
        indicators.put("leadingIndustryGrowth", LeadingIndustryGrowth.of(figures, years));
        indicators.put("championOrLittleGiantCount", ChampionOrLittleGiantCount.of(figures, asOf));
        indicators.put("qualitySmeCount", QualitySmeCount.of(figures, asOf));
        indicators.put("smeRdGrowth", SmeRdGrowth.of(figures, years));
        indicators.put("inventionPatentGrowth", InventionPatentGrowth.of(figures, years));
        indicators.put("inventionPatentsPer10kEmployees", inventionPatentsPer10kEmployees(figures, years, headCount));
        indicators.put("industrialInternetPenetration", IndustrialInternetPenetration.of(figures, years));
        indicators.put("industrialSoftwareUsageRising", IndustrialSoftwareUsageRising.of(figures, years));
        indicators.put("co2EmissionFalling", Co2EmissionFalling.of(figures, years));
        indicators.put("emissionIntensityFalling", EmissionIntensityFalling.of(figures, years));
        indicators.put("exportGrowing", ExportGrowing.of(figures, years));
        return Collections.unmodifiableMap(indicators);
    }

    public static Indicator inventionPatentsPer10kEmployees(
            ClusterFigures figures, ReportingYears years, HeadCount headCount) {
        return InventionPatentsPer10kEmployees.of(figures, years, headCount);
    }
}
