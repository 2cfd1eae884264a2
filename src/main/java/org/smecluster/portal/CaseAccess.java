package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.filing.FiledVersions;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.CaseFile;
import org.smecluster.recognition.CaseFiles;
import org.smecluster.registry.CaseKind;
import org.smecluster.renewal.RenewalService;
import org.smecluster.review.Checks;
import org.smecluster.review.ReadableChecks;
import org.smecluster.review.ReviewService;
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
    private final Cases cases;
    private final FiledVersions versions;
    private final ReviewService review;
    private final RenewalService renewals;
    private final Checks checks;

    CaseAccess(
            CurrentUser user,
            CaseFiles files,
            Applications applications,
            Cases cases,
            FiledVersions versions,
            ReviewService review,
            RenewalService renewals,
            Checks checks) {
        this.user = user;
        this.files = files;
        this.applications = applications;
        this.cases = cases;
        this.versions = versions;
        this.review = review;
        this.renewals = renewals;
        this.checks = checks;
    }

    Account account() {
        return user.account().orElseThrow(NotVisible::new);
    }

    /** @throws NotVisible where there is no such case with data filed, or the person may not see it */
    OpenCase open(String caseNumber) {
        Account reader = account();
        FiledCase filed = versions.find(caseNumber).orElseThrow(NotVisible::new);
        Optional<CaseFile> recognition = files.find(caseNumber, reader);
        return recognition.isPresent() ? recognised(filed, recognition.get()) : other(filed, reader);
    }

    private static OpenCase recognised(FiledCase filed, CaseFile file) {
        return new OpenCase(
                filed,
                CaseKind.RD,
                file.application().state().closed(),
                file.application().state().withdrawable(),
                file.versions(),
                new ReadableChecks(
                        file.expertOpinions(), file.expertsAsked(), file.expertsAnswered(), file.inspection()),
                Optional.of(file));
    }

    private OpenCase other(FiledCase filed, Account reader) {
        String caseNumber = filed.caseNumber();
        CaseRecord record = cases.find(caseNumber).orElseThrow(NotVisible::new);
        boolean inScope = isStaff() && user.scope().covers(record.applicantGroup());
        if (!inScope && !review.isAsked(caseNumber, reader.userId())) {
            throw new NotVisible();
        }
        return new OpenCase(
                filed,
                record.kind(),
                record.closed(),
                record.kind() == CaseKind.FH && renewals.withdrawable(caseNumber),
                versions.of(caseNumber),
                review.readable(
                        caseNumber, user.scope(), user.scope().wholeRegion() || inScope && record.closed(), reader),
                Optional.empty());
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

    boolean isStaff() {
        return user.isStaff();
    }

    boolean isProvince() {
        return user.isProvince();
    }

    boolean isApplicant(OpenCase file) {
        return user.groups().contains(file.filed().applicantGroup());
    }

    /** Of the city or the autonomous region, whose officers may enter incidents. */
    boolean isReviewer(OpenCase file) {
        return user.groups().contains(file.filed().cityGroup()) || user.is(Role.PROVINCE_OFFICER);
    }

    boolean isExpertOnly() {
        return user.is(Role.EXPERT) && user.scope().applicantGroups().isEmpty();
    }

    /** By round; one that is not submitted is the applicant's alone. */
    List<FiledVersion> versions(OpenCase file) {
        return file.versions().stream()
                .filter(version -> version.submission().frozen() || isApplicant(file))
                .toList();
    }

    /** As made, the earliest first; those of the re-review are the autonomous region's until the case is closed. */
    List<StageAssessment> assessments(OpenCase file, FiledVersion version) {
        boolean deliberationOpen = user.scope().wholeRegion() || isExpertOnly() || file.closed();
        return version.assessments().stream()
                .filter(each -> deliberationOpen || !each.stage().kind().ofDeliberation())
                .toList();
    }
}
