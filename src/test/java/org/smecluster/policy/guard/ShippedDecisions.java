package org.smecluster.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.engine.EngineFeel;

/** The decisions that come with the program, and what the guard says of another text of one of them. */
final class ShippedDecisions {

    private static final List<ModelSource> FILES = read();
    private static final DecisionJudgement JUDGEMENT = new DecisionJudgement(new EngineFeel());

    private ShippedDecisions() {}

    static List<ModelSource> files() {
        return FILES;
    }

    static String text(ModelSource file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    static ModelSource file(String decision) {
        return FILES.stream()
                .filter(file -> text(file).contains("<decision id=\"" + decision + "\""))
                .findFirst()
                .orElseThrow();
    }

    static List<ModelFinding> judged(String name, String text) {
        List<ModelFinding> found = new ArrayList<>();
        JUDGEMENT.judge(
                RunningModels.after(List.of(), List.of(new ModelSource(name, text.getBytes(StandardCharsets.UTF_8)))),
                found::add);
        return found;
    }

    private static List<ModelSource> read() {
        try (Stream<Path> all = Files.walk(Path.of("processes"))) {
            List<ModelSource> files = new ArrayList<>();
            for (Path path : all.filter(each -> each.toString().endsWith(".dmn"))
                    .sorted()
                    .toList()) {
                files.add(new ModelSource(path.toString(), Files.readAllBytes(path)));
            }
            return List.copyOf(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
