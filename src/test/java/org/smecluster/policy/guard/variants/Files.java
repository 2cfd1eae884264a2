package org.smecluster.policy.guard.variants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smecluster.policy.ModelSource;

/** The shipped files, some of them changed. */
final class Files {

    private static final List<ModelSource> SHIPPED = read();

    private final Map<String, String> texts = new LinkedHashMap<>();

    Files() {
        SHIPPED.forEach(file -> texts.put(file.name(), text(file)));
    }

    static List<ModelSource> shipped() {
        return SHIPPED;
    }

    private static List<ModelSource> read() {
        return Stream.of("processes", "forms")
                .flatMap(folder -> {
                    try (Stream<Path> all = java.nio.file.Files.walk(Path.of(folder))) {
                        return all
                                .filter(java.nio.file.Files::isRegularFile)
                                .filter(file -> !file.toString().endsWith(".csv"))
                                .sorted()
                                .toList()
                                .stream();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .map(file -> {
                    try {
                        return new ModelSource(
                                file.toString().replace('\\', '/'), java.nio.file.Files.readAllBytes(file));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .toList();
    }

    private static String text(ModelSource file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    static List<String> names(String ending) {
        return SHIPPED.stream()
                .filter(file -> file.ending().equals(ending))
                .map(ModelSource::name)
                .toList();
    }

    /** Of the shipped file that ends so, such as {@code revocation.bpmn}. */
    static String path(String fileName) {
        return SHIPPED.stream()
                .map(ModelSource::name)
                .filter(name -> name.endsWith("/" + fileName))
                .findFirst()
                .orElseThrow(() -> new Change.NotHere(fileName));
    }

    String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new Change.NotHere(path);
        }
        return text;
    }

    void put(String path, String text) {
        texts.put(path, text);
    }

    Bpmn bpmn(String process) {
        String path = path(process + ".bpmn");
        return new Bpmn(path, text(path));
    }

    void put(Bpmn model) {
        texts.put(model.path(), model.text());
    }

    Dmn dmn(String file) {
        String path = path(file + ".dmn");
        return new Dmn(path, text(path));
    }

    void put(Dmn model) {
        texts.put(model.path(), model.text());
    }

    FormFile form(String form) {
        String path = path(form + ".form");
        return new FormFile(path, text(path));
    }

    void put(FormFile form) {
        texts.put(form.path(), form.text());
    }

    /** Those that are not as shipped. */
    List<ModelSource> changed() {
        Map<String, String> before = new LinkedHashMap<>();
        SHIPPED.forEach(file -> before.put(file.name(), text(file)));
        return texts.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(file -> new ModelSource(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
