package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("用户手册与系统一致")
class HandbookTest {

    private static final Path HANDBOOK = Path.of("docs", "handbook");
    private static final long MEGABYTE = 1 << 20;

    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(images/([a-z0-9-]+)\\.png\\)");
    private static final Pattern TAKEN = Pattern.compile("shot\\(\\s*\"([a-z0-9-]+)\"[,)]");
    private static final Pattern LABEL = Pattern.compile("「([^」]+)」");
    /** A label stands alone where it is defined: in quotes, or between tags. */
    private static final String BEFORE = "[\"'>:：\\s]";

    private static final String AFTER = "[\"'<（\\s]";
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]+]\\(([^)#:]+)\\)");

    @Test
    @DisplayName("引用的每张截图都由浏览器测试拍摄，都在库中，没有多余的，共不超过3 MB")
    void picturesAreTakenByTheBrowserTests() throws IOException {
        Set<String> referenced = found(PICTURE, pages());
        Set<String> taken = found(TAKEN, texts(Path.of("src", "e2e", "java"), ".java"));
        assertThat(taken).containsAll(referenced);
        List<Path> kept = files(HANDBOOK.resolve("images"), ".png");
        assertThat(kept.stream().map(file -> file.getFileName().toString().replace(".png", "")))
                .as("taken anew by ./mvnw verify -Pe2e -Dhandbook=true")
                .containsExactlyInAnyOrderElementsOf(referenced);
        assertThat(kept.stream().mapToLong(file -> file.toFile().length()).sum())
                .isLessThan(3 * MEGABYTE);
    }

    @Test
    @DisplayName("「」中的按钮、任务、栏目名称，模型、表单和页面上确有其字")
    void labelsExist() throws IOException {
        String onScreen = Stream.of(
                        texts(Path.of("forms"), ".form"),
                        texts(Path.of("processes"), ".bpmn"),
                        texts(Path.of("processes"), ".dmn"),
                        texts(Path.of("src", "main", "resources"), ".html"),
                        texts(Path.of("src", "main", "resources"), ".js"),
                        texts(Path.of("src", "main", "resources"), ".json"),
                        texts(Path.of("src", "main", "java"), ".java"))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        Set<String> labels = found(LABEL, pages());
        assertThat(labels).hasSizeGreaterThan(80);
        assertThat(labels.stream().filter(label -> !Pattern.compile(BEFORE + Pattern.quote(label) + AFTER)
                        .matcher(onScreen)
                        .find()))
                .as("labels that stand nowhere")
                .isEmpty();
    }

    @Test
    @DisplayName("各页互相连通，引用的文件都存在")
    void linksLead() throws IOException {
        Set<String> links = found(LINK, pages());
        assertThat(links).allSatisfy(link -> assertThat(HANDBOOK.resolve(link)).exists());
        assertThat(files(HANDBOOK, ".md").stream()
                        .map(file -> file.getFileName().toString()))
                .allMatch(page -> page.equals("README.md") || links.contains(page));
    }

    private static List<String> pages() throws IOException {
        return texts(HANDBOOK, ".md");
    }

    private static Set<String> found(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(Path folder, String ending) throws IOException {
        return files(folder, ending).stream().map(HandbookTest::text).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
