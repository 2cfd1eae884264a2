package org.smecluster.recognition;

import java.util.Set;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
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

    private final Applications applications;
    private final Opinions opinions;
    private final CaseEvents events;
    private final Notifications notifications;
    private final CaseMessages messages;

    RecognitionService(
            Applications applications,
            Opinions opinions,
            CaseEvents events,
            Notifications notifications,
            CaseMessages messages) {
        this.applications = applications;
        this.opinions = opinions;
        this.events = events;
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
        if (reason == null || reason.isBlank() || reason.length() > 1000) {
            throw new Refusal("请写明撤回理由，不超过1000字");
        }
        applications.enter(application.id(), ApplicationState.WITHDRAWN, reason.strip());
        events.add(caseNumber, "withdrawn", "撤回申报：" + reason.strip(), by);
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
     */
    public void close(long applicationId, ApplicationState outcome, String reason) {
        Application application = applications.lock(applicationId);
        if (application.state().closed()) {
            return;
        }
        String why = reason == null ? lastWord(application, outcome) : reason;
        applications.enter(applicationId, outcome, why);
        events.add(application.caseNumber(), "closed", "结案：" + outcome.label() + (why == null ? "" : "。" + why), null);
        if (outcome != ApplicationState.RECOGNISED && outcome != ApplicationState.NOT_RECOGNISED) {
            notifications.tell(
                    application.applicantGroup(),
                    application.caseNumber(),
                    "closed",
                    named(application) + "：" + outcome.label() + "。" + (why == null ? "" : why));
        }
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
    public void select(long applicationId) {
        move(applicationId, ApplicationState.SELECTED, null, "selected", "择优入选", ApplicationState.RE_REVIEWED);
    }

    /** The leader did not select it. */
    public void passOver(long applicationId, String reason) {
        move(
                applicationId,
                ApplicationState.NOT_SELECTED,
                reason,
                "notSelected",
                "未入选。" + reason,
                ApplicationState.RE_REVIEWED);
    }

    /** It is published for objections; from now on it cannot be withdrawn. */
    public void publish(long applicationId) {
        move(applicationId, ApplicationState.IN_NOTICE, null, "inNotice", "公示开始", ApplicationState.SELECTED);
    }

    /** It is recognised; {@code text} tells with which number and term. */
    public void recognise(long applicationId, String text) {
        move(applicationId, ApplicationState.RECOGNISED, null, "recognised", text, ApplicationState.IN_NOTICE);
    }

    /** It is not recognised, not having been selected or for an objection upheld. */
    public void decline(long applicationId, String reason) {
        move(
                applicationId,
                ApplicationState.NOT_RECOGNISED,
                reason,
                "notRecognised",
                "未认定。" + reason,
                ApplicationState.NOT_SELECTED,
                ApplicationState.IN_NOTICE,
                ApplicationState.RE_REVIEWED);
    }

    private void move(
            long applicationId, ApplicationState to, String reason, String key, String text, ApplicationState... from) {
        Application application = applications.lock(applicationId);
        if (application.state() == to) {
            return;
        }
        if (!Set.of(from).contains(application.state())) {
            throw new IllegalStateException(
                    application.caseNumber() + " is " + application.state() + " and cannot become " + to);
        }
        applications.enter(applicationId, to, reason);
        events.add(application.caseNumber(), key, text, null);
    }

    private Application ofApplicant(String caseNumber, Account by) {
        Application application = get(caseNumber);
        if (!by.groups().contains(application.applicantGroup())) {
            throw new Refusal("只有申报主体的人员可以办理此事");
        }
        return application;
    }

    private Application get(String caseNumber) {
        return applications.lock(caseNumber).orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的申报"));
    }

    private static String named(Application application) {
        return "“" + application.clusterName() + "”（" + application.caseNumber() + "）";
    }
}
