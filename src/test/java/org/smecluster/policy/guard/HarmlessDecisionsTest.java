package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

@DisplayName("意思没有变的改动：拆开、合并、换顺序、换写法、加批注、换标签、别的工具保存，都不拒绝")
class HarmlessDecisionsTest {

    private static final int PAIRS = 12;

    private static final Map<String, UnaryOperator<String>> TEXTS = new LinkedHashMap<>();
    private static final Map<String, Consumer<DmnText>> MODELS = new LinkedHashMap<>();

    static {
        TEXTS.put("字节序标记", text -> "\uFEFF" + text);
        TEXTS.put("CRLF", text -> text.replace("\n", "\r\n"));
        TEXTS.put("dmn 前缀", text -> text.replaceAll("<(/?)([a-zA-Z]+)(?=[\\s>/])", "<$1dmn:$2")
                .replace("xmlns=\"https", "xmlns:dmn=\"https"));
        TEXTS.put("没有缩进", text -> text.replaceAll("\n +", "\n"));
        TEXTS.put("没有图", text -> text.replaceAll("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", ""));
        TEXTS.put(
                "DMN 1.2",
                text -> text.replace(
                        "https://www.omg.org/spec/DMN/20191111/MODEL/", "http://www.omg.org/spec/DMN/20180521/MODEL/"));

        model("换顺序", all("decisionTable", table -> {
            if (!"FIRST".equals(table.getAttribute("hitPolicy"))) {
                List<Element> rules = DmnText.in(table, "rule");
                Collections.reverse(rules);
                rules.forEach(table::appendChild);
            }
        }));
        model("列换顺序", all("decisionTable", table -> {
            Element input = DmnText.in(table, "input").get(0);
            table.insertBefore(input, DmnText.in(table, "output").get(0));
            DmnText.in(table, "rule")
                    .forEach(rule -> rule.insertBefore(
                            DmnText.in(rule, "inputEntry").get(0),
                            DmnText.in(rule, "outputEntry").get(0)));
        }));
        model("换标签", all("input", input -> input.setAttribute("label", "另一个名称")));
        model("换规则标识", all("rule", rule -> rule.setAttribute("id", "r_" + System.identityHashCode(rule))));
        model("没有单元格标识", all("inputEntry", entry -> entry.removeAttribute("id")));
        model("加批注", all("description", description -> description.setTextContent("第九条：另写的说明，不影响判断 100%")));
        model("单元格空白", all("inputEntry", entry -> DmnText.write(entry, "\n  " + DmnText.text(entry) + " \n")));
        model("空格写成短横", all("inputEntry", entry -> {
            if (DmnText.text(entry).isBlank()) {
                DmnText.write(entry, "-");
            }
        }));
        model("真假写成比较", cells(text -> text.equals("true") ? "? = true" : text.equals("false") ? "? = false" : text));
        model("空值写成比较", cells(text -> text.equals("null") ? "? = null" : text));
        model("问号比较", cells(text -> text.matches("[<>]=? [0-9.]+") ? "? " + text : text));
        model("紧凑的比较", cells(text -> text.matches("[<>]=? [0-9.]+") ? text.replace(" ", "") : text));
        model("少一位小数", cells(text -> text.replaceAll("(0\\.[0-9])0", "$1")));
        model("反着写", cells(text -> text.matches("< [0-9.]+") ? "not(" + text.replace("<", ">=") + ")" : text));
        model(
                "不等于写成并列",
                cells(text -> text.equals("? != true")
                        ? "not(? = true)"
                        : text.equals("? != false") ? "? = true, null" : text));
        model("并列换顺序", cells(text -> text.equals("< 1, null") ? "null, < 1" : text));
        model("拆成两条", all("rule", HarmlessDecisionsTest::split));
        model("区间写法", all("inputEntry", entry -> {
            if (DmnText.text(entry).equals(">= 20")) {
                DmnText.write(entry, "[20..999999], > 999999");
            }
        }));
        model("UNIQUE 写出来", all("decisionTable", table -> {
            if (!table.hasAttribute("hitPolicy")) {
                table.setAttribute("hitPolicy", "UNIQUE");
            }
        }));
        model("COLLECT 换成 RULE ORDER", all("decisionTable", table -> {
            if ("COLLECT".equals(table.getAttribute("hitPolicy"))) {
                table.setAttribute("hitPolicy", "RULE ORDER");
            }
        }));
        model("加一列说明", all("decisionTable", table -> {
            if (DmnText.in(table, "output").stream()
                    .anyMatch(output -> output.getAttribute("name").equals("requirement"))) {
                Element output = (Element) DmnText.in(table, "output").get(0).cloneNode(true);
                output.setAttribute("name", "source");
                output.setAttribute("id", "source_" + System.identityHashCode(table));
                table.insertBefore(output, DmnText.in(table, "rule").get(0));
                DmnText.in(table, "rule").forEach(rule -> {
                    Node entry = DmnText.in(rule, "outputEntry").get(0).cloneNode(true);
                    rule.appendChild(entry);
                    DmnText.write((Element) entry, "\"说明\"");
                });
            }
        }));
        model("要求加条文", all("outputEntry", entry -> {
            if (DmnText.text(entry).endsWith("以上\"")) {
                DmnText.write(entry, DmnText.text(entry).replace("以上\"", "以上（《暂行办法》第十一条(一)）\""));
            }
        }));
        model(
                "要求换写法",
                all(
                        "outputEntry",
                        entry -> DmnText.write(
                                entry,
                                DmnText.text(entry)
                                        .replace("60%", "百分之六十")
                                        .replace("20亿元", " 20 亿元")
                                        .replace("不少于5家", "至少5家")
                                        .replace("10%", "１０％"))));
        model(
                "理由换文字",
                all(
                        "outputEntry",
                        entry -> DmnText.write(entry, DmnText.text(entry).replaceFirst("。\"$", "，详见条文。\""))));
        model("加一个用不到的输入列", all("decisionTable", table -> {
            Element input = (Element) DmnText.in(table, "input").get(0).cloneNode(true);
            input.setAttribute("id", "twice_" + System.identityHashCode(table));
            table.insertBefore(input, DmnText.in(table, "output").get(0));
            DmnText.in(table, "rule").forEach(rule -> {
                Element entry = (Element) DmnText.in(rule, "inputEntry").get(0).cloneNode(true);
                DmnText.write(entry, "");
                rule.insertBefore(entry, DmnText.in(rule, "outputEntry").get(0));
            });
        }));
    }

