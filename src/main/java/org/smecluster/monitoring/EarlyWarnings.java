package org.smecluster.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.FindingWording;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.Subject;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.Projection;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.EarlyWarning.Condition;
import org.springframework.stereotype.Service;

/**
 * Tells from a yearly report which conditions will fail at the coming review, and by how much, if the present trend
 * goes on (ADR 0022).
 *
 * <p>Method: each yearly series is carried on by its own mean annual growth (国家统计局水平法, {@link Projection}) to the
 * reporting years of an application made in the year in which the term ends; the projected figures go through the very
 * same {@link AssessmentService} and decision tables as today's, with titles and incidents judged on the day of the
 * term's end. Declarations and figures without a series stay as they are.
 */
@Service
public class EarlyWarnings {

    private static final String KEPT = "年均增长率无法计算，沿用最近一年的数值";

    private final AssessmentService assessments;

    public EarlyWarnings(AssessmentService assessments) {
        this.assessments = assessments;
    }

    /**
     * @param latest the figures of the latest report; its latest year is the last one reported
     * @param incidents all that are known, of whatever date
     * @param termEndsOn last day of the term; where it lies before {@code asOf} (a review is under way), {@code asOf} is
     *     taken for the day of the review
     * @param asOf the day on which "today's" values are judged
     */
    @LegalBasis(article = 16)
    public EarlyWarning of(
            ClusterFigures latest,
            Declarations declarations,
            List<Incident> incidents,
            LocalDate termEndsOn,
            LocalDate asOf) {
        Assessment today =
                assessments.assess(new Subject(reportedYears(latest, asOf), asOf, latest, declarations, incidents));
        return of(today, latest, declarations, termEndsOn, asOf);
    }

    /**
     * As {@link #of(ClusterFigures, Declarations, List, LocalDate, LocalDate)}, where the report has been assessed.
     *
     * @param today of the same figures and declarations, as judged on {@code asOf}, with all incidents that are known
     */
    @LegalBasis(article = 16)
    public EarlyWarning of(
            Assessment today, ClusterFigures latest, Declarations declarations, LocalDate termEndsOn, LocalDate asOf) {
        LocalDate review = termEndsOn.isBefore(asOf) ? asOf : termEndsOn;
        ReportingYears reported = reportedYears(latest, asOf);
        ReportingYears atReview = ReportingYears.ofApplicationIn(review.getYear());
        ReportingYears wanted = atReview.last() > reported.last() ? atReview : reported;
        Projection projection = Projection.of(latest, reported, wanted);
        List<Incident> incidents =
                today.incidents().stream().map(IncidentFinding::incident).toList();
        Assessment then = assessments.assess(
                new Subject(projection.years(), review, projection.figures(), declarations, incidents));
        return new EarlyWarning(
                Stream.concat(conditions(today, then), incidents(today, then)).toList(),
                method(reported, projection, review));
    }

    private static ReportingYears reportedYears(ClusterFigures latest, LocalDate asOf) {
        return latest.years().stream()
                .map(YearFigures::year)
                .max(Integer::compareTo)
                .map(last -> ReportingYears.ofApplicationIn(last + 1))
                .orElseGet(() -> ReportingYears.ofApplicationIn(asOf.getYear()));
    }

    private static Stream<Condition> conditions(Assessment today, Assessment then) {
        Map<String, Finding> byCode =
                today.findings().stream().collect(Collectors.toMap(Finding::code, Function.identity()));
        return then.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.MET)
                .map(finding -> condition(byCode.get(finding.code()), finding));
    }

    private static Condition condition(Finding today, Finding then) {
        return new Condition(
                then.code(),
                then.article(),
                then.label(),
                then.requirement(),
                FindingWording.value(today),
                today.outcome(),
                FindingWording.value(then),
                then.outcome(),
                FindingWording.shortfall(then),
                FindingWording.reason(then),
                then.decision(),
                then.decisionVersion());
    }

    private static Stream<Condition> incidents(Assessment today, Assessment then) {
        Map<Incident, IncidentFinding> byIncident = today.incidents().stream()
                .collect(Collectors.toMap(IncidentFinding::incident, Function.identity(), (first, same) -> first));
        return then.incidents().stream()
                .filter(finding -> outcome(finding) != Outcome.MET)
                .map(finding -> incident(byIncident.get(finding.incident()), finding));
    }

    private static Condition incident(IncidentFinding today, IncidentFinding then) {
        Incident incident = then.incident();
        String value = incident.occurredOn()
                + (incident.enterpriseName() == null ? "" : " " + incident.enterpriseName())
                + " "
                + (incident.level() != null
                        ? incident.level().label()
                        : incident.type().graded() ? "级别不明" : "")
                + incident.type().label();
        return new Condition(
                "incident",
                then.article(),
                incident.type().label(),
                "复核之日起往前三年内没有第十条所列的事故、事件和行为",
                value,
                outcome(today),
                value,
                outcome(then),
                null,
                then.reason(),
                "vetoConditions",
                then.decisionVersion());
    }

    private static Outcome outcome(IncidentFinding finding) {
        if (finding.vetoed() == null) {
            return Outcome.NEEDS_EXPLANATION;
        }
        return finding.vetoed() ? Outcome.NOT_MET : Outcome.MET;
    }

    private static String method(ReportingYears reported, Projection projection, LocalDate review) {
        String titlesAndRest = "企业称号和事故事件按" + review.getYear() + "年" + review.getMonthValue() + "月"
                + review.getDayOfMonth() + "日是否有效、是否在三年之内计；声明事项和没有年度序列的数据按现状不变；再用现行认定标准的同一套决策表评估。";
        if (projection.years().equals(reported)) {
            return "复核时看的三个年度（" + text(reported) + "）都已报送，不作推算；" + titlesAndRest;
        }
        return "每项年度数据按其在报送年度（" + text(reported) + "）的年均增长率（国家统计局水平法）推算到复核时看的三个年度（" + text(projection.years())
                + "），个数四舍五入取整；"
                + (projection.kept().isEmpty() ? "" : String.join("、", projection.kept()) + KEPT + "；")
                + titlesAndRest;
    }

    private static String text(ReportingYears years) {
        return years.first() + "—" + years.last() + "年";
    }
}
