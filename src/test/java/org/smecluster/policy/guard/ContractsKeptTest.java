package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.smecluster.policy.ModelFinding;

@DisplayName("遵守与程序的约定的模型，通过")
class ContractsKeptTest {

    private static final String CONSULT = """
            {"type":"default","id":"consult","schemaVersion":16,"components":[
             {"type":"textarea","key":"consultOpinion","label":"意见","id":"consult_1","validate":{"required":true}},
             {"type":"checkbox","key":"consultUrgent","label":"急件","id":"consult_2"},
             {"type":"radio","key":"consultWay","label":"方式","id":"consult_3","validate":{"required":true},
              "values":[{"value":"LETTER","label":"函"},{"value":"MEETING","label":"会"}]}]}
            """;

    private static final String FLOW =
            "sourceRef=\"task_reviewPreliminarily\" targetRef=\"task_decideRecommendation\" />";

    /** Between two steps, with a form of its own and a way that depends on what is entered. */
    private static final String OWN_STEP = "sourceRef=\"task_reviewPreliminarily\" targetRef=\"task_own\" />" + """
            <bpmn:userTask id="task_own" name="征求意见" camunda:formRef="consult" camunda:formRefBinding="latest" camunda:candidateGroups="province-officer, ${cityGroup}">
              <bpmn:extensionElements><camunda:properties><camunda:property name="dueWorkingDays" value="5" /></camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="gateway_own" name="用函还是开会?" default="flow_own3" />
            <bpmn:userTask id="task_meet" name="开会" camunda:candidateGroups="province-officer" />
            <bpmn:exclusiveGateway id="gateway_own2" />
            <bpmn:boundaryEvent id="event_own" name="提醒" cancelActivity="false" attachedToRef="task_own"><bpmn:timerEventDefinition id="timer_own"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:endEvent id="event_own2" name="已提醒" />
            <bpmn:sequenceFlow id="flow_own0" sourceRef="event_own" targetRef="event_own2" />
            <bpmn:sequenceFlow id="flow_own1" sourceRef="task_own" targetRef="gateway_own" />
            <bpmn:sequenceFlow id="flow_own2" sourceRef="gateway_own" targetRef="task_meet"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${consultWay == 'MEETING'}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_own3" sourceRef="gateway_own" targetRef="gateway_own2" />
            <bpmn:sequenceFlow id="flow_own4" sourceRef="task_meet" targetRef="gateway_own2" />
            <bpmn:sequenceFlow id="flow_own5" sourceRef="gateway_own2" targetRef="task_decideRecommendation" />
            """;

    @Test
    @DisplayName("随附的模型没有一处不合约定")
    void theShippedModelsKeepThem() {
        List<ModelFinding> found = new ArrayList<>();
        RunningModels models = RunningModels.after(Changed.all(), List.of());
        ContractJudgements.all().values().forEach(judgement -> judgement.judge(models, found::add));
        assertThat(found).extracting(ModelFinding::sentence).isEmpty();
    }

    private record Kept(String name, Changed deployed) {}

    private static Kept kept(String name, String file, String from, String to) {
        return new Kept(name, Changed.file(file, from, to));
    }

    @TestFactory
    @DisplayName("无害的修改没有意见")
    Stream<DynamicTest> harmless() {
        return Stream.of(
                        kept("改名称", "clusterRecognition.bpmn", "name=\"受理审查\"", "name=\"受理\""),
                        kept("没有人指名的元素改标识", "clusterRecognition.bpmn", "service_closeRefused", "Activity_1abc"),
                        kept(
                                "办理期限改变",
                                "clusterRecognition.bpmn",
                                "name=\"dueWorkingDays\" value=\"5\"",
                                "name=\"dueWorkingDays\" value=\"15\""),
                        kept("申辩天数改变", "revocation.bpmn", "hearingWorkingDays\">5<", "hearingWorkingDays\">10<"),
                        kept("提醒日期改变", "annualMonitoring.bpmn", "0 0 9 1,15,25-30 3 ?", "0 0 9 5,20 3 ?"),
                        kept("每年另一天启动", "annualMonitoring.bpmn", "0 0 0 1 1 ?", "0 30 8 2 1 ?"),
                        kept("集群报送日改变", "annualMonitoring.bpmn", ">03-20<", ">03-10<"),
                        kept("条件换一种写法", "clusterRecognition.bpmn", "${recommended}", "${recommended == true}"),
                        kept("结案理由换文字", "clusterRecognition.bpmn", "申报期届满仍未提交（第十三条）", "没有提交（第十三条）"),
                        kept("保存期限延长", "practiceCase.bpmn", "P7300D", "P9000D"),
                        kept(
                                "办理组写空格",
                                "lateObjection.bpmn",
                                "camunda:candidateGroups=\"province-leader\"",
                                "camunda:candidateGroups=\" province-leader \""),
                        kept("栏目换名称", "decideAcceptance.form", "\"label\": \"审查意见\"", "\"label\": \"意见\""),
                        kept("选项换名称", "ruleObjection.form", "\"label\": \"异议成立", "\"label\": \"异议可以成立"),
                        kept(
                                "加选填的栏目",
                                "decideAcceptance.form",
                                "\"components\": [",
                                "\"components\": [{\"type\": \"textarea\", \"id\": \"own\", \"key\": \"ownRemark\", \"label\": \"备注\"},"),
                        kept(
                                "加必填的栏目",
                                "decideAcceptance.form",
                                "\"components\": [",
                                "\"components\": [{\"type\": \"textfield\", \"id\": \"own\", \"key\": \"ownSigner\", \"label\": \"经手人\", \"validate\": {\"required\": true}},"),
                        kept(
                                "隐藏条件换一种写法",
                                "decideAcceptance.form",
                                "=acceptance != \\\"RETURN\\\"",
                                "=not(acceptance = \\\"RETURN\\\")"),
                        kept(
                                "多显示一栏",
                                "decideAcceptance.form",
                                "=acceptance != \\\"RETURN\\\"",
                                "=acceptance = \\\"REFUSE\\\""),
                        new Kept(
                                "自己的环节、表单、期限、提醒和分支",
                                Changed.file("clusterRecognition.bpmn", FLOW, OWN_STEP)
                                        .added("forms/own/consult.form", CONSULT)))
                .map(kept -> DynamicTest.dynamicTest(kept.name, () -> assertThat(kept.deployed.findings())
                        .extracting(ModelFinding::sentence)
                        .isEmpty()));
    }
}
