package org.smecluster.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.but;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.support.Altered;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applicants apply, upload, submit and withdraw while reviewers claim and complete the same tasks. A request may be
 * refused only with a sentence that says what somebody else has done.
 *
 * <p>System properties: {@code minutes} (5), {@code applicants} (50), {@code reviewers} (20), {@code seed}, {@code port}
 * (18081).
 */
@DisplayName("50个申报主体和20个审核人员同时办理五分钟，除被告知的冲突外没有错误")
class LoadRun {

    private static final int MINUTES = Integer.getInteger("minutes", 5);
    private static final int APPLICANTS = Integer.getInteger("applicants", 50);
    private static final int REVIEWERS = Integer.getInteger("reviewers", 20);
    private static final int PORT = Integer.getInteger("port", 18081);

    /** Users share their county's account, each in a session of their own. */
    private static final List<String> REVIEWING = List.of(
            "city-shizuishan",
            "officer-1",
            "city-yinchuan",
            "expert-wang",
            "city-zhongwei",
            "city-shizuishan",
            "officer-2",
            "city-wuzhong",
            "city-shizuishan",
            "officer-1");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBERS = Pattern.compile("NXJQ-[A-Z0-9-]+|[0-9]+");

    private final long seed = Long.getLong("seed", System.currentTimeMillis());
    private final Map<String, List<Long>> durations = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentSkipListMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private Instant end;
    private Walk walk;

