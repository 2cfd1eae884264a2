package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("安全说明与系统一致")
class SecurityDocTest {

    private static final Pattern NAMED_TEST = Pattern.compile("`(?:[a-z]+\\.)*([A-Z]\\w*(?:Test|IT|E2E|Run))`");
    private static final Pattern ITEM = Pattern.compile("(?m)^\\| (V[0-9.]+) \\| ([12]) \\| .+ \\| (.+) \\| (.*) \\|$");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| ([0-9][^ |]*) \\|");

    private static final String TEXT = read();

    private static String read() {
        return Models.read(Path.of("docs", "security.md"));
    }

    @Test
    @DisplayName("说明里提到的每个测试类都存在")
    void namedTestsExist() throws IOException {
        Set<String> existing = new TreeSet<>();
        for (String root : List.of("test", "e2e", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of("src", root, "java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> existing.add(name.replace(".java", "")));
            }
        }
        Set<String> named = NAMED_TEST
                .matcher(TEXT)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(existing).containsAll(named);
    }

    @Test
    @DisplayName("ASVS 4.0.3 一、二级的每一项都有且只有一行：符合、部分符合、由运行单位负责、缺口或不适用，都有依据或理由")
    void everyItemOnce() throws IOException {
        List<MatchResult> items = ITEM.matcher(TEXT).results().toList();
        assertThat(items).allSatisfy(item -> {
            assertThat(item.group(3)).as(item.group(1)).isIn("met", "part", "site", "gap", "n/a");
            assertThat(item.group(4)).as(item.group(1)).isNotBlank();
        });
        List<String> wanted = Files.readAllLines(
                Path.of("src", "test", "resources", "asvs-4.0.3-level-2.txt"), StandardCharsets.UTF_8);
        assertThat(items.stream().map(item -> item.group(1))).containsExactlyElementsOf(wanted);
    }

    @Test
    @DisplayName("开头的统计与各行一致")
    void counts() {
        Map<String, Long> counted = ITEM.matcher(TEXT)
                .results()
                .collect(Collectors.groupingBy(item -> item.group(3), TreeMap::new, Collectors.counting()));
        assertThat(TEXT)
                .contains("%d met, %d in part, %d for whoever operates, %d gaps, %d not applicable"
                        .formatted(
                                counted.get("met"),
                                counted.get("part"),
                                counted.get("site"),
                                counted.get("gap"),
                                counted.get("n/a")));
    }

    @Test
    @DisplayName("所列库的版本就是物料清单里的版本")
    void versions() throws IOException {
        JsonNode bill = new ObjectMapper()
                .readTree(Files.readAllBytes(Path.of("target", "classes", "META-INF", "sbom", "application.cdx.json")));
        Map<String, String> shipped = new TreeMap<>();
        bill.path("components")
                .forEach(component -> shipped.put(
                        component.path("name").asText(),
                        component.path("version").asText()));
        Map<String, String> told = new TreeMap<>();
        LIBRARY.matcher(TEXT).results().forEach(match -> told.put(match.group(1), match.group(2)));
        assertThat(told).hasSizeGreaterThan(10);
        assertThat(shipped).containsAllEntriesOf(told);
    }
}
