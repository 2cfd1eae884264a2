package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;
import static org.smecluster.support.Altered.but;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.ClusterWorkbooks.UploadedFile;
import org.smecluster.material.SpoiltWorkbooks.Spoilt;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("申报数据表的保存")
class ClusterWorkbooksTest {

    @Autowired
    private UploadJobs jobs;

    @Autowired
    private WorkbookChecking checking;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ClusterWorkbooks workbooks;

    @Autowired
    private JdbcClient database;

    private long submission;

    @BeforeEach
    void number() {
        submission = workbooks.nextSubmissionId();
    }

    private void store(long id, String fileName, byte[] file, String user) {
        ClusterWorkbook read = WorkbookReader.read(file, YEAR, AS_OF).data();
        new Uploads(context).lay(new NewUpload(id, "", YEAR, AS_OF, fileName, user), read, file);
    }

    private UploadJob check(Spoilt file) {
        byte[] content = file.content();
        jobs.insert(
                new NewUpload(submission, "", YEAR, AS_OF, "spoilt.xlsx", "second"),
                new ByteArrayInputStream(content),
                content.length);
        assertThat(checking.checkNext()).isTrue();
        return jobs.ofSubmission(submission).orElseThrow();
    }

    @Autowired
    private WorkbookComparisons comparisons;

