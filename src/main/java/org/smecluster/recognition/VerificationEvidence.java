package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.evidence.EvidenceDesk;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Occasion;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Photographs and papers of the verification on site are the city's until it completes it. */
@Component
@LegalBasis(article = 12, item = 2)
class VerificationEvidence implements EvidenceDesk {

    private final OnSiteVerification verification;
    private final Applications applications;

    VerificationEvidence(OnSiteVerification verification, Applications applications) {
        this.verification = verification;
        this.applications = applications;
    }

    @Override
    public Optional<Intake> intake(CaseRecord record, Account by) {
        boolean open = record.kind() == CaseKind.RD
                && by.groups().contains(record.cityGroup())
                && verification.isOpen(record.caseNumber());
        return open ? Optional.of(new Intake(Occasion.VERIFICATION, 1)) : Optional.empty();
    }

    @Override
    public void lock(CaseRecord record) {
        if (record.kind() == CaseKind.RD) {
            applications.lock(record.caseNumber());
        }
    }
}
