package org.smecluster.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.life.ExpectedLife.Life;
import org.smecluster.life.Script.Plan;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("二百个集群的六年：每个集群最后的状况都与按办法另行推算的一致，没有流程停滞")
class SixYearsOfTwoHundredClustersTest {

    private static final int CLUSTERS = Integer.getInteger("clusters", 200);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("认定、变更、撤销、到期，逐日办理到2029年底")
    void everyClusterIsWhatTheMeasuresMakeOfIt() {
        long began = System.nanoTime();
        Script script = Script.draw(Long.getLong("seed", 20261124), CLUSTERS);
        Driver driver = new Driver(context, script);
        try {
            driver.live(new Driver.Days() {
                @Override
                public LocalDate first() {
                    return Script.FIRST_DAY;
                }

                @Override
                public void turn(LocalDate next) {}
            });
        } finally {
            report(driver, began);
        }
        Map<String, Integer> totals = new TreeMap<>();
        script.plans().forEach(plan -> ExpectedLife.of(plan)
                .forEach((what, value) -> totals.merge(
                        what.startsWith("became")
                                ? what.split(" on ")[0]
                                : what + (what.equals("state") ? " " + value : ""),
                        value.matches("[0-9]+") ? Integer.parseInt(value) : 1,
                        Integer::sum)));
        totals.forEach((what, many) -> System.out.println("[six years] " + what + ": " + many));

        RecordedLife recorded = new RecordedLife(context);
        Map<String, Life> expected = new TreeMap<>();
        Map<String, Life> found = new TreeMap<>();
        for (Plan plan : script.plans()) {
            expected.put(plan.name(), ExpectedLife.of(plan));
            found.put(plan.name(), recorded.of(plan));
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((name, life) -> {
            if (!life.equals(found.get(name))) {
                differences.add(name + "\n  expected " + life + "\n  found    " + found.get(name));
            }
        });
        assertThat(differences).isEmpty();
        nothingIsStuck();
    }

    private static void report(Driver driver, long began) {
        System.out.printf(
                "[six years] %d clusters, %d s, of the processor %d s%n",
                CLUSTERS,
                (System.nanoTime() - began) / 1_000_000_000,
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toSeconds());
        driver.timesSpent().forEach(line -> System.out.println("[six years] " + line));
    }

    private void nothingIsStuck() {
        assertThat(list("select incident_msg_ from act_hi_incident"))
                .as("incidents, ever")
                .isEmpty();
        assertThat(list("select id_ from act_ru_job where retries_ = 0 or duedate_ < timestamp '2029-12-31 09:00'"))
                .as("jobs that failed or were not run")
                .isEmpty();
        assertThat(list("select task_def_key_ from act_ru_task")).as("tasks").isEmpty();
        assertThat(list("select cause from mailbox where delivered_at is null and dropped is null"))
                .as("letters")
                .isEmpty();
        assertThat(list("select case_number from case_record where closed_at is null"))
                .as("open cases")
                .isEmpty();
        assertThat(list("select business_key_ from act_ru_execution where parent_id_ is null order by 1"))
                .as("what runs: the watch over each term in force")
                .isEqualTo(list("""
                        select cluster_number from cluster where state in ('RECOGNISED', 'UNDER_REVIEW') order by 1
                        """));
        assertThat(list("select case_number from deadline where closed_at is null"))
                .as("open deadlines")
                .isEmpty();
    }

    private List<String> list(String query) {
        return database.sql(query).query(String.class).list();
    }
}