    private static void model(String name, Consumer<DmnText> change) {
        MODELS.put(name, change);
    }

    private static Consumer<DmnText> all(String element, Consumer<Element> change) {
        return model -> model.all(element).forEach(change);
    }

    private static Consumer<DmnText> cells(UnaryOperator<String> way) {
        return all("inputEntry", entry -> DmnText.write(entry, way.apply(DmnText.text(entry))));
    }

    /** Into two that mean the same. */
    private static void split(Element rule) {
        for (Element entry : DmnText.in(rule, "inputEntry")) {
            String text = DmnText.text(entry);
            String first = null;
            String second = null;
            if (text.matches(">=? [0-9.]+")) {
                first = "? " + text + " and ? < 1000";
                second = ">= 1000";
            } else if (text.matches("<=? [0-9.]+")) {
                first = "? " + text + " and ? > -5";
                second = "<= -5";
            } else if (text.matches("\"\\w+\", \"\\w+\".*")) {
                first = text.substring(0, text.indexOf(','));
                second = text.substring(text.indexOf(',') + 1);
            }
            if (first != null) {
                Element other = (Element) rule.cloneNode(true);
                other.setAttribute("id", rule.getAttribute("id") + "_more");
                DmnText.write(entry, first);
                DmnText.write(DmnText.in(other, "inputEntry").get(DmnText.column(entry)), second);
                rule.getParentNode().insertBefore(other, rule.getNextSibling());
                return;
            }
        }
    }

    @Test
    @DisplayName("每一种")
    void each() {
        List<String> wrong = new ArrayList<>();
        MODELS.forEach((name, change) -> refused(name, text -> new DmnText(text).changed(change), wrong));
        TEXTS.forEach((name, change) -> refused(name, change, wrong));
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(MODELS.size() + TEXTS.size()).isGreaterThan(30);
    }

    @Test
    @DisplayName("随机的两种一起")
    void pairs() {
        Random random = new Random(14);
        List<String> models = List.copyOf(MODELS.keySet());
        List<String> texts = List.copyOf(TEXTS.keySet());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            String one = models.get(random.nextInt(models.size()));
            String other = models.get(random.nextInt(models.size()));
            String last = texts.get(random.nextInt(texts.size()));
            refused(
                    one + "、" + other + "、" + last,
                    text -> TEXTS.get(last)
                            .apply(new DmnText(new DmnText(text).changed(MODELS.get(one)))
                                    .changed(MODELS.get(other))
                                    .replaceFirst("^<\\?xml.*?\\?>", "")),
                    wrong);
        }
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    private static void refused(String name, UnaryOperator<String> change, List<String> wrong) {
        for (ModelSource file : ShippedDecisions.files()) {
            ShippedDecisions.judged(file.name(), change.apply(ShippedDecisions.text(file))).stream()
                    .map(ModelFinding::sentence)
                    .limit(3)
                    .forEach(sentence -> wrong.add(name + "：" + sentence));
        }
    }
}
