package org.smecluster.policy.engine;

import java.util.List;

/** Models that ran code, called out, sent mail or put a script before a leader, each once deployed as the policy owner. */
final class DangerousModels {

    private static final String EVIL = "${identityService.createMembership('expert-wang','camunda-admin')}";

    /**
     * @param element that the refusal must name; null where the file as a whole is refused
     */
    record Dangerous(String what, String file, String text, String element) {

        @Override
        public String toString() {
            return what;
        }
    }

    private DangerousModels() {}

    static List<Dangerous> all() {
        return List.of(
                // scripts
                process(
                        "JUEL 脚本任务",
                        "<scriptTask id='bad' scriptFormat='juel'><script>" + EVIL + "</script></scriptTask>"),
                process(
                        "JavaScript 脚本任务",
                        "<scriptTask id='bad' scriptFormat='javascript'><script>1</script></scriptTask>"),
                process(
                        "外部文件的脚本任务",
                        "<scriptTask id='bad' scriptFormat='groovy' camunda:resource='deployment://x.groovy'/>"),
                process(
                        "执行监听器中的脚本",
                        "<userTask id='bad'><extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>"
                                + EVIL
                                + "</camunda:script></camunda:executionListener></extensionElements></userTask>"),
                process(
                        "任务监听器中的脚本",
                        "<userTask id='bad'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='juel'>"
                                + EVIL + "</camunda:script></camunda:taskListener></extensionElements></userTask>"),
                process(
                        "输入参数中的脚本",
                        "<userTask id='bad'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='juel'>"
                                + EVIL
                                + "</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>"),
                process(
                        "列表中的脚本",
                        "<userTask id='bad'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:script scriptFormat='juel'>"
                                + EVIL
                                + "</camunda:script></camunda:list></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>"),
                process(
                        "映射中的脚本",
                        "<userTask id='bad'><extensionElements><camunda:inputOutput><camunda:outputParameter name='x'><camunda:map><camunda:entry key='k'><camunda:script scriptFormat='juel'>"
                                + EVIL
                                + "</camunda:script></camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput></extensionElements></userTask>"),
                flow(
                        "条件中的脚本",
                        "<conditionExpression language='juel' xsi:type='tFormalExpression'>${true}</conditionExpression>"),
                flow(
                        "外部文件的条件",
                        "<conditionExpression language='groovy' camunda:resource='deployment://x.groovy' xsi:type='tFormalExpression'/>"),
                // classes
                process("类的服务任务", "<serviceTask id='bad' camunda:class='org.smecluster.Evil'/>"),
                process("类的发送任务", "<sendTask id='bad' camunda:class='javax.script.ScriptEngineManager'/>"),
                process("类的规则任务", "<businessRuleTask id='bad' camunda:class='org.smecluster.Evil'/>"),
                process(
                        "类的监听器",
                        "<userTask id='bad'><extensionElements><camunda:executionListener event='start' class='org.smecluster.Evil'/></extensionElements></userTask>"),
                process(
                        "类的变量映射",
                        "<callActivity id='bad' calledElement='x' camunda:variableMappingClass='org.smecluster.Evil'/>"),
                process("类的表单处理", "<userTask id='bad' camunda:formHandlerClass='org.smecluster.Evil'/>"),
                process(
                        "类的表单校验",
                        "<userTask id='bad'><extensionElements><camunda:formData><camunda:formField id='x' type='string'><camunda:validation><camunda:constraint name='validator' config='org.smecluster.Evil'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>"),
                process(
                        "类的消息事件",
                        "<intermediateThrowEvent id='event'><messageEventDefinition id='bad' camunda:class='org.smecluster.Evil'/></intermediateThrowEvent>"),
                // expressions
                process("表达式的服务任务", "<serviceTask id='bad' camunda:expression=\"" + EVIL + "\"/>"),
                process("没有公布的组件", "<serviceTask id='bad' camunda:delegateExpression='${jdbcTemplate}'/>"),
                process(
                        "组件的方法",
                        "<serviceTask id='bad' camunda:delegateExpression='${closeBatchDelegate.getClass()}'/>"),
                process("监听器当作服务", "<serviceTask id='bad' camunda:delegateExpression='${openBatchListener}'/>"),
                process(
                        "表达式的监听器",
                        "<userTask id='bad'><extensionElements><camunda:taskListener event='create' expression=\""
                                + EVIL + "\"/></extensionElements></userTask>"),
                process("任务名称中的表达式", "<userTask id='bad' name=\"" + EVIL + "\"/>"),
                process("任务说明中的表达式", "<userTask id='bad'><documentation>" + EVIL + "</documentation></userTask>"),
                process("候选组中的表达式", "<userTask id='bad' camunda:candidateGroups=\"a,${x.y('b')}\"/>"),
                process("期限中的表达式", "<userTask id='bad' camunda:dueDate=\"" + EVIL + "\"/>"),
                process("优先级中的表达式", "<userTask id='bad' camunda:priority=\"" + EVIL + "\"/>"),
                process(
                        "表单名中的表达式",
                        "<userTask id='bad' camunda:formRef=\"" + EVIL + "\" camunda:formRefBinding='latest'/>"),
                flow("条件中的方法", "<conditionExpression xsi:type='tFormalExpression'>" + EVIL + "</conditionExpression>"),
                process(
                        "计时中的表达式",
                        "<intermediateCatchEvent id='event'><timerEventDefinition id='bad'><timeDate xsi:type='tFormalExpression'>"
                                + EVIL + "</timeDate></timerEventDefinition></intermediateCatchEvent>"),
                process(
                        "条件事件中的表达式",
                        "<intermediateCatchEvent id='event'><conditionalEventDefinition id='bad'><condition xsi:type='tFormalExpression'>"
                                + EVIL + "</condition></conditionalEventDefinition></intermediateCatchEvent>"),
                process(
                        "多实例集合中的表达式",
                        "<userTask id='bad'><multiInstanceLoopCharacteristics camunda:collection=\"" + EVIL
                                + "\"/></userTask>"),
                process(
                        "多实例次数中的表达式",
                        "<userTask id='bad'><multiInstanceLoopCharacteristics><loopCardinality>" + EVIL
                                + "</loopCardinality></multiInstanceLoopCharacteristics></userTask>"),
                process(
                        "业务主键中的表达式",
                        "<callActivity id='bad' calledElement='x'><extensionElements><camunda:in businessKey=\"" + EVIL
                                + "\"/></extensionElements></callActivity>"),
                process(
                        "重试间隔中的表达式",
                        "<userTask id='bad'><extensionElements><camunda:failedJobRetryTimeCycle>" + EVIL
                                + "</camunda:failedJobRetryTimeCycle></extensionElements></userTask>"),
                process("作业优先级中的表达式", "<userTask id='bad' camunda:jobPriority=\"" + EVIL + "\"/>"),
                process("调用的流程名中的表达式", "<callActivity id='bad' calledElement=\"" + EVIL + "\"/>"),
                process("决策名中的表达式", "<businessRuleTask id='bad' camunda:decisionRef=\"" + EVIL + "\"/>"),
                root("消息名中的表达式", "<message id='bad' name=\"" + EVIL + "\"/>"),
                root("信号名中的表达式", "<signal id='bad' name=\"" + EVIL + "\"/>"),
                root("错误信息中的表达式", "<error id='bad' errorCode='x' camunda:errorMessage=\"" + EVIL + "\"/>"),
                root(
                        "引用外部文件",
                        "<import id='bad' namespace='urn:x' location='http://127.0.0.1:9/x.wsdl' importType='http://schemas.xmlsoap.org/wsdl/'/>"),
                // whole kinds
                process("邮件任务", "<serviceTask id='bad' camunda:type='mail'/>"),
                process("命令行任务", "<serviceTask id='bad' camunda:type='shell'/>"),
                process("外部任务", "<serviceTask id='bad' camunda:type='external' camunda:topic='x'/>"),
                process(
                        "连接器",
                        "<serviceTask id='bad'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"),
                process(
                        "字段注入",
                        "<serviceTask id='bad' camunda:delegateExpression='${closeBatchDelegate}'><extensionElements><camunda:field name='x' expression='${a.b()}'/></extensionElements></serviceTask>"),
                process("嵌入的 HTML 表单", "<userTask id='bad' camunda:formKey='embedded:deployment:evil.html'/>"),
                process("外部的表单", "<userTask id='bad' camunda:formKey='http://127.0.0.1:9/'/>"),
                process("案例任务", "<callActivity id='bad' camunda:caseRef='x'/>"),
                new Dangerous("嵌入表单的文件", "evil.html", "<form><script>alert(1)</script></form>", null),
                new Dangerous("脚本文件", "evil.js", "1", null),
                new Dangerous(
                        "CMMN",
                        "evil.cmmn",
                        "<cmmn:definitions xmlns:cmmn='http://www.omg.org/spec/CMMN/20151109/MODEL'/>",
                        null),
                // decisions
                cell("JUEL 单元格", "expressionLanguage='juel'", EVIL),
                cell("JavaScript 单元格", "expressionLanguage='javascript'", "java.lang.System.exit(1)"),
                cell("没有终止的循环", "", "count(for i in 1..1000000000 return i) > 0"),
                cell("Java 的函数", "", "function(x) external { java: { class: &quot;java.lang.System&quot; } }"),
                // forms
                form("HTML 组件", "{\"type\":\"html\",\"id\":\"bad\",\"content\":\"<script>alert(1)</script>\"}"),
                form("框架组件", "{\"type\":\"iframe\",\"id\":\"bad\",\"url\":\"https://evil.example\"}"),
                form("文字中的脚本", "{\"type\":\"text\",\"id\":\"bad\",\"text\":\"<img src=x onerror=alert(1)>\"}"),
                form("外部的图片", "{\"type\":\"image\",\"id\":\"bad\",\"source\":\"https://evil.example/x.png\"}"),
                form("没有的组件", "{\"type\":\"evil\",\"id\":\"bad\"}"),
                form("不是数字的下限", "{\"type\":\"number\",\"key\":\"bad\",\"validate\":{\"min\":\"x\"}}"));
    }

