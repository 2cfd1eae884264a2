package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.assessment.Stage;
import org.smecluster.document.Notifications;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FilingProcedure;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.Overlaps;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.CaseKind;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** An application as a case whose data are filed. */
@Component
class RecognitionFiling implements FilingProcedure {

    private static final Set<ApplicationState> UNDER_REVIEW =
            EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED, ApplicationState.RECOMMENDED);

    private static final Set<ApplicationState> BEFORE_THE_LEADER =
            EnumSet.of(ApplicationState.RE_REVIEWED, ApplicationState.SELECTED, ApplicationState.IN_NOTICE);

    private final Applications applications;
    private final Opinions opinions;
    private final RegionalReview regionalReview;
    private final LateIncidents late;
    private final Overlaps overlaps;
    private final ApplicationCases cases;
    private final NoticeDemands demands;
    private final Notifications notifications;
    private final Clock clock;

    RecognitionFiling(
            Applications applications,
            Opinions opinions,
            RegionalReview regionalReview,
            LateIncidents late,
            Overlaps overlaps,
            ApplicationCases cases,
            NoticeDemands demands,
            Notifications notifications,
            Clock clock) {
        this.applications = applications;
        this.opinions = opinions;
        this.regionalReview = regionalReview;
        this.late = late;
        this.overlaps = overlaps;
        this.cases = cases;
        this.demands = demands;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.RD;
    }

    @Override
    public Optional<FiledCase> find(String caseNumber) {
        return applications.byCaseNumber(caseNumber).map(this::filed);
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return applications.ofApplicants(List.of(applicantGroup)).stream()
                .filter(application -> application.clusterName().equals(clusterName))
                .map(Application::caseNumber)
                .toList();
    }

    @Override
    public FiledCase lock(String caseNumber) {
        return filed(applications.lock(caseNumber));
    }

    private FiledCase filed(Application application) {
        return new FiledCase(
                application.caseNumber(),
                application.clusterName(),
                application.applicantGroup(),
                application.cityGroup(),
                application.batchYear(),
                application.submittedOn(),
                application.state().label(),
                application.state().withApplicant(),
                UNDER_REVIEW.contains(application.state()),
                false);
    }

    @Override
    @LegalBasis(article = 13)
    public void submitted(FiledCase filed, SubmissionVersion version) {
        Application application = applications.byCaseNumber(filed.caseNumber()).orElseThrow();
        overlaps.recordAnew(version.id(), version.checkStage());
        demands.keep(version);
        if (application.submittedOn() == null) {
            applications.submittedOn(application.id(), LocalDate.now(clock));
        }
        cases.enter(application, ApplicationState.SUBMITTED, null);
        String text = version.round() == 1 ? "提交申报，第1版材料已固定" : "提交补正，第" + version.round() + "版材料已固定";
        cases.step(application, "submitted-" + version.round(), "提交", text, version.submitter());
        notifications.tell(
                application.cityGroup(),
                application.caseNumber(),
                "submitted-" + version.round(),
                "“" + application.clusterName() + "”（" + application.caseNumber() + "）已" + text + "，请受理审查（第十二条(二)）。");
    }

    @Override
    public void returned(FiledCase filed, SubmissionVersion correction, LocalDate lastDay) {
        Application application = applications.byCaseNumber(filed.caseNumber()).orElseThrow();
        cases.enter(application, ApplicationState.RETURNED, null);
        demands.carryOver(correction);
        String key = "returned-" + (correction.round() - 1);
        String until = "请于" + lastDay + "24时前补正提交，逾期未补正的，本案结案";
        cases.step(application, key, "退回补正", until, null);
        notifications.tell(
                application.applicantGroup(),
                application.caseNumber(),
                key,
                "“" + application.clusterName() + "”（" + application.caseNumber() + "）被退回补正，" + until + "。"
                        + cases.remedy(application, DecisionKind.CORRECTION).told());
    }

    @Override
    public void incidentEntered(FiledCase filed) {
        regionalReview.incidentEntered(
                applications.byCaseNumber(filed.caseNumber()).orElseThrow());
    }

    @Override
    public boolean undecided(FiledCase filed) {
        return !applications
                .byCaseNumber(filed.caseNumber())
                .orElseThrow()
                .state()
                .closed();
    }

    /** What was concluded stays as it was, and is assessed once more beside it: officer and leader are told. */
    @Override
    @LegalBasis(article = 10)
    public void incidentNoticed(FiledCase filed, String key, String what) {
        Application application = applications.byCaseNumber(filed.caseNumber()).orElseThrow();
        if (BEFORE_THE_LEADER.contains(application.state())) {
            late.noticed(application, key, what);
        }
    }

    @Override
    public void assessed(SubmissionVersion version, Stage stage) {
        overlaps.record(version.id(), stage);
    }

    @Override
    @LegalBasis(article = 13)
    public boolean requiresMaterials() {
        return true;
    }

    @Override
    @LegalBasis(article = 11)
    @LegalBasis(article = 13)
    public void requireAnswered(SubmissionVersion version) {
        demands.requireAnswered(version);
    }

    @Override
    public Optional<MaterialTick.Level> reviewing(FiledCase filed) {
        return switch (applications
                .byCaseNumber(filed.caseNumber())
                .orElseThrow()
                .state()) {
            case SUBMITTED, ACCEPTED -> Optional.of(MaterialTick.Level.CITY);
            case RECOMMENDED -> Optional.of(MaterialTick.Level.REGION);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> cityLetter(SubmissionVersion version) {
        return applications
                .byCaseNumber(version.caseNumber())
                .flatMap(application -> opinions.find(version.id(), application.id(), OpinionStage.RECOMMENDATION))
                .filter(opinion -> opinion.conclusion() == Conclusion.RECOMMEND)
                .map(opinion -> "推荐文件" + opinion.documentNumber() + "（" + opinion.documentDate() + "）");
    }

    @Override
    public String howToRename() {
        return "如申报的名称有误，请撤回后重新申报";
    }
}
