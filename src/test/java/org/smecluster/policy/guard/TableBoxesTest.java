package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;

@DisplayName("漏掉、重复、轮不到的规则和永远不成立的格：随机的表，与逐个输入试出来的一样")
class TableBoxesTest {

    private static final int TABLES = 2000;

    private static final List<String> NUMBERS = List.of(
            "",
            "-",
            "null",
            "not(null)",
            "< 2",
            "<= 2",
            "> 2",
            ">= 2",
            "2",
            "[1..3]",
            "]1..3[",
            "< 1, > 3",
            "? < 3 and ? > 5",
            "? = null",
            "not(2)",
            "? != 2",
            "< 2, null",
            "not(< 2)",
            "not(null, > 1)",
            "2, 3");
    private static final List<String> CODES = List.of(
            "",
            "\"A\"",
            "\"B\"",
            "\"A\", \"B\"",
            "not(\"A\")",
            "null",
            "not(null)",
            "? != \"A\"",
            "? = null or ? = \"B\"",
            "\"A\", null",
            "not(\"A\", \"B\")");
    private static final List<String> TRUTHS = List.of(
            "",
            "true",
            "false",
            "null",
            "? != true",
            "? != false",
            "not(true)",
            "not(null)",
            "true, false",
            "false, null",
            "? = true or ? = null");

    private static final List<Object> SOME_NUMBERS = Arrays.asList(
            number("0"), number("1"), number("1.5"), number("2"), number("2.5"), number("3"), number("4"), null);
    private static final List<Object> SOME_CODES = Arrays.asList("A", "B", "C", null);
    private static final List<Object> SOME_TRUTHS = Arrays.asList(true, false, null);

    private final Random random = new Random(14);

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    @DisplayName("两千张")
    void asByHand() {
        int gaps = 0;
        int overlaps = 0;
        for (int i = 0; i < TABLES; i++) {
            String policy = List.of("UNIQUE", "FIRST", "ANY").get(random.nextInt(3));
            List<List<String>> rules = new ArrayList<>();
            for (int rule = 0; rule <= random.nextInt(6); rule++) {
                rules.add(List.of(any(NUMBERS), any(CODES), any(TRUTHS), any(List.of("1", "2"))));
            }
            List<String> found = judged(policy, rules);
            Map<String, Boolean> byHand = byHand(policy, rules);
            assertThat(said(found)).as("%s %s: %s", policy, rules, found).isEqualTo(byHand);
            gaps += byHand.get("gap") ? 1 : 0;
            overlaps += byHand.get("two") ? 1 : 0;
        }
        assertThat(gaps).isBetween(TABLES / 20, TABLES - 1);
        assertThat(overlaps).isGreaterThan(TABLES / 50);
    }

    private String any(List<String> cells) {
        return cells.get(random.nextInt(cells.size()));
    }

    private static Map<String, Boolean> said(List<String> found) {
        Map<String, Boolean> said = new HashMap<>();
        said.put("gap", found.stream().anyMatch(each -> each.contains("漏掉了情况")));
        said.put("two", found.stream().anyMatch(each -> each.contains("同时适用")));
        said.put("never", found.stream().anyMatch(each -> each.contains("永远不会成立")));
        said.put("late", found.stream().anyMatch(each -> each.contains("永远轮不到")));
        return said;
    }

    private static Map<String, Boolean> byHand(String policy, List<List<String>> rules) {
        boolean gap = false;
        boolean two = false;
        boolean[] first = new boolean[rules.size()];
        boolean[] ever = new boolean[rules.size()];
        boolean[][] cells = new boolean[rules.size()][3];
        for (Object number : SOME_NUMBERS) {
            for (Object code : SOME_CODES) {
                for (Object truth : SOME_TRUTHS) {
                    List<Object> inputs = Arrays.asList(number, code, truth);
                    List<Integer> matched = new ArrayList<>();
                    for (int i = 0; i < rules.size(); i++) {
                        boolean all = true;
                        for (int column = 0; column < 3; column++) {
                            boolean holds = new FeelMeaning(Map.of(), inputs.get(column))
                                    .holds(FeelReader.unaryTests(rules.get(i).get(column))
                                            .orElseThrow());
                            cells[i][column] |= holds;
                            all &= holds;
                        }
                        if (all) {
                            matched.add(i);
                            ever[i] = true;
                        }
                    }
                    gap |= matched.isEmpty();
                    if (!matched.isEmpty()) {
                        first[matched.get(0)] = true;
                    }
                    long outputs = matched.stream()
                            .map(i -> rules.get(i).get(3))
                            .distinct()
                            .count();
                    two |= policy.equals("UNIQUE") && matched.size() > 1 || policy.equals("ANY") && outputs > 1;
                }
            }
        }
        boolean late = false;
        boolean never = false;
        for (int i = 0; i < rules.size(); i++) {
            never |= !cells[i][0] || !cells[i][1] || !cells[i][2];
            late |= policy.equals("FIRST") && ever[i] && !first[i];
        }
        Map<String, Boolean> all = new HashMap<>();
        all.put("gap", gap);
        all.put("two", two);
        all.put("never", never);
        all.put("late", late);
        return all;
    }

    private static List<String> judged(String policy, List<List<String>> rules) {
        String text = rules.stream()
                .map(cells -> "<rule>"
                        + cells.subList(0, 3).stream()
                                .map(cell -> "<inputEntry><text>" + cell.replace("<", "&lt;") + "</text></inputEntry>")
                                .collect(Collectors.joining())
                        + "<outputEntry><text>" + cells.get(3) + "</text></outputEntry></rule>")
                .collect(Collectors.joining());
        return ShippedDecisions.judged(
                        "own.dmn",
                        "<definitions><decision id=\"own\" name=\"own\"><decisionTable hitPolicy=\"" + policy + "\">"
                                + "<input><inputExpression typeRef=\"double\"><text>n</text></inputExpression></input>"
                                + "<input><inputExpression typeRef=\"string\"><text>c</text></inputExpression></input>"
                                + "<input><inputExpression typeRef=\"boolean\"><text>b</text></inputExpression></input>"
                                + "<output name=\"out\" typeRef=\"double\"/>" + text
                                + "</decisionTable></decision></definitions>")
                .stream()
                .map(ModelFinding::problem)
                .toList();
    }
}
