package org.smecluster.monitoring;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** Yearly reports as cases; a year itself is one that is about no cluster. */
@Component
class ReportCases implements CaseProcedure {

    private final MonitoringYears years;

    ReportCases(MonitoringYears years) {
        this.years = years;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.BS;
    }

    @Override
    public String title(CaseRecord record) {
        return isYear(record) ? "年度监测案件" : "年度报送案件";
    }

    @Override
    public String process(CaseRecord record) {
        return isYear(record) ? "annualMonitoring" : "annualReport";
    }

    private static boolean isYear(CaseRecord record) {
        return record.clusterNumber() == null;
    }

    @Override
    public String paper() {
        return "年度发展情况报送表";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.TREND);
    }

    @Override
    public List<Fact> facts(CaseRecord record) {
        return isYear(record)
                ? years
                        .byCaseNumber(record.caseNumber())
                        .map(year -> new Fact("各市和集群的报送", "查看年度监测", "/monitoring/" + year.year()))
                        .stream()
                        .toList()
                : List.of(new Fact("报送和预警", "查看年度报送", "/monitoring/reports/" + record.caseNumber()));
    }
}
