package org.smecluster.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The deputyships that were ever entered, and what was done by them. */
public interface Deputyships {

    /** Locks the absent one's deputyships until the transaction ends, so that no two are entered at once. */
    void lock(String absent);

    long insert(DeputyEntry entry, String by);

    Optional<Deputyship> find(long id);

    /** Entered for the person's absence or with the person as the deputy, the newest first. */
    List<Deputyship> of(String userId);

    /** Neither over on the day nor revoked, by first day. */
    List<Deputyship> open(LocalDate day);

    void revoke(long id, String by);

    void acted(String taskId, String taskName, String caseNumber, String absent, String deputy);

    /** Done by the person or in the person's place, the newest first. */
    List<DeputyAct> acts(String userId, int most);
}
