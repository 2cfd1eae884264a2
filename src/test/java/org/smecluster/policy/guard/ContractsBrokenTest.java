package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.smecluster.policy.ModelFinding;

@DisplayName("违背与程序的约定的模型，拒绝并指名元素")
class ContractsBrokenTest {

    private static final String ACCEPTANCE =
            "<camunda:taskListener delegateExpression=\"${decideAcceptanceListener}\" event=\"complete\" />";
    private static final String ACCEPTANCE_KIND = kind("decideAcceptance");
    private static final String CASE_NUMBER_IN = "<camunda:in source=\"caseNumber\" target=\"caseNumber\" />";
    private static final String DECIDE = "camunda:candidateGroups=\"province-leader\"";

    private record Broken(String name, String names, Changed deployed) {}

    private static Broken bpmn(String name, String process, String names, String from, String to) {
        return new Broken(name, names, Changed.file(process + ".bpmn", from, to));
    }

    private static String kind(String name) {
        return "<camunda:properties>\n          <camunda:property name=\"kind\" value=\"" + name + "\" />";
    }

    /** In the place of a kind, as models did before there were kinds. */
    private static String named(String listeners) {
        return listeners + "<camunda:properties>";
    }

    private static Broken form(String name, String form, String names, String from, String to) {
        return new Broken(name, names, Changed.file(form + ".form", from, to));
    }

    @TestFactory
    @DisplayName("表单")
    Stream<DynamicTest> forms() {
        return refused(
                form("栏目改名", "decideAcceptance", "opinion", "\"key\": \"opinion\"", "\"key\": \"comment\""),
                form(
                        "必填改为选填",
                        "ruleObjection",
                        "rulingReason",
                        "理由将告知申报主体。\",\n      \"validate\": {\n        \"required\": true,",
                        "理由将告知申报主体。\",\n      \"validate\": {"),
                form("选项代码改名", "decideAcceptance", "REFUSED", "\"value\": \"REFUSE\"", "\"value\": \"REFUSED\""),
                form(
                        "数字改为文字",
                        "openBatch",
                        "publicityDays",
                        "\"type\": \"number\",\n      \"key\": \"publicityDays\"",
                        "\"type\": \"textfield\",\n      \"key\": \"publicityDays\""),
                form(
                        "公示期可以填零",
                        "openBatch",
                        "publicityDays",
                        "\"min\": 1,\n        \"max\": 60",
                        "\"min\": 0,\n        \"max\": 60"),
                form(
                        "退回时不要补正天数",
                        "decideAcceptance",
                        "correctionWorkingDays",
                        "=acceptance != \\\"RETURN\\\"",
                        "=acceptance = \\\"RETURN\\\""),
                form(
                        "撤销时可以不要文号",
                        "decideRevocation",
                        "documentNumber",
                        "=decision != \\\"REVOKE\\\"",
                        "=decision != \\\"REVOKE\\\" or declaredLater = true"),
                form(
                        "专家由表单自己列出",
                        "planReReview",
                        "availableExperts",
                        "\"valuesKey\": \"availableExperts\"",
                        "\"values\": [{\"label\": \"张三\", \"value\": \"zhang-san\"}]"),
                form(
                        "栏目只读",
                        "verifyOnSite",
                        "summary",
                        "\"key\": \"summary\",",
                        "\"key\": \"summary\", \"readonly\": true,"),
                form(
                        "栏目与变量同名",
                        "checkLegality",
                        "groundFound",
                        "\"components\": [",
                        "\"components\": [{\"type\": \"checkbox\", \"id\": \"x\", \"key\": \"groundFound\", \"label\": \"备注\"},"));
    }

