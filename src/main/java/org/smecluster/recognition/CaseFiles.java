package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.assessment.Assessments;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.recognition.CaseEvents.CaseEvent;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.review.Checks;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case as a person may read it. A county or park reads its own, a city those of its units, the autonomous region
 * all, an expert the material of those that he or she was asked to judge. What the region deliberates (experts,
 * inspection, conclusion) is the region's own until the case is decided; experts read nothing of each other before all
 * have answered.
 */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    private static final Set<String> DELIBERATION = Set.of("planned", "inspected", "reReviewed");

    private final Applications applications;
    private final Submissions submissions;
    private final Opinions opinions;
    private final Checks checks;
    private final Batches batches;
    private final Assessments assessments;
    private final CaseEvents events;
    private final Units units;

    CaseFiles(
            Applications applications,
            Submissions submissions,
            Opinions opinions,
            Checks checks,
            Batches batches,
            Assessments assessments,
            CaseEvents events,
            Units units) {
        this.applications = applications;
        this.submissions = submissions;
        this.opinions = opinions;
        this.checks = checks;
        this.batches = batches;
        this.assessments = assessments;
        this.events = events;
        this.units = units;
    }

    /** Empty where there is no such case or the reader may not see it. */
    public Optional<CaseFile> find(String caseNumber, Account reader) {
        return applications.byCaseNumber(caseNumber).flatMap(application -> read(application, reader));
    }

    private Optional<CaseFile> read(Application application, Account reader) {
        RegionalScope scope = RegionalScope.of(reader.groups(), units);
        List<ExpertOpinion> asked = checks.experts(application.caseNumber());
        boolean inScope = scope.covers(application.applicantGroup());
        boolean expert = asked.stream().anyMatch(one -> one.expertId().equals(reader.userId()));
        if (!inScope && !expert) {
            return Optional.empty();
        }
        boolean open = scope.wholeRegion() || inScope && application.state().closed();
        return Optional.of(new CaseFile(
                application,
                batches.find(application.batchId()).orElseThrow(),
                units.find(application.applicantCode()).map(Unit::name).orElse(application.applicantCode()),
                versions(application),
                opinions.ofApplication(application.id()).stream()
                        .filter(opinion -> open || opinion.stage() != OpinionStage.RE_REVIEW)
                        .toList(),
                readable(asked, scope, expert, reader),
                open || expert ? asked.size() : 0,
                open || expert
                        ? (int) asked.stream().filter(ExpertOpinion::given).count()
                        : 0,
                open ? checks.inspection(application.caseNumber()) : Optional.empty(),
                events.of(application.caseNumber()).stream()
                        .filter(event -> open || !deliberation(event))
                        .toList()));
    }

    private static List<ExpertOpinion> readable(
            List<ExpertOpinion> asked, RegionalScope scope, boolean expert, Account reader) {
        boolean allAnswered = asked.stream().allMatch(ExpertOpinion::given);
        if (expert ? allAnswered : scope.wholeRegion()) {
            return asked;
        }
        return asked.stream()
                .filter(one -> one.expertId().equals(reader.userId()))
                .toList();
    }

    private static boolean deliberation(CaseEvent event) {
        return DELIBERATION.contains(event.key()) || event.key().startsWith("expert-");
    }

    private List<CaseFile.Version> versions(Application application) {
        return submissions.ofCase(application.caseNumber()).stream()
                .map(version -> new CaseFile.Version(
                        version,
                        submissions.declarations(version.id()),
                        submissions.incidents(version.id()),
                        assessments(application, version)))
                .toList();
    }

    private List<CaseFile.StageAssessment> assessments(Application application, SubmissionVersion version) {
        List<CaseFile.StageAssessment> found = new ArrayList<>();
        for (int number = 1; number <= version.checks(); number++) {
            add(found, version, "CHECK-" + number);
        }
        int review = 1;
        while (add(found, version, SubmissionVersion.reviewStage(review))) {
            review++;
        }
        for (int number = 1; number <= application.reReviews(); number++) {
            add(found, version, Application.reReviewStage(number));
        }
        return found;
    }

    private boolean add(List<CaseFile.StageAssessment> found, SubmissionVersion version, String stage) {
        Optional<CaseFile.StageAssessment> made = assessments
                .find(version.id(), stage)
                .map(assessment -> new CaseFile.StageAssessment(stage, assessment));
        made.ifPresent(found::add);
        return made.isPresent();
    }
}
