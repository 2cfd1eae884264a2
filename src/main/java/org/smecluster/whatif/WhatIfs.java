package org.smecluster.whatif;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.policy.draft.DraftEvent;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of what-ifs. Each is entered in the draft's course, with the person. */
@Service
public class WhatIfs {

    /** The decisions that an assessment asks. */
    static final Set<String> ASKED = asked();

    private final WhatIfStore store;
    private final Drafts drafts;
    private final LiveModels models;
    private final Clock clock;

    WhatIfs(WhatIfStore store, Drafts drafts, LiveModels models, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.models = models;
        this.clock = clock;
    }

    private static Set<String> asked() {
        Set<String> asked = new TreeSet<>(List.of("basicConditions", "vetoConditions", "readings"));
        Stream.of(ConditionItem.values()).map(ConditionItem::table).forEach(asked::add);
        return asked;
    }

    /** Whether an assessment asks one of the tables that the draft changes, and it is not decided yet. */
    public boolean possible(ModelDraft draft, List<LiveFile> live) {
        return draft.undecided()
                && draft.kind() == ModelDraft.Kind.ORDINARY
                && drafts.files(draft.id()).stream()
                        .map(DraftFile::source)
                        .flatMap(file -> models.replacedBy(file, live).stream())
                        .flatMap(file -> file.keys().stream())
                        .anyMatch(WhatIfs::isAsked);
    }

    static boolean isAsked(LiveKey key) {
        return key.kind().equals("DECISION") && ASKED.contains(key.keyId());
    }

    public Optional<WhatIf> find(long draftId) {
        return store.find(draftId);
    }

    /** Whether what is in force is no longer what the draft was compared with. */
    public boolean overtaken(WhatIf made, List<LiveFile> live) {
        return made.state() == WhatIf.State.DONE && !against(live).equals(made.against());
    }

    static List<LiveKey> against(List<LiveFile> live) {
        return live.stream()
                .flatMap(file -> file.keys().stream())
                .filter(WhatIfs::isAsked)
                .toList();
    }

    /**
     * Has the draft held against what is on file.
     *
     * @throws Refusal for others than policy owners, and where the draft is decided or changes no table of an assessment
     * @throws Overtaken where it is being done
     */
    @Transactional
    public void ask(long draftId, Account by) {
        requireOwner(by);
        ModelDraft draft = drafts.hold(draftId).orElseThrow();
        if (!possible(draft, models.all())) {
            throw new Refusal("只有等待办理、改动第十条或者第十一条决策表的草稿可以试算");
        }
        Instant now = clock.instant();
        if (store.ask(draftId, by, now).isEmpty()) {
            throw new Overtaken("这份草稿已在试算，请等它完成，或者先取消");
        }
        drafts.happened(new DraftEvent(draftId, DraftEvent.Kind.TRIED, now, by.userId(), by.displayName(), null, null));
    }

    /**
     * @throws Refusal for others than policy owners
     * @throws Overtaken where nothing is being done
     */
    @Transactional
    public void cancel(long draftId, Account by) {
        requireOwner(by);
        if (!store.cancel(draftId, clock.instant())) {
            throw new Overtaken("试算已经结束，没有可以取消的");
        }
    }

    private static void requireOwner(Account person) {
        if (!person.groups().contains(StaffGroup.POLICY_OWNERS)) {
            throw new Refusal("只有政策人员可以试算");
        }
    }

    /** The cases that come out otherwise, for whoever shows each only to those who may read it; none while it is not done. */
    public List<WhatIfLine> lines(long draftId) {
        return store.lines(draftId);
    }
}
