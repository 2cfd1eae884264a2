package org.smecluster.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseGuests;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.PassedStep;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the checks of a case and takes down inspections on site; {@link ExpertReview} has what experts do. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ReviewService implements CaseGuests {

    private final ReviewProcedures procedures;
    private final Checks checks;
    private final Experts experts;
    private final Submissions submissions;
    private final ClusterWorkbooks workbooks;
    private final Units units;
    private final Casework casework;
    private final ReviewCriteria criteria;
    private final Clock clock;

    ReviewService(
            ReviewProcedures procedures,
            Checks checks,
            Experts experts,
            Submissions submissions,
            ClusterWorkbooks workbooks,
            Units units,
            Casework casework,
            ReviewCriteria criteria,
            Clock clock) {
        this.procedures = procedures;
        this.checks = checks;
        this.experts = experts;
        this.submissions = submissions;
        this.workbooks = workbooks;
        this.units = units;
        this.casework = casework;
        this.criteria = criteria;
        this.clock = clock;
    }

    /**
     * What the person may read of the checks.
     *
     * @param reading how the person reads the case
     */
    @Transactional(readOnly = true)
    public ReadableChecks readable(String caseNumber, Reading reading, Account reader) {
        return ReadableChecks.of(checks.experts(caseNumber), checks.inspection(caseNumber), reading, reader);
    }

    /** To judge it as an expert. */
    @Override
    @Transactional(readOnly = true)
    public boolean isAsked(String caseNumber, Account person) {
        return checks.experts(caseNumber).stream()
                .anyMatch(one -> one.expertId().equals(person.userId()) && !one.declined());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> askedOf(Account person) {
        return person.groups().contains(StaffGroup.EXPERTS) ? checks.assignedTo(person.userId()) : List.of();
    }

    /** Experts of the roster with no conflict of interest in the case. */
    @Transactional(readOnly = true)
    public List<Expert> availableExperts(String caseNumber) {
        ExpertConflicts conflicts = conflicts(procedures.find(caseNumber).orElseThrow());
        return experts.all().stream()
                .filter(expert -> conflicts.reason(expert).isEmpty())
                .toList();
    }

    /**
     * @param expertIds user ids, at least one where an expert review is ordered
     * @param siteInspectionReason wanted where an inspection is ordered
     */
    public void plan(
            String caseNumber,
            boolean expertReview,
            List<String> expertIds,
            boolean siteInspection,
            String siteInspectionReason,
            Account by) {
        ReviewedCase reviewed = inReview(caseNumber);
        List<String> reasons = new ArrayList<>();
        List<Expert> chosen = expertReview ? chosen(reviewed, expertIds, reasons) : List.of();
        if (siteInspection && siteInspectionReason == null) {
            reasons.add("安排实地抽查的，请写明必要性（第十二条(三)“必要时可实地抽查”）");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        assign(caseNumber, chosen, by);
        checks.plan(
                caseNumber,
                new ReviewPlan(expertReview, siteInspection, siteInspection ? siteInspectionReason : null),
                by);
        String who = chosen.stream().map(Expert::name).collect(Collectors.joining("、"));
        record(
                caseNumber,
                "planned",
                "复审安排：" + (expertReview ? "专家评审（" + who + "）" : "不组织专家评审") + (siteInspection ? "，实地抽查" : "，不实地抽查"),
                by);
    }

    /** What they score by is fixed with the first of them. */
    void assign(String caseNumber, List<Expert> chosen, Account by) {
        if (!chosen.isEmpty()) {
            String subject = procedures.of(caseNumber).criteria(caseNumber);
            criteria.freeze(subject, by);
            checks.assign(caseNumber, chosen, subject);
        }
    }

    private List<Expert> chosen(ReviewedCase reviewed, List<String> expertIds, List<String> reasons) {
        if (expertIds.isEmpty()) {
            reasons.add("组织专家评审的，请至少选择一名专家");
        }
        ExpertConflicts conflicts = conflicts(reviewed);
        List<Expert> chosen = new ArrayList<>();
        for (String id : expertIds.stream().distinct().toList()) {
            Optional<Expert> expert = experts.all().stream()
                    .filter(one -> one.userId().equals(id))
                    .findFirst();
            expert.ifPresentOrElse(chosen::add, () -> reasons.add("专家库中没有“" + id + "”，请从所列专家中选择"));
            expert.flatMap(conflicts::reason).ifPresent(reasons::add);
        }
        return chosen;
    }

    private ExpertConflicts conflicts(ReviewedCase reviewed) {
        SubmissionVersion version = submissions
                .latest(reviewed.caseNumber())
                .filter(SubmissionVersion::frozen)
                .orElseThrow();
        Set<String> enterprises = workbooks.figures(version.id()).orElseThrow().enterprises().stream()
                .map(enterprise -> enterprise.creditCode().value())
                .collect(Collectors.toSet());
        return ExpertConflicts.of(reviewed, enterprises, units);
    }

    /** @throws Refusal where the expert has not judged each clause that is to be judged one by one */
    void requireJudged(String caseNumber, String expertId) {
        procedures.of(caseNumber).requireJudged(caseNumber, expertId);
    }

    public void recordInspection(String caseNumber, SiteInspection inspection, Account by) {
        ReviewedCase reviewed = inReview(caseNumber);
        LocalDate today = LocalDate.now(clock);
        if (inspection.inspectedOn().isAfter(today) || inspection.inspectedOn().isBefore(reviewed.submittedOn())) {
            throw new Refusal("抽查日期应在申报提交之日（" + reviewed.submittedOn() + "）至今天（" + today + "）之间，请核对");
        }
        checks.inspected(caseNumber, inspection, by);
        record(caseNumber, "inspected", "实地抽查：" + inspection.conclusion().label(), by);
    }

    ReviewedCase inReview(String caseNumber) {
        ReviewedCase reviewed = procedures.of(caseNumber).lock(caseNumber);
        if (!reviewed.inReview()) {
            throw new PassedStep("本案", reviewed.standing());
        }
        return reviewed;
    }

    void record(String caseNumber, String key, String text, Account by) {
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.STEP, key, "复审核查", text)
                        .under(Article.of(12, 3))
                        .deliberated(),
                by);
    }
}
