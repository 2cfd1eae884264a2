package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the autonomous region's department does with a recommended application: re-review, experts, inspection. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class RegionalReview {

    private final Applications applications;
    private final Submissions submissions;
    private final Opinions opinions;
    private final Experts experts;
    private final ClusterWorkbooks workbooks;
    private final Units units;
    private final CaseAssessment assessment;
    private final CaseEvents events;
    private final Clock clock;

    RegionalReview(
            Applications applications,
            Submissions submissions,
            Opinions opinions,
            Experts experts,
            ClusterWorkbooks workbooks,
            Units units,
            CaseAssessment assessment,
            CaseEvents events,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.opinions = opinions;
        this.experts = experts;
        this.workbooks = workbooks;
        this.units = units;
        this.assessment = assessment;
        this.events = events;
        this.clock = clock;
    }

    /** Assesses the frozen version with the tables as they stand; a repeated call changes nothing. */
    public void reReview(long applicationId) {
        Application application = applications.lock(applicationId);
        if (application.reReviews() == 0) {
            assessAgain(application);
        }
    }

    /** One more assessment beside the earlier, where a reviewer entered an incident meanwhile. */
    void assessAgain(Application application) {
        int number = application.reReviews() + 1;
        String stage = Application.reReviewStage(number);
        assessment.assess(application, frozen(application), stage);
        applications.reReviewed(application.id(), number);
        events.add(application.caseNumber(), stage, "系统按固定版本复审评估（第十条、第十一条）", null);
    }

    /** Experts of the roster with no conflict of interest in the case. */
    @Transactional(readOnly = true)
    public List<Expert> availableExperts(long applicationId) {
        ExpertConflicts conflicts = conflicts(applications.get(applicationId));
        return experts.all().stream()
                .filter(expert -> conflicts.reason(expert).isEmpty())
                .toList();
    }

    /**
     * @param expertIds user ids, at least one where an expert review is ordered
     * @param siteInspectionReason wanted where an inspection is ordered
     */
    public void plan(
            long applicationId,
            boolean expertReview,
            List<String> expertIds,
            boolean siteInspection,
            String siteInspectionReason,
            Account by) {
        Application application = inReReview(applicationId);
        List<String> reasons = new ArrayList<>();
        List<Expert> chosen = expertReview ? chosen(application, expertIds, reasons) : List.of();
        if (siteInspection && siteInspectionReason == null) {
            reasons.add("安排实地抽查的，请写明必要性（第十二条(三)“必要时可实地抽查”）");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        opinions.assign(applicationId, chosen);
        applications.planned(applicationId, expertReview, siteInspection, siteInspection ? siteInspectionReason : null);
        String who = chosen.stream().map(Expert::name).collect(Collectors.joining("、"));
        events.add(
                application.caseNumber(),
                "planned",
                "复审安排：" + (expertReview ? "专家评审（" + who + "）" : "不组织专家评审") + (siteInspection ? "，实地抽查" : "，不实地抽查"),
                by);
    }

    private List<Expert> chosen(Application application, List<String> expertIds, List<String> reasons) {
        if (expertIds.isEmpty()) {
            reasons.add("组织专家评审的，请至少选择一名专家");
        }
        ExpertConflicts conflicts = conflicts(application);
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

    private ExpertConflicts conflicts(Application application) {
        Set<String> enterprises = workbooks.find(frozen(application).id()).orElseThrow().enterprises().stream()
                .map(enterprise -> enterprise.creditCode().value())
                .collect(Collectors.toSet());
        return ExpertConflicts.of(application, enterprises, units);
    }

    /**
     * @param recommendation RECOMMEND, RESERVE or NOT_RECOMMEND
     * @param score 0 to 100, null where none is given
     */
    public void giveExpertOpinion(
            long applicationId, String expertId, Conclusion recommendation, Integer score, String text, Account by) {
        Application application = inReReview(applicationId);
        if (!by.userId().equals(expertId)) {
            throw new Refusal("专家意见只能由受邀专家本人填写");
        }
        if (!opinions.giveAsExpert(applicationId, expertId, recommendation, score, text)) {
            throw new Refusal("您未受邀评审该申报，或已经提交过意见");
        }
        events.add(application.caseNumber(), "expert-" + expertId, "专家评审意见已提交", by);
    }

    public void recordInspection(long applicationId, SiteInspection inspection, Account by) {
        Application application = inReReview(applicationId);
        LocalDate today = LocalDate.now(clock);
        if (inspection.inspectedOn().isAfter(today) || inspection.inspectedOn().isBefore(application.submittedOn())) {
            throw new Refusal("抽查日期应在申报提交之日（" + application.submittedOn() + "）至今天（" + today + "）之间，请核对");
        }
        opinions.inspected(applicationId, inspection, by);
        events.add(
                application.caseNumber(),
                "inspected",
                "实地抽查：" + inspection.conclusion().label(),
                by);
    }

    /**
     * @param conclusion PASS or FAIL
     * @param softMissJudgement on each soft requirement missed; null where none was
     */
    @LegalBasis(article = 11)
    public void conclude(long applicationId, Conclusion conclusion, String text, String softMissJudgement, Account by) {
        Application application = inReReview(applicationId);
        SubmissionVersion version = frozen(application);
        var found = assessment.get(version, application.reReviewStage());
        if (conclusion == Conclusion.PASS) {
            Misses.refuseIfHard(found, conclusion.label());
        }
        Misses.requireJudgement(found, softMissJudgement);
        opinions.give(
                applicationId,
                new Opinion(
                        version.id(),
                        OpinionStage.RE_REVIEW,
                        conclusion,
                        text,
                        softMissJudgement,
                        null,
                        null,
                        null,
                        by.userId(),
                        by.displayName(),
                        clock.instant()));
        applications.enter(applicationId, ApplicationState.RE_REVIEWED, null);
        events.add(application.caseNumber(), "reReviewed", "复审办结：" + conclusion.label(), by);
    }

    private Application inReReview(long applicationId) {
        Application application = applications.lock(applicationId);
        if (application.state() != ApplicationState.RECOMMENDED) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，不能办理此步骤，请刷新待办列表");
        }
        return application;
    }

    private SubmissionVersion frozen(Application application) {
        return submissions
                .latest(application.id())
                .filter(SubmissionVersion::frozen)
                .orElseThrow();
    }
}