    @Test
    @DisplayName("只有被告知的冲突，没有错误；案号不重不漏，没有失败的作业")
    void onlyToldConflicts() throws Exception {
        Path directory = Path.of("target", "load", Long.toString(seed));
        try (PackagedApplication application = PackagedApplication.withSamples(directory, PORT, "-Xmx768m")) {
            application.start();
            walk = new Walk(() -> {});
            walk.openBatch(new Staff(PORT));
            end = Instant.now().plus(Duration.ofMinutes(MINUTES));
            ExecutorService people = Executors.newFixedThreadPool(APPLICANTS + REVIEWERS);
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < APPLICANTS; i++) {
                Random random = new Random(seed + i);
                Walk.Applicant applicant =
                        walk.applicants().get(i % walk.applicants().size());
                int number = i;
                Staff staff = new Staff(PORT);
                work.add(() -> whileTime(random, () -> apply(staff, number, applicant, random)));
            }
            for (int i = 0; i < REVIEWERS; i++) {
                Random random = new Random(seed + 1000 + i);
                String reviewer = REVIEWING.get(i % REVIEWING.size());
                Staff staff = new Staff(PORT);
                work.add(() -> whileTime(random, () -> review(staff, reviewer, random)));
            }
            for (Future<Void> each : people.invokeAll(work)) {
                each.get();
            }
            people.shutdown();
            settle();
            report(application);
            check(application.database());
        }
    }

    private Void whileTime(Random random, Runnable round) {
        pause(random);
        while (Instant.now().isBefore(end)) {
            round.run();
            pause(random);
        }
        return null;
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(1700)));
    }

    /** One application from the start form to its submission; every third is withdrawn again. */
    private void apply(Staff staff, int number, Walk.Applicant applicant, Random random) {
        String user = applicant.userId();
        String name = applicant.cluster() + "之" + number + "之" + started.incrementAndGet();
        Map<String, Object> form = new HashMap<>(Walk.startForm(applicant));
        form.put("clusterName", name);
        if (timed("page home", () -> staff.page(user, "/")) == null) {
            return;
        }
        String caseNumber = timed("start application", () -> staff.start(user, "clusterRecognition", form));
        if (caseNumber == null) {
            return;
        }
        pause(random);
        byte[] workbook = Walk.workbook(named(applicant.sample(), name));
        String page = "/cases/" + caseNumber + "?section=upload";
        timed(
                "upload workbook",
                () -> Staff.expect(
                        staff.browser(user)
                                .upload(page, "/cases/" + caseNumber + "/workbook", "file", "data.xlsx", workbook),
                        "upload",
                        200,
                        302));
        do {
            pause(random);
        } while (Upload.of(staff, user, caseNumber) == Upload.RUNNING);
        complete(staff, user, caseNumber, applicant, random);
        timed("page findings", () -> staff.page(user, "/cases/" + caseNumber + "?section=findings"));
        while (Boolean.TRUE.equals(timed("explain absence", () -> walk.explained(staff, user, caseNumber)))) {
            pause(random);
        }
        complete(staff, user, caseNumber, applicant, random);
        timed("page cases", () -> staff.page(user, "/cases"));
        if (random.nextInt(3) == 0) {
            pause(random);
            timed("withdraw", () -> {
                HttpResponse<String> answer = staff.browser(user)
                        .post(
                                "/cases/" + caseNumber + "?section=withdrawal",
                                "/cases/" + caseNumber + "/withdrawal",
                                "reason",
                                "数据需要重新核实",
                                "sure",
                                "true");
                return Staff.expect(answer, "withdrawal", 302);
            });
        }
    }

    /** The applicant's task of the case, once the engine has brought it. */
    private void complete(Staff staff, String user, String caseNumber, Walk.Applicant applicant, Random random) {
        for (int tries = 0; tries < 60; tries++) {
            JsonNode tasks =
                    timed("list tasks", () -> staff.get(user, "/task?processInstanceBusinessKey=" + caseNumber));
            if (tasks != null && !tasks.isEmpty()) {
                work(staff, user, tasks.get(0), applicant);
                return;
            }
            pause(random);
        }
        errors.add(caseNumber + " waited a minute for its task");
    }

    private void review(Staff staff, String user, Random random) {
        JsonNode tasks = timed("list tasks", () -> staff.get(user, "/task?sortBy=created&sortOrder=asc&maxResults=10"));
        if (tasks == null || tasks.isEmpty()) {
            return;
        }
        JsonNode task = tasks.get(random.nextInt(tasks.size()));
        JsonNode form = timed(
                "read task", () -> staff.get(user, "/task/" + task.path("id").asText() + "/form-variables"));
        if (form == null) {
            return;
        }
        String caseNumber = form.path("caseNumber").path("value").asText();
        timed("page case", () -> staff.page(user, "/cases/" + caseNumber + "?section=findings"));
        pause(random);
        if (task.path("taskDefinitionKey").asText().equals("task_decideAcceptance")) {
            while (Boolean.TRUE.equals(timed("accept reason", () -> walk.accepted(staff, user, caseNumber)))) {
                pause(random);
            }
        }
        work(staff, user, task, walk.applicants().get(0));
    }

    private void work(Staff staff, String user, JsonNode task, Walk.Applicant applicant) {
        String id = task.path("id").asText();
        String key = task.path("taskDefinitionKey").asText();
        if (!user.equals(task.path("assignee").asText())
                && timed("claim", () -> {
                            staff.claim(user, id);
                            return true;
                        })
                        == null) {
            return;
        }
        timed("complete " + key.replace("task_", ""), () -> {
            staff.submit(user, id, walk.applicationForm(key, applicant));
            return true;
        });
    }

    /** @return null where it was refused or failed; what became of it is recorded */
    private <T> T timed(String what, Supplier<T> request) {
        long from = System.nanoTime();
        try {
            return request.get();
        } catch (Staff.Unexpected unexpected) {
            String sentence = sentence(unexpected.body());
            boolean told =
                    unexpected.status() < 500 && CHINESE.matcher(sentence).find();
            if (told) {
                String kind =
                        unexpected.status() + " " + NUMBERS.matcher(sentence).replaceAll("#");
                refusals.computeIfAbsent(kind, nothing -> new AtomicInteger()).incrementAndGet();
            } else {
                errors.add(what + ": " + unexpected.getMessage());
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException broken) {
            errors.add(what + ": " + broken);
            return null;
        } finally {
            durations
                    .computeIfAbsent(what, nothing -> new CopyOnWriteArrayList<>())
                    .add((System.nanoTime() - from) / 1_000_000);
        }
    }

    private static String sentence(String body) {
        Matcher message = Pattern.compile("\"message\":\"([^\"]*)\"").matcher(body);
        if (message.find()) {
            return message.group(1);
        }
        Matcher problem = Pattern.compile("(?s)message-error.*?<li>(.*?)</li>").matcher(body);
        return problem.find() ? problem.group(1) : "";
    }

    private static SampleCluster named(SampleCluster sample, String name) {
        return but(sample, "workbook", Altered.named(name, sample.workbook()));
    }

    /** The engine finishes what it was given. */
    private static void settle() {
        Staff staff = new Staff(PORT);
        for (int tries = 0; tries < 120; tries++) {
            if (staff.get("admin", "/job/count?messages=true&withRetriesLeft=true")
                            .path("count")
                            .asInt()
                    == 0) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void report(PackagedApplication application) throws Exception {
        int requests = durations.values().stream().mapToInt(List::size).sum();
        say("seed %d: %d applicants, %d reviewers, %d minutes, %d processors"
                .formatted(
                        seed,
                        APPLICANTS,
                        REVIEWERS,
                        MINUTES,
                        Runtime.getRuntime().availableProcessors()));
        say("%d requests, %.1f per second".formatted(requests, requests / (60.0 * MINUTES)));
        say("%-28s %7s %7s %7s %7s %7s".formatted("milliseconds", "number", "median", "95 %", "99 %", "most"));
        durations.forEach((what, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            say("%-28s %7d %7d %7d %7d %7d"
                    .formatted(
                            what,
                            sorted.size(),
                            at(sorted, 0.5),
                            at(sorted, 0.95),
                            at(sorted, 0.99),
                            sorted.get(sorted.size() - 1)));
        });
        refusals.forEach((sentence, number) -> say("told %d times: %s".formatted(number.get(), sentence)));
        Map<String, Integer> distinct = new ConcurrentHashMap<>();
        errors.forEach(error -> distinct.merge(
                NUMBERS.matcher(error.substring(0, Math.min(400, error.length())))
                        .replaceAll("#"),
                1,
                Integer::sum));
        distinct.forEach((error, number) -> say("ERROR " + number + " times: " + error));
        Process heap = new ProcessBuilder("jcmd", Long.toString(application.processId()), "GC.heap_info").start();
        say(new String(heap.getInputStream().readAllBytes()).strip());
        Path status = Path.of("/proc", Long.toString(application.processId()), "status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(LoadRun::say);
        }
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private void check(JdbcClient database) {
        say("applications by state: "
                + database.sql("select state || ' ' || count(*) from application group by state order by 1")
                        .query(String.class)
                        .list());
        say("failed attempts of jobs: "
                + database.sql("select count(*) from act_hi_job_log where job_state_ = 1")
                        .query(Long.class)
                        .single());
        assertThat(errors).isEmpty();
        assertThat(database.sql("select count(*) from act_ru_incident")
                        .query(Long.class)
                        .single())
                .as("open incidents")
                .isZero();
        assertThat(database.sql("""
                                select max(right(case_number, 5)::int) - count(*) from application
                                """).query(Long.class).single())
                .as("gaps between case numbers")
                .isZero();
        assertThat(refusals.keySet())
                .as("refusals that are no told conflict")
                .allMatch(told -> told.startsWith("409 ") || told.contains("由他人办理") || told.contains("由他人认领"));
    }

    private static void say(String line) {
        System.out.println("[load] " + line);
    }
}
