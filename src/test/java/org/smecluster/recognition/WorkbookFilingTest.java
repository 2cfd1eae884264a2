package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.casework.Cases;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Submissions;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.indicator.Figure;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.UploadJobs;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.WorkbookComparison.Change;
import org.smecluster.material.WorkbookComparison.SheetChange;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.security.Account;
import org.smecluster.support.Materials;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("数据表的后台检查和确认")
class WorkbookFilingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final Account APPLICANT = new Account("pingluo", "马建国", List.of("county-640221"));
    private static final SampleCluster SAMPLE = SampleClusters.of(2026).get(0);

    @Autowired
    BeanFactory beans;

    @Autowired
    private WorkbookFiling uploads;

    @Autowired
    private WorkbookChecking checking;

    @Autowired
    private UploadJobs jobs;

    @Autowired
    private ClusterWorkbooks workbooks;

    @Autowired
    private Filing filing;

    @Autowired
    private ApplicationStart starting;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Batches batches;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient database;

    private Application application;

    @BeforeEach
    void open() {
        TestClock.set(TODAY);
        batches.insert(
                new BatchOpening(
                        2026,
                        "宁工信中小企业发〔2026〕5号",
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 5, 29),
                        5,
                        10),
                "NXJQ-2026-PC-01",
                "officer-1");
        application = starting.open(
                new ApplicationForm(SAMPLE.getClusterName(), "精细化工", false, List.of(), null, false, null), APPLICANT);
    }

    @Test
    @DisplayName("首次上传：检查无误即保存，案件记录写明")
    void first() {
        receive(good());
        assertThat(job().state()).isEqualTo(State.WAITING);
        assertThat(workbooks.exists(version())).isFalse();

        assertThat(checking.checkNext()).isTrue();

        assertThat(job().state()).isEqualTo(State.STORED);
        assertThat(workbooks.find(version())).contains(SAMPLE.workbook());
        assertThat(workbooks.file(version()).orElseThrow().content()).isEqualTo(good());
        assertThat(workbooks.file(version()).orElseThrow().sha256()).matches("[0-9a-f]{64}");
        assertThat(cases.entries(application.caseNumber()))
                .anySatisfy(event -> assertThat(event.text()).contains("“表.xlsx”，检查无误并保存"));
        assertThat(checking.checkNext()).isFalse();
    }

    @Test
    @DisplayName("有错误的：什么都不保存，错误在页面上，文件可带批注取回")
    void faulty() throws IOException {
        receive(changed(w -> w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(-1)));
        checking.checkNext();

        assertThat(job().state()).isEqualTo(State.FAULTY);
        assertThat(job().errors()).singleElement().satisfies(error -> assertThat(error.place())
                .isEqualTo("年度数据!D4"));
        assertThat(workbooks.exists(version())).isFalse();
        Path annotated = checking.annotated(job());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(annotated))) {
            assertThat(workbook.getSheet("年度数据").getCellComments()).hasSize(1);
        } finally {
            Files.delete(annotated);
        }
        // what is over does not stand in the way
        receive(good());
        checking.checkNext();
        assertThat(job().state()).isEqualTo(State.STORED);
    }

    @Test
    @DisplayName("再次上传：先列出与已保存数据的差别，确认后才替换")
    void comparedThenConfirmed() {
        stored();
        receive(changed(w -> {
            w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(86.5);
            var enterprises = w.getSheet("企业名单");
            enterprises.getRow(3).getCell(1).setCellValue("改名有限公司");
            var patents = w.getSheet("专利清单");
            patents.getRow(4).getCell(2).setCellValue("ZL202000000001.9");
        }));
        checking.checkNext();

        UploadJob pending = job();
        assertThat(pending.state()).isEqualTo(State.PENDING);
        assertThat(workbooks.find(version())).contains(SAMPLE.workbook());
        assertThat(pending.comparison().sheets())
                .containsExactly(
                        new SheetChange("年度数据", 0, 0, 1),
                        new SheetChange("企业名单", 0, 0, 1),
                        new SheetChange("专利清单", 1, 1, 0));
        assertThat(pending.comparison().changes())
                .contains(new Change("年度数据", "集群总产值（2023年，亿元）", "86.2", "86.5"))
                .anySatisfy(change -> {
                    assertThat(change.sheet()).isEqualTo("企业名单");
                    assertThat(change.before()).contains("企业名称：").doesNotContain("改名");
                    assertThat(change.after()).isEqualTo("企业名称：改名有限公司");
                })
                .anySatisfy(change -> {
                    assertThat(change.sheet()).isEqualTo("专利清单");
                    assertThat(change.before()).isNull();
                });

        checking.confirm(version(), pending.id(), APPLICANT.userId());

        assertThat(job().state()).isEqualTo(State.STORED);
        ClusterWorkbook now = workbooks.find(version()).orElseThrow();
        assertThat(now.years().get(0).get(Figure.TOTAL_OUTPUT)).isEqualByComparingTo("86.5");
        assertThat(now.enterprises().get(0).name()).isEqualTo("改名有限公司");
        assertThat(rows("workbook_file")).isEqualTo(1);
    }

    @Test
    @DisplayName("放弃：已保存的数据不变，暂存的不留一行")
    void discarded() {
        stored();
        Map<String, Long> before = everything();
        receive(changed(w -> w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(86.5)));
        checking.checkNext();
        checking.discard(version(), job().id());

        assertThat(job().state()).isEqualTo(State.DISCARDED);
        assertThat(workbooks.find(version())).contains(SAMPLE.workbook());
        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> checking.confirm(version(), job().id(), APPLICANT.userId()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不在等待确认");
    }

    @Test
    @DisplayName("过了确认期限：不能再确认，自动放弃")
    void expired() {
        stored();
        Map<String, Long> before = everything();
        receive(changed(w -> w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(86.5)));
        checking.checkNext();
        TestClock.set(TODAY.plusDays(1).atTime(9, 0));

        assertThatThrownBy(() -> checking.confirm(version(), job().id(), APPLICANT.userId()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("超过确认期限");
        checking.discardExpired();
        assertThat(job().state()).isEqualTo(State.EXPIRED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("一版材料同时只有一次上传：检查中、待确认时再传的被告知")
    void oneAtATime() {
        stored();
        receive(good());
        assertThatThrownBy(() -> receive(good())).isInstanceOf(Refusal.class).hasMessageContaining("正在检查");
        checking.checkNext();
        assertThat(job().comparison().same()).isTrue();
        assertThatThrownBy(() -> receive(good())).isInstanceOf(Refusal.class).hasMessageContaining("等待确认");
    }

    @Test
    @DisplayName("系统中断后由重启的系统接着检查；三次都中断的，告知重新上传")
    void takenUpAgain() {
        receive(good());
        UploadJob first = jobs.claim().orElseThrow();
        assertThat(jobs.claim()).as("one process at a time").isEmpty();
        processDies();
        UploadJob second = jobs.claim().orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> jobs.end(first, State.REFUSED, "晚到"))
                .as("the one that was given up changes nothing any more")
                .isInstanceOf(IllegalStateException.class);
        processDies();
        jobs.claim().orElseThrow();
        processDies();
        assertThat(checking.checkNext()).isFalse();
        assertThat(job().state()).isEqualTo(State.INTERRUPTED);
        assertThat(workbooks.exists(version())).isFalse();

        receive(good());
        jobs.claim().orElseThrow();
        processDies();
        checking.checkNext();
        assertThat(job().state()).isEqualTo(State.STORED);
    }

    private void processDies() {
        database.sql("update upload_job set lease_until = now() - interval '1 second'")
                .update();
    }

    @Test
    @DisplayName("检查期间材料已提交：不保存，说明原因；已提交的版本不变")
    void frozenMeanwhile() {
        stored();
        receive(changed(w -> w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(86.5)));
        checking.checkNext();
        long pending = job().id();
        submit();

        assertThatThrownBy(() -> checking.confirm(version(), pending, APPLICANT.userId()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("材料已固定");
        assertThat(workbooks.find(version())).contains(SAMPLE.workbook());
        assertThatThrownBy(() -> receive(good())).isInstanceOf(Refusal.class).hasMessageContaining("材料已固定");
    }

    @Test
    @DisplayName("不是申报主体的人：不能上传、不能确认、看不到")
    void others() {
        Account stranger = new Account("zhongning", "张志强", List.of("county-640521"));
        assertThatThrownBy(() -> uploads.receive(
                        application.caseNumber(), "表.xlsx", new ByteArrayInputStream(good()), good().length, stranger))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只有申报主体");
        stored();
        receive(changed(w -> w.getSheet("年度数据").getRow(3).getCell(3).setCellValue(86.5)));
        checking.checkNext();
        assertThat(uploads.latest(application.caseNumber(), stranger)).isEmpty();
        assertThatThrownBy(() -> checking.confirm(version(), job().id(), stranger.userId()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只有申报主体");
        assertThat(workbooks.find(version())).contains(SAMPLE.workbook());
    }

    @Test
    @DisplayName("评估只取所需的数据，与整本工作簿算得的相同；清单按页取，顺序固定")
    void readInParts() {
        stored();
        assertThat(workbooks.figures(version())).contains(SAMPLE.workbook().figures());
        assertThat(workbooks.summary(version()).orElseThrow().rows("企业名单"))
                .isEqualTo(SAMPLE.workbook().enterprises().size());
        List<String> all = SAMPLE.workbook().enterprises().stream()
                .map(each -> each.creditCode().value())
                .sorted()
                .toList();
        ClusterWorkbook part = workbooks.excerpt(version(), 3, 4).orElseThrow();
        assertThat(part.enterprises())
                .extracting(each -> each.creditCode().value())
                .isEqualTo(all.subList(3, 7));
        assertThat(part.enterprises())
                .allSatisfy(each -> assertThat(SAMPLE.workbook().enterprises()).contains(each));
    }

    private void stored() {
        receive(good());
        checking.checkNext();
        assertThat(job().state()).isEqualTo(State.STORED);
    }

    private void receive(byte[] content) {
        uploads.receive(
                application.caseNumber(), "表.xlsx", new ByteArrayInputStream(content), content.length, APPLICANT);
    }

    private UploadJob job() {
        return uploads.latest(application.caseNumber(), APPLICANT).orElseThrow();
    }

    private long version() {
        return submissions.latest(application.caseNumber()).orElseThrow().id();
    }

    private void submit() {
        Map<String, Declaration> answers = SAMPLE.declarations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Declaration(
                                each.getValue().value(), each.getValue().explanation())));
        filing.declare(application.caseNumber(), new Declarations(answers), true, APPLICANT);
        filing.check(application.caseNumber());
        new Materials(beans).explain(application.caseNumber(), APPLICANT);
        filing.commit(application.caseNumber(), null, true, Instant.MAX, APPLICANT);
        filing.freeze(application.caseNumber());
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private Map<String, Long> everything() {
        return database
                .sql("select tablename from pg_tables where tablename like 'workbook\\_%'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(table -> table, this::rows));
    }

    private static byte[] good() {
        try {
            return SampleWorkbooks.workbook(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] changed(Consumer<XSSFWorkbook> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(good()))) {
            change.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
