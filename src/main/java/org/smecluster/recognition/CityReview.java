package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Misses;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the city's department does: accept, review, recommend. */
@Service
@Transactional
@LegalBasis(article = 12, item = 2)
public class CityReview {

    private final Applications applications;
    private final Filing filing;
    private final Opinions opinions;
    private final Batches batches;
    private final CaseAssessment assessment;
    private final ReviewQuestions questions;
    private final ApplicationCases cases;
    private final Notifications notifications;
    private final Clock clock;

    CityReview(
            Applications applications,
            Filing filing,
            Opinions opinions,
            Batches batches,
            CaseAssessment assessment,
            ReviewQuestions questions,
            ApplicationCases cases,
            Notifications notifications,
            Clock clock) {
        this.applications = applications;
        this.filing = filing;
        this.opinions = opinions;
        this.batches = batches;
        this.assessment = assessment;
        this.questions = questions;
        this.cases = cases;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * @param conclusion ACCEPT, RETURN or REFUSE
     * @param correctionWorkingDays wanted with RETURN, else null
     */
    public void decideAcceptance(
            long applicationId, Conclusion conclusion, String text, Integer correctionWorkingDays, Account by) {
        Application application = applications.inState(applicationId, ApplicationState.SUBMITTED);
        SubmissionVersion version = filing.latest(application.caseNumber());
        Integer days = conclusion == Conclusion.RETURN ? correctionWorkingDays : null;
        if (conclusion == Conclusion.RETURN && days == null) {
            throw new Refusal("退回补正的，请填写补正期限（工作日）");
        }
        if (conclusion == Conclusion.ACCEPT) {
            questions.requireMaterials(version, conclusion);
        }
        give(
                application,
                version,
                opinion(version, OpinionStage.ACCEPTANCE, conclusion, text, null, null, null, days, by),
                by);
        if (conclusion == Conclusion.ACCEPT) {
            cases.enter(application, ApplicationState.ACCEPTED, null);
            questions.accepted(application);
            tellApplicant(application, "accepted", "已受理，进入市级初审");
        }
    }

    /**
     * @param conclusion MEETS or DOES_NOT_MEET
     * @param softMissJudgement on each soft requirement missed and each item not found met on site; null where none was
     */
    @LegalBasis(article = 11)
    public void reviewPreliminarily(
            long applicationId, Conclusion conclusion, String text, String softMissJudgement, Account by) {
        Application application = applications.inState(applicationId, ApplicationState.ACCEPTED);
        SubmissionVersion version = filing.latest(application.caseNumber());
        var found = assessment.underReview(version);
        if (conclusion == Conclusion.MEETS) {
            questions.requireMaterials(version, conclusion);
            Misses.refuseIfHard(found, conclusion.label());
        }
        questions.requireJudgement(application, found, conclusion, softMissJudgement);
        questions.requireClausesJudged(version);
        give(
                application,
                version,
                opinion(version, OpinionStage.PRELIMINARY, conclusion, text, softMissJudgement, null, null, null, by),
                by);
    }

    /**
     * @param conclusion RECOMMEND or NOT_RECOMMEND
     * @param documentNumber of the recommendation (第十三条(一)), wanted with RECOMMEND, as its date
     */
    @LegalBasis(article = 13, item = 1)
    public void decideRecommendation(
            long applicationId,
            Conclusion conclusion,
            String text,
            String documentNumber,
            LocalDate documentDate,
            Account by) {
        Application application = applications.inState(applicationId, ApplicationState.ACCEPTED);
        SubmissionVersion version = filing.latest(application.caseNumber());
        boolean recommended = conclusion == Conclusion.RECOMMEND;
        if (recommended) {
            checkRecommendation(application, version, documentNumber, documentDate);
            questions.requireMaterials(version, conclusion);
            Misses.refuseIfHard(assessment.underReview(version), conclusion.label());
        }
        questions.requireClausesAnswered(version);
        give(
                application,
                version,
                opinion(
                        version,
                        OpinionStage.RECOMMENDATION,
                        conclusion,
                        text,
                        null,
                        recommended ? documentNumber : null,
                        recommended ? documentDate : null,
                        null,
                        by),
                by);
        if (recommended) {
            cases.enter(application, ApplicationState.RECOMMENDED, null);
            tellApplicant(application, "recommended", "已由市级主管部门推荐上报（" + documentNumber + "）");
            notifications.tell(
                    StaffGroup.OFFICERS,
                    application.caseNumber(),
                    "recommended",
                    "“" + application.clusterName() + "”（" + application.caseNumber() + "）已推荐上报，请复审（第十二条(三)）。");
        }
    }

    private void checkRecommendation(
            Application application, SubmissionVersion version, String documentNumber, LocalDate documentDate) {
        List<String> reasons = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        boolean meets = opinions.find(version.id(), application.id(), OpinionStage.PRELIMINARY)
                .filter(preliminary -> preliminary.conclusion() == Conclusion.MEETS)
                .isPresent();
        if (!meets) {
            reasons.add("初审结论为“不符合”，不能推荐：第十二条(二)只推荐符合要求的集群");
        }
        if (documentNumber == null || documentDate == null) {
            reasons.add("推荐的，请填写推荐文件的文号和日期（第十三条(一)）");
        } else if (documentDate.isAfter(today)) {
            reasons.add("推荐文件的日期（" + documentDate + "）晚于今天（" + today + "），请核对");
        }
        LocalDate deadline = batches.find(application.batchId()).orElseThrow().recommendationDeadline();
        if (today.isAfter(deadline)) {
            reasons.add("本批次的推荐截止日期是" + deadline + "，已经截止，不能再推荐；请选择“不推荐”，写明原因");
        }
        reasons.addAll(questions.unfinished(application));
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private void give(Application application, SubmissionVersion version, Opinion opinion, Account by) {
        opinions.give(application.id(), opinion);
        cases.add(application, opinion, version.round(), by);
    }

    private Opinion opinion(
            SubmissionVersion version,
            OpinionStage stage,
            Conclusion conclusion,
            String text,
            String judgement,
            String documentNumber,
            LocalDate documentDate,
            Integer days,
            Account by) {
        return new Opinion(
                version.id(),
                stage,
                conclusion,
                text,
                judgement,
                documentNumber,
                documentDate,
                days,
                by.userId(),
                by.displayName(),
                clock.instant());
    }

    private void tellApplicant(Application application, String key, String what) {
        notifications.tell(
                application.applicantGroup(),
                application.caseNumber(),
                key,
                "“" + application.clusterName() + "”（" + application.caseNumber() + "）" + what + "。");
    }
}
