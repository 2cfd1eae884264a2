package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("预填模板：上次提交的数据放到新一年的模板里")
class PreFillTest {

    @Autowired
    private PreFill preFill;

    @Autowired
    private ClusterWorkbooks workbooks;

    @Autowired
    private ApplicationContext context;

    private Source stored(ClusterWorkbook workbook) {
        long id = workbooks.nextSubmissionId();
        new Uploads(context).lay(id, workbook, "x.xlsx", "test");
        return new Source(id, "NXJQ-2026-RD-00001", AS_OF, workbook.applicationYear());
    }

    private WorkbookReading filled(Source source, int year, LocalDate asOf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        preFill.write(year, source, out);
        return WorkbookReader.read(out.toByteArray(), year, asOf);
    }

    @Test
    @DisplayName("同一年度：读回来与提交的完全相同，每个示例、每张清单、每个称号的起止")
    void sameYear() throws IOException {
        for (SampleCluster sample : SampleClusters.of(YEAR)) {
            WorkbookReading reading = filled(stored(sample.workbook()), YEAR, AS_OF);
            assertThat(reading.errors()).as(sample.key()).isEmpty();
            assertThat(reading.data()).as(sample.key()).isEqualTo(sample.workbook());
        }
    }

    @Test
    @DisplayName("下一年度：数据移到各自年度的列，新的一年空着；清单原样，标准数要重新填")
    void nextYear() throws IOException {
        ClusterWorkbook before = SampleClusters.of(YEAR).get(0).workbook();
        WorkbookReading reading = filled(stored(before), YEAR + 1, AS_OF.plusYears(1));
        assertThat(reading.errors()).isEmpty();
        ClusterWorkbook after = reading.data();
        assertThat(after.years())
                .containsExactly(before.years().get(1), before.years().get(2), YearFigures.nothingFor(YEAR));
        assertThat(after.basics()).isEqualTo(before.basics().withoutStandardCount());
        assertThat(after.enterprises()).isEqualTo(before.enterprises());
        assertThat(after.patents()).isEqualTo(before.patents());
        assertThat(after.standards()).isEqualTo(before.standards());
    }

    @Test
    @DisplayName("隔了四年：没有一年可用，年度数据全空，名单仍带出")
    void nothingLeftOfTheYears() throws IOException {
        ClusterWorkbook before = SampleClusters.of(YEAR).get(0).workbook();
        ClusterWorkbook after =
                filled(stored(before), YEAR + 4, AS_OF.plusYears(4)).data();
        assertThat(after.years())
                .containsExactly(
                        YearFigures.nothingFor(YEAR + 1),
                        YearFigures.nothingFor(YEAR + 2),
                        YearFigures.nothingFor(YEAR + 3));
        assertThat(after.enterprises()).hasSameSizeAs(before.enterprises());
    }

    @Test
    @DisplayName("核对时对照：以前年度中最近一年的数据，加上同一年度最近提交的；以后年度的不对照")
    void comparable() {
        Source recognition = new Source(1, "NXJQ-2026-RD-00001", LocalDate.of(2026, 6, 1), 2026);
        Source report = new Source(2, "NXJQ-2027-BS-00001", LocalDate.of(2027, 3, 1), 2027);
        Source first = new Source(3, "NXJQ-2028-BS-00001", LocalDate.of(2028, 3, 1), 2028);
        Source correctedReport = new Source(4, "NXJQ-2027-BS-00001", LocalDate.of(2028, 3, 2), 2027);
        Source second = new Source(5, "NXJQ-2028-BS-00001", LocalDate.of(2028, 4, 1), 2028);
        Source later = new Source(6, "NXJQ-2029-BS-00001", LocalDate.of(2029, 3, 1), 2029);
        PreviousSubmissions previous = new PreviousSubmissions(
                (group, cluster) -> List.of(recognition, report, first, correctedReport, second, later));
        assertThat(previous.comparable("county-640221", "集群", 2028, 7)).containsExactly(correctedReport, second);
        assertThat(previous.comparable("county-640221", "集群", 2028, 5)).containsExactly(correctedReport, first);
        assertThat(previous.comparable("county-640221", "集群", 2027, 2)).containsExactly(recognition, correctedReport);
        assertThat(previous.comparable("county-640221", "集群", 2026, 1)).isEmpty();
    }
}
