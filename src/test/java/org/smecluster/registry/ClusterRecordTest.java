package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.engine.ModelUse;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.law.Threshold;
import org.smecluster.law.Unit;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.support.LifeWalk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("集群档案：任何一天所知的情况都能还原，后来登记的不混进去")
class ClusterRecordTest {

    private static final Threshold AT_LEAST_TWO = new Threshold(Threshold.Operator.AT_LEAST, BigDecimal.valueOf(2));

    private static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);
    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    LifelongRecords records;

    @Autowired
    List<LifeSource> sources;

    @Autowired
    JdbcClient database;

    @Autowired
    Casework casework;

    @Autowired
    Submissions submissions;

    @Autowired
    Assessments assessments;

    @Autowired
    ClusterWorkbooks workbooks;

    private String cluster;

    private void outOfThePool() {
        TestClock.set(ADMITTED);
        cluster = registry.admit(new PoolAdmission(
                        "NXJQ-2026-PY-00001", null, "平罗冶金集群", "冶金", "640221", "6402", "county-640221", ADMITTED))
                .clusterNumber();
        TestClock.set(RECOGNISED);
        registry.register(new Recognition(
                "NXJQ-2026-RD-00001",
                cluster,
                "平罗冶金新材料集群",
                "冶金",
                "640221",
                "6402",
                "county-640221",
                RECOGNISED,
                "宁工信企发〔2026〕30号"));
    }

    private Optional<LifelongRecord> known(LocalDate day) {
        return records.asKnown(cluster, day, LifeReader.REGION);
    }

    private ClusterAsKnown head(LocalDate day) {
        return known(day).orElseThrow().cluster();
    }

    private String industry(LocalDate day) {
        return head(day).leadingIndustry();
    }

    @Test
    @DisplayName("入库、认定、逾期备案的变动、撤销：每件事的前一天和当天各是什么")
    void aLife() {
        outOfThePool();
        LifeWalk walk = new LifeWalk(context);
        walk.changeFiledLate(cluster);
        walk.revoked();

        assertThat(known(ADMITTED.minusDays(1))).as("before it was known").isEmpty();
        assertThat(head(ADMITTED).state()).isEqualTo(ClusterState.CULTIVATED);
        assertThat(head(ADMITTED).name()).isEqualTo("平罗冶金集群");
        assertThat(head(ADMITTED).termEndsOn()).isNull();
        assertThat(head(RECOGNISED.minusDays(1)).poolStays())
                .containsExactly(new PoolStay("NXJQ-2026-PY-00001", ADMITTED, null, null));

        ClusterAsKnown recognised = head(RECOGNISED);
        assertThat(recognised.state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(recognised.name()).isEqualTo("平罗冶金新材料集群");
        assertThat(recognised.recognition().documentNumber()).isEqualTo("宁工信企发〔2026〕30号");
        assertThat(recognised.term().endsOn()).isEqualTo(LocalDate.of(2029, 6, 1));
        assertThat(recognised.poolStays()).singleElement().satisfies(stay -> assertThat(stay.leftOn())
                .isEqualTo(RECOGNISED));

        assertThat(industry(LifeWalk.FILED_ON.minusDays(1)))
                .as("the change was there and nobody knew")
                .isEqualTo("冶金");
        assertThat(known(LifeWalk.FILED_ON.minusDays(1)).orElseThrow().cases()).isEmpty();
        assertThat(industry(LifeWalk.FILED_ON)).isEqualTo("新材料");
        assertThat(head(LifeWalk.FILED_ON).state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(known(LifeWalk.FILED_ON).orElseThrow().entries())
                .filteredOn(entry -> entry.title().equals("主导产业变动载入名录"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.happenedOn()).isEqualTo(LifeWalk.CHANGED_ON);
                    assertThat(entry.particulars())
                            .containsEntry("变动前", "冶金（自2026-06-01）")
                            .containsEntry("变动后", "新材料（自2027-01-10）");
                });

        LifelongRecord dayBefore = known(LifeWalk.REVOKED_ON.minusDays(1)).orElseThrow();
        assertThat(dayBefore.cluster().state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(dayBefore.entries()).extracting(LifeEntry::title).noneMatch(title -> title.startsWith("撤销决定"));
        assertThat(dayBefore.cases())
                .filteredOn(each -> each.kind() == CaseKind.CX)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.closed()).as("closed the day after").isFalse();
                    assertThat(each.standing()).as("where it stood then").isEqualTo("待合法性审核");
                });
        LifelongRecord revoked = known(LifeWalk.REVOKED_ON).orElseThrow();
        assertThat(revoked.cluster().state()).isEqualTo(ClusterState.REVOKED);
        assertThat(revoked.cluster().event().article()).isEqualTo("第十七条(四)");
        assertThat(revoked.entries())
                .extracting(entry -> entry.title().replaceFirst("（.*", ""))
                .containsSubsequence(
                        "主导产业变动载入名录", "填报变动", "提交备案", "市级意见", "自治区意见", "立案", "告知拟撤销的事实和理由", "陈述申辩", "撤销决定");
        assertThat(revoked.cluster().state())
                .as("as known today is what the registry has")
                .isEqualTo(registry.get(cluster).state());
        assertThat(revoked.cluster().leadingIndustry())
                .isEqualTo(registry.get(cluster).leadingIndustry());
    }

    @Test
    @DisplayName("今天为过去某日登记的事项，昨天所知的档案里没有")
    void recordedTodayForThen() {
        outOfThePool();
        LocalDate today = LocalDate.of(2027, 3, 1);
        TestClock.set(today);
        registry.record(cluster, FactKind.AREA, "红崖子园区", LocalDate.of(2026, 9, 1), "NXJQ-2027-BG-00007");

        assertThat(head(today.minusDays(1)).facts())
                .extracting(ClusterFact::kind)
                .containsExactly(FactKind.NAME, FactKind.LEADING_INDUSTRY);
        assertThat(head(today).facts()).extracting(ClusterFact::value).contains("红崖子园区");
        TestClock.set(today.atTime(23, 59, 59));
        registry.record(cluster, FactKind.AREA, "崇岗园区", today, "NXJQ-2027-BG-00008");
        TestClock.set(today.plusDays(1).atStartOfDay());
        registry.record(cluster, FactKind.AREA, "精细化工园区", today, "NXJQ-2027-BG-00009");
        assertThat(head(today).facts())
                .as("the last second of the day is of the day, the next is not")
                .filteredOn(fact -> fact.kind() == FactKind.AREA)
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo("崇岗园区"));
    }

    @Test
    @DisplayName("由另一单位重新认定的集群：那以前的日子仍是原来的单位")
    void theUnitOfTheDay() {
        TestClock.set(ADMITTED);
        String pool = casework.open(
                        new NewCase(CaseKind.PY, null, "平罗冶金集群", "park-pingluo-park", "city-6402", null, "待填报规划和培育工作"),
                        null)
                .caseNumber();
        cluster = registry.admit(
                        new PoolAdmission(pool, null, "平罗冶金集群", "冶金", "640221", "6402", "park-pingluo-park", ADMITTED))
                .clusterNumber();
        TestClock.set(RECOGNISED);
        registry.register(new Recognition(
                "NXJQ-2026-RD-00001",
                cluster,
                "平罗冶金新材料集群",
                "冶金",
                "640221",
                "6402",
                "county-640221",
                RECOGNISED,
                "宁工信企发〔2026〕30号"));
        assertThat(known(RECOGNISED.minusDays(1)).orElseThrow().unit()).isEqualTo("park-pingluo-park");
        assertThat(known(RECOGNISED).orElseThrow().unit()).isEqualTo("county-640221");
    }

    @Test
    @DisplayName("案件依哪一版流程和决策办理，长久留存，引擎清理历史以后仍在")
    void modelsAreKept() {
        outOfThePool();
        new LifeWalk(context).changeFiledLate(cluster);
        database.sql("delete from act_hi_procinst").update();
        database.sql("delete from act_hi_decinst").update();

        LifelongRecord record = known(LifeWalk.FILED_ON).orElseThrow();
        String filing = record.cases().stream()
                .filter(each -> each.kind() == CaseKind.BG)
                .findFirst()
                .orElseThrow()
                .caseNumber();
        assertThat(record.models())
                .filteredOn(use -> use.businessKey().equals(filing))
                .extracting(ModelUse::type, ModelUse::key)
                .contains(
                        tuple(ModelUse.Type.PROCESS, "changeFiling"),
                        tuple(ModelUse.Type.DECISION, "changeSignificance"));
        assertThat(record.entries())
                .filteredOn(entry -> filing.equals(entry.caseNumber()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.basis()).startsWith("流程“"));
        assertThat(known(LifeWalk.FILED_ON.minusDays(1)).orElseThrow().models())
                .as("used later")
                .noneMatch(use -> use.businessKey().equals(filing));
    }

    @Test
    @DisplayName("每个来源都讲述，讲的都有日子、有出处，登记不早于申报开始，也不晚于现在")
    void everySourceTells() {
        LifeWalk walk = new LifeWalk(context);
        cluster = walk.recognised();
        walk.changeFiledLate(cluster);
        walk.revoked();
        ClusterRecord record = registry.get(cluster);
        Instant beginning = LocalDate.of(2026, 6, 2)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        Instant now = ClusterAsKnown.endOf(LifeWalk.REVOKED_ON);

        assertThat(head(LifeWalk.REVOKED_ON).facts())
                .extracting(ClusterFact::kind)
                .containsExactly(FactKind.NAME, FactKind.LEADING_INDUSTRY, FactKind.AREA, FactKind.OPERATING_BODY);
        for (LifeSource source : sources) {
            assertThat(source.of(record)).as(nameOf(source)).allSatisfy(entry -> {
                assertThat(entry.recordedAt()).isBetween(beginning, now);
                assertThat(entry.kind()).isNotBlank();
                assertThat(entry.title()).isNotBlank();
                assertThat(entry.who()).isNotBlank();
                assertThat(entry.kind() + entry.title() + Objects.toString(entry.basis(), ""))
                        .as("words, no identifiers")
                        .doesNotContainPattern("[a-z]{4}");
                assertThat(entry.toString()).doesNotContain("张三").doesNotContain("0951-0000000");
            });
        }
        List<String> packages = List.of("registry", "casework", "review", "filing", "publicnotice");
        assertThat(packages).allSatisfy(name -> assertThat(sources)
                .as("a source in %s that knows something of this life", name)
                .anyMatch(source -> nameOf(source).startsWith("org.smecluster." + name + ".")
                        && !source.of(record).isEmpty()));
        assertThat(known(LifeWalk.REVOKED_ON).orElseThrow().entries())
                .extracting(LifeEntry::kind)
                .contains("认定", "数据提交", "评估", "评审抽查", "公示", "名录", "变动备案", "撤销", "撤销线索");
    }

    @Test
    @DisplayName("十年的档案，三百多件事，一秒之内")
    void tenYears() {
        outOfThePool();
        for (int year = 2027; year <= 2036; year++) {
            TestClock.set(LocalDate.of(year, 1, 1));
            yearWithFourCases(year);
        }
        LocalDate today = LocalDate.of(2036, 12, 31);
        TestClock.set(today);
        assertThat(known(today).orElseThrow().entries()).hasSizeGreaterThan(300);
        Duration best = Stream.generate(() -> {
                    long from = System.nanoTime();
                    known(today).orElseThrow();
                    return Duration.ofNanos(System.nanoTime() - from);
                })
                .limit(3)
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(best).isLessThan(Duration.ofSeconds(1));
        assertThat(known(LocalDate.of(2031, 6, 1)).orElseThrow().cases()).hasSize(20);
    }

    private void yearWithFourCases(int year) {
        for (CaseKind kind : List.of(CaseKind.BS, CaseKind.BG, CaseKind.FH, CaseKind.AL)) {
            String number = casework.open(NewCase.about(kind, registry.get(cluster), year + "年度", "办理中"), null)
                    .caseNumber();
            for (int entry = 1; entry <= 8; entry++) {
                casework.add(
                        number,
                        CaseEntry.of(EntryKind.OPINION, "opinion-" + entry, "意见", "情况属实。".repeat(20))
                                .with("处理", "转报"),
                        null);
            }
            long submission = workbooks.nextSubmissionId();
            submissions.insert(submission, number, 1);
            assessments.save(
                    submission,
                    Stage.of(Stage.Kind.CHECK, 1),
                    new Assessment(
                            "NOT_MET",
                            IntStream.rangeClosed(1, 32)
                                    .mapToObj(position -> new Finding(
                                            "code" + position,
                                            "basicConditions",
                                            1,
                                            "rule" + position,
                                            "第十一条(一)",
                                            "条件" + position,
                                            List.of(new Finding.Input(
                                                    "code" + position,
                                                    "条件" + position,
                                                    Unit.STANDARDS,
                                                    BigDecimal.ONE,
                                                    AT_LEAST_TWO,
                                                    List.of(AT_LEAST_TWO.limit()),
                                                    null,
                                                    null)),
                                            "不低于2",
                                            position % 8 == 0 ? Outcome.NOT_MET : Outcome.MET,
                                            List.of(List.of(new Finding.Miss(
                                                    "code" + position, AT_LEAST_TWO, BigDecimal.ONE)))))
                                    .toList(),
                            List.of(),
                            1,
                            "rule",
                            Map.of(),
                            LocalDate.of(year, 1, 2)
                                    .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                                    .toInstant()));
            casework.close(number, "DONE", "已办结", null);
        }
    }

    private static String nameOf(LifeSource source) {
        return AopUtils.getTargetClass(source).getName();
    }
}
