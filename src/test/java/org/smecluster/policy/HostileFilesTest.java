package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("残缺或者恶意的文件：一句话说明，不报错，不读取文件以外的内容")
class HostileFilesTest {

    private static final ModelJudge JUDGE = new ModelJudge(AllowedInModels.shipped());
    private static final String BPMN = Marked.read("everything.bpmn").text();
    private static final String DMN = Marked.read("everything.dmn").text();
    private static final String FORM = Marked.read("everything.form").text();
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    static Stream<Arguments> hostile() {
        return Stream.of(
                file("空文件", "x.bpmn", ""),
                file("空文件", "x.dmn", ""),
                file("空文件", "x.form", ""),
                file("只有空白", "x.bpmn", " \n\t "),
                file("不是 XML", "x.bpmn", "hello"),
                file("截断", "x.bpmn", BPMN.substring(0, BPMN.length() / 2)),
                file("截断", "x.dmn", DMN.substring(0, DMN.length() / 2)),
                file("截断", "x.form", FORM.substring(0, FORM.length() / 2)),
                file("标签不配对", "x.bpmn", BPMN.replace("</bpmn:userTask>", "</bpmn:task>")),
                file("两个根元素", "x.bpmn", BPMN + "<x/>"),
                file("根元素之后的文字", "x.bpmn", BPMN + "x"),
                file("重复的属性", "x.bpmn", BPMN.replace("id=\"everyProcess\"", "id=\"everyProcess\" id=\"other\"")),
                file("没有声明的前缀", "x.bpmn", BPMN.replace("xmlns:camunda=", "xmlns:other=")),
                file("不合法的字符", "x.bpmn", BPMN.replace("协作", "协\u0001作")),
                file("NUL", "x.bpmn", BPMN.replace("协作", "协\0作")),
                file("NUL 字符引用", "x.bpmn", BPMN.replace("协作", "协&#0;作")),
                file("DOCTYPE", "x.bpmn", doctype("<!DOCTYPE x>")),
                file(
                        "外部实体",
                        "x.bpmn",
                        doctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                                .replace("协作", "&e;")),
                file(
                        "外部实体",
                        "x.dmn",
                        DMN.replace(HEADER, HEADER + "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>")
                                .replace("另一项", "&e;")),
                file("参数实体", "x.bpmn", doctype("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\">%p;]>")),
                file("外部 DTD", "x.bpmn", doctype("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")),
                file("十亿次大笑", "x.bpmn", doctype(laughs()).replace("协作", "&l9;")),
                file("没有声明的实体", "x.bpmn", BPMN.replace("协作", "&nbsp;")),
                file(
                        "处理指令",
                        "x.bpmn",
                        BPMN.replace(HEADER, HEADER + "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\"?>")),
                file(
                        "XInclude",
                        "x.bpmn",
                        BPMN.replace(
                                "<bpmn:message ",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><bpmn:message ")),
                file("声明了别的编码", "x.bpmn", BPMN.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")),
                file("声明了没有的编码", "x.bpmn", BPMN.replace("encoding=\"UTF-8\"", "encoding=\"NONE-1\"")),
                file("声明了 UTF-16", "x.dmn", DMN.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")),
                bytes("UTF-16", "x.bpmn", BPMN, StandardCharsets.UTF_16),
                bytes("UTF-16LE", "x.bpmn", BPMN, StandardCharsets.UTF_16LE),
                bytes("UTF-16", "x.form", FORM, StandardCharsets.UTF_16),
                bytes("UTF-32", "x.dmn", DMN, Charset.forName("UTF-32")),
                bytes("GBK", "x.bpmn", BPMN, Charset.forName("GBK")),
                bytes("GBK", "x.form", FORM, Charset.forName("GBK")),
                arguments("不是文字", "x.bpmn", new byte[] {(byte) 0xC0, (byte) 0x80, 1, 2, 3}),
                file(
                        "XML 1.1",
                        "x.bpmn",
                        BPMN.replace("version=\"1.0\"", "version=\"1.1\"").replace("协作", "协&#1;作")),
                file("决策当作流程", "x.bpmn", DMN),
                file("流程当作决策", "x.dmn", BPMN),
                file("表单当作流程", "x.bpmn", FORM),
                file("流程当作表单", "x.form", BPMN),
                file("CMMN 当作流程", "x.bpmn", "<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\"/>"),
                file("CMMN", "x.cmmn", "<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\"/>"),
                file(
                        "Camunda 8 的流程",
                        "x.bpmn",
                        BPMN.replace("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/zeebe/1.0")),
                file("10 MB", "x.bpmn", BPMN.replace("协作", "a".repeat(10_000_000))),
                file("10 MB", "x.form", "[" + "1,".repeat(5_000_000) + "1]"),
                file("十万层", "x.bpmn", deep(100_000)),
                file(
                        "一百层子流程",
                        "x.bpmn",
                        BPMN.replace(
                                "<bpmn:textAnnotation id=\"note\">",
                                subProcesses(100) + "<bpmn:textAnnotation id=\"note\">")),
                file("十万层", "x.form", "{\"components\":" + "[".repeat(100_000)),
                file(
                        "重复的名称",
                        "x.form",
                        FORM.replace("\"type\": \"default\"", "\"type\": \"default\", \"id\": \"other\"")),
                file("多余的逗号", "x.form", FORM.replace("\"schemaVersion\": 16,", "\"schemaVersion\": 16,,")),
                file("注释", "x.form", "// 说明\n" + FORM),
                file("单引号", "x.form", FORM.replace('"', '\'')),
                file("之后还有内容", "x.form", FORM + "{}"),
                file("NaN", "x.form", FORM.replace("\"schemaVersion\": 16", "\"schemaVersion\": NaN")),
                file("前导零", "x.form", FORM.replace("\"schemaVersion\": 16", "\"schemaVersion\": 016")),
                file(
                        "很长的数字",
                        "x.form",
                        FORM.replace("\"schemaVersion\": 16", "\"schemaVersion\": " + "9".repeat(100_000))),
                file("很大的数字", "x.form", FORM.replace("\"schemaVersion\": 16", "\"schemaVersion\": 1e999999999")),
                file("列表", "x.form", "[]"),
                file("null", "x.form", "null"),
                file("文字", "x.form", "\"x\""),
                file("没有标识", "x.form", "{\"components\":[]}"),
                file("没有组件", "x.form", "{\"id\":\"x\"}"),
                file("组件不是列表", "x.form", "{\"id\":\"x\",\"components\":{}}"),
                file("组件不是对象", "x.form", "{\"id\":\"x\",\"components\":[1,null,\"x\",[]]}"),
                file("没有类型的组件", "x.form", "{\"id\":\"x\",\"components\":[{\"key\":\"a\"}]}"),
                file("类型不是文字", "x.form", "{\"id\":\"x\",\"components\":[{\"type\":{}}]}"),
                file("空的标识", "x.form", "{\"id\":\"\",\"components\":[]}"),
                file("别的文件", "x.js", "1"),
                file("别的文件", "x.html", "<html/>"),
                file("别的文件", "x.py", "1"),
                file("大写的后缀", "x.BPMN", BPMN),
                file("旧的后缀", "x.bpmn20.xml", BPMN),
                file("旧的后缀", "x.dmn11.xml", DMN),
                file("没有后缀", "x", BPMN),
                file("空的文件名", "", BPMN),
                file("文件名有 NUL", "a\0.bpmn", BPMN),
                file("文件名有换行", "a\n.bpmn", BPMN),
                file("文件名有 HTML", "<script>.bpmn", BPMN),
                file("文件名过长", "a".repeat(300) + ".bpmn", BPMN));
    }

    private static Arguments file(String what, String name, String text) {
        return arguments(what, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments bytes(String what, String name, String text, Charset charset) {
        return arguments(what, name, text.getBytes(charset));
    }

    private static String doctype(String declaration) {
        return BPMN.replace(HEADER, HEADER + declaration);
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        IntStream.rangeClosed(1, 9)
                .forEach(i -> entities.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">"));
        return entities + "]>";
    }

    private static String deep(int levels) {
        return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
                + "<bpmn:process>".repeat(levels);
    }

    private static String subProcesses(int levels) {
        return IntStream.range(0, levels)
                        .mapToObj(i -> "<bpmn:subProcess id=\"deep_" + i + "\">")
                        .reduce("", String::concat)
                + "</bpmn:subProcess>".repeat(levels);
    }

    @ParameterizedTest(name = "{0}（{1}）")
    @MethodSource("hostile")
    @DisplayName("每一种都有一句说明和改法，很快得出")
    void refusedWithASentence(String what, String name, byte[] content) {
        List<ModelFinding> findings = Assertions.assertTimeout(
                Duration.ofMinutes(1), () -> JUDGE.findings(List.of(new ModelSource(name, content))));
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.sentence()).doesNotContain("\0").hasSizeLessThan(1000);
            assertThat(finding.problem()).containsPattern("\\p{IsHan}");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    @DisplayName("一次部署里标识重复的：流程、决策、决策关系图、表单都指明另一处")
    void theSameKeyTwice() {
        List<ModelSource> twice = Stream.of("everything.bpmn", "everything.dmn", "everything.form")
                .map(name -> Marked.read(name).source())
                .flatMap(source -> Stream.of(source, new ModelSource("again/" + source.name(), source.content())))
                .toList();
        assertThat(JUDGE.findings(twice))
                .extracting(ModelFinding::element)
                .containsExactlyInAnyOrder(
                        "everyProcess", "everyDecision", "otherDecision", "everyDiagram", "everyForm");
    }

    @Test
    @DisplayName("全部问题一次列出；过多的，说明还有多少")
    void allAtOnce() {
        String many = BPMN.replace("<bpmn:message ", "<bpmn:scriptTask/>".repeat(150) + "<bpmn:message ");
        List<ModelSource> files = List.of(
                new ModelSource("a.bpmn", many.getBytes(StandardCharsets.UTF_8)),
                new ModelSource("b.html", new byte[0]));
        assertThat(JUDGE.findings(files)).hasSize(151);
        ModelsRefused refused = Assertions.assertThrows(ModelsRefused.class, () -> JUDGE.require(files));
        assertThat(refused.findings()).hasSize(100);
        assertThat(refused.text("")).startsWith("没有部署：共有151处问题").contains("另有51处没有列出");
    }

    @Test
    @DisplayName("文件过多的，请分几次")
    void tooManyFiles() {
        List<ModelSource> files = IntStream.range(0, 201)
                .mapToObj(i -> new ModelSource(i + ".bpmn", new byte[0]))
                .toList();
        assertThat(JUDGE.findings(files)).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("分几次"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", " ", "-1", "1.5", "十", "9999999999", "0x10", "NaN", "1e9"})
    @DisplayName("模型里应为数字的属性不是数字：逐处说明")
    void noNumber(String value) {
        String text = BPMN.replace("camunda:historyTimeToLive=\"P1D\"", "camunda:historyTimeToLive=\"" + value + "\"")
                .replace("name=\"dueWorkingDays\" value=\"10\"", "name=\"dueWorkingDays\" value=\"" + value + "\"")
                .replace("camunda:decisionRefVersion=\"2\"", "camunda:decisionRefVersion=\"" + value + "\"");
        assertThat(JUDGE.findings(List.of(new ModelSource("x.bpmn", text.getBytes(StandardCharsets.UTF_8)))))
                .extracting(ModelFinding::element)
                .isEqualTo(Arrays.asList("everyProcess", "task_review", "decide_eligible"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P", "PT", "P5", "5 days", "R3/", "R/PX", "* * *", "every day", "99", "2026-13-99T", "P99999999D"
            })
    @DisplayName("计时不是日期、时长或周期的，逐处说明")
    void noTime(String value) {
        String text = BPMN.replace(">P5D<", ">" + value + "<")
                .replace(">${endsAt}</bpmn:timeDate>", ">" + value + "</bpmn:timeDate>")
                .replace(">0 0 9 1,15 3 ?<", ">" + value + "<")
                .replace(">R3/PT10M<", ">" + value + "<");
        assertThat(JUDGE.findings(List.of(new ModelSource("x.bpmn", text.getBytes(StandardCharsets.UTF_8)))))
                .extracting(ModelFinding::element)
                .containsExactlyInAnyOrder("timer_late", "service_close", "timer_due", "timer_yearly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "(a+)+$", "(a*)*", "((a+))+", "(a|b+){5,}", "(?:x{1,9})*", "a{2,1}"})
    @DisplayName("表单的格式：不能编译的，或者重复里有重复、会使服务器一直算下去的，不能用")
    void pattern(String pattern) {
        String text = FORM.replace("^NXJQ-[0-9]{6}$", pattern);
        assertThat(JUDGE.findings(List.of(new ModelSource("x.form", text.getBytes(StandardCharsets.UTF_8)))))
                .extracting(ModelFinding::element)
                .containsExactly("clusterName");
    }

    @Test
    @DisplayName("指向文件中没有的元素、标识重复、版本没有写明：都指明元素")
    void references() {
        String text = BPMN.replace("targetRef=\"task_review\"", "targetRef=\"task_gone\"")
                .replace("messageRef=\"message_decided\">", "messageRef=\"message_gone\">")
                .replace("<bpmn:flowNodeRef>event_started", "<bpmn:flowNodeRef>event_gone")
                .replace("id=\"event_ended\"", "id=\"event_due\"")
                .replace("camunda:decisionRefVersion=\"2\"", "");
        List<ModelFinding> findings =
                JUDGE.findings(List.of(new ModelSource("x.bpmn", text.getBytes(StandardCharsets.UTF_8))));
        assertThat(findings).extracting(ModelFinding::line).isSorted();
        assertThat(findings)
                .extracting(ModelFinding::element)
                .containsExactlyInAnyOrder(
                        "flow_toTask", "task_wait", "lane", "event_due", "decide_eligible", "flow_toEnd");
    }

    static Stream<String> busy() {
        return Stream.of(
                "a,".repeat(400_000) + "$",
                "a,  ".repeat(200_000) + "$",
                "a,  ".repeat(240) + "$",
                "a,".repeat(490) + "$",
                "${a},".repeat(190) + "$",
                "]".repeat(500_000) + " ".repeat(500_000),
                "]".repeat(1_900) + " ".repeat(1_900) + "<a",
                "${" + " ".repeat(3_000),
                "P" + "1".repeat(3_000),
                "R/" + "0".repeat(3_000),
                "0" + ",0".repeat(1_900),
                "0" + " *".repeat(1_900),
                "((((".repeat(900),
                " ".repeat(1_900_000),
                "&lt;&amp;".repeat(150_000),
                "<!-- x -->".repeat(150_000));
    }

    @ParameterizedTest
    @MethodSource("busy")
    @DisplayName("特意写来耗时的值，写在哪一种位置都很快有结果")
    void noValueKeepsItBusy(String value) {
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> {
            for (Marked model : List.of(
                    Marked.read("everything.bpmn"), Marked.read("everything.dmn"), Marked.read("everything.form"))) {
                for (Marked.Place place : model.places(Marked.Kind.VALUE)) {
                    if (value.length() < 10_000 || place.line() % 7 == 0) {
                        JUDGE.findings(List.of(model.source(model.with(place, value.replace("<a", "&lt;a")))));
                    }
                }
            }
        });
    }

    @Test
    @DisplayName("很多候选组也读得出")
    void manyGroups() {
        String text = BPMN.replace("province-officer,${cityGroup}", "a,".repeat(499) + "a");
        assertThat(JUDGE.findings(List.of(new ModelSource("x.bpmn", text.getBytes(StandardCharsets.UTF_8)))))
                .isEmpty();
    }
}
