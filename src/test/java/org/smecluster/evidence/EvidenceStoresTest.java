package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.evidence.EvidenceStore.Kind;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("佐证材料的三种存储：数据库、文件夹、S3（真实的服务）")
class EvidenceStoresTest {

    private static final Reading UNIT = new Reading(LifeReader.UNIT, false, false);

    @TempDir
    private static Path folder;

    private static Process server;
    private static S3Store.Bucket bucket;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    private String caseNumber;
    private Account applicant;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-Dserver.port=0",
                        "-Dcom.adobe.testing.s3mock.httpPort=" + port,
                        "-Dcom.adobe.testing.s3mock.store.initialBuckets=evidence",
                        "-Dcom.adobe.testing.s3mock.store.root=" + Files.createDirectory(folder.resolve("s3")),
                        "-jar",
                        Path.of("target", "s3mock", "s3mock.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile())
                .start();
        bucket = new S3Store.Bucket(
                URI.create("http://127.0.0.1:" + port), "us-east-1", "evidence", "evidence/", "key", "secret");
        for (long since = System.nanoTime(); !listens(port); ) {
            assertThat(server.isAlive() && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(90))
                    .as(Files.readString(folder.resolve("s3.log")))
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        server.destroy();
    }

    @BeforeEach
    void aCaseInHand() {
        BatchWalk.in(context).opened();
        RecognitionWalk walk =
                RecognitionWalk.in(context).of("fine-chemicals-pingluo").started();
        caseNumber = walk.caseNumber();
        applicant = new Account("pingluo", "马建国", List.of(walk.sample().applicantGroup()));
    }

    private EvidenceStore store(Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> context.getBean(EvidenceStore.class);
            case FOLDER -> new FolderStore(folder.resolve("files"));
            case S3 -> new S3Store(bucket);
        };
    }

    private EvidenceStores stores(Kind chosen) {
        return new EvidenceStores(Stream.of(Kind.values()).map(this::store).toList(), chosen);
    }

    private EvidenceIntake intake(EvidenceStores stores) {
        return new EvidenceIntake(
                context.getBean(EvidenceUploads.class),
                context.getBean(EvidenceFiles.class),
                stores,
                context.getBean(EvidenceDesks.class),
                context.getBean(AssessmentService.class),
                List.of(),
                context.getBean(EvidenceLimits.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(Clock.class));
    }

    private EvidenceService service(EvidenceStores stores) {
        return new EvidenceService(
                context.getBean(EvidenceFiles.class),
                stores,
                context.getBean(EvidenceDesks.class),
                context.getBean(EvidenceLimits.class),
                context.getBean(Clock.class));
    }

    private Upload sent(EvidenceIntake intake, String name, byte[] content) {
        long confirmation = intake.confirm(caseNumber, applicant);
        Upload upload = intake.begin(
                caseNumber, Proves.condition("pillarIndustry"), null, name, content.length, confirmation, applicant);
        for (int from = 0; from < content.length; from = (int) upload.received()) {
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + EvidenceIntake.PIECE));
            upload = intake.receive(
                            caseNumber, upload.id(), from, new ByteArrayInputStream(piece), piece.length, applicant)
                    .orElseThrow();
        }
        return intake.finish(upload, applicant);
    }

    private int pieces() {
        return database.sql("select count(*) from evidence_piece")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("存入的与取出的一致；相同的只存一份；取回后清除，再传又有")
    void keepsAndGives(Kind kind) throws IOException {
        EvidenceStores stores = stores(kind);
        EvidenceIntake intake = intake(stores);
        EvidenceService service = service(stores);
        byte[] content = EvidenceSamples.pdf(5_000_000, 7);

        EvidenceFile first = service.find(
                        caseNumber, sent(intake, "甲.pdf", content).fileId(), UNIT)
                .orElseThrow();
        EvidenceFile second = service.find(
                        caseNumber, sent(intake, "乙.pdf", content).fileId(), UNIT)
                .orElseThrow();
        for (EvidenceFile each : List.of(first, second)) {
            try (InputStream given = service.open(each)) {
                assertThat(given.readAllBytes()).isEqualTo(content);
            }
        }
        // what other stores have does not stay in the database too
        assertThat(pieces()).isEqualTo(kind == Kind.POSTGRESQL ? 5 : 0);
        EvidenceContent stored =
                context.getBean(EvidenceFiles.class).content(first.sha256()).orElseThrow();
        assertThat(stored.store()).isEqualTo(kind);

        service.takeBack(caseNumber, first.id(), applicant);
        service.takeBack(caseNumber, second.id(), applicant);
        TestClock.pass(Duration.ofHours(25));
        intake.discardExpired();
        assertThat(context.getBean(EvidenceFiles.class).content(first.sha256())).isEmpty();
        assertThat(pieces()).isZero();
        if (kind != Kind.POSTGRESQL) {
            assertThatThrownBy(() -> stores.of(kind).open(stored.blob()).close())
                    .isInstanceOf(IOException.class);
        }
        assertThat(sent(intake, "丙.pdf", content).fileId()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "S3"})
    @DisplayName("换了存储，以前的照样取得出；再存一次是替换，清除两次不是错误")
    void storesChange(Kind kind) throws IOException {
        byte[] before = EvidenceSamples.pdf("before");
        EvidenceFile file = service(stores(Kind.POSTGRESQL))
                .find(
                        caseNumber,
                        sent(intake(stores(Kind.POSTGRESQL)), "前.pdf", before).fileId(),
                        UNIT)
                .orElseThrow();
        try (InputStream given = service(stores(kind)).open(file)) {
            assertThat(given.readAllBytes()).isEqualTo(before);
        }
        EvidenceStore store = store(kind);
        store.keep(77, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
        store.keep(77, 2, () -> new ByteArrayInputStream(new byte[] {4, 5}));
        try (InputStream given = store.open(77)) {
            assertThat(given.readAllBytes()).containsExactly(4, 5);
        }
        store.remove(77);
        store.remove(77);
    }

    @Test
    @DisplayName("存储连不上：不说已保存，已到的部分不丢，恢复后接着完成")
    void unreachable() throws IOException {
        S3Store.Bucket gone = new S3Store.Bucket(
                URI.create("http://127.0.0.1:9"), "us-east-1", "evidence", "evidence/", "key", "secret");
        EvidenceStores stores = new EvidenceStores(List.of(store(Kind.POSTGRESQL), new S3Store(gone)), Kind.S3);
        byte[] content = EvidenceSamples.pdf(1_500_000, 8);
        assertThatThrownBy(() -> sent(intake(stores), "规划.pdf", content)).hasRootCauseInstanceOf(IOException.class);
        assertThat(context.getBean(EvidenceFiles.class).ofCase(caseNumber)).isEmpty();
        assertThat(pieces()).isEqualTo(2);

        EvidenceIntake again = intake(stores(Kind.S3));
        Upload upload = context.getBean(EvidenceUploads.class)
                .find(database.sql("select id from evidence_upload")
                        .query(Long.class)
                        .single())
                .orElseThrow();
        assertThat(Optional.ofNullable(again.finish(upload, applicant).fileId()))
                .isPresent();
        assertThat(pieces()).isZero();
    }

    @Test
    @DisplayName("存储没有配置：启动或读取时说清楚缺什么")
    void notSetUp() {
        assertThatThrownBy(() -> new EvidenceStores(List.of(store(Kind.POSTGRESQL)), Kind.S3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("smecluster.evidence.store.s3");
    }
}
