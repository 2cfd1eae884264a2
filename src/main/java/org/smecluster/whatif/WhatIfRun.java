package org.smecluster.whatif;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Assessments.Stored;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.InputNotKept;
import org.smecluster.document.Notifications;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.whatif.LooseTables.Tables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what is on file by a draft and by what is in force, as many at once as there are processors. Nothing of it is said in
 * a failure but that it failed: who asks sees no case.
 */
@Component
@LegalBasis(article = 10)
@LegalBasis(article = 11)
public class WhatIfRun {

    private static final Logger LOG = LoggerFactory.getLogger(WhatIfRun.class);

    private static final int AT_ONCE = 200;

    private static final Duration LINES_KEPT = Duration.ofDays(30);

    private final WhatIfStore store;
    private final Drafts drafts;
    private final LiveModels models;
    private final LooseTables loose;
    private final Assessments assessments;
    private final Units units;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private volatile WhatIf current;

    WhatIfRun(
            WhatIfStore store,
            Drafts drafts,
            LiveModels models,
            LooseTables loose,
            Assessments assessments,
            Units units,
            Notifications notifications,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.models = models;
        this.loose = loose;
        this.assessments = assessments;
        this.units = units;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does the next that waits.
     *
     * @return false where none waits
     */
    public boolean next() {
        Optional<WhatIf> claimed = store.claim(clock.instant());
        claimed.ifPresent(running -> {
            current = running;
            try {
                run(running);
            } catch (RuntimeException | OutOfMemoryError failure) {
                LOG.error("the what-if of draft {} failed", running.draftId(), failure);
                store.failed(running, clock.instant());
            } finally {
                current = null;
            }
        });
        return claimed.isPresent();
    }

    /** Keeps what is being done this process's. */
    void renew() {
        WhatIf running = current;
        if (running != null) {
            store.renew(running);
        }
    }

    void forgetLines() {
        store.forgetLines(clock.instant().minus(LINES_KEPT));
    }

    private void run(WhatIf running) {
        ModelDraft draft = drafts.find(running.draftId()).orElseThrow();
        List<LiveFile> live = models.all();
        Work work = new Work(
                running,
                loose.of(live, List.of(), WhatIfs.ASKED),
                loose.of(
                        live,
                        drafts.files(draft.id()).stream().map(DraftFile::source).toList(),
                        WhatIfs.ASKED),
                WhatIfs.against(live));
        if (work.all()) {
            transactions.executeWithoutResult(started -> {
                if (store.done(running, work.counting.counts(), work.lines, clock.instant())) {
                    tell(draft, running, work);
                }
            });
        }
    }

    /** The region and the cities that have such cases, once each; not the units, for which nothing is decided. */
    private void tell(ModelDraft draft, WhatIf running, Work work) {
        Map<String, Long> byCity = work.lines.stream()
                .filter(line -> work.places.get(line.assessmentId()).seenByCity() && line.changed())
                .collect(Collectors.groupingBy(
                        line -> work.places.get(line.assessmentId()).cityGroup(), Collectors.counting()));
        long all = work.lines.stream()
                .filter(line -> line.latest() && line.changed())
                .count();
        if (all > 0) {
            tell(StaffGroup.OFFICERS, "全区", all, draft, running);
        }
        byCity.forEach((city, cases) -> tell(city, "本市", cases, draft, running));
    }

    private void tell(String group, String where, long cases, ModelDraft draft, WhatIf running) {
        notifications.tell(
                group,
                draft.number(),
                "model-what-if-" + running.run(),
                "政策人员试算了决策表的草稿“" + draft.name() + "”：如果生效，" + where + "有" + cases
                        + "件案件的评估会有变化。草稿还没有生效，案件没有任何改变；逐件情况点编号查看。");
    }

    /** One run. */
    private final class Work {

        private final WhatIf running;
        private final Tables before;
        private final Tables after;
        private final List<LiveKey> against;
        private final Counting counting;
        private final List<WhatIfLine> lines = new ArrayList<>();
        private final Map<Long, OnFile> places = new HashMap<>();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicBoolean wanted = new AtomicBoolean();
        private final int total;
        private final Iterator<OnFile> waiting;

        Work(WhatIf running, Tables before, Tables after, List<LiveKey> against) {
            this.running = running;
            this.before = before;
            this.after = after;
            this.against = against;
            Map<String, String> cities = new LinkedHashMap<>();
            units.all().stream()
                    .filter(unit -> unit.level().recommends())
                    .forEach((Unit unit) -> cities.put(unit.group(), unit.name()));
            counting = new Counting(cities);
            List<OnFile> all = store.onFile();
            all.forEach(each -> places.put(each.assessmentId(), each));
            total = all.size();
            waiting = all.iterator();
        }

        /** @return false where it was cancelled */
        boolean all() {
            wanted.set(store.reached(running, 0, total, against));
            int threads = Runtime.getRuntime().availableProcessors();
            ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
                Thread thread = new Thread(task, "what-if");
                thread.setDaemon(true);
                return thread;
            });
            try {
                List<Future<?>> parts = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    parts.add(pool.submit(this::part));
                }
                for (Future<?> part : parts) {
                    part.get();
                }
            } catch (ExecutionException failed) {
                wanted.set(false);
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } finally {
                pool.shutdownNow();
            }
            return wanted.get();
        }

        private void part() {
            AssessmentService inForce = new AssessmentService(before, clock);
            AssessmentService drafted = new AssessmentService(after, clock);
            for (List<OnFile> some = some(); !some.isEmpty() && wanted.get(); some = some()) {
                Map<Long, Stored> stored =
                        assessments.byId(some.stream().map(OnFile::assessmentId).toList());
                some.forEach(each -> judge(each, stored.get(each.assessmentId()).assessment(), inForce, drafted));
                if (!store.reached(running, done.addAndGet(some.size()), total, against)) {
                    wanted.set(false);
                }
            }
        }

        private synchronized List<OnFile> some() {
            List<OnFile> some = new ArrayList<>(AT_ONCE);
            while (waiting.hasNext() && some.size() < AT_ONCE) {
                some.add(waiting.next());
            }
            return some;
        }

        private void judge(OnFile of, Assessment made, AssessmentService inForce, AssessmentService drafted) {
            Optional<Assessment> now;
            Optional<Assessment> then;
            try {
                now = judged(made, inForce);
                then = judged(made, drafted);
            } catch (InputNotKept unknown) {
                counting.unjudged(of);
                return;
            }
            WhatIfLine line = new WhatIfLine(
                    of.assessmentId(),
                    of.caseNumber(),
                    of.latest(),
                    of.readable(),
                    Standing.of(made),
                    now.map(Standing::of).orElse(Standing.NONE),
                    then.map(Standing::of).orElse(Standing.NONE),
                    now.isPresent() && then.isPresent() ? changes(now.get(), then.get()) : List.of());
            counting.add(
                    of,
                    line,
                    now.map(found ->
                                    found.findings().stream().map(Finding::code).toList())
                            .orElse(List.of()));
            if (line.changed() || !line.recorded().equals(line.before())) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        }

        /** Empty where the tables do not come to a result, as where no row matches: that is one, too. */
        private Optional<Assessment> judged(Assessment made, AssessmentService by) {
            try {
                return Optional.of(by.again(made));
            } catch (InputNotKept unknown) {
                throw unknown;
            } catch (RuntimeException none) {
                LOG.debug("tables that come to no result", none);
                return Optional.empty();
            }
        }

        private List<ConditionChange> changes(Assessment now, Assessment then) {
            List<ConditionChange> changes = new ArrayList<>();
            for (int i = 0; i < now.incidents().size(); i++) {
                IncidentFinding one = now.incidents().get(i);
                IncidentFinding other = then.incidents().get(i);
                if (outcome(one) != outcome(other)) {
                    changes.add(new ConditionChange(
                            one.incident().type().name(),
                            one.article(),
                            one.incident().type().label(),
                            outcome(one),
                            before.row("vetoConditions", one.rule()),
                            outcome(other),
                            after.row("vetoConditions", other.rule())));
                }
            }
            Map<String, Finding> byCode = byCode(then);
            for (Finding one : now.findings()) {
                Finding other = byCode.remove(one.code());
                if (other == null || other.outcome() != one.outcome()) {
                    changes.add(change(one, one, other));
                }
            }
            byCode.values().forEach(added -> changes.add(change(added, null, added)));
            return changes;
        }

        private ConditionChange change(Finding named, Finding one, Finding other) {
            return new ConditionChange(
                    named.code(),
                    named.article(),
                    named.label(),
                    one == null ? null : one.outcome(),
                    one == null ? 0 : before.row(one.decision(), one.rule()),
                    other == null ? null : other.outcome(),
                    other == null ? 0 : after.row(other.decision(), other.rule()));
        }
    }

    private static Map<String, Finding> byCode(Assessment assessment) {
        return assessment.findings().stream()
                .collect(Collectors.toMap(Finding::code, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private static Outcome outcome(IncidentFinding finding) {
        return finding.vetoed() == null ? Outcome.NEEDS_EXPLANATION : finding.vetoed() ? Outcome.NOT_MET : Outcome.MET;
    }
}
