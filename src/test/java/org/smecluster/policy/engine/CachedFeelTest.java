package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.engine.FeelExpressions.Cell;

@DisplayName("只解析一次的FEEL：结果与Camunda自带的完全一样")
class CachedFeelTest {

    private static final int INPUTS = Integer.getInteger("inputs", 20_000);

    private final FeelEngine stock = new ScalaFeelEngine(List.of());
    private final FeelEngine cached = new CachedFeel();

    @Test
    @DisplayName("随机输入，含空值和错误：值、类型、错误文字都相同")
    void equalToTheStockEngine() throws Exception {
        inFour(part -> {
            FeelExpressions cells = new FeelExpressions(part);
            for (int i = 0; i < INPUTS / 4; i++) {
                Cell cell = cells.next();
                assertThat(cell.on(cached)).as("%s", cell).isEqualTo(cell.on(stock));
            }
            return null;
        });
    }

    @Test
    @DisplayName("超出缓存的表达式再算一次，结果不变")
    void moreExpressionsThanAreKept() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < CachedFeel.EXPRESSIONS + 100; i++) {
                Cell cell = new Cell("x + " + i, false, Variables.putValue("x", 1));
                assertThat(cell.on(cached)).isEqualTo("Long " + (i + 1));
            }
        }
    }

    @FunctionalInterface
    private interface Part {
        Void run(long seed) throws IOException;
    }

    /** At a time, on one engine: nothing of one evaluation reaches another. */
    private static void inFour(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Stream<Callable<Void>> parts = IntStream.range(0, 4).mapToObj(seed -> () -> part.run(seed));
            for (Future<Void> done : threads.invokeAll(parts.toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
