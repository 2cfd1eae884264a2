package org.smecluster.assessment;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.ReportingYears;

/**
 * What is assessed.
 *
 * @param asOf the application's date: titles must be valid on it, incidents are looked back for from it
 */
public record Subject(
        ReportingYears years,
        LocalDate asOf,
        ClusterFigures figures,
        Declarations declarations,
        List<Incident> incidents) {

    public Subject {
        incidents = List.copyOf(incidents);
    }
}
