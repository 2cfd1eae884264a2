package org.smecluster.publicnotice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.AdmissionState;
import org.smecluster.publicnotice.Admissions;
import org.smecluster.publicnotice.ContactBook;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.publicnotice.ObjectionCounter.Sent;
import org.smecluster.publicnotice.ObjectionStanding;
import org.smecluster.publicnotice.OnlineObjection;
import org.smecluster.publicnotice.OnlineObjectionEntry;
import org.smecluster.publicnotice.Receipt;
import org.smecluster.publicnotice.TooManyObjections;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.security.Account;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十二条(三)：在线提出的异议")
class OnlineObjectionsTest {

    private static final String BATCH = "NXJQ-2026-PC-01";
    private static final String A = "NXJQ-2026-RD-00001";
    private static final String B = "NXJQ-2026-RD-00002";
    private static final String GROUNDS = "2025年产值与统计公报不符，公报第3页只有十一亿元。";
    private static final String HERE = "203.0.113.7";
    private static final int OF_ADDRESS = 10;
    private static final Account OFFICER = new Account("officer", "经办", List.of("province-officer"));
    private static final Account LEADER = new Account("leader", "审定", List.of("province-leader"));

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    NoticeService notices;

    @Autowired
    ObjectionCounter counter;

    @Autowired
    Admissions admissions;

    @Autowired
    ContactBook contacts;

    @Autowired
    Notifications notifications;

    @Autowired
    PublicLists lists;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance instance;

    @BeforeEach
    void published() {
        identity.setAuthentication("officer", List.of("province-officer", "province-leader", "camunda-admin"));
        TestClock.set(LocalDate.of(2026, 6, 1));
        CaseOnFile.put(jdbc, A, "平罗碳基材料集群", "county-640221", "city-6402");
        CaseOnFile.put(jdbc, B, "中宁枸杞集群", "county-640521", "city-6405");
        lists.draft(new PublicList(
                BATCH,
                "2026年度拟认定名单公示",
                "宁工信企发〔2026〕12号",
                List.of(
                        PublicListItem.of(A, "平罗碳基材料集群", "碳基材料", "平罗县", "平罗县", "石嘴山市"),
                        PublicListItem.of(B, "中宁枸杞集群", "枸杞加工", "中宁县", "中宁县", "中卫市"))));
        instance = runtime.startProcessInstanceByKey(
                "publicNotice", BATCH, Map.of("noticeSubject", BATCH, "publicityDays", 5));
        execute(job(instance));
        execute(job(instance));
    }

    private Notice notice() {
        return notices.ofSubject(BATCH).orElseThrow();
    }

