package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a requirement in Chinese asks in numbers. */
final class Wording {

    /**
     * @param operator as FEEL has it
     * @param unit     as written; empty where none is
     */
    record Bound(String operator, BigDecimal number, String unit) {

        /** In the unit in which a table compares; empty where it is another kind of unit. */
        Optional<BigDecimal> in(String wanted) {
            Map<String, BigDecimal> units = UNITS.getOrDefault(wanted, Map.of());
            return Optional.ofNullable(units.get(unit)).map(factor -> number.multiply(factor));
        }
    }

    private static final Map<String, BigDecimal> COUNTED = Map.of(
            "家", BigDecimal.ONE, "户", BigDecimal.ONE, "个", BigDecimal.ONE, "项", BigDecimal.ONE, "件", BigDecimal.ONE);

    private static final Map<String, Map<String, BigDecimal>> UNITS = Map.of(
            "比率",
            Map.of("%", new BigDecimal("0.01"), "‰", new BigDecimal("0.001"), "", BigDecimal.ONE),
            "亿元",
            Map.of("亿元", BigDecimal.ONE, "万元", new BigDecimal("0.0001"), "元", new BigDecimal("0.00000001")),
            "平方公里",
            Map.of(
                    "平方公里", BigDecimal.ONE,
                    "平方千米", BigDecimal.ONE,
                    "km2", BigDecimal.ONE,
                    "公顷", new BigDecimal("0.01"),
                    "亩", BigDecimal.ONE.divide(new BigDecimal(1500), MathContext.DECIMAL64)),
            "家",
            COUNTED,
            "个",
            COUNTED,
            "项",
            COUNTED);

    private static final Map<String, List<String>> BEFORE = Map.of(
            ">=", List.of("不低于", "不少于", "不小于", "不下于", "至少为", "至少有", "至少", "达到", "大于等于", "大于或等于", "≥", ">="),
            "<=", List.of("不超过", "不高于", "不大于", "不多于", "至多", "最多", "小于等于", "小于或等于", "≤", "<="),
            ">", List.of("高于", "超过", "大于", "多于", ">"),
            "<", List.of("低于", "少于", "小于", "不足", "不满", "未满", "<"));

    private static final Map<String, List<String>> AFTER =
            Map.of(">=", List.of("及以上", "以上"), "<=", List.of("及以下", "以下", "以内", "之内"));

    private static final Pattern BOUND = Pattern.compile("(?<before>" + alternatives(BEFORE)
            + ")?(?:(?<digits>[0-9]+(?:\\.[0-9]+)?)|百分之(?<percent>[零一二两三四五六七八九十百]+))"
            + "(?<unit>%|‰|个百分点|百分点|亿元|万元|元|平方公里|平方千米|平方米|km2|公里|公顷|亩|家|户|个|项|件|倍|人|年|亿|万)?"
            + "(?<after>" + alternatives(AFTER) + ")?");

    private static final Pattern SOFT = Pattern.compile("一般(?=不|在|应|为|须|要|达|可)|原则上|参考口径");

    private Wording() {}

    private static String alternatives(Map<String, List<String>> words) {
        return String.join(
                "|",
                words.values().stream()
                        .flatMap(List::stream)
                        .sorted((first, second) -> second.length() - first.length())
                        .toList());
    }

    /** Without blanks and marks, full-width signs as plain ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}“”\"'‘’「」《》]", "");
    }

    /** Whether the words stand there, and not with a 不 or 未 before them. */
    static boolean says(String text, String words) {
        String plain = plain(text);
        String wanted = plain(words);
        for (int at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
            if (at == 0 || "不未没无非".indexOf(plain.charAt(at - 1)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** In the order of the text; a number that is no limit is left out. */
    static List<Bound> bounds(String text) {
        List<Bound> bounds = new ArrayList<>();
        Matcher found = BOUND.matcher(plain(text));
        while (found.find()) {
            String operator = operator(BEFORE, found.group("before"));
            if (operator == null) {
                operator = operator(AFTER, found.group("after"));
            }
            if (operator != null) {
                boolean isPercent = found.group("percent") != null;
                bounds.add(new Bound(
                        operator,
                        isPercent ? chinese(found.group("percent")) : new BigDecimal(found.group("digits")),
                        isPercent ? "%" : found.group("unit") == null ? "" : found.group("unit")));
            }
        }
        return bounds;
    }

    private static String operator(Map<String, List<String>> words, String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().contains(String.valueOf(word)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Up to 199: 六十, 一百, 十五. */
    private static BigDecimal chinese(String number) {
        int whole = 0;
        int digit = 0;
        for (char c : number.toCharArray()) {
            switch (c) {
                case '百' -> {
                    whole += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                case '十' -> {
                    whole += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                case '两' -> digit = 2;
                default -> digit = "零一二三四五六七八九".indexOf(c);
            }
        }
        return BigDecimal.valueOf(whole + digit);
    }

    /** Whether it says that a miss may be explained. */
    static boolean isSoft(String text) {
        return SOFT.matcher(plain(text)).find();
    }
}
