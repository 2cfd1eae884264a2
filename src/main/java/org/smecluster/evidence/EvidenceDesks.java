package org.smecluster.evidence;

import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds who may hand in evidence in a case. */
@Component
class EvidenceDesks {

    /** Looked up late: they make use of this package. */
    private final ObjectProvider<EvidenceDesk> desks;

    private final Cases cases;

    EvidenceDesks(ObjectProvider<EvidenceDesk> desks, Cases cases) {
        this.desks = desks;
        this.cases = cases;
    }

    Optional<Intake> intake(CaseRecord record, Account by) {
        return desks.stream().flatMap(desk -> desk.intake(record, by).stream()).findFirst();
    }

    /** As {@link #intake}, and it stays so until the transaction ends. @throws Refusal where there is none */
    Intake locked(String caseNumber, Account by) {
        CaseRecord record = cases.find(caseNumber).orElseThrow();
        // in the order in which a procedure locks its case and the record of it
        desks.forEach(desk -> desk.lock(record));
        cases.lock(caseNumber);
        return intake(record, by).orElseThrow(() -> new Refusal("本案现为“" + record.standing() + "”，现在不能由您提交或取回佐证材料"));
    }
}
