package org.smecluster.policy.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.law.Refusal;
import org.smecluster.policy.Following;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a draft in the place of what runs: all its files or none, in the transaction that says so of it. */
@Component
public class GoingLive {

    private static final Logger LOG = LoggerFactory.getLogger(GoingLive.class);
    private static final int LONGEST_NAME = 255;

    private final Drafts drafts;
    private final LiveModels models;
    private final DraftJudge judge;
    private final Following following;
    private final DraftSheets sheets;
    private final PolicyOwnersTold told;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoingLive(
            Drafts drafts,
            LiveModels models,
            DraftJudge judge,
            Following following,
            DraftSheets sheets,
            PolicyOwnersTold told,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drafts = drafts;
        this.models = models;
        this.judge = judge;
        this.following = following;
        this.sheets = sheets;
        this.told = told;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Puts live what was approved for a day that has begun. Of two nodes that do it at once one does it; what has to be judged
     * anew goes back to its policy owners.
     */
    public void whatIsDue() {
        for (long id : drafts.due(LocalDate.now(clock))) {
            try {
                transaction.executeWithoutResult(started -> due(id));
            } catch (Refusal refused) {
                transaction.executeWithoutResult(started -> lapse(id, String.join("；", refused.reasons())));
            } catch (RuntimeException failed) {
                LOG.error("An approved draft could not go live and is tried again: {}", id, failed);
                transaction.executeWithoutResult(started -> drafts.find(id)
                        .ifPresent(draft -> told.once(
                                draft, "model-failed", "模型草稿“" + draft.name() + "”到期没有能够生效，系统会继续尝试，请告知系统管理员查看日志。")));
            }
        }
    }

    private void due(long id) {
        models.lock();
        ModelDraft draft = drafts.hold(id).orElseThrow();
        if (draft.state() != ModelDraft.State.APPROVED) {
            return;
        }
        List<LiveFile> live = models.all();
        requireFresh(draft, live);
        long judgement = sealed(draft, live, clock.instant());
        now(
                draft,
                live,
                new Account(draft.approvedBy(), draft.approvedByName(), List.of(StaffGroup.POLICY_OWNERS)),
                new DraftEvent(draft.id(), DraftEvent.Kind.LIVE, clock.instant(), null, null, null, judgement));
        told.tell(draft, "模型变更“" + draft.name() + "”已按批准的日期生效。");
    }

    private void lapse(long id, String reason) {
        ModelDraft draft = drafts.hold(id).orElseThrow();
        if (draft.state() != ModelDraft.State.APPROVED) {
            return;
        }
        drafts.state(id, ModelDraft.State.OPEN);
        drafts.happened(new DraftEvent(id, DraftEvent.Kind.LAPSED, clock.instant(), null, null, reason, null));
        told.tell(draft, "模型草稿“" + draft.name() + "”没有生效，批准失效：" + reason + "。请重新检查后再批准。");
    }

    /** @throws Refusal where something that it was judged against has changed */
    void requireFresh(ModelDraft draft, List<LiveFile> live) {
        List<String> changed = DraftJudge.changedSince(drafts.judgement(draft.id()), live);
        if (!changed.isEmpty()) {
            throw new Refusal("这份草稿检查以后，正在运行的模型有了变化（" + listed(changed) + "），请先点“重新检查”，核对后再办");
        }
    }

    private static String listed(List<String> changed) {
        int most = 5;
        return changed.size() <= most
                ? String.join("；", changed)
                : String.join("；", changed.subList(0, most)) + "；等" + changed.size() + "项";
    }

    /**
     * Judges it once more and keeps what is found.
     *
     * @throws Refusal where something refuses or holds, or not the same is found as before
     */
    long sealed(ModelDraft draft, List<LiveFile> live, Instant now) {
        List<ModelFinding> findings = judge.findings(sources(draft.id()), live, SheetsOf.of(draft.id()));
        List<String> holding = findings.stream()
                .filter(ModelFinding::holds)
                .map(ModelFinding::sentence)
                .toList();
        if (!holding.isEmpty()) {
            throw new Refusal(holding);
        }
        if (findings.stream().anyMatch(ModelFinding::refuses)
                || !findings.equals(drafts.judgement(draft.id()).findings())) {
            throw new Refusal("检查的结果与页面上的不同，请先点“重新检查”，核对后再办");
        }
        return drafts.judged(draft.id(), now, findings, DraftJudge.grounds(live));
    }

    /** As {@link #sealed}, but whatever is found. */
    long sealedAnyway(ModelDraft draft, List<LiveFile> live, Instant now) {
        return drafts.judged(
                draft.id(),
                now,
                judge.findings(sources(draft.id()), live, SheetsOf.of(draft.id())),
                DraftJudge.grounds(live));
    }

    List<ModelSource> sources(long id) {
        return drafts.files(id).stream().map(DraftFile::source).toList();
    }

    /**
     * In one deployment; the draft is held and the lock taken.
     *
     * @throws Refusal where all of it runs already, or the engine does not take it
     */
    void now(ModelDraft draft, List<LiveFile> live, Account doer, DraftEvent event) {
        List<DraftFile> files = drafts.files(draft.id());
        boolean withSheets = sheets.changedIn(draft.id());
        if (!withSheets && files.stream().allMatch(file -> models.runs(file.source(), live))) {
            throw new Refusal("草稿的内容已经在运行，不需要再生效；请撤回或者不批准这份草稿");
        }
        List<LiveFile> replaced = new ArrayList<>();
        for (DraftFile file : files) {
            models.replacedBy(file.source(), live).stream()
                    .filter(each -> !replaced.contains(each))
                    .forEach(replaced::add);
        }
        String deployment = files.isEmpty()
                ? null
                : models.deploy(
                        shortened(draft.name() + "（" + draft.number() + "）"),
                        files.stream().map(DraftFile::source).toList(),
                        false,
                        doer);
        files.forEach(file -> following.record(deployment, file.resource(), file.runningCasesFollow()));
        if (withSheets) {
            sheets.goLive(draft.id(), clock.instant());
        }
        drafts.live(draft.id(), clock.instant(), deployment, replaced);
        drafts.happened(event);
    }

    /**
     * What was replaced, as it was: a file that came with the application is the application's again.
     *
     * @param runningCasesFollow whether the cases that began under the change take it too
     * @param reason             why, for whoever reads the sheets' history
     */
    void back(ModelDraft draft, List<ReplacedFile> before, boolean runningCasesFollow, String reason, Account doer) {
        sheets.back(draft.id(), reason, doer, clock.instant());
        for (boolean shipped : new boolean[] {true, false}) {
            List<ReplacedFile> some =
                    before.stream().filter(file -> file.shipped() == shipped).toList();
            if (!some.isEmpty()) {
                String deployment = models.deploy(
                        shortened("收回" + draft.name() + "（" + draft.number() + "）"),
                        some.stream().map(ReplacedFile::source).toList(),
                        shipped,
                        doer);
                some.forEach(file -> following.record(deployment, file.resource(), runningCasesFollow));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
