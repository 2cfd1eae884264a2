package org.smecluster.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.security.Account;

/** The drafts as they are kept. Nothing of what happened is ever changed or removed. */
public interface Drafts {

    /**
     * @param state {@link ModelDraft.State#OPEN} or {@link ModelDraft.State#REFUSED}
     * @return empty where the same content is an undecided draft already, or a refused one
     */
    Optional<ModelDraft> add(
            ModelDraft.Kind kind,
            ModelDraft.State state,
            String digest,
            String name,
            Account author,
            Instant now,
            Collection<ModelSource> files);

    /** The undecided ordinary draft of the same content. */
    Optional<ModelDraft> undecided(String digest);

    /** The refused one of the same content. */
    Optional<ModelDraft> refused(String digest);

    Optional<ModelDraft> find(long id);

    /** As {@link #find}, held until the transaction ends. */
    Optional<ModelDraft> hold(long id);

    /** Newest first. */
    List<ModelDraft> all();

    /** Of the numbers those that are drafts', with their drafts. */
    Map<String, ModelDraft> byNumber(Collection<String> numbers);

    /** Ids of approved drafts that are due on the day or were before. */
    List<Long> due(LocalDate day);

    List<DraftFile> files(long id);

    /** Of each of the drafts the names of its files. */
    Map<Long, List<String>> resources(Collection<ModelDraft> drafts);

    void follow(long id, int place, boolean runningCasesFollow);

    /** @return id of the judgement */
    long judged(long id, Instant now, List<ModelFinding> findings, List<LiveKey> grounds);

    /** The latest judgement. */
    DraftJudgement judgement(long id);

    Optional<DraftJudgement> judgement(long id, long judgementId);

    void happened(DraftEvent event);

    /** Oldest first. */
    List<DraftEvent> events(long id);

    /** Back to where anybody can decide anew, too. */
    void state(long id, ModelDraft.State state);

    void approved(long id, Account by, LocalDate effectiveOn);

    /** Put live without a second person, whatever it was before. */
    void emergency(long id, Account by, LocalDate effectiveOn);

    void live(long id, Instant now, String deploymentId, List<LiveFile> replaced);

    /** What taking back would put live again. */
    List<ReplacedFile> replaced(long id);
}
