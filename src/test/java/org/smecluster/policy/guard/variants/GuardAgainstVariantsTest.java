package org.smecluster.policy.guard.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.engine.EngineFeel;
import org.smecluster.policy.guard.Guard;
import org.smecluster.policy.guard.variants.Verdicts.Stage;
import org.smecluster.policy.guard.variants.Verdicts.Verdict;

/**
 * {@code -Dvariants.each=1000} judges all that can be made instead of some of each kind, {@code -Dvariants.seed=…} draws other
 * pairs. What was judged stands in {@code target/guard-variants.txt}.
 */
@DisplayName("改坏的模型一律拒绝并指名，无害的修改一律接受")
class GuardAgainstVariantsTest {

    private static final int OF_EACH_KIND = Integer.getInteger("variants.each", 1);
    private static final int PAIRS = 40;
    private static final Path REPORT = Path.of("target/guard-variants.txt");

    private final Verdicts verdicts = new Verdicts();

    @Test
    @DisplayName("随附的模型没有问题")
    void shipped() {
        assertThat(Guard.shipped(new EngineFeel()).findings(Files.shipped(), Files.shipped()))
                .extracting(ModelFinding::sentence)
                .isEmpty();
    }

    @Test
    @DisplayName("改坏的至少200个、45种，涉及每个流程、每个决策和十多个表单；无害的至少60个，另有成对的")
    void enough() {
        List<Catalogue.Entry> spoilt = Selection.of(Catalogue.spoilt(), OF_EACH_KIND);
        assertThat(spoilt).hasSizeGreaterThanOrEqualTo(200);
        assertThat(spoilt.stream().map(Catalogue.Entry::kind).distinct()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(Selection.of(Catalogue.harmless(), OF_EACH_KIND)).hasSizeGreaterThanOrEqualTo(60);
        Set<String> touched = new LinkedHashSet<>();
        spoilt.forEach(entry -> entry.variant().deployed().forEach(file -> touched.add(file.name())));
        assertThat(touched).containsAll(Files.names("bpmn")).containsAll(Files.names("dmn"));
        assertThat(Files.names("form").stream().filter(touched::contains)).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("改坏的：有拒绝的问题，指名改坏的元素")
    void spoilt() throws IOException {
        List<Verdict> judged = verdicts.of(Selection.of(Catalogue.spoilt(), OF_EACH_KIND));
        report("改坏的", judged);
        assertThat(wrong(judged)).isEmpty();
    }

    @Test
    @DisplayName("无害的：没有拒绝的问题，成对的也没有")
    void harmless() throws IOException {
        long seed = Long.getLong("variants.seed", 20261130L);
        List<Catalogue.Entry> all = Catalogue.harmless();
        List<Verdict> judged = verdicts.of(Selection.of(all, OF_EACH_KIND));
        judged.addAll(verdicts.of(HarmlessPairs.drawn(all, PAIRS, seed)));
        report("无害的（成对的种子 " + seed + "）", judged);
        assertThat(wrong(judged)).isEmpty();
    }

    private static List<String> wrong(List<Verdict> judged) {
        return judged.stream()
                .filter(verdict -> !verdict.isRight())
                .map(verdict -> verdict.variant().name() + " → " + verdict.stage() + " "
                        + verdict.refusals().stream()
                                .limit(2)
                                .map(ModelFinding::sentence)
                                .toList())
                .toList();
    }

    /** Counts by kind, the slowest, and what is not judged as it should be. */
    private static synchronized void report(String title, List<Verdict> judged) throws IOException {
        Map<String, List<Verdict>> kinds = judged.stream()
                .collect(Collectors.groupingBy(verdict -> verdict.variant().kind(), TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("%s：%d个，%d种；最慢 %d 毫秒"
                .formatted(
                        title,
                        judged.size(),
                        kinds.size(),
                        judged.stream().mapToLong(Verdict::millis).max().orElse(0)));
        lines.add("种类 | 个数 | 清单拒绝 | 守卫拒绝 | 通过 | 不对的");
        kinds.forEach((kind, of) -> lines.add("%s | %d | %d | %d | %d | %d"
                .formatted(
                        kind,
                        of.size(),
                        count(of, Stage.LIST),
                        count(of, Stage.GUARD),
                        count(of, Stage.NONE),
                        of.stream().filter(verdict -> !verdict.isRight()).count())));
        judged.stream()
                .filter(verdict -> !verdict.isRight())
                .forEach(verdict -> lines.add("不对：" + verdict.variant().name() + " → " + verdict.stage()));
        lines.add("");
        java.nio.file.Files.createDirectories(REPORT.getParent());
        java.nio.file.Files.write(
                REPORT, Stream.concat(before(title), lines.stream()).toList(), StandardCharsets.UTF_8);
    }

    /** The parts of other tests of the same run. */
    private static Stream<String> before(String title) throws IOException {
        if (!java.nio.file.Files.exists(REPORT)) {
            return Stream.empty();
        }
        List<String> kept = new ArrayList<>();
        boolean mine = false;
        for (String line : java.nio.file.Files.readAllLines(REPORT, StandardCharsets.UTF_8)) {
            mine = line.startsWith(title.substring(0, 3)) || mine && !line.isEmpty();
            if (!mine) {
                kept.add(line);
            }
        }
        return kept.stream();
    }

    private static long count(List<Verdict> verdicts, Stage stage) {
        return verdicts.stream().filter(verdict -> verdict.stage() == stage).count();
    }
}