    @TestFactory
    @DisplayName("组件")
    Stream<DynamicTest> beans() {
        return refused(
                bpmn(
                        "办理方式不是系统提供的",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        ACCEPTANCE_KIND,
                        kind("decideEverything")),
                bpmn(
                        "别的流程的办理方式",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        ACCEPTANCE_KIND,
                        kind("ruleObjection")),
                bpmn("办理方式换成一般环节", "clusterRecognition", "task_decideAcceptance", ACCEPTANCE_KIND, kind("standAtTask")),
                bpmn(
                        "系统环节写了办理方式",
                        "changeFiling",
                        "service_countFilingPeriod",
                        "同时报告撤销线索。</bpmn:documentation>\n      <bpmn:extensionElements>\n        <camunda:properties>",
                        "同时报告撤销线索。</bpmn:documentation>\n      <bpmn:extensionElements>\n        "
                                + kind("confirmFiling")),
                bpmn("监听器删去", "clusterRecognition", "task_decideAcceptance", ACCEPTANCE_KIND, named("")),
                bpmn(
                        "监听器的事件改变",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        ACCEPTANCE_KIND,
                        named(ACCEPTANCE.replace("complete", "create"))),
                bpmn(
                        "监听器重复",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        ACCEPTANCE_KIND,
                        named(ACCEPTANCE + ACCEPTANCE)),
                bpmn(
                        "办理方式之外又写监听器",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        ACCEPTANCE_KIND,
                        ACCEPTANCE + ACCEPTANCE_KIND),
                bpmn(
                        "准备内容的监听器没有写",
                        "revocation",
                        "task_establishFacts",
                        kind("establishFacts"),
                        named(
                                "<camunda:taskListener delegateExpression=\"${standAtTaskListener}\" event=\"create\" /><camunda:taskListener delegateExpression=\"${establishFactsListener}\" event=\"complete\" />")),
                bpmn(
                        "表单换成别的",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        "camunda:formRef=\"decideAcceptance\"",
                        "camunda:formRef=\"verifyOnSite\""),
                bpmn(
                        "别的流程的组件",
                        "practiceCase",
                        "service_publishPractice",
                        "${publishPracticeDelegate}",
                        "${leavePoolDelegate}"),
                bpmn(
                        "组件没有了",
                        "recognitionBatch",
                        "service_informNotSelected",
                        "${informNotSelectedDelegate}",
                        "${informRecognisedDelegate}"),
                bpmn(
                        "申辩天数为零",
                        "revocation",
                        "service_notifyCluster",
                        "hearingWorkingDays\">5<",
                        "hearingWorkingDays\">0<"),
                bpmn(
                        "申辩天数没有了",
                        "revocation",
                        "service_notifyCluster",
                        "<camunda:inputParameter name=\"hearingWorkingDays\">5</camunda:inputParameter>",
                        ""),
                bpmn("时刻写错", "publicNotice", "service_scheduleNotice", ">08:30<", ">25:70<"),
                bpmn("集群报送日在期限以后", "annualMonitoring", "service_openReports", ">03-20<", ">04-15<"),
                bpmn("结案结果写错", "clusterRecognition", "service_closeRefused", ">REFUSED<", ">REJECTED<"),
                bpmn("结案结果换成别的", "renewalReview", "service_closePassed", ">PASSED<", ">NOT_PASSED<"),
                bpmn(
                        "期满结案不写理由",
                        "clusterRecognition",
                        "service_closeUnsubmitted",
                        "<camunda:inputParameter name=\"reason\">申报期届满仍未提交（第十三条）</camunda:inputParameter>",
                        ""),
                bpmn(
                        "期满不写理由",
                        "renewalReview",
                        "service_endExpired",
                        "<camunda:inputParameter name=\"endReason\">提交期限届满仍未提交复核数据（第十四条）</camunda:inputParameter>",
                        ""),
                bpmn(
                        "决策换成别的",
                        "revocation",
                        "decide_revocationGrounds",
                        "camunda:decisionRef=\"revocationGrounds\"",
                        "camunda:decisionRef=\"vetoConditions\""),
                bpmn(
                        "多实例提前结束",
                        "annualMonitoring",
                        "task_reportCultivationWork",
                        "camunda:elementVariable=\"cityGroup\">",
                        "camunda:elementVariable=\"cityGroup\"><bpmn:completionCondition xsi:type=\"bpmn:tFormalExpression\">${nrOfCompletedInstances >= 1}</bpmn:completionCondition>"),
                bpmn(
                        "重复登记",
                        "recognitionBatch",
                        "service_registerClusters",
                        "name=\"登记集群\" camunda:delegateExpression=\"${registerClustersDelegate}\" camunda:asyncBefore=\"true\">",
                        "name=\"登记集群\" camunda:delegateExpression=\"${registerClustersDelegate}\" camunda:asyncBefore=\"true\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                bpmn(
                        "不单独提交",
                        "recognitionBatch",
                        "service_registerClusters",
                        "${registerClustersDelegate}\" camunda:asyncBefore=\"true\"",
                        "${registerClustersDelegate}\""));
    }

    @TestFactory
    @DisplayName("由谁办理")
    Stream<DynamicTest> people() {
        return refused(
                bpmn(
                        "审定交给经办",
                        "lateObjection",
                        "task_decideLateObjection",
                        DECIDE,
                        "camunda:candidateGroups=\"province-officer\""),
                bpmn(
                        "审定也给经办",
                        "lateObjection",
                        "task_decideLateObjection",
                        DECIDE,
                        "camunda:candidateGroups=\"province-leader,province-officer\""),
                bpmn(
                        "市级交给申报主体",
                        "clusterRecognition",
                        "task_decideAcceptance",
                        "camunda:formRef=\"decideAcceptance\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"${cityGroup}\"",
                        "camunda:formRef=\"decideAcceptance\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"${applicantGroup}\""),
                bpmn(
                        "指定个人",
                        "lateObjection",
                        "task_decideLateObjection",
                        DECIDE,
                        DECIDE + " camunda:candidateUsers=\"zhang-san\""),
                bpmn(
                        "专家不经选派",
                        "reviewChecks",
                        "task_giveExpertOpinion",
                        "camunda:assignee=\"${expertId}\"",
                        "camunda:candidateGroups=\"expert\""),
                bpmn("没有办理组", "lateObjection", "task_decideLateObjection", DECIDE, ""));
    }

