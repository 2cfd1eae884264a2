package org.smecluster.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Stage;
import org.smecluster.assessment.SubjectOf;
import org.smecluster.law.Finding.Input;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A draft held against ten thousand assessments, from the click to the stored result; beside it Camunda's DecisionService on an
 * engine and a database of its own, full history, which judges the same inputs by one table only and compares nothing.
 */
@ProcessTest
@DisplayName("一万件评估的试算，与Camunda的DecisionService同一次测得")
class WhatIfBench {

    private static final int ASSESSMENTS = 10_000;
    private static final int DISTINCT = 200;
    private static final int ROUNDS = 3;
    private static final int PLAIN_EACH_ROUND = 200;
    private static final double SECONDS_AT_MOST = 30;
    private static final double TIMES_AT_LEAST = 10;
    private static final String FILE = "basicConditions.dmn";
    private static final Account POLICY = new Account("policy", "田思源", List.of("policy-owner"));

    @Autowired
    AssessmentService service;

    @Autowired
    Assessments assessments;

    @Autowired
    WhatIfs whatIfs;

    @Autowired
    WhatIfRun run;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    @DisplayName("两个处理器上30秒以内，至少快10倍")
    void measure() throws Exception {
        TestClock.set(LocalDate.of(2026, 6, 15));
        List<Map<String, Object>> inputs = onFile();
        long draft = draft();
        List<Double> seconds = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        try (Plain decisions = new Plain(database)) {
            // in turns, so that what else the machine does meets both; the first pair warms up
            for (int round = 0; round <= ROUNDS; round++) {
                double ours = seconds(() -> {
                    whatIfs.ask(draft, POLICY);
                    run.next();
                });
                double theirs = PLAIN_EACH_ROUND / seconds(() -> decisions.evaluate(inputs));
                if (round > 0) {
                    seconds.add(ours);
                    plain.add(theirs);
                }
            }
        }
        WhatIf made = whatIfs.find(draft).orElseThrow();
        assertThat(made.state()).isEqualTo(WhatIf.State.DONE);
        assertThat(made.total()).isEqualTo(ASSESSMENTS);
        assertThat(whatIfs.lines(draft)).hasSizeBetween(ASSESSMENTS / 10, ASSESSMENTS);
        assertThat(jdbc.sql("select count(*) from act_hi_decinst")
                        .query(Long.class)
                        .single())
                .isZero();
        double median = median(seconds);
        double times = ASSESSMENTS / median / median(plain);
        String report =
                "%d assessments by draft and by what is in force: %.1f s (%s), %.0f a second; DecisionService: %.0f a second; %.1f times; %d processors%n"
                        .formatted(
                                ASSESSMENTS,
                                median,
                                seconds.stream().map("%.1f"::formatted).toList(),
                                ASSESSMENTS / median,
                                median(plain),
                                times,
                                Runtime.getRuntime().availableProcessors());
        System.out.print(report);
        Path folder = Path.of("target", "bench");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("what-if.txt"), report);
        assertThat(median).isLessThan(SECONDS_AT_MOST);
        assertThat(times).isGreaterThanOrEqualTo(TIMES_AT_LEAST);
    }

    /** Some are assessed; each of these is copied to as many cases. @return what was judged, of each */
    private List<Map<String, Object>> onFile() {
        Random random = new Random(20261130);
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 1; i <= DISTINCT; i++) {
            SubjectOf cluster = new SubjectOf();
            cluster.totalOutput = new String[] {Integer.toString(18 + random.nextInt(30)), "50", "55." + i};
            cluster.smeOutput = new String[] {"10", "30", Integer.toString(25 + random.nextInt(30))};
            Assessment made = service.assess(cluster.subject());
            assessments.save(i, Stage.of(Stage.Kind.CHECK, 1), made);
            inputs.add(inputs(made));
        }
        int copies = ASSESSMENTS / DISTINCT - 1;
        jdbc.sql(
                        "insert into case_record (case_number, kind, cluster_name, applicant_group, city_group, standing, opened_on,"
                                + " opened_by_name, opened_at) select 'NXJQ-2026-RD-' || lpad(n::text, 5, '0'), 'RD', '集群' || n,"
                                + " 'county-640221', 'city-640' || (1 + n % 5), '办理中', current_date, '系统', now()"
                                + " from generate_series(1, ?) n")
                .param(ASSESSMENTS)
                .update();
        jdbc.sql(
                        "insert into submission (id, case_number, round, state)"
                                + " select n, 'NXJQ-2026-RD-' || lpad(n::text, 5, '0'), 1, 'FROZEN' from generate_series(1, ?) n")
                .param(ASSESSMENTS)
                .update();
        jdbc.sql("insert into assessment overriding system value select a.id + 100000 + k * ?, a.submission_id + k * ?,"
                        + " stage_kind, stage_number, overall, overall_version, overall_rule, overall_inputs, assessed_at,"
                        + " null, null, null from assessment a, generate_series(1, ?) k")
                .params(DISTINCT, DISTINCT, copies)
                .update();
        jdbc.sql(
                        "insert into finding select assessment_id + 100000 + k * ?, position, code, decision, decision_version, rule,"
                                + " article, label, inputs, requirement, outcome, shortfall from finding, generate_series(1, ?) k")
                .params(DISTINCT, copies)
                .update();
        jdbc.sql("vacuum analyze").update();
        return inputs;
    }

    private static Map<String, Object> inputs(Assessment made) {
        Map<String, Object> inputs = new HashMap<>();
        made.findings().stream()
                .flatMap(finding -> finding.inputs().stream())
                .forEach(input -> inputs.put(input.code(), value(input)));
        return inputs;
    }

    private static Object value(Input input) {
        return input.number()
                .<Object>map(number -> number.stripTrailingZeros().scale() <= 0
                        ? (Object) number.intValueExact()
                        : (Object) number.doubleValue())
                .orElse(input.value());
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("processes", "recognition", FILE));
    }

    private long draft() throws IOException {
        byte[] stricter = shipped()
                .replace("<text>&gt;= 20</text>", "<text>&gt;= 30</text>")
                .replace("<text>&lt; 20</text>", "<text>&lt; 30</text>")
                .getBytes(StandardCharsets.UTF_8);
        return drafts.add(
                        ModelDraft.Kind.ORDINARY,
                        ModelDraft.State.OPEN,
                        "bench",
                        "提高产值",
                        POLICY,
                        Instant.now(),
                        List.of(new ModelSource(FILE, stricter)))
                .orElseThrow()
                .id();
    }

    /** Camunda as it comes: its own FEEL, full history. */
    private static final class Plain implements AutoCloseable {

        private final HikariDataSource pool = new HikariDataSource();
        private final ProcessEngine engine;

        Plain(DataSource ours) throws Exception {
            JdbcClient.create(ours).sql("create database plain_decisions").update();
            pool.setJdbcUrl(
                    ours.unwrap(HikariDataSource.class).getJdbcUrl().replaceFirst("/postgres\\?", "/plain_decisions?"));
            StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
            configuration.setProcessEngineName("plain");
            configuration.setDataSource(pool);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setHistory("full");
            configuration.setJobExecutorActivate(false);
            configuration.setEnforceHistoryTimeToLive(false);
            configuration.setMetricsEnabled(false);
            engine = configuration.buildProcessEngine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addString(FILE, shipped())
                    .deploy();
        }

        void evaluate(List<Map<String, Object>> inputs) {
            for (int i = 0; i < PLAIN_EACH_ROUND; i++) {
                engine.getDecisionService()
                        .evaluateDecisionTableByKey("basicConditions")
                        .variables(inputs.get(i % inputs.size()))
                        .evaluate();
            }
        }

        @Override
        public void close() {
            engine.close();
            pool.close();
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
