package org.smecluster.life;

import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.smecluster.engine.Mailbox;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Round;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lives the script: moves the clock from one day on which there is something to do to the next, runs what is due, starts
 * what is planned and works off the tasks as the people of the units would. Every step looks first whether it has been
 * done, so that a driver that was cut off is followed by another that begins with the day that was not over.
 */
final class Driver {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Longer than any step of ours takes; by the clock on the wall. */
    private static final Duration NOTHING_MOVES = Duration.ofSeconds(8);

    /** More than {@code camunda.bpm.job-execution.lock-time-in-millis}; by the clock of the application. */
    private static final Duration LOCKS_EXPIRE = Duration.ofMinutes(3);

    /** Which day is being lived; kept by whoever runs the driver. */
    interface Days {

        /** The day to begin with. */
        LocalDate first();

        /** The day is over, the next one is this. */
        void turn(LocalDate next);
    }

    /** A task that waits, of a case of a cluster. */
    record Waiting(String taskId, String key, String caseNumber, String clusterName) {}

    /** Works on a task. @return empty where it was completed, else the day before which it is left alone */
    interface Desk extends Function<Waiting, Optional<LocalDate>> {}

    private final Script script;
    private final Consumer<String> acting;
    private final JdbcClient database;
    private final ManagementService management;
    private final Optional<JobExecutor> executor;
    private final Mailbox mailbox;
    private final Map<String, Plan> plans;
    private final Map<String, Desk> byTask = new HashMap<>();
    private final List<Procedure> procedures;
    private final Map<String, long[]> spent = new ConcurrentHashMap<>();
    private final ExecutorService people = Executors.newFixedThreadPool(2);

    /** Tasks that are left alone, and until when. */
    private final Map<String, LocalDate> left = new ConcurrentHashMap<>();

    /** What the driver needs to know of a procedure. */
    interface Procedure {

        /** Days on which something is begun. */
        List<LocalDate> days(Script script);

        /** Begins what is planned for the day and not yet there. @return whether it did anything */
        boolean begin(LocalDate today);

        Map<String, Desk> desks();
    }