    @TestFactory
    @DisplayName("变量、调用和计时")
    Stream<DynamicTest> data() {
        return refused(
                bpmn(
                        "传入映射删去",
                        "clusterRecognition",
                        "call_fileApplication",
                        "<camunda:in source=\"submissionDeadline\" target=\"submissionDeadline\" />",
                        ""),
                bpmn(
                        "传入常量",
                        "recognitionBatch",
                        "call_publicNotice",
                        "<camunda:in source=\"publicityDays\" target=\"publicityDays\" />",
                        "<camunda:in sourceExpression=\"1\" target=\"publicityDays\" />"),
                bpmn(
                        "业务主键不传",
                        "annualReport",
                        "call_fileReport",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        ""),
                bpmn(
                        "传出改写判断用的变量",
                        "clusterRecognition",
                        "call_checkCase",
                        "name=\"复审核查\" calledElement=\"reviewChecks\" camunda:calledElementBinding=\"latest\">",
                        "name=\"复审核查\" calledElement=\"reviewChecks\" camunda:calledElementBinding=\"latest\"><bpmn:extensionElements><camunda:out source=\"caseNumber\" target=\"recommended\" /></bpmn:extensionElements>"),
                bpmn(
                        "公示期满日不传回",
                        "recognitionBatch",
                        "publicityEndsAt",
                        "<camunda:out source=\"publicityEndsAt\" target=\"publicityEndsAt\" />",
                        ""),
                bpmn(
                        "输出参数改写判断用的变量",
                        "revocation",
                        "task_checkLegality",
                        kind("checkLegality"),
                        "<camunda:inputOutput><camunda:outputParameter name=\"legalityPassed\">true</camunda:outputParameter></camunda:inputOutput>"
                                + kind("checkLegality")),
                bpmn(
                        "决策结果改写判断用的变量",
                        "revocation",
                        "decide_revocationGrounds",
                        "camunda:decisionRef=\"revocationGrounds\"",
                        "camunda:resultVariable=\"groundFound\" camunda:decisionRef=\"revocationGrounds\""),
                bpmn("条件用没有来源的变量", "revocation", "flow_legalityPassed", "${legalityPassed}", "${approvedByPhone}"),
                bpmn(
                        "条件的代码写错",
                        "clusterRecognition",
                        "flow_applicationRefused",
                        "${acceptance == 'REFUSE'}",
                        "${acceptance == 'REFUSED'}"),
                bpmn("条件的类型不对", "revocation", "flow_legalityPassed", "${legalityPassed}", "${legalityPassed == 'YES'}"),
                bpmn(
                        "可能没有值的变量直接判断",
                        "clusterRecognition",
                        "flow_applicantEligible",
                        "${eligible == true}",
                        "${eligible}"),
                bpmn(
                        "多实例各人共用答复",
                        "reviewChecks",
                        "sub_expertReview",
                        "<camunda:inputParameter name=\"expertAnswer\">NONE</camunda:inputParameter>",
                        ""),
                bpmn(
                        "公示当天期满",
                        "publicNotice",
                        "event_publicityEnded",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${publicityEndsAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>"),
                bpmn("等到不是日期的变量", "publicNotice", "event_publicationDue", "${noticePublishesAt}", "${noticeSubject}"),
                bpmn(
                        "时长为零",
                        "annualMonitoring",
                        "event_waitOver",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${waitUntil}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT0S</bpmn:timeDuration>"),
                bpmn(
                        "申辩期满不中断",
                        "revocation",
                        "event_hearingEnded",
                        "name=\"陈述申辩期满\" attachedToRef=\"task_stateDefence\"",
                        "name=\"陈述申辩期满\" cancelActivity=\"false\" attachedToRef=\"task_stateDefence\""),
                bpmn("每年不再启动", "annualMonitoring", "annualMonitoring", "0 0 0 1 1 ?", "0 0 0 1 6 ?"));
    }

    @TestFactory
    @DisplayName("引用、消息和流程本身")
    Stream<DynamicTest> references() {
        return refused(
                bpmn(
                        "没有这个流程",
                        "clusterRecognition",
                        "call_checkCase",
                        "calledElement=\"reviewChecks\"",
                        "calledElement=\"noSuchProcess\""),
                bpmn(
                        "没有这张表单",
                        "practiceCase",
                        "task_selectPractice",
                        "camunda:formRef=\"selectPractice\"",
                        "camunda:formRef=\"noSuchForm\""),
                bpmn(
                        "固定在旧版本",
                        "clusterRecognition",
                        "call_checkCase",
                        "calledElement=\"reviewChecks\" camunda:calledElementBinding=\"latest\"",
                        "calledElement=\"reviewChecks\" camunda:calledElementBinding=\"deployment\""),
                bpmn(
                        "消息改名",
                        "clusterRecognition",
                        "event_withdrawn",
                        "name=\"recognition.withdrawn\"",
                        "name=\"recognition.withdrawnNew\""),
                bpmn(
                        "撤回不中断",
                        "clusterRecognition",
                        "event_withdrawn",
                        "name=\"申报已撤回\"",
                        "name=\"申报已撤回\" isInterrupting=\"false\""),
                bpmn(
                        "提醒中断报送",
                        "annualMonitoring",
                        "event_reminderDue",
                        "name=\"提醒日已到\" cancelActivity=\"false\"",
                        "name=\"提醒日已到\""),
                bpmn(
                        "超时跳过审定",
                        "lateObjection",
                        "event_late",
                        "<bpmn:exclusiveGateway id=\"gateway_lateObjectionOutcome\"",
                        "<bpmn:boundaryEvent id=\"event_late\" name=\"超时\" attachedToRef=\"task_decideLateObjection\"><bpmn:outgoing>flow_late</bpmn:outgoing><bpmn:timerEventDefinition id=\"timer_late\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"flow_late\" sourceRef=\"event_late\" targetRef=\"service_closeUpheld\" /><bpmn:exclusiveGateway id=\"gateway_lateObjectionOutcome\""),
                bpmn(
                        "边界事件换到别的环节",
                        "recognitionBatch",
                        "event_noticePeriodEnded",
                        "cancelActivity=\"false\" attachedToRef=\"call_publicNotice\"",
                        "cancelActivity=\"false\" attachedToRef=\"task_publishList\""),
                bpmn("程序指名的计时改名", "publicNotice", "event_publicityEnded", "event_publicityEnded", "event_noticeOver"),
                bpmn("流程改标识", "practiceCase", "practiceCase", "\"practiceCase\"", "\"practiceCaseNew\""),
                bpmn("流程不可执行", "practiceCase", "practiceCase", "isExecutable=\"true\"", "isExecutable=\"false\""),
                bpmn(
                        "保存期限缩短",
                        "revocation",
                        "revocation",
                        "camunda:historyTimeToLive=\"P7300D\"",
                        "camunda:historyTimeToLive=\"P30D\""),
                bpmn("只由程序启动的可由人启动", "dataFiling", "dataFiling", " camunda:isStartableInTasklist=\"false\"", ""),
                new Broken("决策改标识", "readings", Changed.file("readings.dmn", "id=\"readings\"", "id=\"readingsNew\"")),
                form(
                        "表单改标识",
                        "selectPractice",
                        "selectPractice",
                        "\"id\": \"selectPractice\"",
                        "\"id\": \"selectPracticeNew\""));
    }

    private static Stream<DynamicTest> refused(Broken... all) {
        return Stream.of(all)
                .map(broken -> DynamicTest.dynamicTest(broken.name, () -> {
                    List<String> refusals = broken.deployed.refusals();
                    assertThat(refusals).isNotEmpty();
                    assertThat(refusals)
                            .anySatisfy(sentence -> assertThat(sentence).contains(broken.names));
                }));
    }

    @Test
    @DisplayName("被调用的流程单独改了，它的调用者一起核对")
    void aCalleeChangedAloneIsJudgedInItsCallers() {
        List<ModelFinding> found = Changed.file("reviewChecks.bpmn", "\"reviewChecks\"", "\"reviewChecksNew\"")
                .findings();
        assertThat(found)
                .filteredOn(ModelFinding::refuses)
                .extracting(ModelFinding::file)
                .contains("processes/recognition/clusterRecognition.bpmn", "processes/renewal/renewalReview.bpmn");
    }

    @Test
    @DisplayName("提醒删去、放错泳道、指定个人：由第二人批准")
    void whatIsLeftToASecondPerson() {
        List<ModelFinding> found = Changed.file("clusterTerm.bpmn", "${remindTermEndDelegate}", "${endTermDelegate}")
                .findings();
        assertThat(found)
                .filteredOn(finding -> finding.problem().contains("remindTermEndDelegate"))
                .isNotEmpty()
                .noneMatch(ModelFinding::refuses);
        found = Changed.file("lateObjection.bpmn", "name=\"自治区审定\"", "name=\"评审专家\"")
                .findings();
        assertThat(found).hasSize(1).noneMatch(ModelFinding::refuses);
    }
}
