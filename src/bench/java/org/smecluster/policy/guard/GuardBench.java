package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.engine.EngineFeel;

/** How long the guard takes, beside the reading of the same files by Camunda's own model API and DMN engine in the same run. */
@DisplayName("守卫：全部随附文件，和单个文件与所有在用的一起")
class GuardBench {

    private static final Path REPORT = Path.of("target", "bench", "guard.txt");
    private static final int ROUNDS = 7;
    private static final long ALL_MILLIS = 3_000;
    private static final long ONE_MILLIS = 2_000;

    private record Timed(String what, long millis) {}

    private final List<String> lines = new ArrayList<>();
    private final Guard guard = Guard.shipped(new EngineFeel());

    @Test
    @DisplayName("写出 target/bench/guard.txt；全部不到3秒，单个不到2秒")
    void measure() throws Exception {
        List<ModelSource> shipped = shipped();
        long first = millis(() -> guard.findings(shipped, shipped));
        lines.add("all, the first time in this JVM: " + first + " ms");
        Timed all = median("all", () -> guard.findings(shipped, shipped));
        Timed bare = median("read only", () -> read(shipped));
        List<Timed> single = new ArrayList<>();
        for (ModelSource file : shipped) {
            byte[] longer = Arrays.copyOf(file.content(), file.content().length + 1);
            longer[longer.length - 1] = '\n';
            List<ModelSource> changed = List.of(new ModelSource(file.name(), longer));
            single.add(median(file.name(), () -> guard.findings(shipped, changed)));
        }
        Timed slowest =
                single.stream().max(Comparator.comparingLong(Timed::millis)).orElseThrow();
        lines.add("all %d files, median of %d: %d ms".formatted(shipped.size(), ROUNDS, all.millis()));
        lines.add("the same files read by Camunda's model API and DMN engine: %d ms".formatted(bare.millis()));
        lines.add("one file with all that runs, median of the files: %d ms"
                .formatted(single.stream()
                        .mapToLong(Timed::millis)
                        .sorted()
                        .skip(single.size() / 2)
                        .findFirst()
                        .orElseThrow()));
        lines.add("one file with all that runs, the slowest: %d ms, %s".formatted(slowest.millis(), slowest.what()));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, lines, StandardCharsets.UTF_8);
        assertThat(all.millis()).as("all").isLessThan(ALL_MILLIS);
        assertThat(slowest.millis()).as(slowest.what()).isLessThan(ONE_MILLIS);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long millis(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static Timed median(String what, Work work) throws Exception {
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            took[i] = millis(work);
        }
        Arrays.sort(took);
        return new Timed(what, took[ROUNDS / 2]);
    }

    private static void read(List<ModelSource> files) throws Exception {
        for (ModelSource file : files) {
            switch (file.ending()) {
                case "bpmn" -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
                case "dmn" ->
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                            .buildEngine()
                            .parseDecisions(new ByteArrayInputStream(file.content()));
                default -> {
                    // a form is read by nobody else
                }
            }
        }
    }

    private static List<ModelSource> shipped() throws IOException {
        List<ModelSource> files = new ArrayList<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                    files.add(new ModelSource(path.toString(), Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }
}
