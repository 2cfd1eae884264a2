package org.smecluster.policy.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.ModelsRefused;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a person deploys as a draft. */
@Component
public class Submissions {

    private static final String UNNAMED = "未命名";

    private final Drafts drafts;
    private final DraftJudge judge;
    private final PolicyOwnersTold told;
    private final Clock clock;

    Submissions(Drafts drafts, DraftJudge judge, PolicyOwnersTold told, Clock clock) {
        this.drafts = drafts;
        this.judge = judge;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Keeps the files, whatever becomes of the transaction of whoever calls.
     *
     * @param name  of the deployment; may be null
     * @param files that differ from what runs, and which the engine would take
     * @return for the caller to throw: kept as a draft; or refused, and kept only to be looked at
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Refusal submit(String name, Account author, List<ModelSource> files, List<LiveFile> live) {
        List<ModelFinding> findings = judge.findings(files, live, SheetsOf.IN_FORCE);
        boolean refused = findings.stream().anyMatch(ModelFinding::refuses);
        Instant now = clock.instant();
        String digest = digest(files);
        ModelDraft.State state = refused ? ModelDraft.State.REFUSED : ModelDraft.State.OPEN;
        ModelDraft draft = drafts.add(ModelDraft.Kind.ORDINARY, state, digest, named(name), author, now, files)
                .orElse(null);
        if (draft == null) {
            draft = (refused ? drafts.refused(digest) : drafts.undecided(digest)).orElseThrow();
            if (draft.state() == state) {
                findings = judge.findings(files, live, SheetsOf.of(draft.id()));
                drafts.judged(draft.id(), now, findings, DraftJudge.grounds(live));
            }
            happened(draft, DraftEvent.Kind.SUBMITTED_AGAIN, now, author);
        } else {
            drafts.judged(draft.id(), now, findings, DraftJudge.grounds(live));
            happened(draft, DraftEvent.Kind.SUBMITTED, now, author);
            if (!refused) {
                told.tell(draft, author.displayName() + "提交了模型草稿“" + draft.name() + "”，请另一位政策人员核对后批准或者不批准。");
            }
        }
        return refused ? ModelsRefused.of(findings, draft.page()) : new KeptAsDraft(draft, findings);
    }

    /**
     * For the emergency path: findings of the second stage hold back nothing. Puts nothing live.
     *
     * @throws ModelsRefused where the files contain what no model may contain
     */
    @Transactional
    public ModelDraft prepare(String name, Account administrator, List<ModelSource> files, List<LiveFile> live) {
        Instant now = clock.instant();
        ModelDraft draft = drafts.add(
                        ModelDraft.Kind.EMERGENCY,
                        ModelDraft.State.OPEN,
                        digest(files),
                        named(name),
                        administrator,
                        now,
                        files)
                .orElseThrow();
        drafts.judged(draft.id(), now, judge.findings(files, live, SheetsOf.IN_FORCE), DraftJudge.grounds(live));
        happened(draft, DraftEvent.Kind.SUBMITTED, now, administrator);
        return draft;
    }

    /**
     * A draft of nothing but test sheets.
     *
     * @param sheets by which a draft of the same content is known
     * @param keep   is given the new draft's id, to keep the sheets with it
     * @return the new draft, or the undecided one of the same content
     */
    @Transactional
    public ModelDraft sheets(
            String name,
            Account author,
            String reason,
            List<ModelSource> sheets,
            List<LiveFile> live,
            LongConsumer keep) {
        Instant now = clock.instant();
        String digest = digest(sheets);
        Optional<ModelDraft> added = drafts.add(
                ModelDraft.Kind.ORDINARY, ModelDraft.State.OPEN, digest, named(name), author, now, List.of());
        if (added.isEmpty()) {
            ModelDraft draft = drafts.undecided(digest).orElseThrow();
            happened(draft, DraftEvent.Kind.SUBMITTED_AGAIN, now, author);
            return draft;
        }
        ModelDraft draft = added.get();
        keep.accept(draft.id());
        drafts.judged(
                draft.id(), now, judge.findings(List.of(), live, SheetsOf.of(draft.id())), DraftJudge.grounds(live));
        happened(draft, DraftEvent.Kind.SUBMITTED, now, author, reason);
        told.tell(draft, author.displayName() + "提交了" + draft.name() + "的草稿，请另一位政策人员核对后批准或者不批准。");
        return draft;
    }

    private void happened(ModelDraft draft, DraftEvent.Kind kind, Instant now, Account by) {
        happened(draft, kind, now, by, null);
    }

    private void happened(ModelDraft draft, DraftEvent.Kind kind, Instant now, Account by, String reason) {
        drafts.happened(new DraftEvent(draft.id(), kind, now, by.userId(), by.displayName(), reason, null));
    }

    private static String named(String name) {
        return name == null || name.isBlank() ? UNNAMED : name.strip();
    }

    /** The names belong to it: a finding names the file. */
    private static String digest(List<ModelSource> files) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            files.stream().sorted(Comparator.comparing(ModelSource::name)).forEach(file -> {
                all.update((file.name() + "\n" + file.content().length + "\n").getBytes(StandardCharsets.UTF_8));
                all.update(file.content());
            });
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
