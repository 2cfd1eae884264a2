package org.smecluster.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.Casework;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.migration.CaseMoves;
import org.smecluster.migration.Migration;
import org.smecluster.migration.MigrationCase;
import org.smecluster.migration.MigrationDecisions;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.OpenSteps;
import org.smecluster.migration.ProcessVersion;
import org.smecluster.migration.RunningCases;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Lives the six years. On the first evening on which fifty cases are open at ten different steps all processes get a newer version
 * and the cases are taken to it, but for some at steps that become nothing. Then life goes on, and at the end every cluster is what the
 * Measures make of it.
 *
 * <p>System properties: {@code clusters} (200), {@code seed}.
 *
 * <pre>./mvnw verify -Pinterrupt -Dinterrupt.run=MigrationInSixYearsRun</pre>
 */
@ProcessTest
@DisplayName("六年之中把在办的案件转到新版，此后与没有转过一样")
class MigrationInSixYearsRun {

    private static final int CASES = 50;
    private static final int STEPS = 10;
    private static final int LEFT = 3;

    private static final Account AUTHOR = new Account("policy", "田思源", List.of("policy-owner"));
    private static final Account SECOND = new Account("policy-2", "罗静怡", List.of("policy-owner"));

    private final Script script = Script.draw(Long.getLong("seed", 20261124), Integer.getInteger("clusters", 200));

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    ShippedModels shipped;

    @Autowired
    RunningCases running;

    @Autowired
    Migrations migrations;

    @Autowired
    MigrationDecisions decisions;

    @Autowired
    CaseMoves mover;

    @Autowired
    Casework casework;

    private final Set<String> moves = new TreeSet<>();

    private LocalDate moved;

    @Test
    @DisplayName("五十件以上、十个环节以上，至少三件留下；到2029年底每个集群都与另行推算的一致")
    void sameLife() {
        Driver driver = new Driver(context, script, act -> {});
        driver.live(new Driver.Days() {
            @Override
            public LocalDate first() {
                return Script.FIRST_DAY;
            }

            @Override
            public void turn(LocalDate next) {
                if (moved == null && enough(running.open(null))) {
                    moved = next;
                    move();
                }
            }
        });
        assertThat(moved).as("a day on which cases could be moved").isNotNull();
        assertThat(LastDay.problems(context, script, moves)).isEmpty();
    }

    private static boolean enough(List<OpenSteps> open) {
        return open.stream().mapToInt(OpenSteps::cases).sum() >= CASES
                && open.stream().mapToInt(each -> each.steps().size()).sum() >= STEPS;
    }

    private void move() {
        List<OpenSteps> before = running.open(null);
        DeploymentBuilder newer = repository.createDeployment().name("新版");
        shipped.files().stream()
                .filter(file -> file.resource().endsWith(".bpmn"))
                .forEach(file -> newer.addInputStream(
                        file.resource(),
                        new ByteArrayInputStream(renamed(file.text()).getBytes(StandardCharsets.UTF_8))));
        newer.deploy();
        List<String> leftOut = leftOut(before);
        List<MigrationCase> all = new ArrayList<>();
        for (OpenSteps open : before) {
            ProcessVersion to = running.latest(open.version().key()).orElseThrow();
            Map<String, String> mapping =
                    new LinkedHashMap<>(running.plan(open.version(), to, null).mapping());
            open.steps().stream()
                    .map(OpenSteps.Step::element)
                    .filter(step -> leftOut.contains(open.version().key() + " " + step))
                    .forEach(mapping::remove);
            without(open.version(), to, mapping);
            if (mapping.isEmpty()) {
                continue;
            }
            Migration migration = decisions.drawUp(open.version(), mapping, AUTHOR);
            mover.round();
            if (migrations.cases(migration.id()).stream()
                    .noneMatch(each -> each.trial().goes())) {
                decisions.withdraw(migration.id(), AUTHOR);
                all.addAll(migrations.cases(migration.id()));
                continue;
            }
            decisions.propose(migration.id(), "六年之中", AUTHOR);
            decisions.confirm(migration.id(), "六年之中", SECOND);
            mover.round();
            List<MigrationCase> settled = migrations.cases(migration.id());
            settled.stream()
                    .filter(each -> each.state() == MigrationCase.State.MOVED)
                    .map(each -> each.open().caseNumber())
                    .filter(number -> number != null && casework.find(number).isPresent())
                    .forEach(number -> moves.add(number + " migration-" + migration.id()));
            all.addAll(settled);
        }
        long left = all.stream()
                .filter(each -> each.state() != MigrationCase.State.MOVED)
                .count();
        System.out.printf(
                "[six years] evening before %s: %d cases at %d steps, %d taken to the newer version, %d left at %s%n",
                moved,
                all.size(),
                before.stream().mapToInt(each -> each.steps().size()).sum(),
                all.size() - left,
                left,
                leftOut);
        assertThat(all).hasSizeGreaterThanOrEqualTo(CASES);
        assertThat(left).isBetween((long) LEFT, (long) all.size() / 2);
        assertThat(all)
                .filteredOn(each -> each.state() != MigrationCase.State.MOVED)
                .allSatisfy(each -> assertThat(each.trial().reason()).contains("没有对应的新环节"));
    }

    /** Nobody names a gateway or a flow by its id but the model itself. */
    private static String renamed(String model) {
        return model.replace("\"gateway_", "\"newer_gateway_")
                .replace(">gateway_", ">newer_gateway_")
                .replace("\"flow_", "\"newer_flow_")
                .replace(">flow_", ">newer_flow_");
    }

    /** The smallest steps of persons that together hold enough cases. */
    private static List<String> leftOut(List<OpenSteps> open) {
        List<String> chosen = new ArrayList<>();
        int cases = 0;
        List<Map.Entry<String, Integer>> steps = open.stream()
                .flatMap(each -> each.steps().stream()
                        .filter(step -> step.element().startsWith("task_"))
                        .map(step -> Map.entry(each.version().key() + " " + step.element(), step.cases())))
                .sorted(Comparator.comparing((Map.Entry<String, Integer> step) -> step.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<String, Integer> step : steps) {
            if (cases < LEFT) {
                chosen.add(step.getKey());
                cases += step.getValue();
            }
        }
        return chosen;
    }

    /** What hung on a step that becomes nothing becomes nothing, too. */
    private void without(ProcessVersion from, ProcessVersion to, Map<String, String> mapping) {
        running.plan(from, to, mapping).lines().stream()
                .filter(line -> !line.problems().isEmpty())
                .forEach(line -> mapping.remove(line.source()));
    }
}
