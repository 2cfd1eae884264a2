package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Camunda 网页应用的中文：与随附的英文逐条对应")
class WebAppsInChineseTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|\\{}|%[sd]");
    private static final Pattern MARKUP = Pattern.compile("</?(?:a|b|br|code|em|i|p|span|strong)\\b[^>]*>|&\\w+;");
    private static final Set<String> NEUTRAL =
            Set.of("ID", "CSV", "JSON", "Camunda Optimize", "/", "L", "HH:mm", "YYYY-MM-DD", "YYYY-MM-DDTHH:mm:ss");
    private static final Pattern SCRIPT = Pattern.compile("'[^']+'");
    private static final String PLURAL_SUFFIX = "s";

    @ParameterizedTest(name = "{0}")
    @DisplayName("每个键都有，没有多余的键")
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void everyKeyIsThere(String app) throws IOException {
        assertThat(texts(app, "zh-CN").keySet())
                .hasSizeGreaterThan(150)
                .isEqualTo(texts(app, "en").keySet());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("占位符和标记一个不多、一个不少")
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void placeholdersAndMarkupAreKept(String app) throws IOException {
        assertThat(offenders(
                        app,
                        (english, chinese) -> found(PLACEHOLDER, chinese).equals(found(PLACEHOLDER, english))
                                && found(MARKUP, chinese).equals(found(MARKUP, english))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("每一条都译成中文")
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void everyTextIsChinese(String app) throws IOException {
        assertThat(offenders(app, (english, chinese) -> {
                    if (english.isEmpty() || english.equals(PLURAL_SUFFIX)) {
                        return chinese.isEmpty();
                    }
                    return CHINESE.matcher(chinese).find()
                            || NEUTRAL.contains(chinese.strip())
                            || !LETTER.matcher(english).find() && chinese.equals(english);
                }))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("平台术语与术语表一致")
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void termsAreThoseOfTheGlossary(String app) throws IOException {
        Map<String, String> terms = terms();
        assertThat(terms).hasSizeGreaterThan(40);
        assertThat(offenders(app, (english, chinese) -> terms.getOrDefault(bare(english), bare(chinese))
                        .equals(bare(chinese))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("配置选用中文，所列脚本都在")
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void configurationNamesWhatIsThere(String app) throws IOException {
        String configuration = WebApps.file("app/" + app + "/scripts/config.js");
        List<String> scripts = found(SCRIPT, StringUtils.substringBetween(configuration, "customScripts: [", "]"));
        assertThat(configuration).contains("import { locales } from '../../../../assets/language.js'", "  locales,");
        assertThat(scripts).isNotEmpty().allSatisfy(script -> assertThat(served(app, script.replace("'", "") + ".js"))
                .as(script)
                .isTrue());
    }

    private static boolean served(String app, String script) {
        String shared = "../../../assets/";
        return script.startsWith(shared)
                ? Files.exists(Path.of("src/main/resources/static/assets", script.substring(shared.length())))
                : Files.exists(Path.of("src/main/resources/META-INF/resources/webjars/camunda/app", app, script));
    }

    private static Map<String, String> offenders(String app, BiPredicate<String, String> rule) throws IOException {
        Map<String, String> english = texts(app, "en");
        Map<String, String> offenders = new TreeMap<>(texts(app, "zh-CN"));
        offenders.entrySet().removeIf(entry -> rule.test(english.get(entry.getKey()), entry.getValue()));
        return offenders;
    }

    private static Map<String, String> terms() throws IOException {
        return Files.readString(Path.of("docs", "glossary.md"))
                .transform(page -> page.substring(page.indexOf("## Terms of the platform")))
                .lines()
                .filter(line -> line.matches("\\| [A-Z].*"))
                .map(line -> line.split("\\|"))
                .filter(cells ->
                        CHINESE.matcher(cells[2]).find() && !cells[1].strip().equals("English"))
                .collect(Collectors.toMap(cells -> bare(cells[1]), cells -> cells[2].strip()));
    }

    private static String bare(String label) {
        return label.replaceAll("[:：*]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Map<String, String> texts(String app, String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        collect("", new ObjectMapper().readTree(WebApps.file("app/" + app + "/locales/" + language + ".json")), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), texts));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(path + "/" + index, node.get(index), texts);
        }
    }
}