    @Test
    @DisplayName("模板第2版的数据没有新项目：照样读出，预填时空着；补填后与前一版的差别逐项说出")
    void fromBeforeTheDetails() throws Exception {
        byte[] file = SpoiltWorkbooks.good();
        store(submission, "old.xlsx", file, "pingluo");
        long later = workbooks.nextSubmissionId();
        store(later, "new.xlsx", file, "pingluo");
        for (String cleared : List.of(
                "workbook_enterprise_title set level = null, certificate = null",
                "workbook_standard set role = null",
                "workbook_patent set status = null")) {
            database.sql("update " + cleared + " where submission_id = ?")
                    .param(submission)
                    .update();
        }

        ClusterWorkbook old = workbooks.find(submission).orElseThrow();
        assertThat(old.patents()).isNotEmpty().allMatch(patent -> patent.status() == null);
        assertThat(old.standards()).isNotEmpty().allMatch(standard -> standard.role() == null);
        assertThat(old.enterprises().get(0).titles()).isNotEmpty().allMatch(held -> held.certificate() == null);

        assertThat(comparisons.between(submission, later).changes())
                .filteredOn(change -> !change.sheet().equals("企业名单"))
                .extracting(WorkbookComparison.Change::before, WorkbookComparison.Change::after)
                .contains(tuple("主持或参与：未填", "主持或参与：主持"), tuple("法律状态：未填", "法律状态：有效"));
        assertThat(comparisons.between(submission, later).changes())
                .filteredOn(change -> change.sheet().equals("企业名单"))
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.before()).doesNotContain("，国家级，", "，自治区级，", "批次");
                    assertThat(change.after()).containsPattern("，(国家级|自治区级)，\\d{4}年批次（示例）");
                });
    }

    @Test
    @DisplayName("每个示例上传后，取出的数据与填写的相同，文件原样取回")
    void samplesAreStored() throws Exception {
        for (SampleCluster sample : SampleClusters.of(YEAR)) {
            long id = workbooks.nextSubmissionId();
            byte[] file = SampleWorkbooks.workbook(sample);
            store(id, "C:\\资料\\" + sample.key() + ".xlsx", file, "pingluo.wang");

            assertThat(workbooks.find(id)).contains(sample.workbook());
            UploadedFile stored = workbooks.file(id).orElseThrow();
            assertThat(stored.content()).isEqualTo(file);
            assertThat(stored.fileName()).isEqualTo(sample.key() + ".xlsx");
            assertThat(stored.uploadedBy()).isEqualTo("pingluo.wang");
            assertThat(stored.sha256()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    @DisplayName("有错误的文件不改变已保存的任何一行")
    void faultyUploadChangesNothing() throws Exception {
        store(submission, "good.xlsx", SpoiltWorkbooks.good(), "first");
        Map<String, List<Map<String, Object>>> before = everything();

        List<Spoilt> spoilt = SpoiltWorkbooks.all();
        for (Spoilt file : spoilt) {
            assertThat(check(file).state()).as(file.how()).isEqualTo(State.FAULTY);
        }

        assertThat(spoilt).hasSizeGreaterThanOrEqualTo(20);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("有错误的首次上传什么也不留下")
    void faultyFirstUploadLeavesNothing() throws Exception {
        for (Spoilt file : SpoiltWorkbooks.all()) {
            check(file);
        }
        assertThat(workbooks.find(submission)).isEmpty();
        assertThat(everything().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    @DisplayName("重新上传即替换，旧数据一行不留")
    void uploadReplaces() throws Exception {
        SampleCluster larger = SampleClusters.of(YEAR).get(0);
        store(submission, "larger.xlsx", SampleWorkbooks.workbook(larger), "first");
        store(submission, "smaller.xlsx", SpoiltWorkbooks.good(), "second");

        assertThat(workbooks.find(submission)).contains(SpoiltWorkbooks.sample().workbook());
        assertThat(workbooks.file(submission).orElseThrow().uploadedBy()).isEqualTo("second");
        assertThat(everything().get("workbook_enterprise")).hasSize(30);
    }

    @Test
    @DisplayName("写入中途失败时，原有数据完整保留")
    void failedReplaceKeepsTheOld() {
        store(submission, "good.xlsx", SpoiltWorkbooks.good(), "first");
        Map<String, List<Map<String, Object>>> before = everything();
        ClusterWorkbook good = SpoiltWorkbooks.sample().workbook();
        ClusterWorkbook tooLong =
                but(good, "certificates", List.of(new Certificate("事".repeat(300), "第十条", "某单位", null, AS_OF)));

        assertThatThrownBy(() -> new Uploads(context).lay(submission, tooLong, "x.xlsx", "second"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("复制后两份各自独立：改一份不影响另一份")
    void copyIsIndependent() throws Exception {
        store(submission, "good.xlsx", SpoiltWorkbooks.good(), "first");
        long correction = workbooks.nextSubmissionId();
        workbooks.copy(submission, correction);

        assertThat(workbooks.find(correction)).isEqualTo(workbooks.find(submission));
        assertThat(workbooks.file(correction).orElseThrow().content())
                .isEqualTo(workbooks.file(submission).orElseThrow().content());
        assertThat(workbooks.file(correction).orElseThrow().uploadedAt())
                .isEqualTo(workbooks.file(submission).orElseThrow().uploadedAt());

        SampleCluster other = SampleClusters.of(YEAR).get(1);
        store(correction, "other.xlsx", SampleWorkbooks.workbook(other), "second");
        assertThat(workbooks.find(submission)).contains(SpoiltWorkbooks.sample().workbook());
        assertThat(workbooks.find(correction)).contains(other.workbook());
    }

    @Test
    @DisplayName("没有上传过的没有数据，也没有文件")
    void nothingUploaded() {
        assertThat(workbooks.find(submission)).isEmpty();
        assertThat(workbooks.file(submission)).isEmpty();
    }

    @Test
    @DisplayName("年度数据的每一项有一列，没有多余的列")
    void eachFigureHasItsColumn() {
        assertThat(database.sql("""
                        select column_name from information_schema.columns
                         where table_schema = current_schema() and table_name = 'workbook_year'
                           and column_name not in ('submission_id', 'year')""").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Figure.values()).map(Figure::column).toList());
    }

    @Test
    @DisplayName("缺的数据取出仍是缺，不变成0")
    void missingStaysMissing() throws Exception {
        SampleCluster sheep = SampleClusters.of(YEAR).stream()
                .filter(sample -> sample.key().equals("tan-sheep-yanchi"))
                .findFirst()
                .orElseThrow();
        store(submission, "sheep.xlsx", SampleWorkbooks.workbook(sheep), "first");
        ClusterWorkbook stored = workbooks.find(submission).orElseThrow();
        YearFigures first = stored.years().get(0);
        assertThat(first.get(Figure.SME_RD_EXPENSE)).isNull();
        assertThat(first.get(Figure.CO2_EMISSIONS)).isNull();
        assertThat(stored.basics().policyCoverageRate()).isNull();
        assertThat(stored.figures().enterprises())
                .extracting(enterprise -> enterprise.creditCode())
                .contains(new CreditCode(
                        sheep.workbook().enterprises().get(0).creditCode().value()));
    }

    /** All rows of all the package's tables, by table. */
    private Map<String, List<Map<String, Object>>> everything() {
        List<String> tables = database.sql(
                        "select tablename from pg_tables where tablename like 'workbook\\_%' order by tablename")
                .query(String.class)
                .list();
        assertThat(tables).hasSize(11);
        return tables.stream().collect(Collectors.toMap(table -> table, table -> database.sql(
                        "select to_jsonb(t)::text as row from " + table + " t order by 1")
                .query()
                .listOfRows()));
    }
}
