package org.smecluster.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.registry.CaseNumbers;
import org.smecluster.remedy.Remedy;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, continues and closes cases. Every step may be repeated: it is entered once. */
@Service
@Transactional
public class Casework {

    private final Cases cases;
    private final CaseNumbers numbers;
    private final Clock clock;

    Casework(Cases cases, CaseNumbers numbers, Clock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Opens a case with the next number of its kind in the current year.
     *
     * @param by null where no person opened it
     */
    public CaseRecord open(NewCase newCase, Account by) {
        return open(newCase, LocalDate.now(clock).getYear(), by);
    }

    /** As {@link #open(NewCase, Account)}, with the next number of a year that the procedure counts by. */
    public CaseRecord open(NewCase newCase, int year, Account by) {
        String caseNumber = numbers.next(newCase.kind(), year);
        return cases.insert(caseNumber, newCase, by);
    }

    /**
     * Enters what was said; the same key again changes nothing.
     *
     * @param by null where the system did it
     */
    public void add(String caseNumber, CaseEntry entry, Account by) {
        cases.add(caseNumber, entry, by);
    }

    /**
     * Enters what a person says, which may be said again, e.g. after a return: the entry's key names its sort, and each
     * is kept.
     *
     * @return the entry's key
     */
    public String say(String caseNumber, CaseEntry said, Account by) {
        return cases.say(caseNumber, said, by);
    }

    /**
     * Enters a step on the way.
     *
     * @param key of the step: entered once where the system did it, each time where a person did
     * @param by null where the system did it
     */
    public void step(String caseNumber, String key, String title, String text, Account by) {
        CaseEntry step = CaseEntry.of(EntryKind.STEP, key, title, text);
        if (by == null) {
            add(caseNumber, step, null);
        } else {
            say(caseNumber, step, by);
        }
    }

    /** Tells where the case stands, as a clerk says it; a closed case stays as it is. */
    public void stand(String caseNumber, String standing) {
        cases.stand(caseNumber, standing);
    }

    /** The case's cluster has entered the registry. */
    public void name(String caseNumber, String clusterNumber) {
        cases.name(caseNumber, clusterNumber);
    }

    /** As {@link Cases#adopt}. */
    public void adopt(CaseRecord named, String clusterNumber) {
        cases.adopt(named.kind(), named.applicantGroup(), named.clusterName(), clusterNumber);
    }

    /**
     * Closes the case; a closed one stays as it was closed.
     *
     * @param outcome code, e.g. {@code ADMITTED}
     * @param standing the same as a clerk says it
     * @param reason null where none was given
     * @return whether this call closed it
     */
    public boolean close(String caseNumber, String outcome, String standing, String reason) {
        return end(
                caseNumber,
                outcome,
                standing,
                reason,
                CaseEntry.of(EntryKind.EVENT, "closed", "结案", reason == null ? standing : standing + "。" + reason),
                null);
    }

    /**
     * As {@link #close(String, String, String, String)}, in the words of whoever closes it.
     *
     * @param by null where the system did it
     */
    public boolean end(String caseNumber, String outcome, String standing, String reason, CaseEntry last, Account by) {
        cases.lock(caseNumber);
        if (get(caseNumber).closed()) {
            return false;
        }
        cases.close(caseNumber, outcome, standing, reason);
        cases.add(caseNumber, last, by);
        return true;
    }

    /** @throws IllegalArgumentException where there is no such case */
    @Transactional(readOnly = true)
    public CaseRecord get(String caseNumber) {
        return cases.find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no case has the number " + caseNumber));
    }

    @Transactional(readOnly = true)
    public Optional<CaseRecord> find(String caseNumber) {
        return cases.find(caseNumber);
    }

    /** What is borne by what was decided last; empty where nothing was, or nothing against the unit. */
    @Transactional(readOnly = true)
    public Optional<Remedy> remedy(String caseNumber) {
        return entries(caseNumber).stream()
                .filter(entry -> entry.kind() == EntryKind.DECISION)
                .reduce((earlier, later) -> later)
                .map(CaseEntry::remedy);
    }

    /** In the order in which they were entered. */
    @Transactional(readOnly = true)
    public List<CaseEntry> entries(String caseNumber) {
        return cases.entries(caseNumber);
    }
}
