package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notifications;
import org.smecluster.engine.Messages;
import org.smecluster.filing.process.FilingProcess;
import org.smecluster.recognition.process.RecognitionProcess;
import org.smecluster.remedy.Remedy;
import org.smecluster.review.process.ReviewProcess;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("集群认定申报：每一种结局")
class EveryEndOfAnApplicationTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Messages messages;

    @Autowired
    RecognitionService recognition;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Notifications notifications;

    @Autowired
    Casework casework;

    private RecognitionWalk walk;
    private ProcessInstance instance;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .experts();
    }

    private void started() {
        walk.started();
        instance = runtime.createProcessInstanceQuery()
                .processInstanceId(walk.instanceId())
                .singleResult();
    }

    private void endedAs(ApplicationState state, String... passed) {
        assertThat(instance).isEnded().hasPassed(passed);
        assertThat(walk.application().state()).isEqualTo(state);
        assertThat(deadlines.open()).as("no deadline runs on").isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count())
                .as("nothing that the case called runs on")
                .isZero();
    }

    /** In the process that the case called, in order. */
    private void calledPassed(String process, String... activities) {
        String called = history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(called)
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsSubsequence(activities);
    }

    private void applicantWasTold(String sentence) {
        assertThat(notifications.ofCase(walk.caseNumber(), "applicant"))
                .filteredOn(told -> told.groupId().equals(walk.sample().applicantGroup()))
                .anySatisfy(told -> assertThat(told.text()).contains(sentence));
    }

    private void timerFires() {
        management.executeJob(
                management.createJobQuery().timers().singleResult().getId());
    }

    @Test
    @DisplayName("已认定：全程走完，专家评审、实地抽查都有，什么都不模拟")
    void recognised() {
        started();
        walk.submitted().accepted().reviewed().recommended().reAssessed();
        walk.planned(List.of("expert-wang", "expert-ma"), true);
        assertThat(walk.openTasks())
                .containsExactly("task_giveExpertOpinion", "task_giveExpertOpinion", "task_inspectOnSite");
        walk.expertAnswered("expert-wang", "产业基础扎实，同意推荐。")
                .expertAnswered("expert-ma", "协同创新有待加强，同意推荐。")
                .inspected()
                .concluded("PASS");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RE_REVIEWED);
        assertThat(instance).isWaitingAt("event_batchDecided");
        long id = walk.application().id();
        recognition.select(id, BatchWalk.LEADER);
        recognition.publish(id, BatchWalk.LEADER);
        recognition.recognise(id, "认定为自治区级集群", BatchWalk.OFFICER);
        assertThat(messages.send(RecognitionProcess.DECIDED, walk.caseNumber(), Map.of("recognised", true)))
                .isTrue();
        endedAs(ApplicationState.RECOGNISED, "event_clusterRecognised");
        assertThat(instance)
                .hasPassedInOrder(
                        "event_applicationStarted",
                        "decide_applicantEligibility",
                        "call_fileApplication",
                        "task_decideAcceptance",
                        "task_reviewPreliminarily",
                        "task_decideRecommendation",
                        "service_assessForReReview",
                        "call_checkCase",
                        "task_concludeReReview",
                        "event_batchDecided",
                        "event_clusterRecognised");
        calledPassed(
                FilingProcess.KEY,
                "event_filingOpened",
                "task_enterData",
                "service_assessSubmission",
                "task_confirmAndSubmit",
                "service_freezeSubmission",
                "event_dataSubmitted");
        calledPassed(ReviewProcess.KEY, "event_checksOpened", "task_planReReview", "event_checksDone");
    }

    @Test
    @DisplayName("未认定：复审不通过，不需要专家和抽查，批次不认定")
    void notRecognised() {
        started();
        walk.submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("FAIL");
        recognition.passOver(walk.application().id(), "复审不通过", BatchWalk.LEADER);
        recognition.decline(walk.application().id(), "复审不通过", BatchWalk.LEADER);
        messages.send(RecognitionProcess.DECIDED, walk.caseNumber(), Map.of("recognised", false));
        endedAs(ApplicationState.NOT_RECOGNISED, "event_clusterNotRecognised");
        assertThat(walk.application().stateReason()).isEqualTo("复审不通过");
    }

    @Test
    @DisplayName("申报主体不适格：跨县集群由产值比例不是最大的县申报")
    void ineligible() {
        walk.of("dairy-qingtongxia").started();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(walk.caseNumber())
                        .finished()
                        .count())
                .isEqualTo(1);
        assertThat(walk.application().state()).isEqualTo(ApplicationState.INELIGIBLE);
        assertThat(walk.application().eligible()).isFalse();
        assertThat(walk.application().eligibilityReason()).contains("产值比例");
        applicantWasTold("产值比例");
        assertThat(borne("closed").issuer()).isEqualTo("宁夏回族自治区工业和信息化厅");
        applicantWasTold("作出机关：宁夏回族自治区工业和信息化厅。救济途径：");
    }

    private Remedy borne(String key) {
        return casework.entries(walk.caseNumber()).stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .remedy();
    }

    @Test
    @DisplayName("申报期满未提交：申报期最后一日24时结案")
    void unsubmitted() {
        started();
        TestClock.set(RecognitionWalk.WINDOW_END.plusDays(1).atStartOfDay());
        timerFires();
        endedAs(ApplicationState.LAPSED, "event_applicationUnsubmitted");
        applicantWasTold("申报期届满仍未提交");
        assertThat(borne("closed")).as("nobody decided it").isNull();
    }

    @Test
    @DisplayName("逾期未补正结案：补正期限最后一日24时")
    void correctionLapsed() {
        started();
        walk.submitted().returned(5);
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(borne("ACCEPTANCE-1"))
                .returns("石嘴山市中小企业主管部门", Remedy::issuer)
                .extracting(Remedy::text)
                .asString()
                .contains("不是对申报的最终处理");
        applicantWasTold("作出机关：石嘴山市中小企业主管部门。救济途径：本通知要求补正材料");
        TestClock.set(LocalDate.of(2026, 6, 30));
        timerFires();
        endedAs(ApplicationState.LAPSED, "event_correctionLapsed");
        applicantWasTold("补正期限届满");
    }

    @Test
    @DisplayName("不予受理：写明理由，告知申报主体")
    void refused() {
        started();
        walk.submitted()
                .as(walk.city())
                .complete("task_decideAcceptance", Map.of("acceptance", "REFUSE", "opinion", "不属于本市辖区"));
        endedAs(ApplicationState.REFUSED, "event_applicationRefused");
        applicantWasTold("不属于本市辖区");
        applicantWasTold("作出机关：石嘴山市中小企业主管部门。救济途径：");
        assertThat(borne("ACCEPTANCE-1"))
                .returns("石嘴山市中小企业主管部门", Remedy::issuer)
                .extracting(Remedy::text)
                .asString()
                .contains("《中华人民共和国行政复议法》第二十条")
                .endsWith("（本段文字待法制审核确认）");
    }

    @Test
    @DisplayName("市级未推荐：初审不符合，写明理由")
    void notRecommended() {
        started();
        walk.submitted().accepted();
        walk.complete("task_reviewPreliminarily", Map.of("conclusion", "DOES_NOT_MEET", "opinion", "产业链协作机制尚不完善，不符合。"));
        walk.complete("task_decideRecommendation", Map.of("recommendation", "NOT_RECOMMEND", "opinion", "协作机制不足"));
        endedAs(ApplicationState.NOT_RECOMMENDED, "event_applicationNotRecommended");
        applicantWasTold("协作机制不足");
        assertThat(borne("RECOMMENDATION-1").issuer()).isEqualTo("石嘴山市中小企业主管部门");
        assertThat(borne("ACCEPTANCE-1"))
                .as("accepted: who did it, and no more")
                .isEqualTo(new Remedy("石嘴山市中小企业主管部门", null));
    }

    @Test
    @DisplayName("已撤回申报：公示开始前由申报主体撤回")
    void withdrawn() {
        started();
        walk.submitted();
        recognition.withdraw(walk.caseNumber(), walk.applicant(), "数据需重新核实");
        endedAs(ApplicationState.WITHDRAWN, "event_withdrawalRecorded");
        assertThat(walk.application().stateReason()).isEqualTo("数据需重新核实");
    }

    @Test
    @DisplayName("已撤回申报：专家评审、实地抽查正在进行时撤回，核查随之中断")
    void withdrawnDuringTheChecks() {
        started();
        walk.submitted().accepted().reviewed().recommended().reAssessed();
        walk.planned(List.of("expert-wang", "expert-ma"), true);
        recognition.withdraw(walk.caseNumber(), walk.applicant(), "数据需重新核实");
        endedAs(ApplicationState.WITHDRAWN, "event_withdrawalRecorded");
        assertThat(walk.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("批次结束未完成：没有走到复审结论的随批次结案")
    void batchClosed() {
        started();
        walk.submitted().accepted();
        messages.send(RecognitionProcess.BATCH_CLOSED, walk.caseNumber(), Map.of());
        endedAs(ApplicationState.LAPSED, "event_applicationUnfinished");
        applicantWasTold("本申报未能在此前完成推荐和复审");
    }
}
