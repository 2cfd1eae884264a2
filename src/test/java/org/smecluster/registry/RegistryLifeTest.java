package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarInMemory;

@DisplayName("名录自己所知的集群一生")
class RegistryLifeTest {

    private static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);
    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 1);
    private static final String RECOGNITION = "NXJQ-2026-RD-00001";

    private final Clock clock = mock(Clock.class);
    private final RevocationCauses causes = mock(RevocationCauses.class);
    private final List<ClusterCase> cases = new ArrayList<>();
    private final ClusterRegistry registry = new ClusterRegistry(
            new ClustersInMemory(clock),
            new ClusterNumbers(new CountersInMemory()),
            RightsInMemory.asDeployed(),
            CalendarInMemory.asSeeded(),
            event -> {});
    private final RegistryLife life = new RegistryLife(registry, causes, new CasesOfCluster(List.of(any -> cases)));

    private String outOfThePool() {
        learntOn(ADMITTED);
        String number = registry.admit(new PoolAdmission(
                        "NXJQ-2026-PY-00001", null, "平罗冶金集群", "冶金", "640221", "6402", "county-640221", ADMITTED))
                .clusterNumber();
        learntOn(RECOGNISED);
        registry.register(new Recognition(
                RECOGNITION,
                number,
                "平罗冶金新材料集群",
                "冶金",
                "640221",
                "6402",
                "county-640221",
                RECOGNISED,
                "宁工信企发〔2026〕30号"));
        return number;
    }

    @Test
    @DisplayName("每次状态变化一条，当案当日带来的名称、产业和有效期写在其中，不另列")
    void states() {
        String number = outOfThePool();

        List<LifeEntry> told = told(number);
        assertThat(told)
                .extracting(LifeEntry::title, LifeEntry::article, LifeEntry::who, LifeEntry::least)
                .containsExactly(
                        tuple("状态变为“培育”", "第六条", "系统", LifeReader.UNIT),
                        tuple("状态变为“认定”", "第十二条(三)", "系统", LifeReader.UNIT));
        assertThat(told.get(0).particulars()).isEqualTo(Map.of("集群名称", "平罗冶金集群", "主导产业", "冶金"));
        assertThat(told.get(1).particulars().entrySet())
                .as("in this order")
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactly(
                        tuple("集群名称", "平罗冶金新材料集群"), tuple("主导产业", "冶金"), tuple("有效期", "2026-06-01至2029-06-01"));
    }

    @Test
    @DisplayName("第十四条：认定和延长各写各的有效期")
    void eachItsOwnTerm() {
        String number = outOfThePool();
        LocalDate end = registry.get(number).termEndsOn();
        registry.openReviewFrom(number, end.minusDays(180));
        registry.beginReview(number, "NXJQ-2029-FH-00001", end);
        registry.extend(number, "NXJQ-2029-FH-00001", end, "宁工信企发〔2029〕8号");

        assertThat(told(number))
                .filteredOn(entry -> entry.title().equals("状态变为“认定”"))
                .extracting(entry -> entry.particulars().get("有效期"))
                .containsExactly("2026-06-01至2029-06-01", "2029-06-02至2032-06-01");
    }

    @Test
    @DisplayName("第十五条：变动一条，变动前后各自何时起都写明；同案而非当日的也另列")
    void changes() {
        String number = outOfThePool();
        learntOn(LocalDate.of(2027, 3, 1));
        registry.record(number, FactKind.LEADING_INDUSTRY, "新材料", LocalDate.of(2027, 1, 10), "NXJQ-2027-BG-00001");
        registry.describe(number, FactKind.AREA, "红崖子园区", RECOGNISED.plusDays(1), RECOGNITION);

        assertThat(told(number))
                .filteredOn(entry -> entry.title().endsWith("变动载入名录"))
                .extracting(LifeEntry::title, LifeEntry::text, LifeEntry::happenedOn, LifeEntry::particulars)
                .containsExactly(
                        tuple(
                                "主导产业变动载入名录",
                                "主导产业变为新材料",
                                LocalDate.of(2027, 1, 10),
                                Map.of("变动前", "冶金（自2026-06-01）", "变动后", "新材料（自2027-01-10）")),
                        tuple(
                                "空间范围变动载入名录",
                                "空间范围变为红崖子园区",
                                RECOGNISED.plusDays(1),
                                Map.of("变动后", "红崖子园区（自2026-06-02）")));
    }

    @Test
    @DisplayName("第十五条：补记更早的变动，变动前是那日以前的；后来登记的、更晚的都不是变动前")
    void anEarlierChangeLearntLater() {
        String number = outOfThePool();
        learntOn(LocalDate.of(2027, 3, 1));
        registry.record(number, FactKind.LEADING_INDUSTRY, "新材料", LocalDate.of(2027, 1, 10), "NXJQ-2027-BG-00001");
        learntOn(LocalDate.of(2027, 4, 1));
        registry.record(number, FactKind.LEADING_INDUSTRY, "炭黑", LocalDate.of(2026, 9, 1), "NXJQ-2027-BG-00002");
        learntOn(LocalDate.of(2027, 5, 1));
        registry.record(number, FactKind.LEADING_INDUSTRY, "石墨", LocalDate.of(2026, 9, 1), "NXJQ-2027-BG-00003");

        assertThat(told(number))
                .filteredOn(entry -> entry.title().endsWith("变动载入名录"))
                .extracting(entry -> entry.particulars().get("变动后") + "←"
                        + entry.particulars().get("变动前"))
                .containsExactly(
                        "新材料（自2027-01-10）←冶金（自2026-06-01）",
                        "炭黑（自2026-09-01）←冶金（自2026-06-01）",
                        "石墨（自2026-09-01）←炭黑（自2026-09-01）");
    }

    @Test
    @DisplayName("其他事项彼此无关，没有变动前，照所记讲述")
    void otherMatters() {
        String number = outOfThePool();
        registry.record(number, FactKind.OTHER, "法定代表人变更", RECOGNISED, "NXJQ-2026-BG-00001");
        registry.record(number, FactKind.OTHER, "新增检测中心", RECOGNISED.plusDays(9), "NXJQ-2026-BG-00002");

        assertThat(told(number))
                .filteredOn(entry -> entry.title().equals("其他事项变动载入名录"))
                .extracting(LifeEntry::text, entry -> entry.particulars().containsKey("变动前"))
                .containsExactly(tuple("法定代表人变更", false), tuple("新增检测中心", false));
    }

    @Test
    @DisplayName("撤销决定不带来名称和产业：同案同日登记的变动另列")
    void revocationBringsNothing() {
        String number = outOfThePool();
        LocalDate revoked = LocalDate.of(2027, 5, 1);
        registry.revoke(number, "NXJQ-2027-CX-00001", revoked, "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
        registry.record(number, FactKind.AREA, "红崖子园区", revoked, "NXJQ-2027-CX-00001");

        assertThat(told(number)).extracting(LifeEntry::title).contains("状态变为“撤销”", "空间范围变动载入名录");
        assertThat(told(number))
                .filteredOn(entry -> entry.title().equals("状态变为“撤销”"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.particulars()).isEmpty();
                    assertThat(entry.documentNumber()).isEqualTo("宁工信企发〔2027〕9号");
                });
    }

    @Test
    @DisplayName("第十七条：撤销线索在承办案件办结前不给单位看；没有承办案件的也不给")
    void causes() {
        String number = outOfThePool();
        reported(number, "NXJQ-2027-CX-00001", "NXJQ-2027-BG-00001");
        assertThat(cause(number).least()).as("the case is not open any more").isEqualTo(LifeReader.UNIT);
        assertThat(cause(number).article()).isEqualTo("第十七条(四)");
        assertThat(cause(number).particulars()).isEqualTo(Map.of("情形", "重大变动未及时备案", "来源案件", "NXJQ-2027-BG-00001"));

        cases.add(new ClusterCase("NXJQ-2027-CX-00001", CaseKind.CX, null, "待合法性审核", Instant.EPOCH, null));
        assertThat(cause(number).least()).isEqualTo(LifeReader.CITY);
        cases.set(0, new ClusterCase("NXJQ-2027-CX-00001", CaseKind.CX, null, "已办结", Instant.EPOCH, Instant.EPOCH));
        assertThat(cause(number).least()).isEqualTo(LifeReader.UNIT);

        reported(number, null, null);
        assertThat(cause(number).least()).isEqualTo(LifeReader.CITY);
        assertThat(cause(number).particulars()).containsOnlyKeys("情形");
        reported(number, "NXJQ-2027-CX-00001", "NXJQ-2027-CX-00001");
        assertThat(cause(number).particulars()).as("found in the case itself").containsOnlyKeys("情形");
    }

    private void reported(String number, String caseNumber, String sourceCase) {
        RevocationCause cause = new RevocationCause(
                "change:1", number, RevocationFact.CHANGE_UNFILED, "逾期未备案", sourceCase, LocalDate.of(2027, 2, 11));
        when(causes.reported(number))
                .thenReturn(List.of(new RevocationCauses.Entered(cause, caseNumber, Instant.EPOCH)));
    }

    private LifeEntry cause(String number) {
        return told(number).stream()
                .filter(entry -> entry.kind().equals("撤销线索"))
                .findFirst()
                .orElseThrow();
    }

    private List<LifeEntry> told(String number) {
        return life.of(registry.get(number));
    }

    private void learntOn(LocalDate day) {
        when(clock.instant()).thenReturn(ClusterAsKnown.endOf(day).minusSeconds(60));
    }
}
