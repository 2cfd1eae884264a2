package org.smecluster.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.smecluster.policy.ModelSource;

/** The models as they are shipped, and the same with one of them changed. */
final class Shipped {

    private Shipped() {}

    static List<ModelSource> files() {
        List<ModelSource> files = new ArrayList<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".csv"))
                        .sorted()
                        .forEach(file -> files.add(read(file)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    private static ModelSource read(Path file) {
        try {
            return new ModelSource(file.toString(), Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param name as in revocation.bpmn */
    static ModelSource changed(String name, UnaryOperator<String> change) {
        ModelSource shipped = files().stream()
                .filter(file -> file.name().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        String before = new String(shipped.content(), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + name);
        }
        return new ModelSource(shipped.name(), after.getBytes(StandardCharsets.UTF_8));
    }
}
