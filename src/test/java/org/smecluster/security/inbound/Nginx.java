package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The machine's nginx with docs/operations/nginx.conf, of which only ports, paths and the certificate are replaced. */
final class Nginx implements AutoCloseable {

    static final String NAME = "jiqun.example.gov.cn";

    private static final Path DOCUMENTED = Path.of("docs/operations/nginx.conf");
    private static final char[] PASSWORD = "certificate".toCharArray();

    private final int plain = freePort();
    private final int tls = freePort();
    private final Process process;
    private final SSLSocketFactory client;

    static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "nginx")));
    }

    Nginx(Path directory, int application) throws IOException {
        // its workers are another user
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        KeyStore certificate = certificate(directory);
        client = trusting(certificate);
        String file = Files.readString(DOCUMENTED);
        file = replaced(file, "listen 80 default_server", "listen 127.0.0.1:" + plain + " default_server");
        file = replaced(file, "listen 443 ssl", "listen 127.0.0.1:" + tls + " ssl");
        file = replaced(file, "server 127.0.0.1:8080", "server 127.0.0.1:" + application);
        file = replaced(file, "/run/nginx.pid", directory + "/nginx.pid");
        file = replaced(file, "/var/log/nginx/", directory + "/");
        file = replaced(file, "/etc/ssl/certs/", directory + "/");
        file = replaced(file, "/etc/ssl/private/", directory + "/");
        String paths = "";
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            paths += kind + "_temp_path " + directory + "/" + kind + ";\n    ";
        }
        file = replaced(file, "server_tokens off;", paths + "server_tokens off;");
        Path used = Files.writeString(directory.resolve("nginx.conf"), file);
        process = new ProcessBuilder("nginx", "-c", used.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!listens()) {
            assertThat(process.isAlive() && System.nanoTime() < giveUp)
                    .as(() -> said(directory))
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A connection over TLS from one of the loopback addresses. */
    RawConnection connect(String from) throws IOException {
        return new RawConnection(socket(from));
    }

    Socket socket(String from) throws IOException {
        SSLSocket socket = (SSLSocket) client.createSocket(plain(from, tls), NAME, tls, true);
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        return socket;
    }

    RawConnection connectWithoutTls(String from) throws IOException {
        return new RawConnection(plain(from, plain));
    }

    private static Socket plain(String from, int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    }

    private boolean listens() {
        try (Socket socket = plain("127.0.0.1", plain)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String said(Path directory) {
        try {
            return Files.readString(directory.resolve("nginx.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file must not have moved on without this. */
    private static String replaced(String file, String what, String by) {
        assertThat(file).contains(what);
        return file.replace(what, by);
    }

    private static KeyStore certificate(Path directory) throws IOException {
        Path store = directory.resolve("certificate.p12");
        try {
            int made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "tls",
                            "-dname",
                            "CN=" + NAME,
                            "-ext",
                            "SAN=DNS:" + NAME,
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(made).isZero();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(store)) {
                keys.load(stored, PASSWORD);
            }
            pem(
                    directory.resolve(NAME + ".pem"),
                    "CERTIFICATE",
                    keys.getCertificate("tls").getEncoded());
            pem(
                    directory.resolve(NAME + ".key"),
                    "PRIVATE KEY",
                    keys.getKey("tls", PASSWORD).getEncoded());
            return keys;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + kind + "-----\n");
    }

    private static SSLSocketFactory trusting(KeyStore keys) throws IOException {
        try {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry("nginx", keys.getCertificate("tls"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
