package org.smecluster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The figures of {@link House} of this state, and where {@code old} names a commit, of that beside it: these same sources
 * are laid over a work tree of it, with what it has not from {@code src/bench/old}.
 *
 * <p>System properties: {@code old}; {@code cases} (200), {@code clusters} (200), {@code times} (10); {@code lived} (false):
 * begins with the six years of the last run, for the pages only.
 */
@DisplayName("数据库大小、一次评估、一件申报、每个列表：与旧版本同一次测得")
class HouseBench {

    private static final Path FOLDER = Path.of("target", "bench", "house").toAbsolutePath();
    private static final String OLD = System.getProperty("old", "");

    @Test
    @DisplayName("写出 target/bench/house.txt")
    void measure() throws Exception {
        Files.createDirectories(FOLDER);
        Map<String, String> before = OLD.isEmpty() ? Map.of() : ofOld();
        run(command(), Path.of("").toAbsolutePath(), "new.log");
        Map<String, String> now = read(FOLDER.resolve("house.tsv"));
        List<String> table = table(before, now);
        Files.write(FOLDER.resolveSibling("house.txt"), table);
        table.forEach(System.out::println);
        assertThat(now).isNotEmpty();
    }

    private static List<String> command() throws IOException {
        Path lived = FOLDER.resolve("six-years");
        if (!Boolean.getBoolean("lived")) {
            delete(lived);
        }
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1200m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                House.class.getName(),
                FOLDER.resolve("house.tsv").toString(),
                lived.toString(),
                System.getProperty("cases", "200"),
                System.getProperty("clusters", "200"),
                System.getProperty("times", "10"));
    }

    private static Map<String, String> ofOld() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path tree = FOLDER.resolve("tree-" + OLD);
        if (!Files.exists(tree)) {
            run(List.of("git", "worktree", "add", "--force", "--detach", tree.toString(), OLD), here, "worktree.log");
        }
        for (String part : List.of("house", "life", "support")) {
            Path sources = Path.of("src", "bench", "java", "org", "smecluster", part);
            delete(tree.resolve(sources));
            copy(here.resolve(sources), tree.resolve(sources));
        }
        if (!Files.exists(tree.resolve("src/test/java/org/smecluster/support/Materials.java"))) {
            copy(here.resolve("src/bench/old"), tree.resolve("src/bench/java"));
        }
        List<String> command = new ArrayList<>(List.of(
                "./mvnw",
                "-q",
                "-Pbench",
                "verify",
                "-Dit.test=HouseBench",
                "-Dspotless.check.skip",
                "-Djacoco.skip",
                "-Dfailsafe.failIfNoSpecifiedTests=false"));
        for (String property : List.of("cases", "clusters", "times", "lived")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        run(command, tree, "old.log");
        return read(tree.resolve("target/bench/house/house.tsv"));
    }

    private static void run(List<String> command, Path directory, String log) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(log).toFile())
                .start();
        assertThat(process.waitFor()).as("see " + FOLDER.resolve(log)).isZero();
    }

    private static Map<String, String> read(Path figures) throws IOException {
        return Files.readAllLines(figures).stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (one, other) -> other, LinkedHashMap::new));
    }

    private static List<String> table(Map<String, String> before, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(before.keySet());
        List<String> table = new ArrayList<>();
        table.add("| | " + (OLD.isEmpty() ? "" : OLD + " | ") + "now |" + (OLD.isEmpty() ? "" : " now/old |"));
        for (String name : names) {
            String old = before.getOrDefault(name, "-");
            String fresh = now.getOrDefault(name, "-");
            table.add("| " + name + " | " + (OLD.isEmpty() ? "" : old + " | ") + fresh + " |"
                    + (OLD.isEmpty() ? "" : " " + ratio(old, fresh) + " |"));
        }
        return table;
    }

    private static String ratio(String old, String fresh) {
        try {
            return "%.2f".formatted(Double.parseDouble(fresh) / Double.parseDouble(old));
        } catch (NumberFormatException no) {
            return "";
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                Files.createDirectories(there.getParent());
                Files.copy(each, there);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
