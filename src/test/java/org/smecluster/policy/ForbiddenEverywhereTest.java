package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.policy.Marked.Kind;
import org.smecluster.policy.Marked.Place;

/** Every forbidden thing in every place of a model where it can stand: each is named with its element and line. */
@DisplayName("禁止的内容，无论写在模型的哪个地方，都被发现，并指明元素和行")
class ForbiddenEverywhereTest {

    private static final ModelJudge JUDGE = new ModelJudge(AllowedInModels.shipped());
    private static final Marked PROCESS = Marked.read("everything.bpmn");
    private static final Marked DECISION = Marked.read("everything.dmn");
    private static final Marked FORM = Marked.read("everything.form");

    /** Something that no place takes. */
    private static final List<String> EXPRESSIONS = List.of(
            "${identityService.createMembership('expert-wang','camunda-admin')}",
            "#{execution.getProcessEngineServices().getIdentityService()}",
            "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime')}",
            "x${jdbcTemplate.execute('drop table cluster')}",
            "${execution.setVariable('a', 1)}",
            "${one}${two}",
            "${one.two}",
            "${one['two']}",
            "${one ? two : three}",
            "${one + 1}",
            "${execution}",
            "${task}",
            "${one == two.three}",
            "${one == 'a' or jdbcTemplate.execute('x')}",
            "${'a' == one}",
            "${one(2)}",
            "\\${one}${two}",
            "${",
            "${one == '${two}'}",
            "${execution.processBusinessKey.bytes}",
            "${execution.processInstanceId}",
            "${authenticatedUserId}");

    /** Beans of the application: only where a delegate or listener of that kind stands. */
    private static final List<String> BEANS = List.of(
            "${extendTermDelegate}", "#{openRevocationListener}", "${drawListListener}", "${ lapseClusterDelegate }");

    private static final List<String> ATTRIBUTES = List.of(
            "camunda:class=\"org.smecluster.Evil\"",
            "camunda:expression=\"${identityService.deleteUser('a')}\"",
            "camunda:type=\"external\"",
            "camunda:type=\"mail\"",
            "camunda:type=\"shell\"",
            "camunda:topic=\"any\"",
            "camunda:formKey=\"embedded:app:forms/evil.html\"",
            "camunda:formKey=\"${jdbcTemplate}\"",
            "camunda:formHandlerClass=\"org.smecluster.Evil\"",
            "camunda:resource=\"deployment://evil.js\"",
            "camunda:candidateStarterUsers=\"${identityService.deleteUser('a')}\"",
            "camunda:candidateStarterGroups=\"${jdbcTemplate.execute('x')}\"",
            "camunda:calledElementTenantId=\"${a.b}\"",
            "camunda:decisionRefTenantId=\"${a.b}\"",
            "camunda:caseRef=\"anyCase\"",
            "camunda:variableMappingClass=\"org.smecluster.Evil\"",
            "camunda:variableMappingDelegateExpression=\"${extendTermDelegate}\"",
            "camunda:taskPriority=\"${a.b}\"",
            "camunda:errorCode=\"${a.b}\"",
            "scriptFormat=\"juel\"",
            "language=\"juel\"",
            "class=\"org.smecluster.Evil\"",
            "expression=\"${a.b()}\"",
            "operationRef=\"x\"",
            "itemRef=\"x\"",
            "structureRef=\"x\"",
            "xmlns:a=\"http://activiti.org/bpmn\" a:class=\"org.smecluster.Evil\"",
            "xmlns:a=\"http://activiti.org/bpmn\" a:delegateExpression=\"${closeBatchDelegate}\"",
            "xmlns:e=\"urn:evil\" e:any=\"thing\"",
            "xsi:schemaLocation=\"urn:evil http://127.0.0.1:9/evil.xsd\"",
            "xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:9/evil.xsd\"",
            "xml:base=\"http://127.0.0.1:9/\"");

