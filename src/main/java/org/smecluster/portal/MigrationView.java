package org.smecluster.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.smecluster.migration.Migration;
import org.smecluster.migration.MigrationCase;
import org.smecluster.migration.MigrationDecisions;
import org.smecluster.migration.MigrationEvent;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.MoveResult;
import org.smecluster.migration.OpenSteps;
import org.smecluster.migration.Plan;
import org.smecluster.migration.ProcessVersion;
import org.smecluster.migration.RunningCases;
import org.smecluster.policy.Withheld;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Cases under way as policy owners see them: how many and where, and why some would not go, never which. */
@Component
class MigrationView {

    private final Migrations migrations;
    private final MigrationDecisions decisions;
    private final RunningCases running;

    MigrationView(Migrations migrations, MigrationDecisions decisions, RunningCases running) {
        this.migrations = migrations;
        this.decisions = decisions;
        this.running = running;
    }

    record StepLine(String name, String cases) {}

    /** @param plan where a migration to the newest version is drawn up; null of the newest */
    record VersionLine(
            String name, String key, int version, boolean latest, String cases, List<StepLine> steps, String plan) {}

    /** @param article null where none would be broken */
    record ReasonLine(String reason, String article, String cases) {}

    record Results(String total, String goes, List<ReasonLine> stays) {}

    record EventLine(String at, String what, String who, String reason) {}

    Migration migration(long id) {
        return migrations.find(id).orElseThrow(NotVisible::new);
    }

    /** Of the process; of all where none is named. */
    List<VersionLine> open(String processKey) {
        return running.open(processKey).stream().map(MigrationView::line).toList();
    }

    private static VersionLine line(OpenSteps open) {
        Withheld.Told told =
                Withheld.parts(open.steps().stream().map(OpenSteps.Step::cases).toList(), 1);
        List<StepLine> steps = new ArrayList<>();
        for (int i = 0; i < open.steps().size(); i++) {
            steps.add(new StepLine(open.steps().get(i).name(), told.cells().get(i)));
        }
        ProcessVersion version = open.version();
        return new VersionLine(
                version.name(),
                version.key(),
                version.version(),
                open.latest(),
                told.total(),
                steps,
                open.latest()
                        ? null
                        : "/admin/migrations/plan?process=" + version.key() + "&from=" + version.version());
    }

    void fillPlan(Plan plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("sources", String.join(" ", plan.mapping().keySet()));
        model.addAttribute("targets", String.join(" ", plan.mapping().values()));
    }

    void fill(Migration migration, Model model) {
        List<MigrationCase> cases = migrations.cases(migration.id());
        boolean confirmed = migration.confirmedBy() != null;
        model.addAttribute("migration", migration);
        model.addAttribute("drawnUpAt", CaseFileModel.minute(migration.drawnUpAt()));
        fillPlan(decisions.plan(migration), model);
        model.addAttribute("trial", results(cases, MigrationCase::trial));
        model.addAttribute("outcome", confirmed ? results(cases, MigrationCase::outcome) : null);
        Function<MigrationCase, MoveResult> doing = confirmed ? MigrationCase::outcome : MigrationCase::trial;
        long done = cases.stream().filter(each -> doing.apply(each) != null).count();
        model.addAttribute(
                "running", migration.state() == Migration.State.TRYING || migration.state() == Migration.State.RUNNING);
        // of a few cases it would tell how many they are
        model.addAttribute("tenths", cases.size() < Withheld.LEAST ? null : done * 10 / cases.size());
        model.addAttribute(
                "events",
                migrations.events(migration.id()).stream()
                        .map(MigrationView::line)
                        .toList());
    }

    private static EventLine line(MigrationEvent event) {
        return new EventLine(
                CaseFileModel.minute(event.happenedAt()),
                event.kind().label(),
                event.userName() + "（" + event.userId() + "）",
                event.reason());
    }

    /** By reason; those of which nothing is known yet are not among them. */
    private static Results results(List<MigrationCase> cases, Function<MigrationCase, MoveResult> of) {
        Map<MoveResult, Integer> counts = new LinkedHashMap<>();
        counts.put(MoveResult.GOES, 0);
        cases.stream().map(of).filter(each -> each != null).forEach(each -> counts.merge(each, 1, Integer::sum));
        List<MoveResult> outcomes = List.copyOf(counts.keySet());
        Withheld.Told told = Withheld.parts(List.copyOf(counts.values()), 1);
        List<ReasonLine> stays = new ArrayList<>();
        for (int i = 1; i < outcomes.size(); i++) {
            stays.add(new ReasonLine(
                    outcomes.get(i).reason(),
                    outcomes.get(i).article(),
                    told.cells().get(i)));
        }
        return new Results(told.total(), told.cells().get(0), stays);
    }
}
