package org.smecluster.publicnotice;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.evidence.EvidenceDesk;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Occasion;
import org.smecluster.law.LegalBasis;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.PublicLists;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** What came with an objection is entered by the region's officers until the list is published, and read by the region alone. */
@Component
@LegalBasis(article = 12, item = 3)
class ObjectionEvidence implements EvidenceDesk {

    private final Notices notices;
    private final PublicLists lists;

    ObjectionEvidence(Notices notices, PublicLists lists) {
        this.notices = notices;
        this.lists = lists;
    }

    @Override
    public Optional<Intake> intake(CaseRecord record, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            return Optional.empty();
        }
        boolean open = record.kind() == CaseKind.YY
                ? !record.closed()
                : notices.ofCases(List.of(record.caseNumber())).stream()
                        .anyMatch(notice -> takes(notice, record.caseNumber()));
        return open ? Optional.of(new Intake(Occasion.OBJECTION, 1)) : Optional.empty();
    }

    /** A scan is there before the objection that it proves is entered; publication ends both. */
    private boolean takes(Notice notice, String caseNumber) {
        return notices.objections(notice.id()).stream()
                        .anyMatch(objection -> objection.caseNumber().equals(caseNumber) && objection.ruling() == null)
                || lists.find(notice.subject()).stream()
                        .flatMap(list -> list.items().stream())
                        .anyMatch(item -> item.caseNumber().equals(caseNumber) && !item.settled());
    }

    /** A ruling meanwhile takes nothing from what is entered. */
    @Override
    public void lock(CaseRecord record) {}
}