    /** @param acting told before each step that writes: what it is */
    Driver(ApplicationContext context, Script script, Consumer<String> acting) {
        this.script = script;
        this.acting = acting;
        this.database = context.getBean(JdbcClient.class);
        this.management = context.getBean(ManagementService.class);
        this.executor = Optional.of(((ProcessEngineConfigurationImpl)
                                context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                        .getJobExecutor())
                .filter(JobExecutor::isActive);
        this.mailbox = context.getBean(Mailbox.class);
        this.plans = script.plans().stream().collect(Collectors.toMap(Plan::name, plan -> plan));
        this.procedures = List.of(
                new Recognitions(context, script, this::plan),
                new Objections(context, script, this::plan),
                new Filings(context, this::plan),
                new Changes(context, script, this::plan),
                new Mishaps(context, script),
                new Reports(context, script, this::plan),
                new ReviewNotices(context),
                new Reviews(context, script, this::plan),
                new Revocations(context, script, this::plan));
        procedures.forEach(procedure -> byTask.putAll(procedure.desks()));
    }

    private Plan plan(Waiting task) {
        return plans.get(task.clusterName());
    }

    void live(Days days) {
        try {
            throughAll(days);
        } finally {
            people.shutdown();
        }
    }

    private void throughAll(Days days) {
        TreeSet<LocalDate> planned = new TreeSet<>();
        procedures.forEach(procedure -> planned.addAll(procedure.days(script)));
        LocalDate day = days.first();
        while (!day.isAfter(Script.LAST_DAY)) {
            TestClock.set(day);
            List<LocalDate> next = new ArrayList<>(live(day));
            Optional.ofNullable(planned.higher(day)).ifPresent(next::add);
            nextJob(day).ifPresent(next::add);
            LocalDate today = day;
            day = next.stream()
                    .filter(each -> each.isAfter(today))
                    .min(LocalDate::compareTo)
                    .orElse(Script.LAST_DAY.plusDays(1));
            days.turn(day);
        }
        TestClock.set(Script.LAST_DAY);
    }

    /** @return the days for which tasks are left lying */
    private Collection<LocalDate> live(LocalDate today) {
        left.values().removeIf(until -> !until.isAfter(today));
        boolean acted = true;
        while (acted) {
            runDue();
            timed("mail", mailbox::deliverWaiting);
            boolean begun = false;
            for (Procedure procedure : procedures) {
                long began = System.nanoTime();
                begun |= procedure.begin(today);
                spend("begin " + procedure.getClass().getSimpleName(), began);
            }
            AtomicBoolean done = new AtomicBoolean(begun);
            List<Waiting> tasks = waiting();
            left.keySet().retainAll(tasks.stream().map(Waiting::taskId).toList());
            tasks.removeIf(task -> left.containsKey(task.taskId()));
            side(tasks, Waiting::clusterName, task -> work(task)
                    .ifPresentOrElse(until -> left.put(task.taskId(), until), () -> done.set(true)));
            acted = done.get();
        }
        return left.values();
    }

    private Optional<LocalDate> work(Waiting task) {
        Desk desk = byTask.get(task.key());
        if (desk == null) {
            throw new IllegalStateException("nobody knows what to do with " + task);
        }
        acting.accept(task.key());
        long began = System.nanoTime();
        Optional<LocalDate> until = atDesk(desk, task);
        spend(task.key(), began);
        return until;
    }

    /** The engine's own threads may be quicker: then the person finds the task changed or gone and looks again. */
    private Optional<LocalDate> atDesk(Desk desk, Waiting task) {
        try {
            return desk.apply(task);
        } catch (RuntimeException refused) {
            boolean quicker = executor.isPresent()
                    && (refused instanceof OptimisticLockingException
                            || waiting().stream().noneMatch(each -> each.equals(task)));
            if (!quicker) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /** Two people at a time, but never two at one cluster. */
    private <T> void side(List<T> all, Function<T, String> cluster, Consumer<T> work) {
        Map<String, List<T>> byCluster =
                all.stream().collect(Collectors.groupingBy(cluster, LinkedHashMap::new, Collectors.toList()));
        List<Future<?>> done = new ArrayList<>();
        for (List<T> each : byCluster.values()) {
            done.add(people.submit(() -> each.forEach(work)));
        }
        try {
            for (Future<?> each : done) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void runDue() {
        if (executor.isPresent()) {
            awaitExecutor(executor.get());
            return;
        }
        for (List<Due> due = due(); !due.isEmpty(); due = due()) {
            side(due, Due::clusterName, job -> {
                acting.accept(job.activity());
                timed(job.activity(), () -> management.executeJob(job.id()));
            });
        }
    }

    /**
     * Lets the engine run what is due. What a killed process had in hand stays locked until time has passed, so the clock
     * goes on when nothing moves.
     */
    private void awaitExecutor(JobExecutor executor) {
        List<Due> before = List.of();
        Instant since = Instant.now();
        for (List<Due> due = due(); !due.isEmpty(); due = due()) {
            if (!due.equals(before)) {
                acting.accept(due.get(0).activity());
                before = due;
                since = Instant.now();
            } else if (since.plus(NOTHING_MOVES).isBefore(Instant.now())) {
                TestClock.pass(LOCKS_EXPIRE);
                since = Instant.now();
            }
            executor.jobWasAdded();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** A job that may run. */
    private record Due(String id, String activity, String clusterName) {}

    private List<Due> due() {
        return database.sql("""
                        select j.id_, d.act_id_, coalesce(v.text_, j.process_instance_id_, j.id_) as cluster_name
                        from act_ru_job j
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        left join act_ru_variable v
                               on v.execution_id_ = j.process_instance_id_ and v.name_ = 'clusterName'
                        where j.retries_ > 0 and (j.duedate_ is null or j.duedate_ <= :now)
                        order by j.duedate_ nulls last, j.id_
                        """)
                .param(
                        "now",
                        Timestamp.from(
                                TestClock.today().atTime(MORNING).atZone(ZONE).toInstant()))
                .query((row, i) -> new Due(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private List<Waiting> waiting() {
        return database.sql("""
                        select t.id_, t.task_def_key_, p.business_key_, v.text_ as cluster_name
                        from act_ru_task t
                        join act_ru_execution p on p.id_ = t.proc_inst_id_
                        left join act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'clusterName'
                        order by t.create_time_, p.business_key_, t.id_
                        """)
                .query((row, i) -> new Waiting(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("business_key_"),
                        Optional.ofNullable(row.getString("cluster_name")).orElse(row.getString("business_key_"))))
                .list();
    }

    private Optional<LocalDate> nextJob(LocalDate today) {
        return database.sql("""
                        select min(duedate_) from act_ru_job where duedate_ > :now and retries_ > 0
                        """)
                .param("now", Timestamp.from(today.atTime(MORNING).atZone(ZONE).toInstant()))
                .query(Timestamp.class)
                .optional()
                .map(due -> ZonedDateTime.ofInstant(due.toInstant(), ZONE))
                .map(due ->
                        due.toLocalTime().isAfter(MORNING) ? due.toLocalDate().plusDays(1) : due.toLocalDate());
    }

    private void timed(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        spend(what, began);
    }

    private void spend(String what, long began) {
        long took = System.nanoTime() - began;
        spent.merge(what, new long[] {1, took}, (before, one) -> new long[] {before[0] + 1, before[1] + took});
    }

    /** Where the time went: what, how often, milliseconds in all. */
    List<String> timesSpent() {
        return spent.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue()[1], one.getValue()[1]))
                .map(each ->
                        "%-36s %6d %8d ms".formatted(each.getKey(), each.getValue()[0], each.getValue()[1] / 1_000_000))
                .toList();
    }

    static Desks.Clerk unit(Plan plan) {
        return new Desks.Clerk("unit-" + plan.county(), "county-" + plan.county());
    }

    static Desks.Clerk city(Plan plan) {
        return new Desks.Clerk("clerk-" + plan.city(), "city-" + plan.city());
    }

    static Desks.Clerk officer() {
        return OFFICER;
    }

    static Desks.Clerk leader() {
        return LEADER;
    }

    static Days inMemory() {
        return new Days() {
            @Override
            public LocalDate first() {
                return Script.FIRST_DAY;
            }

            @Override
            public void turn(LocalDate next) {}
        };
    }

    static String document(Round round, int number) {
        return "宁工信企发〔" + round.published.getYear() + "〕" + number + "号";
    }
}
