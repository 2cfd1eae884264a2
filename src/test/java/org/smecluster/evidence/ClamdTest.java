package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.evidence.Clamd.Verdict;

@DisplayName("病毒扫描：扫描程序没有说清楚的一律是未扫描")
class ClamdTest {

    private static final byte[] CONTENT = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    private interface Behaviour {
        void with(Socket socket) throws IOException;
    }

    private ServerSocket server;

    private Verdict verdict(Duration timeout, Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                behaviour.with(socket);
            } catch (IOException gone) {
                // the caller has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Clamd("127.0.0.1", server.getLocalPort(), timeout).scan(new ByteArrayInputStream(CONTENT));
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** As clamd reads it: a command, lengths and blocks, a length of nothing. */
    private static int received(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        int total = 0;
        for (int length; (length = in.readInt()) > 0; ) {
            total += in.readNBytes(length).length;
        }
        return total;
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest(name = "“{0}”是{1}")
    @CsvSource({
        "stream: OK, CLEAN,",
        "stream: Eicar-Signature FOUND, INFECTED, Eicar-Signature",
        "INSTREAM size limit exceeded. ERROR, UNSCANNED, 超过扫描程序的大小上限",
        "stream: Can't allocate memory ERROR, UNSCANNED, 扫描程序没有扫描完",
        "nonsense, UNSCANNED, 扫描程序没有扫描完",
        "'', UNSCANNED, 连不上扫描程序"
    })
    @DisplayName("各种回答")
    void answers(String answer, ScanState state, String note) throws IOException {
        int[] bytes = {0};
        Verdict verdict = verdict(Duration.ofSeconds(20), socket -> {
            bytes[0] = received(socket);
            say(socket, answer);
        });
        assertThat(verdict).isEqualTo(new Verdict(state, note));
        assertThat(bytes[0]).isEqualTo(CONTENT.length);
    }

    @Test
    @DisplayName("不回答、不接收：到时限为止，未扫描")
    void timeout() throws IOException {
        assertThat(verdict(Duration.ofMillis(300), socket -> socket.getInputStream()
                        .readAllBytes()))
                .isEqualTo(new Verdict(ScanState.UNSCANNED, "扫描超时"));
    }

    @Test
    @DisplayName("没听完就回答太大并断开：未扫描")
    void hangsUp() throws IOException {
        assertThat(verdict(Duration.ofSeconds(20), socket -> say(socket, "INSTREAM size limit exceeded. ERROR"))
                        .state())
                .isEqualTo(ScanState.UNSCANNED);
    }

    @Test
    @DisplayName("连不上：未扫描")
    void unreachable() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertThat(new Clamd("127.0.0.1", closed, Duration.ofSeconds(5)).scan(new ByteArrayInputStream(CONTENT)))
                .isEqualTo(new Verdict(ScanState.UNSCANNED, "连不上扫描程序"));
    }
}
