package org.smecluster.portal;

import java.util.List;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.CaseFile;
import org.smecluster.recognition.CaseFile.StageAssessment;
import org.smecluster.recognition.CaseFile.Version;
import org.smecluster.recognition.CaseFiles;
import org.smecluster.review.Checks;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.stereotype.Component;

/** Which cases the current person may open, and which versions and assessments in them. */
@Component
class CaseAccess {

    private final CurrentUser user;
    private final CaseFiles files;
    private final Applications applications;
    private final Checks checks;

    CaseAccess(CurrentUser user, CaseFiles files, Applications applications, Checks checks) {
        this.user = user;
        this.files = files;
        this.applications = applications;
        this.checks = checks;
    }

    Account account() {
        return user.account().orElseThrow(NotVisible::new);
    }

    /** @throws NotVisible where there is no such application, or the person may not see it */
    CaseFile open(String caseNumber) {
        return files.find(caseNumber, account()).orElseThrow(NotVisible::new);
    }

    /** The applications that the person may open, newest first. */
    List<Application> all() {
        if (user.is(Role.EXPERT)) {
            return checks.assignedTo(user.userId()).stream()
                    .flatMap(caseNumber -> applications.byCaseNumber(caseNumber).stream())
                    .sorted((one, other) -> other.caseNumber().compareTo(one.caseNumber()))
                    .toList();
        }
        return applications.ofApplicants(user.scope().applicantGroups());
    }

    boolean isApplicant(Application application) {
        return user.groups().contains(application.applicantGroup());
    }

    /** Of the city or the autonomous region, whose officers may enter incidents. */
    boolean isReviewer(Application application) {
        return user.groups().contains(application.cityGroup()) || user.is(Role.PROVINCE_OFFICER);
    }

    boolean isExpertOnly() {
        return user.is(Role.EXPERT) && user.scope().applicantGroups().isEmpty();
    }

    /** By round; one that is not submitted is the applicant's alone. */
    List<Version> versions(CaseFile file) {
        return file.versions().stream()
                .filter(version -> version.submission().frozen() || isApplicant(file.application()))
                .toList();
    }

    /** As made, the earliest first; those of the re-review are the autonomous region's until the case is closed. */
    List<StageAssessment> assessments(CaseFile file, Version version) {
        boolean deliberationOpen = user.scope().wholeRegion()
                || isExpertOnly()
                || file.application().state().closed();
        return version.assessments().stream()
                .filter(each -> deliberationOpen || !each.stage().startsWith("REREVIEW"))
                .toList();
    }
}
