package org.smecluster.publicnotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.registry.PublicityOutcome;

/** The stored notices and objections. */
public interface Notices {

    Optional<Notice> find(long id);

    Optional<Notice> ofSubject(String subject);

    /** Newest first. */
    List<Notice> all();

    /** Those on whose list one of the cases stands, by id. */
    List<Notice> ofCases(Collection<String> caseNumbers);

    /** When the period was ended; empty while it runs. */
    Optional<Instant> endedAt(long id);

    /** Stores it; {@code id} of the argument is not read. @return id */
    long insert(Notice notice, String processInstanceId);

    /** Moves the end of a period that still runs. */
    void moveEnd(String processInstanceId, LocalDate endsOn);

    boolean endPeriod(long id);

    void outcome(long id, String caseNumber, PublicityOutcome outcome);

    /** Waits for whoever is changing the notice, and keeps others waiting until the transaction ends. */
    void lock(long id);

    /** Keeps its period from being ended until the transaction ends, and waits for whoever ends it; others may do so beside. */
    void keepOpen(long id);

    /** Whom the subject's notice will name; empty where it was scheduled before contacts were kept. */
    Optional<NoticeContact> contactOf(String subject);

    /** @return id */
    long insertObjection(long noticeId, ObjectionEntry entry, String enteredBy);

    Optional<Objection> objection(long id);

    /** In the order in which they were entered. */
    List<Objection> objections(long noticeId);

    /** @param told what the applicant is told */
    void verified(long objectionId, String facts, String told, String verifiedBy);

    /** Stores when the subject's list is to be published; a plan that it has stays. */
    void plan(NoticePlan plan);

    Optional<NoticePlan> planOf(String subject);

    void ruled(long objectionId, Ruling ruling, String reason, String ruledBy);
}
