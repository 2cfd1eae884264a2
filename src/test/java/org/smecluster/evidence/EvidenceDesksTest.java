package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Cases;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("佐证材料由谁在什么时候提交：变动备案、陈述申辩、异议")
class EvidenceDesksTest {

    private static final Account UNIT = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final Account CITY = new Account("city-shizuishan", "冯国强", List.of("city-6402"));
    private static final Account OFFICER_1 = new Account("officer-1", "丁少华", List.of("province-officer"));
    private static final Account LEADER = new Account("leader", "审定", List.of("province-leader"));

    @Autowired
    NoticeService notices;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Desks desks;

    @Autowired
    private Cases cases;

    @Autowired
    private EvidenceIntake intake;

    @Autowired
    private EvidenceService service;

    private CaseRecord caseOf(String cluster) {
        return cases.ofCluster(cluster).get(0);
    }

    private String recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        String cluster = CaseWalk.recognised(context.getBean(ClusterRegistry.class));
        TestClock.set(LocalDate.of(2027, 4, 5));
        return cluster;
    }

    private void sent(String caseNumber, String name, Account by) {
        byte[] content = EvidenceSamples.pdf(name.length() + "");
        Upload upload = intake.begin(
                caseNumber,
                Proves.material(MaterialKind.OTHER_EVIDENCE),
                null,
                name,
                content.length,
                intake.confirm(caseNumber, by),
                by);
        Upload arrived = intake.receive(
                        caseNumber, upload.id(), 0, new ByteArrayInputStream(content), content.length, by)
                .orElseThrow();
        assertThat(intake.finish(arrived, by).refused()).isNull();
    }

    private List<String> seen(String caseNumber, LifeReader reader) {
        return service.files(caseNumber, new Reading(reader, false, false)).stream()
                .map(file -> file.occasion() + " " + file.name())
                .toList();
    }

    @Test
    @DisplayName("变动备案：在申报单位手中时由它上传，提交时一并提交；退回后再传")
    void change() {
        String cluster = recognised();
        ProcessInstance instance = desks.start(
                PINGLUO,
                "changeFiling",
                "clusterNumber",
                cluster,
                "changeKind",
                "LEADING_INDUSTRY",
                "changedOn",
                "2027-03-31",
                "newValue",
                "新材料",
                "description",
                "产业升级");
        CaseRecord record = caseOf(cluster);
        String number = record.caseNumber();
        assertThat(service.intake(record, UNIT)).contains(new Intake(Occasion.CHANGE, 1));
        assertThat(service.intake(record, CITY)).isEmpty();
        sent(number, "批复.pdf", UNIT);
        assertThat(seen(number, LifeReader.UNIT)).containsExactly("CHANGE 批复.pdf");
        assertThat(seen(number, LifeReader.CITY)).isEmpty();

        submit(instance);
        assertThat(seen(number, LifeReader.CITY)).containsExactly("CHANGE 批复.pdf");
        assertThat(service.intake(caseOf(cluster), UNIT)).isEmpty();
        assertThatThrownBy(() -> sent(number, "又.pdf", UNIT)).isInstanceOf(Refusal.class);

        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "RETURN", "opinion", "补充营业执照");
        sent(number, "执照.pdf", UNIT);
        assertThat(seen(number, LifeReader.CITY)).containsExactly("CHANGE 批复.pdf");
        submit(instance);
        assertThat(seen(number, LifeReader.CITY)).containsExactly("CHANGE 批复.pdf", "CHANGE 执照.pdf");
    }

    private void submit(ProcessInstance instance) {
        desks.complete(
                PINGLUO,
                instance,
                "task_confirmFiling",
                "filingStep",
                "SUBMIT",
                "newValue",
                "新材料",
                "explanation",
                "已变更");
    }

    @Test
    @DisplayName("陈述申辩：期限内上传的，到期没有办理任务的也算提交")
    void defence() {
        String cluster = recognised();
        ProcessInstance instance = desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("REPORT_OVERDUE"),
                "evidence",
                "三次催报未报",
                "occurredOn",
                "2027-03-31");
        String number = caseOf(cluster).caseNumber();
        assertThat(service.intake(caseOf(cluster), UNIT)).isEmpty();
        desks.complete(
                OFFICER,
                instance,
                "task_establishFacts",
                "reportOverdue",
                "true",
                "findings",
                "经查，未在3月30日前报送",
                "evidence",
                "催报通知三份");
        assertThat(service.intake(caseOf(cluster), UNIT)).isEmpty();
        CaseWalk.noticeServed(desks, instance);
        assertThat(service.intake(caseOf(cluster), UNIT)).contains(new Intake(Occasion.DEFENCE, 1));
        sent(number, "说明.pdf", UNIT);
        assertThat(seen(number, LifeReader.REGION)).isEmpty();

        TestClock.set(LocalDate.of(2027, 5, 5));
        desks.runDue();
        assertThat(service.intake(caseOf(cluster), UNIT)).isEmpty();
        assertThat(seen(number, LifeReader.REGION)).containsExactly("DEFENCE 说明.pdf");
        assertThat(service.files(number, new Reading(LifeReader.REGION, false, false)))
                .allMatch(EvidenceFile::handedIn);
    }

    @Test
    @DisplayName("异议：裁定以前由自治区经办人员上传，只有自治区看得到")
    void objection() {
        BatchWalk batch = BatchWalk.in(context).opened();
        String number = batch.reReviewed("640522", "海原高端马铃薯");
        batch.inNotice(number);
        CaseRecord record = cases.find(number).orElseThrow();
        assertThat(service.intake(record, OFFICER_1))
                .as("a scan comes before the entry that it proves")
                .contains(new Intake(Occasion.OBJECTION, 1));
        long objection = batch.objection(number);
        assertThat(service.intake(record, OFFICER_1)).contains(new Intake(Occasion.OBJECTION, 1));
        assertThat(service.intake(record, LEADER)).isEmpty();
        sent(number, "异议信.pdf", OFFICER_1);
        assertThat(seen(number, LifeReader.REGION)).containsExactly("OBJECTION 异议信.pdf");
        assertThat(seen(number, LifeReader.CITY)).isEmpty();
        assertThat(seen(number, LifeReader.UNIT)).isEmpty();
        assertThat(service.files(number, new Reading(LifeReader.CITY, false, true)))
                .isEmpty();

        batch.ruled(objection, "DISMISSED").periodEnded();
        EvidenceFile scan = service.files(number, new Reading(LifeReader.REGION, false, false))
                .get(0);
        long late = notices.registerObjection(
                batch.notice().id(),
                new ObjectionEntry(number, "王某", "1", "数据不实", batch.notice().endsOn(), null, scan.id()),
                OFFICER_1);
        assertThat(notices.objection(late).scanFile()).isEqualTo(scan.id());
        assertThatThrownBy(() -> service.takeBack(number, scan.id(), OFFICER_1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能取回");
        batch.ruled(late, "DISMISSED").listPublished();
        assertThat(service.intake(record, OFFICER_1)).isEmpty();
        EvidenceFile letter = service.files(number, new Reading(LifeReader.REGION, false, false))
                .get(0);
        assertThatThrownBy(() -> service.takeBack(number, letter.id(), OFFICER_1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现在不能由您提交或取回");
    }
}
