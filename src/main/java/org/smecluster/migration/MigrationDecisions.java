package org.smecluster.migration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smecluster.document.Notifications;
import org.smecluster.law.GivenReason;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is decided about a migration: one policy owner proposes it, another confirms it. */
@Service
@Transactional
public class MigrationDecisions {

    private static final int LONGEST_REASON = 500;

    private final Migrations migrations;
    private final RunningCases running;
    private final Notifications notifications;
    private final Clock clock;

    MigrationDecisions(Migrations migrations, RunningCases running, Notifications notifications, Clock clock) {
        this.migrations = migrations;
        this.running = running;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Keeps a plan with all cases that are open on the old version; it is tried in the background.
     *
     * @param mapping source to target, as the person wants it
     */
    public Migration drawUp(ProcessVersion from, Map<String, String> mapping, Account person) {
        requireOwner(person);
        ProcessVersion to = running.latest(from.key()).orElseThrow();
        if (to.version() == from.version()) {
            throw new Refusal("第" + from.version() + "版就是正在执行的版本，没有可以迁移到的新版");
        }
        Plan plan = running.plan(from, to, mapping);
        if (!plan.valid()) {
            throw new Refusal(plan.lines().stream()
                    .filter(line -> line.target() != null && !line.problems().isEmpty())
                    .map(line -> line.name() + "：" + String.join("；", line.problems()))
                    .toList());
        }
        if (plan.mapping().isEmpty()) {
            throw new Refusal("没有一个环节有对应的新环节，没有案件可以迁移");
        }
        List<RunningCases.Open> open = running.instances(from.definitionId());
        if (open.isEmpty()) {
            throw new Refusal("第" + from.version() + "版没有正在办理的案件，不需要迁移");
        }
        Migration migration = migrations.add(plan, person, clock.instant());
        migrations.include(migration.id(), open);
        happened(migration, MigrationEvent.Kind.DRAWN_UP, person, null);
        return migration;
    }

    /** Again, with all cases that are open now. */
    public void tryAnew(long id, Account person) {
        requireOwner(person);
        Migration migration = held(id);
        if (migration.state() != Migration.State.TRIED && migration.state() != Migration.State.PROPOSED) {
            throw overtaken(migration);
        }
        migrations.include(id, running.instances(migration.fromDefinitionId()));
        migrations.forgetTrials(id);
        migrations.state(id, Migration.State.TRYING);
        happened(migration, MigrationEvent.Kind.TRIED_ANEW, person, null);
    }

    /** By whoever drew it up, once it was tried. */
    public void propose(long id, String reason, Account person) {
        requireOwner(person);
        Migration migration = held(id);
        requireState(migration, Migration.State.TRIED);
        if (!migration.author().equals(person.userId())) {
            throw new Refusal("由拟定的人提请，另一位政策人员确认");
        }
        String why = GivenReason.of(reason, "提请的理由", LONGEST_REASON);
        requireLatest(migration);
        if (migrations.cases(id).stream()
                .noneMatch(each -> each.trial() != null && each.trial().goes())) {
            throw new Refusal("试迁移的结果是没有案件能够迁移，不需要提请");
        }
        migrations.state(id, Migration.State.PROPOSED);
        happened(migration, MigrationEvent.Kind.PROPOSED, person, why);
        tell(migration, person.displayName() + "提请把" + said(migration) + "，请另一位政策人员核对后确认。理由：" + why + "。");
        notifications.tell(
                StaffGroup.OFFICERS,
                migration.number(),
                "model-proposed",
                "政策人员提请把" + said(migration) + "，试迁移的案件名单在这里。案件现在没有改变，有不妥的请告知政策人员。");
    }

    /** By a second policy owner; the cases are moved in the background. */
    public void confirm(long id, String reason, Account person) {
        requireOwner(person);
        Migration migration = held(id);
        requireState(migration, Migration.State.PROPOSED);
        if (migration.author().equals(person.userId())) {
            throw new Refusal("迁移是您自己提请的，要由另一位政策人员确认");
        }
        String why = GivenReason.of(reason, "确认的理由", LONGEST_REASON);
        requireLatest(migration);
        if (!plan(migration).valid()) {
            throw new Refusal("环节的对应现在不成立了，请重新拟定");
        }
        migrations.include(id, running.instances(migration.fromDefinitionId()));
        migrations.confirmed(id, person, clock.instant());
        happened(migration, MigrationEvent.Kind.CONFIRMED, person, why);
        tell(migration, person.displayName() + "确认把" + said(migration) + "，正在逐件办理。理由：" + why + "。");
    }

    /** By another policy owner than its author. */
    public void reject(long id, String reason, Account person) {
        requireOwner(person);
        Migration migration = held(id);
        requireState(migration, Migration.State.PROPOSED);
        if (migration.author().equals(person.userId())) {
            throw new Refusal("迁移是您自己提请的，不需要时请撤回");
        }
        String why = GivenReason.of(reason, "不确认的理由", LONGEST_REASON);
        migrations.state(id, Migration.State.REJECTED);
        happened(migration, MigrationEvent.Kind.REJECTED, person, why);
        tell(migration, person.displayName() + "没有确认把" + said(migration) + "，案件仍按原来的版本办理。理由：" + why + "。");
    }

    /** By its author, before it is confirmed. */
    public void withdraw(long id, Account person) {
        Migration migration = held(id);
        if (!migration.state().undecided()) {
            throw overtaken(migration);
        }
        if (!migration.author().equals(person.userId())) {
            throw new Refusal("由拟定的人撤回");
        }
        migrations.state(id, Migration.State.WITHDRAWN);
        happened(migration, MigrationEvent.Kind.WITHDRAWN, person, null);
    }

    /** As it was kept, against the versions as they are. */
    @Transactional(readOnly = true)
    public Plan plan(Migration migration) {
        return running.plan(
                running.version(migration.processKey(), migration.fromVersion()).orElseThrow(),
                running.version(migration.processKey(), migration.toVersion()).orElseThrow(),
                migrations.mapping(migration.id()));
    }

    private void requireLatest(Migration migration) {
        ProcessVersion latest = running.latest(migration.processKey()).orElseThrow();
        if (!latest.definitionId().equals(migration.toDefinitionId())) {
            throw new Refusal("现在执行的已经是第" + latest.version() + "版，请重新拟定");
        }
    }

    private Migration held(long id) {
        return migrations.hold(id).orElseThrow(() -> new Refusal("没有这次迁移，请回到列表"));
    }

    private static void requireState(Migration migration, Migration.State state) {
        if (migration.state() != state) {
            throw overtaken(migration);
        }
    }

    private static Overtaken overtaken(Migration migration) {
        return new Overtaken(migration.number() + "现在是“" + migration.state().label() + "”，刚刚有人办理过。请刷新页面");
    }

    private static void requireOwner(Account person) {
        if (!person.groups().contains(StaffGroup.POLICY_OWNERS)) {
            throw new Refusal("只有政策人员可以办理在办案件的迁移");
        }
    }

    private void happened(Migration migration, MigrationEvent.Kind kind, Account by, String reason) {
        migrations.happened(
                migration.id(), new MigrationEvent(kind, clock.instant(), by.userId(), by.displayName(), reason));
    }

    private static String said(Migration migration) {
        return "“" + migration.processName() + "”第" + migration.fromVersion() + "版的在办案件转到第" + migration.toVersion()
                + "版（" + migration.number() + "）";
    }

    private void tell(Migration migration, String text) {
        notifications.tell(StaffGroup.POLICY_OWNERS, migration.number(), "model-" + UUID.randomUUID(), text);
    }
}
