package org.smecluster.policy.guard.variants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The same models, saved by another tool or another hand. */
final class HarmlessFiles {

    private HarmlessFiles() {}

    static void describe(Catalogue all) {
        Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
        ways.put("字节序标记", text -> "\uFEFF" + text);
        ways.put("换行为 CRLF", text -> text.replace("\n", "\r\n"));
        ways.put("字节序标记和 CRLF", text -> "\uFEFF" + text.replace("\n", "\r\n"));
        ways.put("前缀为 bpmn2", text -> text.replace("bpmn:", "bpmn2:").replace("xmlns:bpmn=", "xmlns:bpmn2="));
        ways.put("没有前缀", text -> text.replaceAll("(</?)bpmn:", "$1").replace("xmlns:bpmn=", "xmlns="));
        ways.put("前缀为 semantic", text -> text.replaceAll("(</?)bpmn:", "$1semantic:")
                .replace("bpmn:tFormal", "semantic:tFormal")
                .replace("xmlns:bpmn=", "xmlns:semantic="));
        ways.put("扩展的前缀不同", text -> text.replace("camunda:", "c7:").replace("xmlns:camunda=", "xmlns:c7="));
        ways.put("缩进不同", text -> text.replaceAll("\n +", "\n\t"));
        ways.put("没有缩进", text -> text.replaceAll("\n *(?=<)", ""));
        ways.put("导出工具不同", text -> text.replaceAll("exporter=\"[^\"]*\"", "exporter=\"bpmn-js (https://demo.bpmn.io)\"")
                .replaceAll("exporterVersion=\"[^\"]*\"", "exporterVersion=\"17.9.2\""));
        ways.put("加了注释", text -> text.replaceAll("(<bpmn:(?:userTask|process) )", "<!-- 2027年修订 -->$1"));
        ways.put("属性的次序不同", text -> text.replaceAll(
                        "sourceRef=\"([^\"]*)\" targetRef=\"([^\"]*)\"", "targetRef=\"$2\" sourceRef=\"$1\"")
                .replaceAll("id=\"([^\"]*)\" name=\"([^\"]*)\"", "name=\"$2\" id=\"$1\""));
        ways.put("单引号", text -> text.replaceAll("id=\"([^\"']*)\"", "id='$1'"));
        ways.put("字符引用", text -> text.replaceAll("(name=\"[^\"]*)认定", "$1&#35748;&#23450;"));
        ways.put("没有 XML 声明", text -> text.replaceFirst("^<\\?xml.*?\\?>\\s*", ""));
        ways.put("表达式用 #{}", text -> text.replaceAll("(<bpmn:conditionExpression[^>]*>)\\$\\{", "$1#{"));
        ways.put("表达式里有空格", text -> text.replaceAll("(<bpmn:conditionExpression[^>]*>)\\$\\{([^}]*)}", "$1\\${ $2 }"));
        ways.put("连线不写端点", text -> text.replaceAll("\n *<bpmn:(incoming|outgoing)>[^<]*</bpmn:\\1>", ""));
        ways.forEach((way, change) -> {
            for (String process : Catalogue.PROCESSES) {
                all.add(way, process, files -> {
                    String path = Files.path(process + ".bpmn");
                    files.put(path, differs(change.apply(files.text(path)), files.text(path)));
                    return Set.of();
                });
            }
        });
        Map<String, UnaryOperator<String>> decisions = new LinkedHashMap<>();
        decisions.put("决策：字节序标记", text -> "\uFEFF" + text);
        decisions.put("决策：CRLF", text -> text.replace("\n", "\r\n"));
        decisions.put("决策：前缀为 dmn", text -> text.replaceAll("(</?)(?![a-z]+:)([a-zA-Z])", "$1dmn:$2")
                .replace("xmlns=\"https", "xmlns:dmn=\"https")
                .replace("<?dmn:xml", "<?xml"));
        decisions.put("决策：单元格为 CDATA", text -> text.replaceAll("<text>([^<&]*)</text>", "<text><![CDATA[$1]]></text>"));
        decisions.put("决策：缩进不同", text -> text.replaceAll("\n +", "\n\t"));
        decisions.put("决策：单元格前后有空格", text -> text.replaceAll("<text>([^<]+)</text>", "<text> $1 </text>"));
        decisions.put(
                "决策：空单元格写成横线",
                text -> text.replaceAll("(<inputEntry[^>]*>\\s*)<text( />|></text>)", "$1<text>-</text>"));
        decisions.put("决策：没有图", text -> text.replaceAll("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", ""));
        decisions.put("决策：空单元格写成一对标签", text -> text.replace("<text />", "<text></text>"));
        decisions.forEach((way, change) -> {
            for (String decision : Catalogue.DECISION_FILES) {
                String path = Files.path(decision + ".dmn");
                String before = new Files().text(path);
                if (!change.apply(before).equals(before)) {
                    all.add(way, decision, files -> {
                        files.put(path, change.apply(files.text(path)));
                        return Set.of();
                    });
                }
            }
        });
        Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
        forms.put("表单：CRLF", text -> text.replace("\n", "\r\n"));
        forms.put("表单：没有空白", text -> text.replaceAll("\n *", ""));
        forms.put("表单：转义的文字", text -> text.replace("名", "\\u540d").replace("理", "\\u7406"));
        forms.put("表单：没有版本", text -> text.replaceAll(",?\\s*\"executionPlatformVersion\": \"[^\"]*\"", ""));
        forms.forEach((way, change) -> all.add(way, "全部", files -> {
            for (String form : Catalogue.FORMS) {
                String path = Files.path(form + ".form");
                files.put(path, change.apply(files.text(path)));
            }
            return Set.of();
        }));
        all.add("全部文件一起部署", "原样加一个换行", files -> {
            Files.shipped().forEach(file -> files.put(file.name(), files.text(file.name()) + "\n"));
            return Set.of();
        });
        all.add("文件名不同", "部署时没有目录", files -> {
            for (String process : Catalogue.PROCESSES) {
                files.put(process + ".bpmn", files.text(Files.path(process + ".bpmn")));
            }
            return Set.of();
        });
    }

    private static String differs(String after, String before) {
        return after.equals(before) ? after + "\n" : after;
    }
}
