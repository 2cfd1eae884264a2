package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarInMemory;
import org.smecluster.engine.ModelUse;
import org.smecluster.engine.ModelUses;

@DisplayName("集群档案：某日所知的、某人可看的")
class LifelongRecordsTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 1);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Instant OVER = ClusterAsKnown.endOf(DAY);
    private static final String RECOGNITION = "NXJQ-2026-RD-00001";
    private static final String FILING = "NXJQ-2027-BG-00001";

    private final ClustersInMemory clusters =
            new ClustersInMemory(Clock.fixed(ClusterAsKnown.endOf(RECOGNISED).minusSeconds(60), ZoneOffset.UTC));
    private final ClusterRegistry registry = new ClusterRegistry(
            clusters,
            new ClusterNumbers(new CountersInMemory()),
            RightsInMemory.asDeployed(),
            CalendarInMemory.asSeeded(),
            event -> {});
    private final String number = registry.register(new Recognition(
                    RECOGNITION, "平罗碳基材料集群", "碳基材料", "640221", "6402", "county-640221", RECOGNISED, "宁工信企发〔2026〕30号"))
            .clusterNumber();
    private final List<LifeEntry> entries = new ArrayList<>();
    private final List<LifeDocument> documents = new ArrayList<>();
    private final List<ClusterCase> cases = new ArrayList<>();
    private final CaseStandings standings = mock(CaseStandings.class);
    private final ModelUses models = mock(ModelUses.class);
    private final Clock clock = mock(Clock.class);
    private final LifelongRecords records = new LifelongRecords(
            registry,
            List.of(cluster -> entries),
            List.of(cluster -> documents),
            new CasesOfCluster(List.of(cluster -> cases)),
            standings,
            models,
            clock);

    LifelongRecordsTest() {
        when(clock.instant()).thenReturn(OVER.plusSeconds(1));
    }

    @Test
    @DisplayName("没有这个集群，或当日还不知道它的，没有档案")
    void nothingKnown() {
        assertThat(records.asKnown("NXJQ-640221-9999", DAY, LifeReader.REGION)).isEmpty();
        assertThat(records.asKnown(number, RECOGNISED.minusDays(1), LifeReader.REGION))
                .isEmpty();
        assertThat(records.asKnown(number, RECOGNISED, LifeReader.REGION)).isPresent();
    }

    @Test
    @DisplayName("次日零点登记的不在其中；先发生的在前，同日发生的先登记的在前")
    void entriesOfTheDay() {
        entries.add(entry("后发生", DAY, OVER.minusMillis(1), LifeReader.UNIT));
        entries.add(entry("同日后登记", DAY.minusDays(1), OVER.minusSeconds(1), LifeReader.UNIT));
        entries.add(entry("同日先登记", DAY.minusDays(1), OVER.minusSeconds(2), LifeReader.UNIT));
        entries.add(entry("零点登记", DAY.minusDays(1), OVER, LifeReader.UNIT));

        assertThat(known(LifeReader.UNIT).entries())
                .extracting(LifeEntry::title)
                .containsExactly("同日先登记", "同日后登记", "后发生");
    }

    @Test
    @DisplayName("同一时刻登记的，各来源的次序总是一样")
    void inOneMoment() {
        LifeSource first = new ASource();
        LifeSource second = new BSource();

        assertThat(titles(List.of(first, second))).containsExactly("甲", "乙");
        assertThat(titles(List.of(second, first))).containsExactly("甲", "乙");
    }

    private List<String> titles(List<LifeSource> sources) {
        return new LifelongRecords(
                        registry, sources, List.of(), new CasesOfCluster(List.of()), standings, models, clock)
                .asKnown(number, DAY, LifeReader.UNIT).orElseThrow().entries().stream()
                        .map(LifeEntry::title)
                        .toList();
    }

    private static final class ASource implements LifeSource {
        @Override
        public List<LifeEntry> of(ClusterRecord cluster) {
            return List.of(entry("甲", DAY, OVER.minusSeconds(1), LifeReader.UNIT));
        }
    }

    private static final class BSource implements LifeSource {
        @Override
        public List<LifeEntry> of(ClusterRecord cluster) {
            return List.of(entry("乙", DAY, OVER.minusSeconds(1), LifeReader.UNIT));
        }
    }

    @Test
    @DisplayName("只列读者可看的：内部的给市以上，研究的只给自治区，条目和文件一样")
    void whoReads() {
        entries.add(entry("公开", DAY, OVER.minusSeconds(3), LifeReader.UNIT));
        entries.add(entry("内部", DAY, OVER.minusSeconds(2), LifeReader.UNIT).readBy(LifeReader.CITY));
        entries.add(entry("研究", DAY, OVER.minusSeconds(1), LifeReader.REGION));
        documents.add(document(FILING, "公开.docx", OVER.minusSeconds(1), LifeReader.UNIT));
        documents.add(document(FILING, "研究.docx", OVER.minusSeconds(1), LifeReader.REGION));

        assertThat(known(LifeReader.UNIT).entries())
                .extracting(LifeEntry::title)
                .containsExactly("公开");
        assertThat(known(LifeReader.CITY).entries())
                .extracting(LifeEntry::title)
                .containsExactly("公开", "内部");
        assertThat(known(LifeReader.REGION).entries())
                .extracting(LifeEntry::title)
                .containsExactly("公开", "内部", "研究");
        assertThat(known(LifeReader.CITY).documents())
                .extracting(LifeDocument::fileName)
                .containsExactly("公开.docx");
        assertThat(known(LifeReader.REGION).documents()).hasSize(2);
    }

    @Test
    @DisplayName("文件按案号、文件名排列，后来才有的不列")
    void documentsOfTheDay() {
        documents.add(document(FILING, "b.docx", OVER.minusSeconds(1), LifeReader.UNIT));
        documents.add(document(FILING, "a.docx", OVER.minusSeconds(1), LifeReader.UNIT));
        documents.add(document(RECOGNITION, "c.docx", OVER.minusSeconds(1), LifeReader.UNIT));
        documents.add(document(RECOGNITION, "d.docx", OVER, LifeReader.UNIT));

        assertThat(known(LifeReader.UNIT).documents())
                .extracting(LifeDocument::fileName)
                .containsExactly("c.docx", "a.docx", "b.docx");
    }

    @Test
    @DisplayName("过去的日子：案件写当时办到哪里，之后才立案的不列；先立案的在前")
    void casesThen() {
        cases.add(opened(FILING, OVER.minusSeconds(2), OVER.plusSeconds(1)));
        cases.add(opened("NXJQ-2027-BG-00003", OVER, null));
        cases.add(opened("NXJQ-2027-BG-00002", OVER.minusSeconds(2), null));
        cases.add(opened(RECOGNITION, OVER.minusSeconds(9), OVER.minusSeconds(1)));
        when(standings.before(List.of(RECOGNITION, FILING, "NXJQ-2027-BG-00002"), OVER))
                .thenReturn(Map.of(FILING, "待市级意见"));

        assertThat(known(LifeReader.UNIT).cases())
                .containsExactly(
                        cases.get(3),
                        new ClusterCase(FILING, CaseKind.BG, null, "待市级意见", OVER.minusSeconds(2), null),
                        new ClusterCase("NXJQ-2027-BG-00002", CaseKind.BG, null, "办理中", OVER.minusSeconds(2), null));
    }

    @Test
    @DisplayName("当日还没有过完：案件写现在办到哪里；零点一到就写当时的")
    void casesNow() {
        cases.add(opened(FILING, OVER.minusSeconds(9), OVER.minusSeconds(5)));
        cases.add(opened("NXJQ-2027-BG-00002", OVER.minusSeconds(9), null));

        when(clock.instant()).thenReturn(OVER.minusMillis(1));
        assertThat(known(LifeReader.UNIT).cases()).isEqualTo(cases);
        when(clock.instant()).thenReturn(OVER);
        assertThat(known(LifeReader.UNIT).cases())
                .extracting(ClusterCase::standing)
                .containsExactly("已办结", "办理中");
    }

    @Test
    @DisplayName("每条写明依据的流程版本：登记时所用的那一版；登记在第一版之前的写第一版；案件自己的流程以外的不算")
    void models() {
        Instant first = OVER.minusSeconds(100);
        Instant second = OVER.minusSeconds(50);
        List<ModelUse> uses = List.of(
                use(FILING, ModelUse.Type.PROCESS, 1, false, first),
                use(FILING, ModelUse.Type.DECISION, 7, false, first),
                use(FILING, ModelUse.Type.PROCESS, 8, true, first),
                use(FILING, ModelUse.Type.PROCESS, 2, false, second),
                use(number, ModelUse.Type.PROCESS, 3, false, first),
                use(FILING, ModelUse.Type.PROCESS, 9, false, OVER));
        cases.add(opened(FILING, OVER.minusSeconds(200), null));
        when(models.of(List.of(FILING, number))).thenReturn(uses);
        entries.add(of(FILING, "早于第一版", first.minusSeconds(1), null));
        entries.add(of(FILING, "换版之前", second.minusMillis(1), null));
        entries.add(of(FILING, "换版当时", second, "决策“变动认定”第1版"));
        entries.add(of(FILING, "最后", OVER.minusSeconds(1), null));
        entries.add(of("NXJQ-2027-BG-00002", "别的案件", second, "自有依据"));
        entries.add(of(null, "没有案件", second, null));

        LifelongRecord record = known(LifeReader.UNIT);
        assertThat(record.models()).as("used by the end of the day").isEqualTo(uses.subList(0, 5));
        assertThat(record.entries())
                .extracting(entry -> entry.title() + "：" + entry.basis())
                .containsExactlyInAnyOrder(
                        "早于第一版：流程“重大变动备案”第1版",
                        "换版之前：流程“重大变动备案”第1版",
                        "换版当时：流程“重大变动备案”第2版；决策“变动认定”第1版",
                        "最后：流程“重大变动备案”第2版",
                        "别的案件：自有依据",
                        "没有案件：null");
    }

    @Test
    @DisplayName("集群当日属于哪个单位：使它入库或认定的案件的单位，案卷没有的以名录为准")
    void unit() {
        assertThat(known(LifeReader.UNIT).unit()).isEqualTo("county-640221");
        clusters.belongs(RECOGNITION, "park-pingluo-park");
        assertThat(known(LifeReader.UNIT).unit()).isEqualTo("park-pingluo-park");
    }

    private LifelongRecord known(LifeReader reader) {
        return records.asKnown(number, DAY, reader).orElseThrow();
    }

    private static LifeEntry entry(String title, LocalDate happenedOn, Instant recordedAt, LifeReader least) {
        return new LifeEntry(
                happenedOn, recordedAt, "变动备案", title, null, Map.of(), null, null, null, "张三", null, least);
    }

    private static LifeEntry of(String caseNumber, String title, Instant recordedAt, String basis) {
        return new LifeEntry(DAY, recordedAt, "变动备案", title, null, Map.of(), null, caseNumber, null, "张三", basis);
    }

    private static LifeDocument document(String caseNumber, String fileName, Instant recordedAt, LifeReader least) {
        return new LifeDocument(caseNumber, fileName, fileName, recordedAt, least, InputStream::nullInputStream);
    }

    private static ClusterCase opened(String caseNumber, Instant openedAt, Instant closedAt) {
        return new ClusterCase(
                caseNumber,
                CaseKind.of(caseNumber).orElseThrow(),
                null,
                closedAt == null ? "待自治区意见" : "已办结",
                openedAt,
                closedAt);
    }

    private static ModelUse use(String key, ModelUse.Type type, int version, boolean called, Instant usedFrom) {
        return new ModelUse(key, type, "changeFiling", "重大变动备案", version, null, usedFrom, called, usedFrom);
    }
}
