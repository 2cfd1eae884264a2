package org.smecluster.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.law.Article;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/**
 * What experts said and inspections found of a cluster. Experts' opinions are the autonomous region's own for good; the
 * rest until the case is decided.
 */
@Component
class ReviewLife implements LifeSource {

    private static final String KIND = "评审抽查";

    private final CasesOfCluster cases;
    private final CheckHistory history;
    private final Clock clock;

    ReviewLife(CasesOfCluster cases, CheckHistory history, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<ClusterCase> all = cases.of(cluster);
        List<String> numbers = all.stream().map(ClusterCase::caseNumber).toList();
        Set<String> closed = all.stream()
                .filter(ClusterCase::closed)
                .map(ClusterCase::caseNumber)
                .collect(Collectors.toSet());
        List<LifeEntry> entries = new ArrayList<>();
        history.planned(numbers).forEach(each -> entries.add(planned(each, closed)));
        history.answered(numbers).forEach(each -> entries.add(answered(each)));
        history.inspected(numbers).forEach(each -> entries.add(inspected(each, closed)));
        return entries;
    }

    private LifeEntry planned(CheckHistory.Planned planned, Set<String> closed) {
        ReviewPlan plan = planned.plan();
        return new LifeEntry(
                        LocalDate.ofInstant(planned.at(), clock.getZone()),
                        planned.at(),
                        KIND,
                        "安排专家评审和实地抽查",
                        (plan.expertReview() ? "组织专家评审" : "不组织专家评审")
                                + (plan.siteInspection() ? "，实地抽查：" + plan.siteInspectionReason() : "，不作实地抽查"),
                        Map.of(),
                        article(planned.caseNumber()),
                        planned.caseNumber(),
                        null,
                        planned.byName(),
                        null)
                .readBy(LifeReader.deliberation(closed.contains(planned.caseNumber())));
    }

    private LifeEntry answered(CheckHistory.Answered answered) {
        ExpertOpinion opinion = answered.opinion();
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("意见", opinion.recommendation().label());
        if (opinion.score() != null) {
            particulars.put("评分", opinion.score().toString());
        }
        return new LifeEntry(
                        LocalDate.ofInstant(opinion.givenAt(), clock.getZone()),
                        opinion.givenAt(),
                        KIND,
                        "专家评审意见",
                        opinion.opinion(),
                        particulars,
                        article(answered.caseNumber()),
                        answered.caseNumber(),
                        null,
                        opinion.expertName(),
                        null)
                .readBy(LifeReader.REGION);
    }

    private LifeEntry inspected(CheckHistory.Inspected inspected, Set<String> closed) {
        SiteInspection inspection = inspected.inspection();
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("结论", inspection.conclusion().label());
        particulars.put("参加人员", inspection.participants());
        return new LifeEntry(
                        inspection.inspectedOn(),
                        inspected.at(),
                        KIND,
                        "实地抽查",
                        inspection.findings(),
                        particulars,
                        article(inspected.caseNumber()),
                        inspected.caseNumber(),
                        null,
                        inspection.recordedByName(),
                        null)
                .readBy(LifeReader.deliberation(closed.contains(inspected.caseNumber())));
    }

    private static String article(String caseNumber) {
        return CaseKind.of(caseNumber).filter(kind -> kind == CaseKind.FH).isPresent()
                ? Article.of(14).toString()
                : Article.of(12, 3).toString();
    }
}
