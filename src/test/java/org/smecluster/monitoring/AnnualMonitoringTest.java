package org.smecluster.monitoring;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.smecluster.support.Desks.OFFICER;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.PoolAdmission;
import org.smecluster.registry.Recognition;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第十六条：年度监测，每年1月1日启动，提醒、逾期跟进、总结")
class AnnualMonitoringTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    AnnualReports reports;

    @Autowired
    MonitoringYears years;

    @Autowired
    MonitoringService monitoring;

    @Autowired
    Casework casework;

    @Autowired
    Notifications notifications;

    @Autowired
    Desks desks;

    @Autowired
    JdbcClient jdbc;

    private static final MonthDay OWN_DAY = MonthDay.of(3, 20);

    private String pingluo;
    private String zhongning;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        pingluo = CaseWalk.recognised(registry);
        zhongning = CaseWalk.zhongningRecognised(registry);
        TestClock.set(LocalDate.of(2027, 1, 1));
    }

    private ReportWalk begun() {
        return ReportWalk.in(context).begun();
    }

    private List<String> ends() {
        return history.createHistoricActivityInstanceQuery().processDefinitionId(definition()).list().stream()
                .filter(each -> each.getActivityType().endsWith("EndEvent"))
                .map(each -> each.getActivityId())
                .toList();
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("annualMonitoring")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private long rounds() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("annualMonitoring")
                .count();
    }

    /** The timer of the model's start, as the deployment makes it. */
    private Job startTimer() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    ProcessDefinitionEntity deployed = command.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findDeployedProcessDefinitionById(definition());
                    @SuppressWarnings("unchecked")
                    List<TimerDeclarationImpl> timers = (List<TimerDeclarationImpl>) deployed.getProperty("timerStart");
                    return timers.get(0).createStartTimerInstance(deployed.getDeploymentId());
                });
        return management.createJobQuery().activityId("event_monitoringStarted").singleResult();
    }

    @Test
    @DisplayName("每年1月1日0时自动启动；第二次触发随即结束，不开启第二轮；每个有效集群一份报送")
    void timer() {
        TestClock.set(LocalDate.of(2026, 12, 30));
        Job timer = startTimer();
        assertThat(timer.getDuedate())
                .isEqualTo(Date.from(
                        LocalDateTime.of(2027, 1, 1, 0, 0).atZone(ZONE).toInstant()));
        TestClock.set(LocalDateTime.of(2027, 1, 1, 0, 0));
        management.executeJob(timer.getId());
        Job next = management
                .createJobQuery()
                .activityId("event_monitoringStarted")
                .singleResult();
        assertThat(next.getDuedate())
                .isEqualTo(Date.from(
                        LocalDateTime.of(2028, 1, 1, 0, 0).atZone(ZONE).toInstant()));
        desks.runDue();
        assertThat(reports.ofYear(2026)).extracting(AnnualReport::clusterNumber).containsExactly(pingluo, zhongning);
        assertThat(reports.ofYear(2026)).allMatch(report -> report.state() == State.DUE);
        assertThat(years.all()).extracting(MonitoringYear::year).containsExactly(2026);
        assertThat(years.all().get(0).lastDay()).isEqualTo(LocalDate.of(2027, 3, 30));

        management.executeJob(next.getId());
        desks.runDue();
        assertThat(rounds()).isOne();
        assertThat(ends()).containsExactly("event_roundRepeated");
        assertThat(reports.ofYear(2026)).hasSize(2);
        monitoring.openReports(years.all().get(0).caseNumber(), OWN_DAY);
        assertThat(reports.ofYear(2026)).hasSize(2);
    }

    @Test
    @DisplayName("手工启动：只能是上一年度、报送期内、尚未启动的年度")
    void byHand() {
        assertThatThrownBy(() -> desks.start(OFFICER, "annualMonitoring", "year", 2025))
                .hasMessageContaining("只能启动2026年度");
        TestClock.set(LocalDateTime.of(2027, 3, 31, 0, 0));
        assertThatThrownBy(() -> desks.start(OFFICER, "annualMonitoring", "year", 2026))
                .hasMessageContaining("已过");
        TestClock.set(LocalDate.of(2027, 3, 10));
        ReportWalk.in(context).begunByHand();
        assertThat(reports.ofYear(2026)).hasSize(2);
        assertThatThrownBy(() -> desks.start(OFFICER, "annualMonitoring")).hasMessageContaining("2026年度的监测已经启动");
        assertThat(rounds()).isOne();
    }

    @Test
    @DisplayName("失效的集群不再开启报送；只有培育库在库集群的市也报送培育工作情况")
    void whoReports() {
        registry.revoke(zhongning, "NXJQ-2026-CX-00001", LocalDate.of(2026, 11, 1), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
        registry.admit(new PoolAdmission(
                "NXJQ-2026-PY-00001",
                null,
                "盐池滩羊集群",
                "滩羊",
                "640323",
                "6403",
                "county-640323",
                LocalDate.of(2026, 5, 1)));
        begun();
        assertThat(reports.ofYear(2026)).extracting(AnnualReport::clusterNumber).containsExactly(pingluo);
        assertThat(years.cityReports(2026))
                .extracting(MonitoringYears.CityReport::cityGroup)
                .containsExactly("city-6402", "city-6403");
    }

    @Test
    @DisplayName("提醒日：3月1日、15日、25日和26日至30日每日9:00，只提醒尚未报送的；报送期满不再提醒")
    void reminders() {
        ReportWalk walk = begun();
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027)).forwarded(zhongning);
        List<LocalDate> days = new ArrayList<>();
        Job reminder = reminder();
        while (reminder.getDuedate().before(date(LocalDateTime.of(2027, 3, 31, 0, 0)))) {
            LocalDateTime due = LocalDateTime.ofInstant(reminder.getDuedate().toInstant(), ZONE);
            assertThat(due.getHour()).isEqualTo(9);
            days.add(due.toLocalDate());
            TestClock.set(due);
            management.executeJob(reminder.getId());
            reminder = reminder();
        }
        assertThat(days)
                .extracting(day -> day.getMonthValue() * 100 + day.getDayOfMonth())
                .containsExactly(301, 315, 325, 326, 327, 328, 329, 330);
        assertThat(told("county-640221")).hasSize(8).allMatch(text -> text.contains("尚未提交，报送截止2027-03-30"));
        assertThat(told("city-6402")).hasSize(8).allMatch(text -> text.contains("还有1个集群"));
        assertThat(told("county-640521")).isEmpty();
        assertThat(told("city-6405")).hasSize(8).allMatch(text -> text.contains("集群培育工作情况尚未报送"));
        TestClock.set(LocalDateTime.of(2027, 3, 31, 9, 0));
        monitoring.remind(walk.yearCase());
        assertThat(told("county-640221")).hasSize(8);
        assertThat(ends()).contains("event_missingReminded");
    }

    @Test
    @DisplayName("集群报送日（3月20日）24:00：告知所在市尚未提交的集群、提醒其申报主体，各一次；不构成逾期，也不是撤销线索")
    void clustersOwnDay() {
        ReportWalk walk = begun();
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027));
        assertThat(years.find(2026).orElseThrow().unitDay()).isEqualTo(LocalDate.of(2027, 3, 20));
        assertThat(all("county-640221")).anyMatch(text -> text.contains("其中报所在市的日期为2027-03-20"));
        TestClock.set(LocalDateTime.of(2027, 3, 20, 23, 59));
        walk.due();
        assertThat(all("city-6402")).noneMatch(text -> text.contains("集群报送日"));
        TestClock.set(LocalDateTime.of(2027, 3, 21, 0, 0));
        walk.due();
        monitoring.urge(walk.yearCase());
        assertThat(all("city-6402").stream().filter(text -> text.contains("集群报送日（2027-03-20）已过")))
                .singleElement(as(STRING))
                .contains("尚未向本市提交的集群（1个）：平罗碳基材料集群", "报送自治区截止2027-03-30 24:00");
        assertThat(all("county-640221").stream().filter(text -> text.contains("集群报送日")))
                .hasSize(1);
        assertThat(all("city-6405")).noneMatch(text -> text.contains("集群报送日"));
        assertThat(walk.report(pingluo).late()).isFalse();
        assertThat(causes()).isZero();
        assertThat(ends()).contains("event_clustersUrged");
        TestClock.set(LocalDateTime.of(2027, 3, 30, 23, 59));
        walk.submitted(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027));
        assertThat(walk.report(pingluo).late()).isFalse();
        TestClock.set(LocalDateTime.of(2027, 3, 31, 0, 0));
        walk.due();
        assertThat(causes()).isZero();
    }

    private long causes() {
        return jdbc.sql("select count(*) from revocation_cause")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("集群报送日后手工启动：随即告知；期限过后不再告知")
    void begunAfterTheOwnDay() {
        TestClock.set(LocalDate.of(2027, 3, 25));
        ReportWalk walk = ReportWalk.in(context).begunByHand();
        walk.due();
        assertThat(all("city-6402")).anyMatch(text -> text.contains("集群报送日（2027-03-20）已过"));
    }

    @Test
    @DisplayName("集群按时提交、市级逾期报送的，逾期记在市级；集群自己逾期的不记在市级")
    void lateByTheCity() {
        ReportWalk walk = begun();
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027));
        TestClock.set(LocalDateTime.of(2027, 3, 31, 0, 0));
        walk.due();
        walk.forwarded(zhongning);
        walk.submitted(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027)).forwarded(pingluo);
        assertThat(walk.report(zhongning).handedOnLate()).isTrue();
        assertThat(walk.report(zhongning).late()).isFalse();
        assertThat(walk.report(pingluo).handedOnLate()).isFalse();
        assertThat(walk.report(pingluo).late()).isTrue();
        assertThat(CityTally.of(reports.ofYear(2026)))
                .returns(1, CityTally::handedOnLate)
                .returns(1, CityTally::late);
        assertThat(casework.entries(walk.report(zhongning).caseNumber()))
                .anyMatch(entry -> entry.particulars().toString().contains("申报主体按时提交，市级逾期报送"));
    }

    private List<String> told(String group) {
        return notifications.forGroups(List.of(group), "x", 0, 1000).stream()
                .map(Notification::text)
                .filter(text -> text.startsWith("提醒："))
                .toList();
    }

    private Job reminder() {
        return management.createJobQuery().activityId("event_reminderDue").singleResult();
    }

    private static Date date(LocalDateTime time) {
        return Date.from(time.atZone(ZONE).toInstant());
    }

    @Test
    @DisplayName("都在期限内报送的：期满即可总结；还有没有办结的，不能总结")
    void allInTime() {
        ReportWalk walk = begun();
        walk.reported(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027));
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027)).forwarded(zhongning);
        walk.citiesReported();
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        assertThat(ends()).contains("event_cityReportsIn", "event_reportsIn").doesNotContain("event_waitingStopped");
        assertThatThrownBy(walk::concluded).hasMessageContaining("还有1份报送没有办结");
        walk.accepted(zhongning).concluded();
        assertThat(rounds()).isZero();
        assertThat(ends()).contains("event_yearConcluded");
        assertThat(casework.get(walk.yearCase()).standing()).isEqualTo("年度监测已结束");
        assertThat(years.find(2026).orElseThrow().concluded()).isTrue();
        PaperDraft summary = new PaperOnFile(context)
                .draft(
                        walk.yearCase(),
                        PaperKind.YEARLY_SUMMARY,
                        new Account("officer-1", "马晓燕", List.of("province-officer")));
        assertThat(summary.facts().values())
                .containsEntry("年度", "2026")
                .containsEntry("应报送", "2")
                .containsEntry("审阅通过", "2")
                .containsEntry("逾期未报送", "0");
        assertThat(summary.facts().lists().get("分市"))
                .extracting(row -> row.get("市"), row -> row.get("应报送"))
                .containsExactly(tuple("石嘴山市", "1"), tuple("中卫市", "1"));
    }

    @Test
    @DisplayName("申报主体按时提交、市级到期还没有报送的：告知该市，由经办人员跟进；不算集群逾期")
    void heldByTheCity() {
        ReportWalk walk = begun();
        walk.reported(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027));
        walk.submitted(zhongning, ReportWalk.workbook("中宁枸杞集群", 2027)).citiesReported();
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        assertThat(ends()).doesNotContain("event_reportsIn");
        assertThat(monitoring.missingInWords(walk.yearCase())).contains("各集群均已提交", "待市级审核、尚未报送自治区的（1个）：中宁枸杞集群（中卫市）");
        assertThat(all("city-6405")).anyMatch(text -> text.contains("本市尚未报送自治区的：待市级审核的年度报送1份（中宁枸杞集群）"));
        assertThat(all("city-6402")).noneMatch(text -> text.contains("本市尚未报送自治区的"));
        assertThat(walk.report(zhongning).late()).isFalse();
        followUp(walk, Map.of("followUp", "WAIT", "waitUntil", "2027-04-05", "note", "请中卫市尽快审核"));
        walk.forwarded(zhongning);
        TestClock.set(LocalDate.of(2027, 4, 6));
        walk.due();
        assertThat(ends()).contains("event_reportsIn");
        walk.accepted(zhongning).concluded();
    }

    private List<String> all(String group) {
        return notifications.forGroups(List.of(group), "x", 0, 1000).stream()
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("年度结束以后才认定的集群，不因晚启动而报送该年度；年度内认定的要报送")
    void recognisedAfterTheYear() {
        TestClock.set(LocalDate.of(2027, 2, 10));
        String young = registry.register(new Recognition(
                        "NXJQ-2026-RD-00003",
                        "盐池滩羊集群",
                        "滩羊",
                        "640323",
                        "6403",
                        "county-640323",
                        LocalDate.of(2027, 2, 10),
                        "宁工信企发〔2027〕3号"))
                .clusterNumber();
        TestClock.set(LocalDate.of(2027, 3, 10));
        ReportWalk.in(context).begunByHand();
        assertThat(reports.ofYear(2026))
                .extracting(AnnualReport::clusterNumber)
                .containsExactly(pingluo, zhongning)
                .doesNotContain(young);
    }

    @Test
    @DisplayName("逐个开启报送时集群正被撤销：撤销先提交的不开启；开启先提交的，撤销时结案")
    void revokedWhileOpening() throws Exception {
        ReportWalk walk = ReportWalk.in(context).begunWithoutJobs();
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        CountDownLatch revoked = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> revocation = other.submit(() -> transaction.executeWithoutResult(status -> {
                registry.revoke(
                        zhongning, "NXJQ-2027-CX-00001", LocalDate.of(2027, 1, 1), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
                revoked.countDown();
                await(commit);
            }));
            await(revoked);
            Future<?> opening = CompletableFuture.runAsync(() -> monitoring.openReports(walk.yearCase(), OWN_DAY));
            assertThatThrownBy(() -> opening.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            commit.countDown();
            revocation.get(30, TimeUnit.SECONDS);
            opening.get(30, TimeUnit.SECONDS);
        } finally {
            commit.countDown();
            other.shutdown();
        }
        assertThat(reports.find(2026, zhongning)).isEmpty();
        registry.revoke(pingluo, "NXJQ-2027-CX-00002", LocalDate.of(2027, 1, 1), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
        walk.due();
        assertThat(walk.report(pingluo).state()).isEqualTo(State.NOT_NEEDED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("逾期的由经办人员跟进：继续等候到某日，到日再跟进；不再等候的结案为未报送，市级注明未报送")
    void followUp() {
        ReportWalk walk = begun();
        walk.submitted(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027)).returned(pingluo);
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due();
        String missing = monitoring.missingInWords(walk.yearCase());
        assertThat(missing).contains("平罗碳基材料集群（补正未交）", "中宁枸杞集群（从未报送）", "石嘴山市", "中卫市");
        assertThatThrownBy(() -> followUp(walk, Map.of("followUp", "WAIT", "waitUntil", "2027-03-31", "note", "催报")))
                .hasMessageContaining("应晚于今天");
        followUp(walk, Map.of("followUp", "WAIT", "waitUntil", "2027-04-10", "note", "电话催报"));
        walk.submitted(pingluo, ReportWalk.workbook("平罗碳基材料集群", 2027));
        TestClock.set(LocalDate.of(2027, 4, 11));
        walk.due();
        followUp(walk, Map.of("followUp", "STOP", "note", "多次催报未报"));
        walk.ran(walk.yearCase());
        assertThat(walk.report(pingluo).state()).isEqualTo(State.SUBMITTED);
        assertThat(walk.report(pingluo).late()).isFalse();
        assertThat(walk.report(zhongning).state()).isEqualTo(State.NOT_SUBMITTED);
        assertThat(ends()).contains("event_waitingStopped");
        assertThat(casework.entries(walk.yearCase()))
                .extracting(CaseEntry::title)
                .contains("跟进逾期未报送", "市级未报送");
        walk.forwarded(pingluo).accepted(pingluo).concluded();
        assertThat(rounds()).isZero();
    }

    private void followUp(ReportWalk walk, Map<String, Object> form) {
        walk.complete(OFFICER, walk.yearCase(), "task_followUpMissing", form);
    }

    @Test
    @DisplayName("市级逾期报送培育工作情况的照样受理，注明逾期")
    void cityLate() {
        ReportWalk walk = begun();
        TestClock.set(LocalDate.of(2027, 3, 31));
        walk.due().citiesReported();
        assertThat(casework.entries(walk.yearCase()))
                .filteredOn(entry -> entry.title().equals("集群培育工作情况"))
                .hasSize(2)
                .allMatch(entry -> "逾期".equals(entry.particulars().get("是否逾期")));
    }
}
