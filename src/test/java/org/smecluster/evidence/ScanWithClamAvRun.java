package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.Clamd.Verdict;

/**
 * Debian's ClamAV with one signature of our own; run where {@code /usr/sbin/clamd} is: {@code ./mvnw test
 * -Dtest=ScanWithClamAvRun}.
 */
@DisplayName("真实的ClamAV：查出、放行、太大的是未扫描")
@EnabledIf("installed")
class ScanWithClamAvRun {

    private static final Path DAEMON = Path.of("/usr/sbin/clamd");

    /** Not the whole of EICAR's file, which scanners of developers' machines would take away. */
    private static final String MARK = "SMECLUSTER-TEST-VIRUS";

    @TempDir
    private static Path folder;

    private static Process daemon;
    private static Clamd clamd;

    static boolean installed() {
        return Files.isExecutable(DAEMON);
    }

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Smecluster.Test:0:*:" + HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Path settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength 1M
                User root
                """.formatted(signatures, port));
        daemon = new ProcessBuilder(DAEMON.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        clamd = new Clamd("127.0.0.1", port, Duration.ofSeconds(30));
        for (long since = System.nanoTime(); !listens(port); ) {
            assertThat(daemon.isAlive() && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(60))
                    .as(Files.readString(folder.resolve("clamd.log")))
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
        daemon.destroy();
    }

    private static Verdict scanned(byte[] content) {
        return clamd.scan(new ByteArrayInputStream(content));
    }

    @Test
    @DisplayName("查出；藏在PDF里也查出")
    void found() {
        assertThat(scanned(MARK.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Verdict(ScanState.INFECTED, "Smecluster.Test.UNOFFICIAL"));
        assertThat(scanned(EvidenceSamples.pdf(MARK)).state()).isEqualTo(ScanState.INFECTED);
    }

    @Test
    @DisplayName("放行")
    void clean() {
        assertThat(scanned(EvidenceSamples.pdf("plan"))).isEqualTo(new Verdict(ScanState.CLEAN, null));
    }

    @Test
    @DisplayName("超过扫描程序的上限：未扫描")
    void tooLarge() {
        assertThat(scanned(EvidenceSamples.pdf(3 << 20, 1)).state()).isEqualTo(ScanState.UNSCANNED);
    }
}