    private static final List<String> CHILDREN = List.of(
            "<bpmn:scriptTask id=\"evil\" scriptFormat=\"juel\"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
            "<bpmn:script>${jdbcTemplate}</bpmn:script>",
            "<bpmn:transaction id=\"evil\"/>",
            "<bpmn:adHocSubProcess id=\"evil\"/>",
            "<bpmn:complexGateway id=\"evil\"/>",
            "<bpmn:ioSpecification id=\"evil\"/>",
            "<bpmn:property id=\"evil\"/>",
            "<bpmn:humanPerformer><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${a.b()}"
                    + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:humanPerformer>",
            "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${a.b()}"
                    + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>",
            "<bpmn:import namespace=\"urn:x\" location=\"http://127.0.0.1:9/\" importType=\"http://schemas.xmlsoap.org/wsdl/\"/>",
            "<bpmn:interface id=\"evil\" name=\"x\"/>",
            "<bpmn:itemDefinition id=\"evil\" structureRef=\"x\"/>",
            "<bpmn:compensateEventDefinition id=\"evil\"/>",
            "<bpmn:standardLoopCharacteristics id=\"evil\"/>",
            "<camunda:script scriptFormat=\"juel\">${jdbcTemplate.execute('x')}</camunda:script>",
            "<camunda:script scriptFormat=\"javascript\" resource=\"classpath://x.js\"/>",
            "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
            "<camunda:field name=\"to\"><camunda:expression>${a.b()}</camunda:expression></camunda:field>",
            "<camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"${a.b()}\"/></camunda:formData>",
            "<camunda:formProperty id=\"x\" expression=\"${a.b()}\"/>",
            "<camunda:executionListener event=\"start\" class=\"org.smecluster.Evil\"/>",
            "<camunda:executionListener event=\"start\" expression=\"${a.b()}\"/>",
            "<camunda:executionListener event=\"start\" delegateExpression=\"${jdbcTemplate}\"/>",
            "<camunda:executionListener event=\"start\" delegateExpression=\"${closeBatchDelegate}\"/>",
            "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:executionListener>",
            "<camunda:executionListener event=\"start\" delegateExpression=\"${openBatchListener}\"><camunda:field name=\"x\" stringValue=\"y\"/></camunda:executionListener>",
            "<camunda:taskListener event=\"create\" expression=\"${a.b()}\"/>",
            "<camunda:taskListener event=\"timeout\" id=\"t\" delegateExpression=\"${drawListListener}\"/>",
            "<camunda:taskListener event=\"create\" class=\"org.smecluster.Evil\"/>",
            "<camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:inputParameter>",
            "<camunda:inputParameter name=\"x\"><camunda:list><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:list></camunda:inputParameter>",
            "<camunda:outputParameter name=\"x\"><camunda:map><camunda:entry key=\"k\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:entry></camunda:map></camunda:outputParameter>",
            "<camunda:value>${a.b()}</camunda:value>",
            "<camunda:entry key=\"${a.b()}\">x</camunda:entry>",
            "<camunda:in variables=\"${a.b()}\"/>",
            "<camunda:in businessKey=\"${a.b()}\"/>",
            "<camunda:in sourceExpression=\"${a.b()}\" target=\"x\"/>",
            "<camunda:out sourceExpression=\"${a.b()}\" target=\"x\"/>",
            "<camunda:errorEventDefinition errorRef=\"x\" expression=\"${a.b()}\"/>",
            "<camunda:failedJobRetryTimeCycle>${a.b()}</camunda:failedJobRetryTimeCycle>",
            "<camunda:potentialStarter><bpmn:resourceAssignmentExpression/></camunda:potentialStarter>",
            "<camunda:validation><camunda:constraint name=\"validator\" config=\"org.smecluster.Evil\"/></camunda:validation>",
            "<x:executionListener xmlns:x=\"http://activiti.org/bpmn\" event=\"start\" class=\"org.smecluster.Evil\"/>",
            "<x:conditionExpression xmlns:x=\"urn:evil\">${a.b()}</x:conditionExpression>",
            "<conditionExpression>${a.b()}</conditionExpression>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>",
            "${a.b()}",
            "<?xml-stylesheet href=\"http://127.0.0.1:9/evil.xsl\"?>");

    @ParameterizedTest
    @ValueSource(strings = {"everything.bpmn", "everything.dmn", "everything.form"})
    @DisplayName("没有改动的样例本身符合清单")
    void theTemplatesPass(String name) {
        assertThat(JUDGE.findings(List.of(Marked.read(name).source())))
                .extracting(ModelFinding::sentence)
                .isEmpty();
    }

