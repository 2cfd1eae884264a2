package org.smecluster.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner of ClamAV, asked by {@code INSTREAM}.
 *
 * @param host empty where none is set up
 * @param timeout for one file, from connecting to the answer
 */
@ConfigurationProperties("smecluster.evidence.clamd")
record Clamd(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("60s") Duration timeout) {

    /** @param note what was found, or why it is not scanned; null where it is clean */
    record Verdict(ScanState state, String note) {

        private static Verdict unscanned(String why) {
            return new Verdict(ScanState.UNSCANNED, why);
        }
    }

    boolean isThere() {
        return !host.isBlank();
    }

    /** Whatever is no answer to the whole content is no verdict. */
    Verdict scan(InputStream content) {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket socket = new Socket()) {
            Executor whenLate = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> close(socket, late), whenLate);
            try {
                socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
                return verdict(ask(socket, content));
            } finally {
                watch.cancel(false);
            }
        } catch (IOException failure) {
            return Verdict.unscanned(late.get() ? "扫描超时" : "连不上扫描程序");
        }
    }

    /** A write waits for ever where nobody reads; closing ends it. */
    private static void close(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException closed) {
            // that is what was wanted
        }
    }

    private static String ask(Socket socket, InputStream content) throws IOException {
        IOException broken = null;
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 70_000));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[64 * 1024];
            for (int read; (read = content.read(block)) > 0; ) {
                out.writeInt(read);
                out.write(block, 0, read);
            }
            out.writeInt(0);
            out.flush();
        } catch (IOException answeredBeforeTheEnd) {
            broken = answeredBeforeTheEnd;
        }
        try {
            return new String(socket.getInputStream().readNBytes(1000), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        } catch (IOException noAnswer) {
            throw broken == null ? noAnswer : broken;
        }
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Verdict(ScanState.CLEAN, null);
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new Verdict(ScanState.INFECTED, answer.substring(8, answer.length() - 6));
        }
        if (answer.contains("size limit exceeded")) {
            return Verdict.unscanned("超过扫描程序的大小上限");
        }
        if (answer.isEmpty()) {
            throw new IOException("no answer");
        }
        return Verdict.unscanned("扫描程序没有扫描完");
    }
}
