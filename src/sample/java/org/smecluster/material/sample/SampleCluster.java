package org.smecluster.material.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.smecluster.material.ClusterWorkbook;

/**
 * A cluster to apply with, and what must come of it.
 *
 * @param key name of its files without extension
 * @param story what is to be seen on it, one Chinese sentence
 * @param applicantType as {@code applicantEligibility} takes it
 * @param asOf the application's date for which the expectations hold
 * @param declarations by decision input
 * @param explanations of soft misses, by the finding's code
 * @param workbook left out of the JSON: it stands in the .xlsx
 */
@JsonPropertyOrder({
    "key",
    "clusterName",
    "story",
    "applicationYear",
    "reportingYears",
    "asOf",
    "countyCode",
    "applicantGroup",
    "applicantType",
    "crossCounty",
    "involvedCounties",
    "countyOutputs",
    "largestOutputShare",
    "designatedByCity",
    "declarations",
    "explanations",
    "incidents",
    "expected"
})
public record SampleCluster(
        String key,
        String story,
        String countyCode,
        String applicantGroup,
        String applicantType,
        boolean crossCounty,
        List<String> involvedCounties,
        String countyOutputs,
        boolean largestOutputShare,
        boolean designatedByCity,
        LocalDate asOf,
        Map<String, Declared> declarations,
        Map<String, String> explanations,
        List<SampleIncident> incidents,
        Expected expected,
        @JsonIgnore ClusterWorkbook workbook) {

    /** The key, for test reports and logs. */
    @Override
    public String toString() {
        return key;
    }

    public String getClusterName() {
        return workbook.basics().clusterName();
    }

    public int getApplicationYear() {
        return workbook.applicationYear();
    }

    public List<Integer> getReportingYears() {
        return workbook.reportingYears().all();
    }

    public record Declared(Boolean value, String explanation) {}

    /**
     * @param type and level as {@code vetoConditions} takes them
     */
    public record SampleIncident(
            String type,
            String level,
            LocalDate occurredOn,
            String enterpriseCode,
            String enterpriseName,
            String source) {}

    /**
     * @param eligible of {@code applicantEligibility}
     * @param overall of {@code basicConditions}
     * @param vetoed whether an incident vetoes
     * @param outcomes by the finding's code, every code of the contract
     */
    public record Expected(boolean eligible, String overall, boolean vetoed, Map<String, String> outcomes) {}
}