    @Test
    @DisplayName("组合的数量足够：每一种禁止的内容都试了每一个地方")
    void enough() {
        assertThat(PROCESS.places(Kind.VALUE)).hasSizeGreaterThan(90);
        assertThat(PROCESS.places(Kind.CHILD)).hasSizeGreaterThan(25);
        assertThat(PROCESS.places(Kind.TAG)).hasSizeGreaterThan(90);
        assertThat(DECISION.places(Kind.VALUE)).hasSizeGreaterThan(25);
        assertThat(FORM.places(Kind.VALUE)).hasSizeGreaterThan(10);
        assertThat(FORM.places(Kind.BARE)).hasSizeGreaterThan(12);
    }

    static List<String> expressions() {
        return EXPRESSIONS;
    }

    @ParameterizedTest
    @MethodSource("expressions")
    @DisplayName("流程：不许可的表达式，写在名称、说明、条件、计时、候选组、输入输出、多实例等每一处")
    void expressionInEveryValue(String expression) {
        everyPlace(PROCESS, Kind.VALUE, Marked.escaped(expression), ForbiddenEverywhereTest::there);
    }

    static List<String> beans() {
        return BEANS;
    }

    @ParameterizedTest
    @MethodSource("beans")
    @DisplayName("流程：组件只能写在自己那一类的位置，写在别处即使名称正确也不行")
    void beansOnlyInTheirPlace(String bean) {
        String name = bean.replaceAll("[^\\w]", "");
        everyPlace(
                PROCESS, Kind.VALUE, bean, (place, finding) -> sameKind(place.value(), name) || there(place, finding));
    }

    /** Whether the place takes another bean of the kind. */
    private static boolean sameKind(String present, String bean) {
        AllowedInModels allowed = AllowedInModels.shipped();
        String there = present.replaceAll("[^\\w]", "");
        return Stream.of(allowed.delegates(), allowed.executionListeners(), allowed.taskListeners())
                .anyMatch(kind -> kind.contains(there) && kind.contains(bean));
    }

    static List<String> attributes() {
        return ATTRIBUTES;
    }

    @ParameterizedTest
    @MethodSource("attributes")
    @DisplayName("流程：不许可的属性，写在每一个元素上")
    void attributeOnEveryElement(String attribute) {
        everyPlace(PROCESS, Kind.TAG, attribute, ForbiddenEverywhereTest::onLine);
    }

    static List<String> children() {
        return CHILDREN;
    }