    private PublicityOutcome outcome(String caseNumber) {
        return notice().items().stream()
                .filter(item -> item.caseNumber().equals(caseNumber))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private void over() {
        TestClock.set(notice().endsOn().plusDays(1));
        execute(job(instance));
    }

    private static OnlineObjectionEntry signed(String caseNumber, String name) {
        return new OnlineObjectionEntry(caseNumber, name, "0953-2222222", GROUNDS, false, Receipt.drawSecret());
    }

    private static OnlineObjectionEntry unsigned(String caseNumber) {
        return new OnlineObjectionEntry(caseNumber, "", "", GROUNDS, true, Receipt.drawSecret());
    }

    private Receipt handedIn(OnlineObjectionEntry entry) {
        return counter.receive(notice().id(), entry, List.of(), HERE);
    }

    private ObjectionStanding standing(Receipt receipt) {
        return counter.lookUp(receipt.spokenNumber(), receipt.spokenSecret(), HERE)
                .orElseThrow();
    }

    private void complete(String task, Map<String, Object> form) {
        tasks.complete(
                tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId(), form);
    }

    @Test
    @DisplayName("收到即在，登记以前所涉及的集群等待，其他集群通过；期满以后登记、核实、裁定，提出人凭受理号逐步看到")
    void fromReceiptToRuling() {
        Receipt receipt = handedIn(signed(A, "张三"));
        assertThat(receipt.number()).matches("\\d{12}");
        assertThat(standing(receipt).state()).isEqualTo("待登记");
        assertThat(tasks.createTaskQuery().count()).as("not entered yet").isZero();
        over();
        assertThat(instance).isWaitingAt("event_admissionsDecided");
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.PENDING);
        assertThat(outcome(B)).isEqualTo(PublicityOutcome.NO_OBJECTION);
        assertThat(notice().state()).isEqualTo(NoticeState.OBJECTIONS_PENDING);

        long id = admissions.admit(receipt.number(), true, true, OFFICER);
        assertThat(notices.objection(id).receivedOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(notices.objection(id).receiptNumber()).isEqualTo(receipt.number());
        assertThat(instance).isNotEnded().hasPassed("event_admissionsDecided");
        assertThat(standing(receipt).state()).isEqualTo("核实中");
        complete("task_verifyObjection", Map.of("facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实"));
        assertThat(standing(receipt).state()).isEqualTo("等待裁定");
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.PENDING);
        complete("task_ruleObjection", Map.of("ruling", "UPHELD", "rulingReason", "产值不足二十亿元"));
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.UPHELD);
        assertThat(instance).isEnded();
        ObjectionStanding told = standing(receipt);
        assertThat(told.state()).isEqualTo("异议成立");
        assertThat(told.reason()).isEqualTo("产值不足二十亿元");
        assertThat(told.decidedAt()).isNotNull();
    }

    @Test
    @DisplayName("公示期内登记的，期满时不再等待登记，只等裁定")
    void admittedWithinThePeriod() {
        Receipt receipt = handedIn(signed(A, "张三"));
        admissions.admit(receipt.number(), true, true, OFFICER);
        over();
        assertThat(instance)
                .isNotEnded()
                .hasNotPassed("event_admissionsDecided")
                .hasPassed("event_publicityClosed");
        complete("task_verifyObjection", Map.of("facts", "经核实", "toldToApplicant", "异议反映产值不实"));
        complete("task_ruleObjection", Map.of("ruling", "DISMISSED", "rulingReason", "数据属实"));
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.DISMISSED);
        assertThat(standing(receipt).state()).isEqualTo("异议不成立");
    }

    @Test
    @DisplayName("不予登记的写明原因，提出人看得到；全部办完，集群通过，流程继续")
    void notAdmitted() {
        Receipt first = handedIn(signed(A, "张三"));
        Receipt second = handedIn(signed(A, "李四"));
        assertThatThrownBy(() -> admissions.admit(first.number(), true, false, OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("两项都勾选");
        assertThatThrownBy(() -> admissions.refuse(first.number(), " ", OFFICER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> admissions.refuse(first.number(), "x", LEADER)).isInstanceOf(Refusal.class);
        over();
        admissions.refuse(first.number(), "留下的电话是空号，无法核实", OFFICER);
        assertThat(instance).isWaitingAt("event_admissionsDecided");
        assertThat(outcome(A)).as("the other one still waits").isEqualTo(PublicityOutcome.PENDING);
        admissions.takeAsLead(second.number(), "署名不真实", OFFICER);
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.NO_OBJECTION);
        assertThat(instance).isEnded();
        assertThat(standing(first).state()).isEqualTo("未予登记");
        assertThat(standing(first).reason()).isEqualTo("留下的电话是空号，无法核实");
        assertThat(standing(second).state()).isEqualTo("作为线索");
        assertThatThrownBy(() -> admissions.admit(first.number(), true, true, OFFICER))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("未予登记（经办）");
    }

    @Test
    @DisplayName("没有署名的是线索，不影响公示结果")
    void unsignedIsALead() {
        Receipt receipt = handedIn(unsigned(A));
        OnlineObjection lead = admissions.find(receipt.number()).orElseThrow();
        assertThat(lead.state()).isEqualTo(AdmissionState.LEAD);
        assertThat(lead.objectorName()).isNull();
        assertThat(standing(receipt).reason()).contains("没有署名");
        over();
        assertThat(instance).isEnded();
        assertThat(outcome(A)).isEqualTo(PublicityOutcome.NO_OBJECTION);
    }

    @Test
    @DisplayName("同一张表提交两次，得到同一个受理号，只存一件；不同的表互不相干")
    void theSameFormTwice() {
        OnlineObjectionEntry entry = signed(A, "张三");
        Receipt first = handedIn(entry);
        assertThat(handedIn(entry)).isEqualTo(first);
        assertThat(handedIn(signed(A, "张三")).number()).isNotEqualTo(first.number());
        assertThat(admissions.count(List.of(AdmissionState.RECEIVED))).isEqualTo(2);
    }

    @Test
    @DisplayName("缺什么一次说清，什么也不存；公示期满以后不收")
    void refused() {
        OnlineObjectionEntry empty = new OnlineObjectionEntry("", "", "", "假的", false, "");
        assertThat(catchThrowableOfType(Refusal.class, () -> handedIn(empty)).reasons())
                .hasSize(4)
                .anyMatch(reason -> reason.contains("真实姓名"))
                .anyMatch(reason -> reason.contains("至少写10个字"));
        assertThatThrownBy(() -> handedIn(signed("NXJQ-2026-RD-00009", "张三"))).hasMessageContaining("名单中没有这个集群");
        over();
        assertThatThrownBy(() -> handedIn(signed(A, "张三"))).hasMessageContaining("24:00届满");
        assertThat(jdbc.sql("select count(*) from online_objection")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("附件按内容识别，不在任何案件的佐证材料中；认不出的整件退回，不占次数")
    void files() {
        Sent letter = new Sent("举证.pdf", new ByteArrayInputStream(EvidenceSamples.pdf("公报")));
        Receipt receipt = counter.receive(notice().id(), signed(A, "张三"), List.of(letter), HERE);
        OnlineObjection stored = admissions.find(receipt.number()).orElseThrow();
        assertThat(admissions.files(stored)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("举证.pdf");
            assertThat(file.open()).isTrue();
        });
        assertThat(standing(receipt).files()).containsExactly("举证.pdf");
        assertThat(jdbc.sql("select count(*) from evidence_file")
                        .query(Integer.class)
                        .single())
                .isZero();
        for (int i = 0; i < OF_ADDRESS + 1; i++) {
            Sent program = new Sent("举证.pdf", new ByteArrayInputStream(EvidenceSamples.program()));
            assertThatThrownBy(() -> counter.receive(notice().id(), signed(A, "李四"), List.of(program), HERE))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("举证.pdf");
        }
        assertThat(admissions.count(List.of(AdmissionState.RECEIVED))).isEqualTo(1);
    }

    @Test
    @DisplayName("同一网络一小时内有上限，告知何时再收；别的网络不受影响")
    void tooMany() {
        for (int i = 0; i < OF_ADDRESS; i++) {
            handedIn(signed(A, "张" + i));
        }
        LocalDateTime now = LocalDate.of(2026, 6, 1).atStartOfDay();
        TooManyObjections refused = catchThrowableOfType(TooManyObjections.class, () -> handedIn(signed(A, "最后一位")));
        assertThat(refused.inTime()).isTrue();
        assertThat(LocalDateTime.ofInstant(refused.again(), ZoneId.of("Asia/Shanghai")))
                .isAfter(now.plusMinutes(59))
                .isBefore(now.plusDays(1));
        assertThat(counter.receive(notice().id(), signed(A, "别处"), List.of(), "203.0.113.8")
                        .number())
                .hasSize(12);
        TestClock.pass(java.time.Duration.ofHours(1));
        assertThat(handedIn(signed(A, "最后一位")).number()).hasSize(12);
    }

    @Test
    @DisplayName("最后一日最后一小时：同一网络已满的，每人的第一件仍然收下；第二件不收")
    void lastHour() {
        TestClock.set(notice().endsOn().atTime(22, 30));
        for (int i = 0; i < OF_ADDRESS; i++) {
            handedIn(signed(A, "张" + i));
        }
        TooManyObjections before = catchThrowableOfType(TooManyObjections.class, () -> handedIn(signed(A, "李四")));
        assertThat(LocalDateTime.ofInstant(before.again(), ZoneId.of("Asia/Shanghai")))
                .as("not an hour later, when the period is nearly over, but at the last hour")
                .isEqualTo(notice().endsOn().atTime(23, 0));
        TestClock.set(notice().endsOn().atTime(23, 0));
        assertThat(handedIn(signed(A, "李四")).number()).hasSize(12);
        TooManyObjections again = catchThrowableOfType(TooManyObjections.class, () -> handedIn(signed(B, "李四")));
        assertThat(again.inTime()).as("half an hour later is still in time").isTrue();
        assertThat(catchThrowableOfType(TooManyObjections.class, () -> handedIn(unsigned(A))))
                .as("a lead is no objection")
                .isNotNull();
        TestClock.set(notice().endsOn().atTime(23, 59, 59));
        assertThat(handedIn(signed(A, "王五")).number()).hasSize(12);
    }

    @Test
    @DisplayName("受理号和查询码对不上的查不到；试得太多的，过一小时再查")
    void lookUpWithoutTheSecret() {
        Receipt receipt = handedIn(signed(A, "张三"));
        assertThat(jdbc.sql("select o::text from online_objection o")
                        .query(String.class)
                        .single())
                .as("the secret stands nowhere")
                .doesNotContain(receipt.secret());
        assertThat(counter.lookUp(receipt.number(), Receipt.drawSecret(), HERE)).isEmpty();
        for (int i = 0; i < 9; i++) {
            counter.lookUp(receipt.number(), "", "198.51.100." + i);
        }
        assertThatThrownBy(() -> counter.lookUp(receipt.number(), receipt.secret(), "198.51.100.77"))
                .isInstanceOf(TooManyObjections.class);
        TestClock.pass(java.time.Duration.ofHours(1));
        assertThat(standing(receipt).clusterName()).isEqualTo("平罗碳基材料集群");
    }

    @Test
    @DisplayName("经办人员得到通知，每个集群每天一次，不说是谁；其他人不知道")
    void officersAreTold() {
        handedIn(signed(A, "张三"));
        handedIn(signed(A, "李四"));
        assertThat(notifications.ofCase(A, "officer"))
                .singleElement()
                .extracting(Notification::text)
                .asString()
                .contains("待登记的异议")
                .doesNotContain("张三");
        assertThat(notifications.forGroups(List.of("county-640221", "city-6402", "province-leader"), "x", 0, 10))
                .isEmpty();
    }

    @Test
    @DisplayName("没有填写联系方式的，不能排定公示；排定以前没有联系方式的公示，不在线受理")
    void contactsAreRequired() {
        assertThat(notice().contact().discipline()).isEqualTo("0951-0000001");
        long seen = contacts.current().orElseThrow().id();
        assertThat(catchThrowableOfType(Refusal.class, () -> contacts.enter("无", "", "nx", "", seen, OFFICER))
                        .reasons())
                .hasSize(4);
        assertThatThrownBy(() -> contacts.enter("0951-1111111", "银川", "a@nx.example", "x", seen + 1, OFFICER))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> contacts.enter("0951-1111111", "银川", "a@nx.example", "x", seen, LEADER))
                .isInstanceOf(Refusal.class);
        contacts.enter("0951-1111111", "银川", "a@nx.example", "驻厅纪检组", seen, OFFICER);
        assertThat(notice().contact().telephone()).as("what is published stays").isEqualTo("0951-6669000");

        jdbc.sql("update notice set contact_id = null").update();
        jdbc.sql("update notice_plan set contact_id = null").update();
        assertThatThrownBy(() -> handedIn(signed(A, "张三"))).hasMessageContaining("没有开通在线提出异议");
        jdbc.sql("delete from notice_contact").update();
        lists.draft(new PublicList(
                "NXJQ-2026-PC-02",
                "另一次公示",
                "文号",
                List.of(PublicListItem.of(B, "中宁枸杞集群", "枸杞加工", "中宁县", "中宁县", "中卫市"))));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(
                        "publicNotice",
                        "NXJQ-2026-PC-02",
                        Map.of("noticeSubject", "NXJQ-2026-PC-02", "publicityDays", 5)))
                .hasStackTraceContaining("还没有填写公示的联系方式");
    }
}
