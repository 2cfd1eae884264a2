package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others made and we ship as files: each is the one that was taken from its package. */
@DisplayName("随程序附带的第三方前端文件")
class VendoredFilesTest {

    private static final Path ASSETS = Path.of("src", "main", "resources", "static", "assets");
    private static final Pattern CHECKSUM = Pattern.compile("(?m)^sha256 of (\\S+): ([0-9a-f]{64})$");
    private static final List<String> NOT_CODE = List.of("VERSION.txt", "NOTICE", "LICENSE");

    @ParameterizedTest
    @ValueSource(strings = {"bpmn-js", "dmn-js", "echarts"})
    @DisplayName("版本、许可证在册；每个文件的校验和与登记的一致，没有多出来的文件")
    void asTaken(String folder) throws Exception {
        Path place = ASSETS.resolve(folder);
        String version = Files.readString(place.resolve("VERSION.txt"));
        assertThat(version)
                .containsPattern("[0-9]+\\.[0-9]+\\.[0-9]+")
                .containsPattern("sha512 of the package: \\S{80,}");
        assertThat(place.resolve("LICENSE")).isNotEmptyFile();
        Map<String, String> told = new TreeMap<>();
        CHECKSUM.matcher(version).results().forEach(line -> told.put(line.group(1), line.group(2)));
        assertThat(digests(place)).isNotEmpty().isEqualTo(told);
    }

    private static Map<String, String> digests(Path place) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = place.relativize(file).toString().replace('\\', '/');
                if (NOT_CODE.stream().noneMatch(name::startsWith)) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    digests.put(name, HexFormat.of().formatHex(digest));
                }
            }
        }
        return digests;
    }

    @Test
    @DisplayName("页面只用登记在册的图形程序")
    void onlyThese() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> Models.read(file).contains("/webjars/bpmn-js")))
                    .isEmpty();
        }
        assertThat(Models.read(Path.of("pom.xml"))).doesNotContain("bpmn-js");
    }
}