    @ParameterizedTest
    @MethodSource("children")
    @DisplayName("流程：不许可的元素，放在每一个元素里")
    void childInEveryElement(String child) {
        everyPlace(PROCESS, Kind.CHILD, child, ForbiddenEverywhereTest::onLine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expressionLanguage=\"juel\"",
                "expressionLanguage=\"javascript\"",
                "expressionLanguage=\"http://www.groovy-lang.org\"",
                "expressionLanguage=\"${juel}\"",
                "typeLanguage=\"java\"",
                "camunda:class=\"org.smecluster.Evil\"",
                "camunda:candidateStarterUsers=\"a\"",
                "camunda:asyncBefore=\"true\"",
                "xmlns:e=\"urn:evil\" e:any=\"thing\"",
                "xmlns:x=\"http://camunda.org/schema/1.0/bpmn\" x:expression=\"${a.b()}\""
            })
    @DisplayName("决策：不许可的属性，写在每一个元素上")
    void attributeOnEveryElementOfADecision(String attribute) {
        everyPlace(DECISION, Kind.TAG, attribute, ForbiddenEverywhereTest::onLine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${identityService.createMembership('a','b')}",
                "#{jdbcTemplate.execute('x')}",
                "for i in 1..1000000000 return i",
                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }",
                "some x in 1..999999999 satisfies x = 0",
                "some a in [0,0], b in [0,0], c in [0,0] satisfies false",
                "some a in l, b in l satisfies a = b",
                "every a in l satisfies (some b in l satisfies a = b)",
                "some a in [0,0] satisfies false",
                "{a: x + x, b: a + a, c: b + b}.c",
                "[1,2,3][count([1,2,3][item > 0]) > 0]",
                "l[item > 0]",
                "append(l, 1) [1]",
                "number(x)",
                "1e99999999 + 1",
                "1.5E+9",
                "java.lang.Runtime.getRuntime().exec(\"id\")",
                "x.getClass()",
                "(f)(1)",
                "evil(1)",
                "matches(x, \"(a+)+$\")",
                "x.class.classLoader",
                "x.getClass",
                "2 ** 999999999",
                "decimal(x, 999999999)",
                "round up(x, 999999999)",
                "floor(x, 999999999)",
                "1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1"
                        + "+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1",
                "\"unended"
            })
    @DisplayName("决策：脚本、循环、自定义函数和没有列出的函数，写在每一个单元格和每一个属性里")
    void scriptInEveryCell(String expression) {
        Set<String> plain = Set.of("全部", "说明", "面积", "结论", "第十一条(一)", "数据", "办法", "2023-07-01");
        everyPlace(
                DECISION,
                Kind.VALUE,
                Marked.escaped(expression),
                // texts that nobody evaluates may say anything but ${…}
                (place, finding) -> plain.contains(place.value()) && !expression.matches("(?s).*[$#]\\{.*")
                        || there(place, finding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<context id=\"evil\"/>",
                "<invocation id=\"evil\"/>",
                "<functionDefinition id=\"evil\"/>",
                "<businessKnowledgeModel id=\"evil\" name=\"x\"/>",
                "<import namespace=\"urn:x\" importType=\"x\" locationURI=\"http://127.0.0.1:9/\"/>",
                "<itemDefinition id=\"evil\" name=\"x\"/>",
                "<literalExpression id=\"evil\" expressionLanguage=\"juel\"><text>${a.b()}</text></literalExpression>",
                "<camunda:script scriptFormat=\"juel\">${1}</camunda:script>",
                "<script>${1}</script>",
                "x"
            })
    @DisplayName("决策：不许可的元素，放在每一个元素里")
    void childInEveryElementOfADecision(String child) {
        everyPlace(DECISION, Kind.CHILD, child, ForbiddenEverywhereTest::onLine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"5\"", "\"x\"", "\"=x\"", "{}", "[1]", "\"${a.b()}\"", "1e400", "1e-40", "null", "\"NaN\""})
    @DisplayName("表单：数字和真假值的位置写别的：不是数字的数字，一处也不放过")
    void noNumberWhereANumberStands(String value) {
        everyPlace(
                FORM,
                Kind.BARE,
                value,
                (place, finding) -> value.equals("null") && place.value().equals("8") || there(place, finding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[点这里](javascript:alert(1))",
                "[点这里](https://evil.example/)",
                "[点这里](//evil.example/)",
                "[点这里](&#106;avascript:alert(1))",
                "![x](/logout)",
                "https://evil.example/",
                "${identityService.createMembership('a','b')}",
                "=for i in 1..1000000000 return i"
            })
    @DisplayName("表单：脚本、HTML、外部链接、表达式，写在文字、字段名、条件、图片、选项来源等每一处")
    void scriptInEveryString(String text) {
        everyPlace(
                FORM,
                Kind.VALUE,
                text,
                // a hidden value of an option is compared, never shown or evaluated
                (place, finding) -> place.value().equals("YES") && !text.startsWith("$")
                        || place.value().startsWith("^")
                        || place.element().equals("intro") && text.startsWith("=for")
                        // the id itself is what is wrong
                        || place.value().equals(place.element()) && onLine(place, finding)
                        || there(place, finding));
    }

    private static boolean there(Place place, ModelFinding finding) {
        return finding != null
                && finding.line() == place.line()
                && place.element().equals(finding.element());
    }

    private static boolean onLine(Place place, ModelFinding finding) {
        return finding != null && finding.line() == place.line();
    }

    /** @param named whether the finding, null where there is none, names the place */
    private static void everyPlace(
            Marked model, Kind kind, String content, BiFunction<Place, ModelFinding, Boolean> named) {
        List<String> missed = new ArrayList<>();
        for (Place place : model.places(kind)) {
            List<ModelFinding> findings = JUDGE.findings(List.of(model.source(model.with(place, content))));
            boolean found = findings.isEmpty()
                    ? named.apply(place, null)
                    : findings.stream().anyMatch(finding -> named.apply(place, finding));
            if (!found) {
                missed.add(place + " ← " + content + " → " + findings);
            }
        }
        assertThat(missed).isEmpty();
    }
}
