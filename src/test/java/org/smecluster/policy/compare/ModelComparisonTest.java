package org.smecluster.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.compare.Difference.Sign;

@DisplayName("两个版本的差异，逐条说成人看得懂的话")
class ModelComparisonTest {

    private static final String RENEWAL = "processes/renewal/renewalReview.bpmn";
    private static final String CONDITIONS = "processes/recognition/basicConditions.dmn";
    private static final String ACCEPTANCE = "forms/recognition/decideAcceptance.form";

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelComparison compare(String file, String before, String after) {
        assertThat(after).as("nothing was changed").isNotEqualTo(before);
        return ModelComparison.of(
                        new ModelSource(file, before.getBytes(StandardCharsets.UTF_8)),
                        new ModelSource(file, after.getBytes(StandardCharsets.UTF_8)),
                        Map.of("concludeReview", "提出复核意见")::get)
                .orElseThrow();
    }

    private static ModelComparison changed(String file, String from, String to) {
        String text = read(file);
        return compare(file, text, text.replace(from, to));
    }

    private static List<String> told(ModelComparison comparison) {
        return comparison.differences().stream().map(Difference::sentence).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id="task_giveCityOpinion" name="市级意见" | id="task_giveCityOpinion" name="市级复核意见" | 任务「市级复核意见」（第十一条、第十三条(一)、第十四条）：名称由“市级意见”改为“市级复核意见”。
            camunda:candidateGroups="province-leader" | camunda:candidateGroups="province-officer" | 任务「复核决定」（第十四条）：办理人由“自治区审定”改为“自治区经办”。
            camunda:formRef="concludeReview" | camunda:formRef="concludeYear" | 任务「复核意见」（第十一条、第十四条、第十七条(二)）：表单由“提出复核意见（concludeReview）”改为“concludeYear”。
            """)
    @DisplayName("任务的名称、办理人、表单")
    void ofATask(String from, String to, String sentence) {
        String text = read(RENEWAL);
        String after = text.replaceFirst(Pattern.quote(from), to);
        assertThat(told(compare(RENEWAL, text, after))).containsExactly(sentence);
    }

    @Test
    @DisplayName("办理期限、条件、条款、监听程序；是什么变成是什么，没有写的和写明默认的一样")
    void ofProperties() {
        String step = """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d'>
                <process id='p' name='试'><userTask id='t' name='办'%s><extensionElements><camunda:properties>
                <camunda:property name='dueWorkingDays' value='%s'/><camunda:property name='article' value='%s'/></camunda:properties>
                %s</extensionElements></userTask>
                <exclusiveGateway id='g' name='可否?'/><endEvent id='e' name='办结'/>
                <sequenceFlow id='f' sourceRef='g' targetRef='e'><conditionExpression>%s</conditionExpression></sequenceFlow>
                </process></definitions>""";
        String before = step.formatted("", "5", "第九条", "", "${a}");
        assertThat(told(compare(
                        "a.bpmn",
                        before,
                        step.formatted(
                                " camunda:asyncBefore='true'",
                                "10",
                                "第十条",
                                "<camunda:taskListener event='complete' delegateExpression='${x}'/>",
                                "${!a}"))))
                .containsExactly(
                        "任务「办」（第十条）：现在先存盘、再异步执行；办理期限由5个工作日改为10个工作日；依据的条款由“第九条”改为“第十条”；加上任务完成时执行的程序“${x}”。",
                        "连线从「可否?」到「办结」：条件由“${a}”改为“${!a}”。");
        assertThat(compare("a.bpmn", before, step.formatted(" camunda:asyncBefore='false'", "5", "第九条", "", "${a}")))
                .satisfies(same -> assertThat(same.differences()).isEmpty())
                .satisfies(same -> assertThat(same.remarks()).containsExactly("两个版本说的是一样的，只有写法（空白、换行、先后次序）不同。"));
    }

    @Test
    @DisplayName("新增的、删去的、移到另一泳道的、改了类型的；先后次序只在有关系时说")
    void ofElements() {
        String process =
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='d'><process id='p' name='试'>"
                        + "<laneSet id='ls'><lane id='l1' name='市级'><flowNodeRef>%s</flowNodeRef></lane>"
                        + "<lane id='l2' name='区级'><flowNodeRef>%s</flowNodeRef></lane></laneSet>%s</process></definitions>";
        String one = "<userTask id='a' name='甲'/>";
        String other = "<userTask id='b' name='乙'/>";
        assertThat(told(compare(
                        "a.bpmn",
                        process.formatted("a", "b", one + other),
                        process.formatted("a", "c", one + "<userTask id='c' name='丙'/>"))))
                .containsExactly("任务「丙」：是新增的；所在的泳道是「区级」。", "任务「乙」：删去了。");
        assertThat(told(compare(
                        "a.bpmn",
                        process.formatted("a", "b", one + other),
                        process.formatted("b", "a", "<manualTask id='a' name='甲'/>" + other))))
                .containsExactly("手工步骤「甲」：类型由“任务”改为“手工步骤”；所在的泳道由「市级」改为「区级」。", "任务「乙」：所在的泳道由「区级」改为「市级」。");
        assertThat(told(compare(
                        "a.bpmn", process.formatted("a", "b", one + other), process.formatted("a", "b", other + one))))
                .as("the engine does not go by it")
                .isEmpty();
        String flow =
                "<sequenceFlow id='%s' name='%s' sourceRef='a' targetRef='b'><conditionExpression>${x}</conditionExpression></sequenceFlow>";
        String first = flow.formatted("f1", "一");
        String second = flow.formatted("f2", "二");
        assertThat(told(compare(
                        "a.bpmn",
                        process.formatted("a", "b", one + other + first + second),
                        process.formatted("a", "b", one + other + second + first))))
                .as("the first that holds is taken")
                .containsExactly("任务「甲」：判断的先后由“「一」、「二」”改为“「二」、「一」”。");
    }

    @Test
    @DisplayName("图上移动了的只说有几处；长的文字只说改动的那一段")
    void ofDrawingsAndTexts() {
        ModelComparison moved = changed(RENEWAL, "<dc:Bounds x=\"", "<dc:Bounds x=\"1");
        assertThat(moved.differences()).isEmpty();
        assertThat(moved.remarks()).singleElement().asString().contains("只改了画法（位置、大小、颜色），办理不受影响");
        assertThat(told(changed(RENEWAL, "有效期届满后失效", "有效期届满之后失效")))
                .containsExactly("流程「期满复核」（第十四条）：说明由“…年；未通过的，有效期届满后失效。作出决定或者公示…”改为“…年；未通过的，有效期届满之后失效。作出决定或者公示…”。");
    }

    @Test
    @DisplayName("决策表：哪一条规则的哪一格由什么改为什么，在哪张表上看")
    void ofACell() {
        ModelComparison comparison = changed(CONDITIONS, "<text>&gt;= 20</text>", "<text>&gt;= 15</text>");
        assertThat(comparison.differences()).singleElement().satisfies(cell -> {
            assertThat(cell.sign()).isEqualTo(Sign.CHANGED);
            assertThat(cell.decision()).isEqualTo("coreCompetitiveness");
            assertThat(cell.elements()).containsExactly("coreCompetitiveness_minAnnualOutput_met_in_minAnnualOutput");
            assertThat(cell.sentence())
                    .isEqualTo("决策「核心竞争力」第10条规则（第十一条(一)：近三年最低年产值达到要求，符合）：「近三年最低年产值（亿元）」由“>= 20”改为“>= 15”。");
        });
    }

    private static String table(String columns, String rules) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='文件'><decision id='x' name='表'>"
                + "<decisionTable id='t' hitPolicy='FIRST'>" + columns
                + "<output id='o' label='结果' name='r' typeRef='string'/>"
                + rules + "</decisionTable></decision></definitions>";
    }

    private static String column(String id, String label) {
        return "<input id='" + id + "' label='" + label + "'><inputExpression><text>" + id
                + "</text></inputExpression></input>";
    }

    private static String rule(String id, String result, String... cells) {
        StringBuilder rule = new StringBuilder("<rule id='" + id + "'>");
        for (String cell : cells) {
            rule.append("<inputEntry><text>").append(cell).append("</text></inputEntry>");
        }
        return rule + "<outputEntry><text>" + result + "</text></outputEntry></rule>";
    }

    @Test
    @DisplayName("决策表：增删规则和列、规则的次序、空白与“-”是一样的")
    void ofATable() {
        String a = column("a", "甲");
        String b = column("b", "乙");
        String before = table(a, rule("r1", "1", "&lt; 1") + rule("r2", "2", "-") + rule("r3", "3", ""));
        assertThat(told(compare(
                        "a.dmn",
                        before,
                        table(a, rule("r1", "1", "&lt; 1") + rule("r2", "2", "") + rule("r3", "3", "")))))
                .isEmpty();
        assertThat(told(compare(
                        "a.dmn",
                        before,
                        table(a, rule("r3", "3", "") + rule("r1", "1", "&lt; 1") + rule("r2", "2", "")))))
                .containsExactly("决策「表」第1条规则：由第3条移到第1条。");
        assertThat(told(compare(
                        "a.dmn",
                        before,
                        table(a, rule("r1", "1", "&lt; 1") + rule("r3", "3", "") + rule("r4", "4", "5")))))
                .containsExactly("决策「表」第3条规则：是新增的；「甲」是5；「结果」是4。", "决策「表」原第2条规则：删去了；「结果」原来是2。");
        assertThat(told(compare(
                        "a.dmn",
                        before,
                        table(
                                b + a,
                                rule("r1", "1", "7", "&lt; 1") + rule("r2", "2", "", "") + rule("r3", "3", "", "")))))
                .containsExactly("决策「表」的输入列「乙」：是新增的；名称是“乙”；取值是“b”。", "决策「表」第1条规则：新列「乙」是7。");
        assertThat(told(compare("a.dmn", before, before.replace("FIRST", "COLLECT"))))
                .containsExactly("决策「表」：规则的取法由“取第一条符合的规则”改为“列出所有符合的规则”。");
    }

    @Test
    @DisplayName("表单：必填、字数、选项、栏目的增删和次序；两边对照")
    void ofAForm() {
        assertThat(told(changed(ACCEPTANCE, "\"不予受理\"", "\"不受理\"")))
                .containsExactly("栏目「审查结论」：选项“REFUSE”由“不予受理”改为“不受理”。");
        ModelComparison shorter = changed(ACCEPTANCE, "\"maxLength\": 2000", "\"maxLength\": 100");
        assertThat(told(shorter)).containsExactly("栏目「审查意见」：最多字数由2000改为100。");
        assertThat(shorter.rows())
                .filteredOn(row -> row.sign() != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.before().says()).contains("最多字数是2000");
                    assertThat(row.after().says()).contains("最多字数是100");
                });
        String form = "{\"id\":\"f\",\"components\":[%s]}";
        String one =
                "{\"id\":\"a\",\"key\":\"a\",\"type\":\"textfield\",\"label\":\"甲\",\"validate\":{\"required\":true}}";
        String other = "{\"id\":\"b\",\"key\":\"b\",\"type\":\"number\",\"label\":\"乙\"}";
        String third = "{\"id\":\"c\",\"type\":\"text\",\"text\":\"### 丙\"}";
        String fourth = "{\"id\":\"d\",\"key\":\"d\",\"type\":\"checkbox\",\"label\":\"丁\"}";
        ModelComparison several = compare(
                "a.form",
                form.formatted(one + "," + other + "," + fourth + "," + third),
                form.formatted(third + "," + one.replace("true", "false") + "," + fourth));
        assertThat(told(several)).containsExactly("说明文字「丙」：移到了最前面。", "栏目「甲」：不再必填。", "栏目「乙」：删去了。");
        assertThat(several.rows()).extracting(FormRow::element).containsExactly("b", "c", "a", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"processes/change/changeFiling.bpmn", "processes/recognition/readings.dmn", ACCEPTANCE})
    @DisplayName("没有一处改动能藏住：每个属性、每段文字逐一改动，都说得出来")
    void nothingHides(String file) {
        String text = read(file);
        Pattern values = file.endsWith(".form")
                ? Pattern.compile("\"(\\w+)\": (?:\"(?:[^\"\\\\]|\\\\.)+\"|[0-9]+)")
                : Pattern.compile(
                        " ([\\w:]+)=\"([^\"]+)\"|<[\\w:]+>()([^<>\\s][^<>]*)(?=</(?!bpmn:incoming|bpmn:outgoing))");
        // what says where things stand in a picture, how a file is read, or an id that only its part has
        Set<String> ofNoMeaning =
                Set.of("version", "encoding", "id", "row", "xsi:type", "biodi:width", "biodi:annotationsWidth");
        List<String> hidden = new ArrayList<>();
        List<MatchResult> places = values.matcher(text).results().toList();
        int picture = text.contains("DMNDI>") ? text.indexOf("DMNDI>") : text.indexOf("<bpmndi:");
        int drawn = 0;
        for (MatchResult place : places) {
            String name = String.valueOf(place.group(1));
            boolean inThePicture = picture >= 0 && place.start() > picture;
            // of the many that say where something is drawn, some
            if (ofNoMeaning.contains(name) || name.startsWith("xmlns") || inThePicture && drawn++ % 20 != 0) {
                continue;
            }
            int last = place.end() - 1;
            String spoilt = text.substring(0, last) + "1" + text.substring(last);
            ModelComparison comparison = compare(file, text, spoilt);
            if (comparison.differences().isEmpty()
                    && comparison.remarks().stream().allMatch(remark -> remark.contains("只有写法"))) {
                hidden.add(place.group());
            }
        }
        assertThat(places).hasSizeGreaterThan(20);
        assertThat(hidden).isEmpty();
    }

    @Test
    @DisplayName("读不出来的不比较")
    void unreadable() {
        assertThat(ModelComparison.of(
                        new ModelSource("a.bpmn", new byte[] {'<'}),
                        new ModelSource("a.bpmn", new byte[0]),
                        id -> null))
                .isEmpty();
    }
}
