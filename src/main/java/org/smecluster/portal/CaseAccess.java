package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.casework.CaseProcedures;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Cases;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.filing.FiledVersions;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.ReviewService;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.stereotype.Component;

/** The cases that the current person may open, and which versions and assessments in them. */
@Component
class CaseAccess {

    private final CurrentUser user;
    private final Cases cases;
    private final CaseProcedures procedures;
    private final CaseScope scope;
    private final FiledVersions versions;
    private final ReviewService review;

    CaseAccess(
            CurrentUser user,
            Cases cases,
            CaseProcedures procedures,
            CaseScope scope,
            FiledVersions versions,
            ReviewService review) {
        this.user = user;
        this.cases = cases;
        this.procedures = procedures;
        this.scope = scope;
        this.versions = versions;
        this.review = review;
    }

    Account account() {
        return user.account().orElseThrow(NotVisible::new);
    }

    /** @throws NotVisible where there is no such case, or the person may not see it */
    OpenCase open(String caseNumber) {
        return find(caseNumber).orElseThrow(NotVisible::new);
    }

    /** Empty where there is no such case, or the person may not see it. */
    Optional<OpenCase> find(String caseNumber) {
        Account person = account();
        return cases.find(caseNumber)
                .flatMap(record -> scope.of(record, person).map(reading -> open(record, reading, person)));
    }

    private OpenCase open(CaseRecord record, Reading reading, Account person) {
        String caseNumber = record.caseNumber();
        return new OpenCase(
                record,
                procedures.of(record.kind()),
                reading,
                versions.find(caseNumber),
                versions.of(caseNumber),
                review.readable(caseNumber, reading, person),
                cases.entries(caseNumber).stream().filter(reading::reads).toList());
    }

    /** How the person reads the case, without its contents. @throws NotVisible as {@link #open} */
    Reading reading(String caseNumber) {
        return scope.of(cases.find(caseNumber).orElseThrow(NotVisible::new), account())
                .orElseThrow(NotVisible::new);
    }

    /** @throws NotVisible as {@link #open}, and where no data are filed in the case */
    OpenCase withData(String caseNumber) {
        OpenCase file = open(caseNumber);
        file.filed();
        return file;
    }

    /**
     * Those that the person may open: of the units in scope, of the region itself, and those he or she was asked to judge.
     *
     * @param kind null: of all kinds
     * @param city null: of all cities
     */
    CaseQuery query(CaseKind kind, String city, boolean open, String text) {
        Set<String> groups = new TreeSet<>(user.scope().applicantGroups());
        if (user.scope().wholeRegion()) {
            groups.add(StaffGroup.OFFICERS);
        }
        List<String> reviewing =
                user.groups().stream().filter(UnitLevel.CITY::isGroup).toList();
        return new CaseQuery(groups, reviewing, scope.askedOf(account()), kind, city, open, text);
    }

    boolean isStaff() {
        return user.isStaff();
    }

    boolean isProvince() {
        return user.isProvince();
    }

    boolean isApplicant(OpenCase file) {
        return user.groups().contains(file.record().applicantGroup());
    }

    /** Of the city or the autonomous region, whose officers may enter incidents. */
    boolean isReviewer(OpenCase file) {
        return user.groups().contains(file.record().cityGroup()) || user.is(Role.PROVINCE_OFFICER);
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

    /**
     * As made, the earliest first; those of the re-review are the autonomous region's, and the experts' whom it asks, until
     * the case is closed.
     */
    List<StageAssessment> assessments(OpenCase file, FiledVersion version) {
        boolean deliberation = file.reading().deliberation() || file.reading().guest() && user.is(Role.EXPERT);
        return version.assessments().stream()
                .filter(each -> deliberation || !each.stage().kind().ofDeliberation())
                .toList();
    }
}
