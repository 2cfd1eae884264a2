package org.smecluster.monitoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.smecluster.law.Outcome;
import org.smecluster.registry.YearlyReport.State;

/**
 * How the reports of a city stand.
 *
 * @param due that are asked for: all but those of clusters whose recognition has ended
 * @param submitted at least once
 * @param withCity submitted and not yet handed on by the city
 * @param returned with the unit, to be corrected
 * @param late submitted after the period
 * @param handedOnLate submitted in time and handed on by the city after the period
 * @param overdue not submitted, and the period is over
 * @param accepted looked at by the region
 * @param outcomes of those that were assessed, in the order of the outcomes
 * @param warned with a condition that fails at the coming review if the trend goes on
 */
public record CityTally(
        int due,
        int submitted,
        int withCity,
        int returned,
        int late,
        int handedOnLate,
        int overdue,
        int accepted,
        Map<Outcome, Integer> outcomes,
        int warned) {

    public static CityTally of(List<AnnualReport> reports) {
        List<AnnualReport> asked = reports.stream()
                .filter(report -> report.state() != State.NOT_NEEDED)
                .toList();
        Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
        Arrays.stream(Outcome.values())
                .forEach(outcome -> outcomes.put(outcome, count(asked, report -> report.outcome() == outcome)));
        return new CityTally(
                asked.size(),
                count(asked, AnnualReport::submitted),
                count(asked, report -> report.state() == State.SUBMITTED),
                count(asked, report -> report.state() == State.RETURNED),
                count(asked, report -> report.submitted() && report.late()),
                count(asked, AnnualReport::handedOnLate),
                count(asked, AnnualReport::overdue),
                count(asked, report -> report.state() == State.ACCEPTED),
                outcomes,
                count(asked, AnnualReport::warned));
    }

    private static int count(List<AnnualReport> reports, Predicate<AnnualReport> which) {
        return (int) reports.stream().filter(which).count();
    }
}
