package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("别的工具保存的文件：写法不同而内容相同的，照样可以部署")
class HarmlessVariantsTest {

    private static final ModelJudge JUDGE = new ModelJudge(AllowedInModels.shipped());

    /** Of the templates and of everything that is shipped. */
    static Stream<Arguments> variants() {
        List<Arguments> ways = List.of(
                arguments("原样", way(text -> text)),
                arguments("字节序标记", way(text -> "\uFEFF" + text)),
                arguments("CRLF", way(text -> text.replace("\n", "\r\n"))),
                arguments("CR", way(text -> text.replace("\n", "\r"))),
                arguments("bpmn2 前缀", way(text -> text.replace("bpmn:", "bpmn2:")
                        .replace("xmlns:bpmn=", "xmlns:bpmn2="))),
                arguments(
                        "没有前缀", way(text -> text.replaceAll("(</?)bpmn:", "$1").replace("xmlns:bpmn=", "xmlns="))),
                arguments("别的 camunda 前缀", way(text -> text.replace("camunda:", "c7:")
                        .replace("xmlns:camunda=", "xmlns:c7="))),
                arguments("注释", way(text -> text.replaceAll("(<bpmn:userTask)", "<!-- 注释 \\${x.y()} -->$1"))),
                arguments("没有 XML 声明", way(text -> text.replaceFirst("^<\\?xml.*?\\?>\\s*", ""))),
                arguments("小写的编码", way(text -> text.replace("encoding=\"UTF-8\"", "encoding=\"utf-8\""))),
                arguments(
                        "单引号的声明",
                        way(text -> text.replaceFirst(
                                "<\\?xml.*?\\?>", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"))),
                arguments(
                        "CDATA", way(text -> text.replaceAll("<text>([^<&]*)</text>", "<text><![CDATA[$1]]></text>"))),
                arguments("字符引用", way(text -> text.replace("认定", "&#35748;&#23450;")
                        .replace("{&#35748;", "{认"))),
                arguments(
                        "没有用到的命名空间",
                        way(text -> text.replaceFirst(" xmlns", " xmlns:unused=\"urn:other-tool\" xmlns"))),
                arguments(
                        "别的导出工具",
                        way(text ->
                                text.replaceAll("exporter=\"[^\"]*\"", "exporter=\"bpmn-js (https://demo.bpmn.io)\""))),
                arguments("别的缩进", way(text -> text.replaceAll("\n +", "\n\t"))));
        return ways.stream();
    }

    private static UnaryOperator<String> way(UnaryOperator<String> way) {
        return way;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    @DisplayName("流程和决策，样例和随附的全部文件")
    void processesAndDecisions(String name, UnaryOperator<String> way) {
        List<ModelSource> files = Stream.concat(
                        Stream.of("everything.bpmn", "everything.dmn")
                                .map(file -> Marked.read(file).source()),
                        ShippedModelsPassTest.shipped().stream())
                .filter(file -> !file.ending().equals("form"))
                .map(file -> new ModelSource(
                        file.name(),
                        way.apply(new String(file.content(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(JUDGE.findings(files)).extracting(ModelFinding::sentence).isEmpty();
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                arguments("1.1", "http://www.omg.org/spec/DMN/20151101/dmn.xsd"),
                arguments("1.2", "http://www.omg.org/spec/DMN/20180521/MODEL/"),
                arguments("1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/"));
    }

    @ParameterizedTest(name = "DMN {0}")
    @MethodSource("versions")
    @DisplayName("DMN 的三个版本")
    void dmn(String version, String namespace) {
        Marked decision = Marked.read("everything.dmn");
        String text = decision.text().replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace);
        assertThat(JUDGE.findings(List.of(decision.source(text))))
                .extracting(ModelFinding::sentence)
                .isEmpty();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("CRLF", way(text -> text.replace("\n", "\r\n"))),
                arguments("没有空白", way(text -> text.replaceAll("\n *", ""))),
                arguments("没有版本", way(text -> text.replaceAll("\"executionPlatform[^\\n]*\n", ""))),
                arguments("转义的文字", way(text -> text.replace("名", "\\u540d"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @DisplayName("表单，样例和随附的全部文件")
    void forms(String name, UnaryOperator<String> way) {
        List<ModelSource> files = Stream.concat(
                        Stream.of(Marked.read("everything.form").source()), ShippedModelsPassTest.shipped().stream())
                .filter(file -> file.ending().equals("form"))
                .map(file -> new ModelSource(
                        file.name(),
                        way.apply(new String(file.content(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(JUDGE.findings(files)).extracting(ModelFinding::sentence).isEmpty();
    }
}
