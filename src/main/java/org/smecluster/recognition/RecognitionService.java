package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.smecluster.assessment.Incident;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.material.WorkbookReading;
import org.smecluster.material.WorkbookUpload;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done to an application beside its tasks: hand in the workbook, enter incidents, withdraw; and what its
 * batch decides on it. The tasks are {@link Filing}, {@link CityReview} and {@link RegionalReview}.
 */
@Service
@Transactional
public class RecognitionService {

    private static final String OFFICER = "province-officer";

    private final Applications applications;
    private final Submissions submissions;
    private final Opinions opinions;
    private final Batches batches;
    private final WorkbookUpload upload;
    private final PlausibilityCheck plausibility;
    private final CityReview cityReview;
    private final RegionalReview regionalReview;
    private final CaseEvents events;
    private final Notifications notifications;
    private final CaseMessages messages;
    private final Clock clock;

    RecognitionService(
            Applications applications,
            Submissions submissions,
            Opinions opinions,
            Batches batches,
            WorkbookUpload upload,
            PlausibilityCheck plausibility,
            CityReview cityReview,
            RegionalReview regionalReview,
            CaseEvents events,
            Notifications notifications,
            CaseMessages messages,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.opinions = opinions;
        this.batches = batches;
        this.upload = upload;
        this.plausibility = plausibility;
        this.cityReview = cityReview;
        this.regionalReview = regionalReview;
        this.events = events;
        this.notifications = notifications;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes a workbook for the version that the applicant has in hand; with an error in it nothing changes.
     *
     * @throws Refusal where the person is not of the applicant unit, or the version is frozen
     */
    @LegalBasis(article = 13)
    public WorkbookReading uploadWorkbook(String caseNumber, String fileName, byte[] content, Account by) {
        Application application = ofApplicant(caseNumber, by);
        SubmissionVersion version = inHand(application);
        LocalDate asOf = application.submittedOn() == null ? LocalDate.now(clock) : application.submittedOn();
        WorkbookReading reading =
                upload.accept(version.id(), yearOf(application), asOf, fileName, content, by.userId());
        if (reading.accepted()) {
            submissions.changed(version.id());
            events.add(caseNumber, "workbook", "上传申报工作簿，检查无误并保存", by);
        }
        return reading;
    }

    /**
     * The applicant says why figures of the version in hand moved as they did.
     *
     * @param explanations by position of the warning
     */
    @LegalBasis(article = 13)
    public void explainFigures(String caseNumber, Map<Integer, String> explanations, Account by) {
        SubmissionVersion version = inHand(ofApplicant(caseNumber, by));
        plausibility.explain(version.id(), explanations);
        events.add(caseNumber, "figuresExplained", "填写数据异常变动的说明", by);
    }

    /** The year of application, whose template is to be filled in. */
    @Transactional(readOnly = true)
    public int applicationYear(String caseNumber) {
        return yearOf(applications.byCaseNumber(caseNumber).orElseThrow());
    }

    private int yearOf(Application application) {
        return batches.find(application.batchId()).orElseThrow().year();
    }

    /**
     * The applicant declares an incident with the version in hand; a city's or the autonomous region's officer enters
     * one in the case until the re-review is concluded, and the version under review is assessed once more.
     *
     * @return id of the entry
     */
    @LegalBasis(article = 10)
    public long addIncident(String caseNumber, Incident incident, Account by) {
        if (incident.occurredOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("发生日期（" + incident.occurredOn() + "）晚于今天，请核对");
        }
        Application application = get(caseNumber);
        if (by.groups().contains(application.applicantGroup())) {
            SubmissionVersion version = inHand(application);
            long id = submissions.addIncident(application.id(), version.id(), incident, by);
            submissions.changed(version.id());
            events.add(
                    caseNumber,
                    "incident-" + id,
                    "申报主体登记第十条情形：" + incident.type().label(),
                    by);
            return id;
        }
        return enterAsReviewer(application, incident, by);
    }

    private long enterAsReviewer(Application application, Incident incident, Account by) {
        if (!by.groups().contains(application.cityGroup()) && !by.groups().contains(OFFICER)) {
            throw new Refusal("只有申报主体、所在地市级主管部门和自治区经办人员可以登记第十条情形");
        }
        Set<ApplicationState> underReview =
                EnumSet.of(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED, ApplicationState.RECOMMENDED);
        if (!underReview.contains(application.state())) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，不在审查期间，不能登记第十条情形");
        }
        long id = submissions.addIncident(application.id(), null, incident, by);
        events.add(
                application.caseNumber(),
                "incident-" + id,
                "审查中登记第十条情形：" + incident.type().label(),
                by);
        if (application.reReviews() > 0) {
            regionalReview.assessAgain(application);
        } else if (application.state() != ApplicationState.RECOMMENDED) {
            cityReview.assessAgain(application);
        }
        return id;
    }

    /** Takes back an incident that the applicant entered by mistake, while the version is in hand. */
    public void removeIncident(String caseNumber, long incidentId, Account by) {
        Application application = ofApplicant(caseNumber, by);
        SubmissionVersion version = inHand(application);
        if (!submissions.removeIncident(version.id(), incidentId)) {
            throw new Refusal("没有这条登记，或它不是申报主体在本版材料中登记的，不能删除");
        }
        submissions.changed(version.id());
        events.add(caseNumber, "incidentRemoved-" + incidentId, "申报主体删除误登的第十条情形", by);
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
        return applications
                .byCaseNumber(caseNumber)
                .map(application -> applications.lock(application.id()))
                .orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的申报"));
    }

    private SubmissionVersion inHand(Application application) {
        SubmissionVersion version = submissions.latest(application.id()).orElseThrow();
        if (!application.state().withApplicant() || version.frozen()) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，材料已固定，不能修改");
        }
        return version;
    }

    private static String named(Application application) {
        return "“" + application.clusterName() + "”（" + application.caseNumber() + "）";
    }
}
