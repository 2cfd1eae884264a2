package org.smecluster.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.document.Notifications;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.springframework.stereotype.Component;

/**
 * What became known of 第十条 after the re-review was concluded: the version is assessed once more at once, and nobody
 * selects or publishes the cluster over it (ADR 0025).
 */
@Component
@LegalBasis(article = 10)
@LegalBasis(article = 12, item = 3)
class LateIncidents {

    private final Applications applications;
    private final Submissions submissions;
    private final Assessments assessments;
    private final RegionalReview review;
    private final ApplicationCases cases;
    private final Publications publications;
    private final RevocationCauses causes;
    private final Notifications notifications;

    LateIncidents(
            Applications applications,
            Submissions submissions,
            Assessments assessments,
            RegionalReview review,
            ApplicationCases cases,
            Publications publications,
            RevocationCauses causes,
            Notifications notifications) {
        this.applications = applications;
        this.submissions = submissions;
        this.assessments = assessments;
        this.review = review;
        this.cases = cases;
        this.publications = publications;
        this.causes = causes;
        this.notifications = notifications;
    }

    /**
     * Assesses once more and tells officer and leader what it came to and what to do.
     *
     * @param application concluded and not yet decided, locked
     * @param what in Chinese, without a full stop
     */
    void noticed(Application application, String key, String what) {
        cases.step(application, key, "第十条情形变化", what + "，系统重新评估", null);
        review.assessAgain(application);
        Application assessed = applications.get(application.id());
        String text = "“%s”（%s）：%s。已重新评估：%s（第十条）。"
                .formatted(application.clusterName(), application.caseNumber(), what, whatToDo(assessed));
        notifications.tell(List.of(StaffGroup.OFFICERS, StaffGroup.LEADERS), application.caseNumber(), key, text);
    }

    private String whatToDo(Application application) {
        Boolean vetoed = latest(application).map(Assessment::vetoed).orElse(null);
        if (isPublished(application)) {
            return "认定名单已经公布，登记后作为撤销线索由人查实（第十七条(五)）";
        }
        if (Boolean.FALSE.equals(vetoed)) {
            return "未被否决，可以继续办理";
        }
        boolean selected = application.state() != ApplicationState.RE_REVIEWED;
        String known = vetoed == null ? "不能判断是否否决，由审定人员判断" : "属于第十条所列情形";
        return known + (selected ? "。审定人员在“比较和选定”中决定以前，不能公布" : vetoed == null ? "，入选的须写明判断" : "，不能入选");
    }

    /** Whether something became known since the conclusion. */
    private static boolean isNoticed(Application application) {
        return application.reReviews()
                > Optional.ofNullable(application.concludedReReview()).orElse(0);
    }

    /**
     * Whether a leader has to decide once more on a cluster that is selected already, as long as its list is not published.
     *
     * @param latest its latest assessment for the re-review
     */
    boolean isToDecide(Application application, Optional<Assessment> latest) {
        return latest.filter(found -> !Boolean.FALSE.equals(found.vetoed())).isPresent()
                && isNoticed(application)
                && !isPublished(application);
    }

    boolean isPublished(Application application) {
        return publications.ofBatch(application.batchId()).stream()
                .filter(Publication::published)
                .anyMatch(list -> list.caseNumbers().contains(application.caseNumber()));
    }

    /** What stands in the way of selecting or publishing the cluster; empty where nothing does. */
    Optional<String> obstacle(Application application, Optional<SelectionDecision> decision) {
        return obstacle(application, latest(application), decision);
    }

    /** @param latest its latest assessment for the re-review */
    Optional<String> obstacle(
            Application application, Optional<Assessment> latest, Optional<SelectionDecision> decision) {
        if (latest.isEmpty() || Boolean.FALSE.equals(latest.get().vetoed())) {
            return Optional.empty();
        }
        if (Boolean.TRUE.equals(latest.get().vetoed())) {
            return Optional.of("存在第十条所列情形：" + inWords(latest.get(), true));
        }
        boolean judged = decision.filter(SelectionDecision::selected)
                .filter(made -> made.reason() != null && made.reReview() == application.reReviews())
                .isPresent();
        return judged || !isNoticed(application)
                ? Optional.empty()
                : Optional.of("复审以后登记的情形不能判断是否否决，须由审定人员写明判断：" + inWords(latest.get(), null));
    }

    /** @param kept what cannot be done with it, e.g. 入选 */
    void refuseIfVetoed(Application application, String kept) {
        latest(application).filter(found -> Boolean.TRUE.equals(found.vetoed())).ifPresent(found -> {
            throw new Refusal("“%s”（%s）存在第十条所列情形，不能%s：%s。登记有误的，请登记人撤回或者更正，系统随即重新评估（第十条）"
                    .formatted(application.clusterName(), application.caseNumber(), kept, inWords(found, true)));
        });
    }

    /** The latest assessment for the re-review, of the version submitted last. */
    Optional<Assessment> latest(Application application) {
        return submissions
                .latest(application.caseNumber())
                .flatMap(version -> assessments.find(version.id(), application.reReviewStage()));
    }

    /** The same of many, by case number; those without one are left out. */
    Map<String, Assessment> latest(List<Application> applications) {
        Map<String, SubmissionVersion> versions =
                submissions
                        .ofCases(applications.stream()
                                .map(Application::caseNumber)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                SubmissionVersion::caseNumber, Function.identity(), (earlier, later) -> later));
        Map<Long, List<Assessments.Stored>> stored =
                assessments
                        .ofSubmissions(versions.values().stream()
                                .map(SubmissionVersion::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Assessments.Stored::submissionId));
        Map<String, Assessment> latest = new HashMap<>();
        for (Application application : applications) {
            Optional.ofNullable(versions.get(application.caseNumber())).stream()
                    .flatMap(version -> stored.getOrDefault(version.id(), List.of()).stream())
                    .filter(each -> each.stage().equals(application.reReviewStage()))
                    .forEach(each -> latest.put(application.caseNumber(), each.assessment()));
        }
        return latest;
    }

    private static String inWords(Assessment assessment, Boolean vetoed) {
        return assessment.incidents().stream()
                .filter(finding -> Objects.equals(finding.vetoed(), vetoed))
                .map(IncidentFinding::incident)
                .map(Incident::inWords)
                .collect(Collectors.joining("；"));
    }

    /** What became known between the publication and the registration could keep it off the list no more. */
    @LegalBasis(article = 17, item = 5)
    void reportForRevocation(Application application, ClusterRecord cluster, Optional<SelectionDecision> decision) {
        String caseNumber = application.caseNumber();
        obstacle(application, decision)
                .ifPresent(obstacle -> causes.report(new RevocationCause(
                        "lateIncident:" + caseNumber,
                        cluster.clusterNumber(),
                        RevocationFact.MAJOR_INCIDENT,
                        "认定名单公布以后、登记以前得知，" + obstacle + "（申报案件" + caseNumber + "的复审评估）",
                        caseNumber,
                        cluster.recognisedOn())));
    }
}
