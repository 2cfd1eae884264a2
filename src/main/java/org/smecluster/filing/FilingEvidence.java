package org.smecluster.filing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.casework.CaseRecord;
import org.smecluster.evidence.EvidenceDesk;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.law.LegalBasis;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Evidence comes with the version that the unit has in hand. */
@Component
@LegalBasis(article = 13)
class FilingEvidence implements EvidenceDesk {

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final OpenedItems opened;

    FilingEvidence(FilingProcedures procedures, Submissions submissions, OpenedItems opened) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.opened = opened;
    }

    @Override
    public Optional<Intake> intake(CaseRecord record, Account by) {
        return procedures
                .find(record.caseNumber())
                .flatMap(procedure -> procedure.find(record.caseNumber()))
                .filter(filed -> filed.withApplicant() && by.groups().contains(filed.applicantGroup()))
                .flatMap(filed -> submissions.latest(record.caseNumber()))
                .filter(version -> !version.frozen())
                .map(version -> new Intake(occasion(record, version), version.round(), closed(version)));
    }

    private Set<MaterialKind> closed(SubmissionVersion version) {
        Opening opening = opened.of(version);
        return Stream.of(MaterialKind.values())
                .filter(kind -> !opening.has(kind.code()))
                .collect(Collectors.toSet());
    }

    private static Occasion occasion(CaseRecord record, SubmissionVersion version) {
        if (version.round() > 1) {
            return Occasion.CORRECTION;
        }
        return switch (record.kind()) {
            case FH -> Occasion.REVIEW;
            case BS -> Occasion.REPORT;
            default -> Occasion.APPLICATION;
        };
    }

    @Override
    public void lock(CaseRecord record) {
        procedures.find(record.caseNumber()).ifPresent(procedure -> procedure.lock(record.caseNumber()));
    }
}
