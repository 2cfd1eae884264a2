package org.smecluster.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.house.Stopwatch;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.support.Materials;
import org.smecluster.support.TestClock;
import org.smecluster.support.TimedDesks;
import org.springframework.context.ApplicationContext;

/** The six years, and one application after the other from its start to the city's review. */
public final class BenchLife {

    /** Of {@link SixYearsOfTwoHundredClustersTest}. */
    private static final long SEED = 20261124;

    private BenchLife() {}

    public static void live(ApplicationContext context, int clusters) {
        new Driver(context, Script.draw(SEED, clusters), act -> {}).live(Driver.inMemory());
    }

    public static void lastDay() {
        TestClock.set(Script.LAST_DAY);
    }

    /** Opens a batch and is ready for applications. */
    public static final class Cases {

        private final TimedDesks desks;
        private final TaskService tasks;
        private final ManagementService management;
        private final ApplicationContext context;
        private final List<Plan> plans;

        public Cases(ApplicationContext context, int most) {
            this.context = context;
            this.desks = context.getBean(TimedDesks.class);
            this.tasks = context.getBean(TaskService.class);
            this.management = context.getBean(ManagementService.class);
            Script script = Script.draw(SEED, most);
            this.plans = script.plans();
            LocalDate opened = Script.Round.FIRST.opened;
            TestClock.set(opened);
            new Recognitions(context, script, task -> null).begin(opened);
            desks.runDue();
            TestClock.set(opened.plusDays(1));
        }

        /** @return the case's root instance */
        public ProcessInstance toCityReview(int number, Stopwatch watch) {
            Plan plan = plans.get(number);
            desks.next(watch, "start");
            ProcessInstance instance = desks.start(
                    Driver.unit(plan),
                    "clusterRecognition",
                    "clusterName",
                    plan.name(),
                    "leadingIndustry",
                    plan.industry(),
                    "crossCounty",
                    "false",
                    "designatedByCity",
                    false);
            // its workbook is uploaded by the way, which is not counted
            work(plan, instance, watch, "task_enterData");
            run(instance, watch, "assessment");
            work(plan, instance, watch, "task_confirmAndSubmit");
            run(instance, watch, "other jobs");
            new Materials(context)
                    .accept(instance.getBusinessKey(), Driver.city(plan).account());
            desks.next(watch, "task_decideAcceptance");
            desks.complete(
                    Driver.city(plan),
                    task(instance, "task_decideAcceptance").getId(),
                    Map.of("acceptance", "ACCEPT", "opinion", "材料齐全"));
            desks.next(null, null);
            task(instance, "task_reviewPreliminarily");
            return instance;
        }

        private void work(Plan plan, ProcessInstance instance, Stopwatch watch, String key) {
            Task task = task(instance, key);
            desks.next(watch, key);
            new Filings(context, each -> plan)
                    .desks()
                    .get(key)
                    .apply(new Waiting(task.getId(), key, instance.getBusinessKey(), plan.name()));
        }

        private void run(ProcessInstance instance, Stopwatch watch, String name) {
            for (Job job : management.createJobQuery().messages().executable().list()) {
                watch.time(name, () -> {
                    management.executeJob(job.getId());
                    return null;
                });
            }
        }

        private Task task(ProcessInstance instance, String key) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(instance.getBusinessKey())
                    .taskDefinitionKey(key)
                    .singleResult();
            if (task == null) {
                throw new IllegalStateException(instance.getBusinessKey() + " is not at " + key);
            }
            return task;
        }
    }
}
