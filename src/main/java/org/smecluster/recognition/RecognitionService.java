package org.smecluster.recognition;

import java.util.Optional;
import java.util.Set;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.filing.FiledCase;
import org.smecluster.law.Article;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedy;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done to an application beside its tasks: withdraw it; and what its batch decides on it. The tasks are
 * {@link org.smecluster.filing.Filing}, {@link CityReview} and {@link RegionalReview}; what is handed in beside them,
 * {@link org.smecluster.filing.FilingService}.
 */
@Service
@Transactional
public class RecognitionService {

    private static final String SELECTION = "择优决定";
    private static final String RESULT = "认定结果";

    private final Applications applications;
    private final Opinions opinions;
    private final ApplicationCases cases;
    private final Notifications notifications;
    private final CaseMessages messages;

    RecognitionService(
            Applications applications,
            Opinions opinions,
            ApplicationCases cases,
            Notifications notifications,
            CaseMessages messages) {
        this.applications = applications;
        this.opinions = opinions;
        this.cases = cases;
        this.notifications = notifications;
        this.messages = messages;
    }

    /**
     * The applicant withdraws.
     *
     * @throws Refusal for others than the applicant unit, and once the public notice has begun
     */
    @LegalBasis(article = 12)
    public void withdraw(String caseNumber, Account by, String reason) {
        Application application = ofApplicant(caseNumber, by);
        if (!application.state().withdrawable()) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，不能撤回：公示开始后或办结后不再受理撤回");
        }
        String why = GivenReason.of(reason, "撤回理由", 1000);
        cases.close(
                application,
                ApplicationState.WITHDRAWN,
                why,
                CaseEntry.of(EntryKind.STATEMENT, "withdrawn", "撤回申报", why).under(Article.of(12)),
                by);
        if (application.submittedOn() != null) {
            notifications.tell(application.cityGroup(), caseNumber, "withdrawn", named(application) + "的申报主体已撤回申报。");
        }
        if (!messages.withdrawn(caseNumber)) {
            throw new Refusal("该申报的流程已经办结，不能撤回");
        }
    }

    /**
     * Closes the case and tells the applicant why, but for a decision of the batch, which tells by itself. A repeated
     * call changes nothing.
     *
     * @param outcome a closed state
     * @param reason null: what was said in the step before
     * @param by null where what was decided before closes it
     */
    public void close(long applicationId, ApplicationState outcome, String reason, Account by) {
        Application application = applications.lock(applicationId);
        if (application.state().closed()) {
            return;
        }
        String why = reason == null ? lastWord(application, outcome) : reason;
        Remedy remedy =
                decision(outcome).map(kind -> cases.remedy(application, kind)).orElse(null);
        cases.close(
                application,
                outcome,
                why,
                ApplicationCases.event("closed", "结案", outcome.label() + (why == null ? "" : "。" + why))
                        .bearing(remedy),
                by);
        if (outcome != ApplicationState.RECOGNISED && outcome != ApplicationState.NOT_RECOGNISED) {
            notifications.tell(
                    application.applicantGroup(),
                    application.caseNumber(),
                    "closed",
                    named(application) + "：" + outcome.label() + "。" + (why == null ? "" : why)
                            + (remedy == null ? "" : remedy.told()));
        }
    }

    /** Empty where nobody decided against the applicant: it withdrew, or a period ended. */
    private static Optional<DecisionKind> decision(ApplicationState outcome) {
        return switch (outcome) {
            case INELIGIBLE -> Optional.of(DecisionKind.INELIGIBLE);
            case REFUSED -> Optional.of(DecisionKind.REFUSAL);
            case NOT_RECOMMENDED -> Optional.of(DecisionKind.NOT_RECOMMENDED);
            default -> Optional.empty();
        };
    }

    private String lastWord(Application application, ApplicationState outcome) {
        if (outcome == ApplicationState.INELIGIBLE) {
            return application.eligibilityReason();
        }
        return opinions.ofApplication(application.id()).stream()
                .reduce((earlier, later) -> later)
                .map(Opinion::text)
                .orElse(null);
    }

    /** The leader selected it. */
    public void select(long applicationId, Account by) {
        move(applicationId, ApplicationState.SELECTED, ApplicationState.RE_REVIEWED)
                .ifPresent(application -> {
                    cases.enter(application, ApplicationState.SELECTED, null);
                    cases.add(application, ApplicationCases.decision("selected", SELECTION, "择优入选"), by);
                });
    }

    /** The leader did not select it. */
    public void passOver(long applicationId, String reason, Account by) {
        move(applicationId, ApplicationState.NOT_SELECTED, ApplicationState.RE_REVIEWED)
                .ifPresent(application -> {
                    cases.enter(application, ApplicationState.NOT_SELECTED, reason);
                    cases.add(application, ApplicationCases.decision("notSelected", SELECTION, "未入选。" + reason), by);
                });
    }

    /** It is published for objections; from now on it cannot be withdrawn. */
    public void publish(long applicationId, Account by) {
        move(applicationId, ApplicationState.IN_NOTICE, ApplicationState.SELECTED)
                .ifPresent(application -> {
                    cases.enter(application, ApplicationState.IN_NOTICE, null);
                    cases.add(application, ApplicationCases.event("inNotice", "进入公示", "公示开始"), by);
                });
    }

    /**
     * It is recognised.
     *
     * @param text with which number and term
     * @param by who published the list
     */
    public void recognise(long applicationId, String text, Account by) {
        move(applicationId, ApplicationState.RECOGNISED, ApplicationState.IN_NOTICE)
                .ifPresent(application -> cases.close(
                        application,
                        ApplicationState.RECOGNISED,
                        null,
                        ApplicationCases.decision("recognised", RESULT, text),
                        by));
    }

    /**
     * It is not recognised, not having been selected or for an objection upheld.
     *
     * @param by who decided it
     */
    public void decline(long applicationId, String reason, Account by) {
        move(
                        applicationId,
                        ApplicationState.NOT_RECOGNISED,
                        ApplicationState.NOT_SELECTED,
                        ApplicationState.IN_NOTICE,
                        ApplicationState.RE_REVIEWED)
                .ifPresent(application -> cases.close(
                        application,
                        ApplicationState.NOT_RECOGNISED,
                        reason,
                        ApplicationCases.decision("notRecognised", RESULT, "未认定。" + reason)
                                .bearing(cases.remedy(application, DecisionKind.NOT_RECOGNISED)),
                        by));
    }

    /** @return the application, locked; empty where it is there already */
    private Optional<Application> move(long applicationId, ApplicationState to, ApplicationState... from) {
        Application application = applications.lock(applicationId);
        if (application.state() == to) {
            return Optional.empty();
        }
        if (!Set.of(from).contains(application.state())) {
            throw new IllegalStateException(
                    application.caseNumber() + " is " + application.state() + " and cannot become " + to);
        }
        return Optional.of(application);
    }

    private Application ofApplicant(String caseNumber, Account by) {
        Application application = applications.lock(caseNumber);
        if (!by.groups().contains(application.applicantGroup())) {
            throw new Refusal(FiledCase.APPLICANT_ONLY);
        }
        return application;
    }

    private static String named(Application application) {
        return "“" + application.clusterName() + "”（" + application.caseNumber() + "）";
    }
}
