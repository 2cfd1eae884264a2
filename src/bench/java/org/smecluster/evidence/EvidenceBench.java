package org.smecluster.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Many clerks upload a file of random bytes each at line speed, to an application with {@code -Xmx512m}, while others read
 * pages. System properties: {@code clerks} (200), {@code megabytes} (20), {@code atOnce} (as the application).
 */
@DisplayName("二百人同时上传：内存、旁人的等待、一个不丢")
class EvidenceBench {

    private static final Path FOLDER = Path.of("target", "bench", "evidence").toAbsolutePath();
    private static final int CLERKS = Integer.getInteger("clerks", 200);
    private static final int SIZE = Integer.getInteger("megabytes", 20) << 20;
    private static final int READERS = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    @DisplayName("写出 target/bench/evidence.txt")
    void measure() throws Exception {
        delete(FOLDER);
        Files.createDirectories(FOLDER);
        Path ready = FOLDER.resolve("ready");
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EvidenceServer.class.getName(),
                        ready.toString(),
                        FOLDER.resolve("database").toString(),
                        System.getProperty("atOnce", "0"))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("server.log").toFile())
                .start();
        try {
            while (!Files.exists(ready)) {
                assertThat(server.isAlive()).as("see " + FOLDER).isTrue();
                Thread.sleep(200);
            }
            List<String> told = Files.readAllLines(ready);
            measure(Integer.parseInt(told.get(0)), told.subList(1, told.size()), server.pid());
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
            threads.shutdownNow();
        }
    }

    private void measure(int port, List<String> cases, long pid) throws Exception {
        List<EvidenceClerk> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(clerk(port, cases, i));
        }
        List<EvidenceClerk> clerks = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            clerks.add(clerk(port, cases, i));
            clerks.get(i).confirm();
        }
        List<String> pages = List.of("/", "/cases", "/cases/" + cases.get(0).split("\t")[1] + "?section=evidence");
        read(readers, pages, new AtomicBoolean(), 10);
        List<Long> alone = read(readers, pages, new AtomicBoolean(), 30);
        long before = memory(pid, "VmRSS");

        AtomicBoolean sent = new AtomicBoolean();
        Future<List<Long>> beside = threads.submit(() -> read(readers, pages, sent, 3600));
        long began = System.nanoTime();
        List<Future<Long>> sending = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            EvidenceClerk clerk = clerks.get(i);
            long seed = i;
            sending.add(threads.submit(() -> clerk.send(seed, SIZE)));
        }
        List<Long> files = new ArrayList<>();
        for (Future<Long> each : sending) {
            files.add(each.get());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        sent.set(true);
        List<Long> meanwhile = beside.get();
        long most = memory(pid, "VmHWM");
        int lost = 0;
        for (int i = 0; i < CLERKS; i++) {
            lost += clerks.get(i).downloaded(files.get(i)).equals(EvidenceClerk.digest(i, SIZE)) ? 0 : 1;
        }
        List<String> figures = List.of(
                "clerks, MB each: " + CLERKS + ", " + (SIZE >> 20),
                "uploads: s, MB/s: %.0f, %.0f".formatted(seconds, CLERKS * (SIZE / 1e6) / seconds),
                "interruptions taken up: "
                        + clerks.stream().mapToInt(clerk -> clerk.interruptions).sum(),
                "lost or altered: " + lost,
                "resident memory before, at most while uploading, downloading: MB: %d, %d, %d"
                        .formatted(before, most, memory(pid, "VmHWM")),
                "a page alone: ms, median, 95 %%, pages: %s".formatted(told(alone)),
                "a page beside: ms, median, 95 %%, pages: %s".formatted(told(meanwhile)));
        Files.write(FOLDER.resolveSibling("evidence.txt"), figures);
        figures.forEach(System.out::println);
        assertThat(lost).isZero();
    }

    private EvidenceClerk clerk(int port, List<String> cases, int number) throws Exception {
        String[] one = cases.get(number % cases.size()).split("\t");
        return new EvidenceClerk(port, one[0], one[1], threads);
    }

    /** Each reader opens one page after the other, with a moment between. */
    private List<Long> read(List<EvidenceClerk> readers, List<String> pages, AtomicBoolean over, int atMostSeconds)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(atMostSeconds);
        List<Future<List<Long>>> reading = new ArrayList<>();
        for (EvidenceClerk reader : readers) {
            reading.add(threads.submit(() -> {
                List<Long> took = new ArrayList<>();
                for (int i = 0; !over.get() && System.nanoTime() < end; i++) {
                    long began = System.nanoTime();
                    // the pages of a case are its unit's
                    reader.get(pages.get(i % (reader == readers.get(0) ? pages.size() : 2)));
                    took.add((System.nanoTime() - began) / 1000);
                    Thread.sleep(200);
                }
                return took;
            }));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> each : reading) {
            all.addAll(each.get());
        }
        Collections.sort(all);
        return all;
    }

    private static String told(List<Long> micros) {
        return "%.1f, %.1f, %d"
                .formatted(
                        micros.get(micros.size() / 2) / 1e3, micros.get(micros.size() * 95 / 100) / 1e3, micros.size());
    }

    private static long memory(long pid, String what) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
