package org.smecluster.policy.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.smecluster.law.GivenReason;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.ModelsRefused;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a draft, each with who, when and why. */
@Component
public class DraftDecisions {

    private static final int LATEST_IN_DAYS = 366;
    private static final int LONGEST_REASON = 500;

    private final Drafts drafts;
    private final LiveModels models;
    private final DraftJudge judge;
    private final GoingLive going;
    private final DraftSheets sheets;
    private final PolicyOwnersTold told;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftDecisions(
            Drafts drafts,
            LiveModels models,
            DraftJudge judge,
            GoingLive going,
            DraftSheets sheets,
            PolicyOwnersTold told,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drafts = drafts;
        this.models = models;
        this.judge = judge;
        this.going = going;
        this.sheets = sheets;
        this.told = told;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * By a second policy owner; live at once where the day is today.
     *
     * @param seen        the judgement that the page showed
     * @param effectiveOn today or later
     * @param following   places of the files that running cases take too
     */
    @Transactional
    public ModelDraft approve(
            long id, long seen, String reason, LocalDate effectiveOn, Set<Integer> following, Account person) {
        requireOwner(person);
        models.lock();
        ModelDraft draft = held(id);
        requireOpen(draft);
        if (draft.kind() == ModelDraft.Kind.EMERGENCY) {
            throw new Refusal("这是系统管理员准备紧急生效的，不在这里批准");
        }
        if (draft.author().equals(person.userId())) {
            throw new Refusal("草稿是您自己部署的，要由另一位政策人员批准");
        }
        String why = GivenReason.of(reason, "批准的理由", LONGEST_REASON);
        LocalDate today = LocalDate.now(clock);
        if (effectiveOn == null || effectiveOn.isBefore(today)) {
            throw new Refusal("生效日期请填今天或者以后的日期");
        }
        if (effectiveOn.isAfter(today.plusDays(LATEST_IN_DAYS))) {
            throw new Refusal("生效日期太远，请填一年以内的日期");
        }
        List<LiveFile> live = models.all();
        going.requireFresh(draft, live);
        if (drafts.judgement(id).id() != seen) {
            throw new Overtaken("这份草稿刚刚重新检查过，请核对新的结果后再批准");
        }
        Instant now = clock.instant();
        long judgement = going.sealed(draft, live, now);
        drafts.files(id).forEach(file -> drafts.follow(id, file.place(), following.contains(file.place())));
        boolean atOnce = effectiveOn.equals(today);
        drafts.approved(id, person, effectiveOn);
        drafts.happened(event(id, DraftEvent.Kind.APPROVED, now, person, why, judgement));
        if (atOnce) {
            going.now(draft, live, person, event(id, DraftEvent.Kind.LIVE, now, person, null, judgement));
        }
        told.tell(
                draft,
                person.displayName() + "批准了模型草稿“" + draft.name() + "”，"
                        + (atOnce ? "已经生效" : ChineseDay.of(effectiveOn) + "起生效") + "。理由：" + why + "。");
        return held(id);
    }

    /** By any policy owner but its author, who withdraws; also of one that is approved and not live yet. */
    @Transactional
    public void reject(long id, String reason, Account person) {
        requireOwner(person);
        ModelDraft draft = held(id);
        requireUndecided(draft);
        if (draft.author().equals(person.userId())) {
            throw new Refusal("草稿是您自己部署的，不需要时请撤回");
        }
        String why = GivenReason.of(reason, "不批准的理由", LONGEST_REASON);
        drafts.state(id, ModelDraft.State.REJECTED);
        drafts.happened(event(id, DraftEvent.Kind.REJECTED, clock.instant(), person, why, null));
        told.tell(draft, person.displayName() + "没有批准模型草稿“" + draft.name() + "”。理由：" + why + "。正在运行的没有改变。");
    }

    /** By its author. */
    @Transactional
    public void withdraw(long id, Account person) {
        ModelDraft draft = held(id);
        requireUndecided(draft);
        if (!draft.author().equals(person.userId())) {
            throw new Refusal("草稿只能由部署它的人撤回");
        }
        drafts.state(id, ModelDraft.State.WITHDRAWN);
        drafts.happened(event(id, DraftEvent.Kind.WITHDRAWN, clock.instant(), person, null, null));
        told.tell(draft, person.displayName() + "撤回了模型草稿“" + draft.name() + "”。");
    }

    /** Against what runs now. An approval of before is void with it. */
    public void judgeAnew(long id, Account person) {
        ModelDraft known = drafts.find(id).orElseThrow();
        requireUndecided(known);
        // before the lock: the trial takes it for itself
        List<ModelFinding> refused = engineRefuses(known, person);
        transaction.executeWithoutResult(started -> {
            models.lock();
            ModelDraft draft = held(id);
            requireUndecided(draft);
            List<LiveFile> live = models.all();
            Instant now = clock.instant();
            List<ModelFinding> findings =
                    refused.isEmpty() ? judge.findings(going.sources(id), live, SheetsOf.of(id)) : refused;
            long judgement = drafts.judged(id, now, findings, DraftJudge.grounds(live));
            drafts.happened(event(id, DraftEvent.Kind.JUDGED, now, person, null, judgement));
            if (draft.state() == ModelDraft.State.APPROVED) {
                drafts.state(id, ModelDraft.State.OPEN);
                told.tell(draft, person.displayName() + "重新检查了模型草稿“" + draft.name() + "”，原来的批准失效，请重新批准。");
            }
        });
    }

    /**
     * By its author, while nobody has approved it: a test sheet of the draft is kept with it, and the draft judged anew.
     *
     * @param reason of the change
     * @param keep   keeps the sheet with the draft
     */
    @Transactional
    public void takeSheet(long id, String reason, Account person, Runnable keep) {
        requireOwner(person);
        models.lock();
        ModelDraft draft = held(id);
        requireOpen(draft);
        if (draft.kind() == ModelDraft.Kind.EMERGENCY || !draft.author().equals(person.userId())) {
            throw new Refusal("草稿里的测试表由部署这份草稿的政策人员更换，批准的人只核对");
        }
        keep.run();
        List<LiveFile> live = models.all();
        Instant now = clock.instant();
        List<ModelFinding> findings = judge.findings(going.sources(id), live, SheetsOf.of(id));
        long judgement = drafts.judged(id, now, findings, DraftJudge.grounds(live));
        drafts.happened(event(id, DraftEvent.Kind.SHEET, now, person, reason, judgement));
    }

    private List<ModelFinding> engineRefuses(ModelDraft draft, Account person) {
        List<ModelSource> files = going.sources(draft.id());
        try {
            if (!files.isEmpty()) {
                models.tryOut(files, person);
            }
            return List.of();
        } catch (ModelsRefused refused) {
            return refused.findings();
        }
    }

    /**
     * Puts the versions of before live again; by any policy owner or administrator.
     *
     * @param runningCasesFollow whether the cases that began under the change take them too
     */
    @Transactional
    public void takeBack(long id, String reason, boolean runningCasesFollow, Account person) {
        if (!owner(person) && !administrator(person)) {
            throw new Refusal("只有政策人员和系统管理员可以收回");
        }
        models.lock();
        ModelDraft draft = held(id);
        if (draft.state() != ModelDraft.State.LIVE) {
            throw new Overtaken("“" + draft.name() + "”现在是“" + draft.state().label() + "”，不能收回。请刷新页面");
        }
        String why = GivenReason.of(reason, "收回的理由", LONGEST_REASON);
        List<LiveFile> live = models.all();
        if (!runs(draft, live)) {
            throw new Refusal("这次变更以后又有了新的版本，不能直接收回。请先收回后来的变更，或者部署新的草稿");
        }
        List<ReplacedFile> before = drafts.replaced(id);
        if (before.isEmpty() && !going.sources(id).isEmpty()) {
            throw new Refusal("这次变更是新增的，没有以前的版本可以恢复。不再需要的，请部署不引用它的版本");
        }
        List<ModelFinding> findings =
                judge.findings(before.stream().map(ReplacedFile::source).toList(), live, SheetsOf.before(id));
        if (findings.stream().anyMatch(ModelFinding::refuses)) {
            throw ModelsRefused.of(findings);
        }
        Instant now = clock.instant();
        long judgement = drafts.judged(id, now, findings, DraftJudge.grounds(live));
        going.back(draft, before, runningCasesFollow, why, person);
        drafts.state(id, ModelDraft.State.TAKEN_BACK);
        drafts.happened(event(id, DraftEvent.Kind.TAKEN_BACK, now, person, why, judgement));
        told.tell(draft, person.displayName() + "收回了模型变更“" + draft.name() + "”，以前的版本重新生效。理由：" + why + "。");
    }

    /** Whether all that it put live is what runs. */
    public boolean runs(ModelDraft draft, List<LiveFile> live) {
        return sheets.inForce(draft.id())
                && going.sources(draft.id()).stream()
                        .flatMap(file -> models.replacedBy(file, live).stream())
                        .allMatch(file -> file.deploymentId().equals(draft.deploymentId()));
    }

    /** At once and alone, by the administrator: what no second person could be waited for. */
    @Transactional
    public void atOnce(long id, long seen, String reason, Set<Integer> following, Account administrator) {
        if (!administrator(administrator)) {
            throw new Refusal("紧急生效只能由系统管理员办理");
        }
        models.lock();
        ModelDraft draft = held(id);
        requireUndecided(draft);
        String why = GivenReason.of(reason, "紧急生效的理由", LONGEST_REASON);
        if (drafts.judgement(id).id() != seen) {
            throw new Overtaken("这份草稿刚刚重新检查过，请核对新的结果后再办");
        }
        List<LiveFile> live = models.all();
        Instant now = clock.instant();
        long judgement = going.sealedAnyway(draft, live, now);
        drafts.files(id).forEach(file -> drafts.follow(id, file.place(), following.contains(file.place())));
        drafts.emergency(id, administrator, LocalDate.now(clock));
        going.now(draft, live, administrator, event(id, DraftEvent.Kind.EMERGENCY, now, administrator, why, judgement));
        told.tell(
                draft,
                "系统管理员" + administrator.displayName() + "使模型变更“" + draft.name() + "”紧急生效，没有经过两人批准。理由：" + why
                        + "。请事后核对，不当的请收回。");
    }

    /** In Chinese, what has changed since it was judged; empty where it can be decided. */
    public List<String> changedSince(long id, List<LiveFile> live) {
        return DraftJudge.changedSince(drafts.judgement(id), live);
    }

    private ModelDraft held(long id) {
        return drafts.hold(id).orElseThrow(() -> new Refusal("没有这份草稿，请回到列表"));
    }

    private static void requireOpen(ModelDraft draft) {
        if (draft.state() != ModelDraft.State.OPEN) {
            throw new Overtaken("“" + draft.name() + "”现在是“" + draft.state().label() + "”，刚刚有人办理过。请刷新页面");
        }
    }

    private static void requireUndecided(ModelDraft draft) {
        if (!draft.undecided()) {
            throw new Overtaken("“" + draft.name() + "”现在是“" + draft.state().label() + "”，刚刚有人办理过。请刷新页面");
        }
    }

    private static void requireOwner(Account person) {
        if (!owner(person)) {
            throw new Refusal("模型草稿由政策人员办理");
        }
    }

    private static boolean owner(Account person) {
        return person.groups().contains(StaffGroup.POLICY_OWNERS);
    }

    private static boolean administrator(Account person) {
        return person.groups().contains(StaffGroup.ADMINISTRATORS);
    }

    private static DraftEvent event(
            long id, DraftEvent.Kind kind, Instant now, Account by, String reason, Long judgement) {
        return new DraftEvent(id, kind, now, by.userId(), by.displayName(), reason, judgement);
    }
}