    private static Dangerous process(String what, String inner) {
        return new Dangerous(
                what,
                "dangerous.bpmn",
                definitions("<process id='dangerous' isExecutable='true' camunda:historyTimeToLive='P1D'>\n"
                        + "<startEvent id='start'/>\n" + inner + "\n</process>"),
                "bad");
    }

    private static Dangerous flow(String what, String condition) {
        return process(
                what,
                "<exclusiveGateway id='gateway'/>\n<endEvent id='end'/>\n<sequenceFlow id='bad' sourceRef='gateway' targetRef='end'>"
                        + condition + "</sequenceFlow>");
    }

    private static Dangerous root(String what, String inner) {
        return new Dangerous(
                what,
                "dangerous.bpmn",
                definitions(
                        inner
                                + "\n<process id='dangerous' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='start'/></process>"),
                "bad");
    }

    private static String definitions(String inner) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definitions' targetNamespace='http://smecluster.org/test'>\n"
                + inner + "\n</definitions>";
    }

    private static Dangerous cell(String what, String attribute, String text) {
        return new Dangerous(
                what,
                "dangerous.dmn",
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='diagram' name='x' namespace='http://smecluster.org/test'>\n"
                        + "<decision id='dangerous' name='x' camunda:historyTimeToLive='P1D'><decisionTable id='table'>\n"
                        + "<input id='input'><inputExpression id='expression' typeRef='string'><text>x</text></inputExpression></input>\n"
                        + "<output id='output' name='y' typeRef='string'/>\n<rule id='rule'><inputEntry id='bad' "
                        + attribute
                        + "><text>" + text
                        + "</text></inputEntry><outputEntry id='ok'><text>\"z\"</text></outputEntry></rule>\n"
                        + "</decisionTable></decision></definitions>",
                "bad");
    }

    private static Dangerous form(String what, String component) {
        return new Dangerous(
                what,
                "dangerous.form",
                "{\"id\":\"dangerous\",\"type\":\"default\",\"components\":[\n" + component + "\n]}",
                "bad");
    }
}
