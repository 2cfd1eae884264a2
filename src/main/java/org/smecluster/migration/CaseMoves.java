package org.smecluster.migration;

import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries and moves cases, each in a transaction of its own together with the line that says so: after a stop the next round goes on
 * with those that wait, and none is moved twice.
 */
@Service
public class CaseMoves {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMoves.class);

    private static final MoveResult SUPERSEDED = MoveResult.stays("办理迁移期间又有新的版本生效，请重新拟定");

    private final Migrations migrations;
    private final MigrationDecisions decisions;
    private final RunningCases running;
    private final Casework casework;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseMoves(
            Migrations migrations,
            MigrationDecisions decisions,
            RunningCases running,
            Casework casework,
            Notifications notifications,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.migrations = migrations;
        this.decisions = decisions;
        this.running = running;
        this.casework = casework;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Goes on with all that was drawn up or confirmed. */
    public void round() {
        migrations.in(Migration.State.TRYING).forEach(id -> attempt(id, this::tryOut));
        migrations.in(Migration.State.RUNNING).forEach(id -> attempt(id, this::move));
    }

    private static void attempt(long id, LongConsumer deed) {
        try {
            deed.accept(id);
        } catch (RuntimeException failed) {
            LOG.error("A migration could not go on and is tried again: {}", id, failed);
        }
    }

    private void tryOut(long id) {
        Migration migration = migrations.find(id).orElseThrow();
        RunningCases.Mover mover = running.mover(decisions.plan(migration));
        Account author = owner(migration.author(), migration.authorName());
        for (RunningCases.Open open : migrations.untried(id)) {
            if (migrations.find(id).orElseThrow().state() != Migration.State.TRYING) {
                return;
            }
            MoveResult outcome = transaction.execute(trial -> {
                trial.setRollbackOnly();
                return mover.move(open, author);
            });
            if (outcome != MoveResult.BUSY) {
                migrations.tried(id, open.instanceId(), outcome, clock.instant());
            }
        }
        transaction.executeWithoutResult(settled -> {
            Migration held = migrations.hold(id).orElseThrow();
            if (held.state() == Migration.State.TRYING && migrations.untried(id).isEmpty()) {
                migrations.state(id, Migration.State.TRIED);
            }
        });
    }

    private void move(long id) {
        Migration migration = migrations.find(id).orElseThrow();
        RunningCases.Mover mover = running.mover(decisions.plan(migration));
        Account person = owner(migration.confirmedBy(), migration.confirmedByName());
        for (RunningCases.Open open : migrations.waiting(id)) {
            MoveResult outcome = transaction.execute(moving -> {
                if (!migrations.holdWaiting(id, open.instanceId())) {
                    return MoveResult.BUSY;
                }
                MoveResult moved = superseded(migration) ? SUPERSEDED : mover.move(open, person);
                if (moved.goes()) {
                    migrations.settle(id, open.instanceId(), moved, clock.instant());
                    enter(migration, open, person);
                } else {
                    moving.setRollbackOnly();
                }
                return moved;
            });
            if (outcome != MoveResult.BUSY && !outcome.goes()) {
                migrations.settle(id, open.instanceId(), outcome, clock.instant());
            }
        }
        transaction.executeWithoutResult(settled -> end(id));
    }

    private boolean superseded(Migration migration) {
        return running.latest(migration.processKey())
                .filter(latest -> latest.definitionId().equals(migration.toDefinitionId()))
                .isEmpty();
    }

    private void enter(Migration migration, RunningCases.Open open, Account person) {
        if (open.caseNumber() != null && casework.find(open.caseNumber()).isPresent()) {
            casework.add(
                    open.caseNumber(),
                    CaseEntry.of(
                            EntryKind.STEP,
                            "migration-" + migration.id(),
                            "流程版本变更",
                            "本案由“" + migration.processName() + "”第" + migration.fromVersion() + "版转到第"
                                    + migration.toVersion() + "版继续办理（" + migration.number() + "）。已经办过的环节、在办的任务和期限不变。"),
                    person);
        }
    }

    private void end(long id) {
        Migration migration = migrations.hold(id).orElseThrow();
        if (migration.state() != Migration.State.RUNNING
                || !migrations.waiting(id).isEmpty()) {
            return;
        }
        migrations.ended(id, clock.instant());
        List<MigrationCase> cases = migrations.cases(id);
        long moved = cases.stream().filter(each -> each.outcome().goes()).count();
        String what = "“" + migration.processName() + "”第" + migration.fromVersion() + "版的在办案件转到第"
                + migration.toVersion() + "版";
        tell(StaffGroup.POLICY_OWNERS, migration, what + "已办完，结果见" + migration.number() + "的页面。");
        tell(
                StaffGroup.OFFICERS,
                migration,
                what + "：" + moved + "件已转，" + (cases.size() - moved) + "件留在原来的版本继续办理，名单和原因见" + migration.number()
                        + "的案件名单。");
    }

    private void tell(String group, Migration migration, String text) {
        notifications.tell(group, migration.number(), "model-migrated", text);
    }

    private static Account owner(String userId, String name) {
        return new Account(userId, name, List.of(StaffGroup.POLICY_OWNERS));
    }
}
