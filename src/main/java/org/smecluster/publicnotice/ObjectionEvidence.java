package org.smecluster.publicnotice;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.evidence.EvidenceDesk;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Occasion;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** What came with an objection is entered by the region's officers until it is ruled on, and read by the region alone. */
@Component
@LegalBasis(article = 12, item = 3)
class ObjectionEvidence implements EvidenceDesk {

    private final Notices notices;

    ObjectionEvidence(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Optional<Intake> intake(CaseRecord record, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            return Optional.empty();
        }
        boolean open = notices.ofCases(List.of(record.caseNumber())).stream()
                .flatMap(notice -> notices.objections(notice.id()).stream())
                .anyMatch(
                        objection -> objection.caseNumber().equals(record.caseNumber()) && objection.ruling() == null);
        return open ? Optional.of(new Intake(Occasion.OBJECTION, 1)) : Optional.empty();
    }

    /** A ruling meanwhile takes nothing from what is entered. */
    @Override
    public void lock(CaseRecord record) {}
}
