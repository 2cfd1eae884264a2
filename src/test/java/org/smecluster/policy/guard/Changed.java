package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;

/** Shipped files, some of them changed in memory, as they are deployed into what runs. */
final class Changed {

    private static final List<ModelSource> SHIPPED = shipped();

    private final Map<String, ModelSource> changed = new LinkedHashMap<>();

    private Changed() {}

    static Changed nothing() {
        return new Changed();
    }

    /** @param file name at the end of its path, such as {@code revocation.bpmn} */
    static Changed file(String file, String from, String to) {
        return nothing().and(file, from, to);
    }

    /** Every place in the file; there must be one. */
    Changed and(String file, String from, String to) {
        ModelSource source = changed.getOrDefault(file, find(file));
        String text = new String(source.content(), StandardCharsets.UTF_8);
        assertThat(text).as(file).contains(from);
        changed.put(file, new ModelSource(source.name(), text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Changed added(String file, String text) {
        changed.put(file, new ModelSource(file, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** What this package's judgements of contracts say. */
    List<ModelFinding> findings() {
        List<ModelFinding> before = judged(List.of());
        return judged(changed.values().stream().toList()).stream()
                .filter(finding -> !before.contains(finding))
                .toList();
    }

    private static List<ModelFinding> judged(List<ModelSource> deployed) {
        List<ModelFinding> found = new ArrayList<>();
        RunningModels models = RunningModels.after(SHIPPED, deployed);
        ContractJudgements.all().values().forEach(judgement -> judgement.judge(models, found::add));
        return found;
    }

    /** Sentences of those that refuse. */
    List<String> refusals() {
        return findings().stream()
                .filter(ModelFinding::refuses)
                .map(ModelFinding::sentence)
                .toList();
    }

    static List<ModelSource> all() {
        return SHIPPED;
    }

    private static ModelSource find(String file) {
        return SHIPPED.stream()
                .filter(source -> source.name().endsWith("/" + file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shipped file " + file));
    }

    private static List<ModelSource> shipped() {
        return Stream.of("processes", "forms")
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(Path.of(folder))) {
                        return files
                                .filter(Files::isRegularFile)
                                .filter(file -> !file.toString().endsWith(".csv"))
                                .sorted()
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(file -> {
                    try {
                        return new ModelSource(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
