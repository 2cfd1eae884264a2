package org.smecluster.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.smecluster.SmeClusterApplication;
import org.smecluster.life.BenchLife;
import org.smecluster.support.CleanSlate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of its own with one state of the application in it: cases one after the other and the bare process beside
 * them, the six years, the size of what they leave, the pages, the pages at ten times as much. Each figure is a line
 * {@code name<tab>value} of the file.
 */
final class House {

    private static final int TO_WARM = 30;

    /** How many cases' statements are kept: for each, milliseconds and times of one case. */
    private static final int KEPT = 20;

    private final ServletWebServerApplicationContext context;
    private final JdbcClient database;
    private final Path report;
    private final List<String> lines = new ArrayList<>();

    private House(ServletWebServerApplicationContext context, Path report) {
        this.context = context;
        this.database = context.getBean(JdbcClient.class);
        this.report = report;
    }

    /** Arguments: report, directory of the database, number of cases, number of clusters (0: cases only), how many times as much. */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        Path lived = Path.of(arguments[1]);
        boolean kept = Files.exists(lived.resolve("PG_VERSION"));
        if (kept) {
            BenchLife.lastDay();
        }
        try (ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) SpringApplication.run(
                SmeClusterApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--smecluster.mailbox.every=PT10H",
                "--smecluster.uploads.background=false",
                "--smecluster.what-ifs.background=false",
                "--smecluster.database.directory=" + lived)) {
            // the machine's disk is not what is measured
            JdbcClient database = context.getBean(JdbcClient.class);
            database.sql("alter system set synchronous_commit = off").update();
            database.sql("alter system set max_wal_size = '4GB'").update();
            database.sql("select pg_reload_conf()").query(Boolean.class).single();
            House house = new House(context, Path.of(arguments[0]));
            int clusters = Integer.parseInt(arguments[3]);
            if (!kept) {
                house.cases(Integer.parseInt(arguments[2]));
            }
            if (!kept && clusters > 0) {
                house.live(clusters);
            }
            if (clusters > 0) {
                house.pages(Integer.parseInt(arguments[4]));
            } else {
                house.write();
            }
        }
        System.exit(0);
    }

    private void cases(int many) throws SQLException, IOException {
        Stopwatch ours = new Stopwatch();
        BenchLife.Cases cases = new BenchLife.Cases(context, TO_WARM + many + KEPT);
        ProcessInstance example = cases.toCityReview(0, ours);
        try (BareProcess bare =
                new BareProcess(context.getBean(DataSource.class), context.getBean(ProcessEngine.class), example)) {
            Stopwatch theirs = new Stopwatch();
            // in turns, so that what else the machine does meets both
            for (int number = 1; number < TO_WARM + many; number++) {
                if (number == TO_WARM) {
                    ours.forget();
                    theirs.forget();
                }
                cases.toCityReview(number, ours);
                bare.toCityReview(number, theirs);
            }
            line("case to city review: statements", ours.statements() / (double) many);
            line("case to city review: a second", many / ours.seconds());
            line("bare process: statements", theirs.statements() / (double) many);
            line("bare process: a second", many / theirs.seconds());
            line("bare process: variables", bare.variables());
        }
        line("assessment: ms, median", ours.medianMillis("assessment"));
        line("assessment: statements", ours.medianStatements("assessment"));
        for (String step : ours.names()) {
            line("step " + step + ": ms, median", ours.medianMillis(step));
            line("step " + step + ": statements", ours.medianStatements(step));
        }
        Map<String, Statements.Sent> texts = Statements.keepTexts();
        for (int number = 0; number < KEPT; number++) {
            cases.toCityReview(TO_WARM + many + number, ours);
        }
        Files.write(
                report.resolveSibling("statements.txt"),
                texts.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Statements.Sent> each) ->
                                        each.getValue().nanos())
                                .reversed())
                        .map(each -> "%.2f\t%.2f\t%s"
                                .formatted(
                                        each.getValue().nanos() / 1e6 / KEPT,
                                        each.getValue().times() / (double) KEPT,
                                        each.getKey().replaceAll("[ \\n]+", " ")))
                        .toList());
        CleanSlate.empty(database);
    }

    private void live(int clusters) throws IOException {
        long began = System.nanoTime();
        BenchLife.live(context, clusters);
        line("six years: s", (System.nanoTime() - began) / 1e9);
        database.sql("vacuum analyze").update();
        line("six years: database, MB", megabytes("pg_database_size(current_database())"));
        line("six years: act_hi_dec_*, MB", megabytes("""
                coalesce((select sum(pg_total_relation_size(oid)) from pg_class
                          where relkind = 'r' and relname like 'act\\_hi\\_dec%'), 0)"""));
        database.sql("""
                        select relname, pg_total_relation_size(oid) / 1e6 from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc limit 15
                        """)
                .query((row, i) -> Map.entry(row.getString(1), row.getDouble(2)))
                .list()
                .forEach(each -> line("six years: " + each.getKey() + ", MB", each.getValue()));
        write();
    }

    private double megabytes(String size) {
        return database.sql("select " + size + " / 1e6").query(Double.class).single();
    }

    private void pages(int times) throws IOException {
        Pages pages = new Pages(context.getWebServer().getPort());
        report(pages, "×1");
        TenTimes.of(database, times);
        report(pages, "×" + times);
    }

    private void report(Pages pages, String times) throws IOException {
        pages.measure().forEach((page, measured) -> {
            line("page " + page + " " + times + ": ms", measured.millis());
            line("page " + page + " " + times + ": statements", measured.statements());
            line("page " + page + " " + times + ": kB", measured.bytes() / 1000.0);
        });
        write();
    }

    private void line(String name, double value) {
        line(name, value >= 100 ? "%.0f".formatted(value) : "%.1f".formatted(value));
    }

    private void line(String name, String value) {
        lines.add(name + "\t" + value);
        System.out.println("[house] " + name + ": " + value);
    }

    private void write() throws IOException {
        Files.write(report, lines);
    }
}
