package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.indicator.HeadCount.ALL_ENTERPRISES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;

/** {@code basicConditions} on Camunda's FEEL, the baseline, and on ours, in turns. */
@DisplayName("FEEL的速度和内存：与Camunda自带的同一次测得")
class FeelBench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final String DIAGRAM = "basicConditions";
    private static final int ROUNDS = 5;
    private static final double TIMES_AT_LEAST = 50;
    private static final int EVALUATIONS = 10_000_000;
    private static final int DISTINCT = 100;
    private static final long GROWTH_AT_MOST = 16L << 20;

    private final Map<String, Object> inputs = ConditionInputs.of(new SubjectOf().subject(), ALL_ENTERPRISES)
            .with("vetoed", false, "")
            .values();

    @Test
    @DisplayName("一张需求图的评估，至少快50倍")
    void ratio() throws IOException {
        DmnEngine stock = engine(new ScalaFeelEngine(List.of()));
        DmnEngine ours = engine(new BoundedFeel(new CachedFeel()));
        List<Double> perSecondOfStock = new ArrayList<>();
        List<Double> perSecondOfOurs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double before = perSecond(stock, 200);
            double now = perSecond(ours, 10_000);
            if (round > 0) {
                perSecondOfStock.add(before);
                perSecondOfOurs.add(now);
            }
        }
        double times = median(perSecondOfOurs) / median(perSecondOfStock);
        String report = "basicConditions a second: stock %.0f, cached %.0f, %.0f times%n"
                .formatted(median(perSecondOfStock), median(perSecondOfOurs), times);
        System.out.print(report);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("feel.txt"), report);
        assertThat(times).isGreaterThanOrEqualTo(TIMES_AT_LEAST);
    }

    /** One in a hundred is read anew, so that more pass than are kept; one in a thousand leads nowhere and is left to Camunda's own. */
    @Test
    @DisplayName("一千万次评估之后，占用的内存不增加")
    void noGrowth() {
        FeelEngine feel = new BoundedFeel(new CachedFeel());
        evaluate(feel, EVALUATIONS / 10);
        long before = used();
        evaluate(feel, EVALUATIONS);
        long grown = used() - before;
        System.out.printf("after %d evaluations: %d kB more%n", EVALUATIONS, grown >> 10);
        assertThat(grown).isLessThan(GROWTH_AT_MOST);
    }

    private static void evaluate(FeelEngine feel, int times) {
        for (int i = 0; i < times; i++) {
            String expression = i % DISTINCT == 0 ? "x + " + i : i % 1000 == 1 ? "missing + x" : "x > 5 and x <= 60";
            feel.evaluateSimpleExpression(expression, Variables.putValue("x", i).asVariableContext());
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private double perSecond(DmnEngine engine, int times) {
        DmnDecision decision = engine.parseDecision(
                DIAGRAM,
                Dmn.readModelFromFile(
                        Path.of("processes", "recognition", DIAGRAM + ".dmn").toFile()));
        long from = System.nanoTime();
        for (int i = 0; i < times; i++) {
            engine.evaluateDecisionTable(decision, inputs);
        }
        return times * 1e9 / (System.nanoTime() - from);
    }

    private static DmnEngine engine(FeelEngine feel) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> feel);
        return configuration.buildEngine();
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
