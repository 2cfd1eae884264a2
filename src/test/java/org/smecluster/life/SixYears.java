package org.smecluster.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.smecluster.SmeClusterApplication;
import org.smecluster.steady.Trace;
import org.smecluster.support.TestClock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of its own that lives the script on a database on disk, from the day that was not over when the one before
 * it was killed. It prints a line for every step that writes, and leaves what it found on the last day in a file.
 */
final class SixYears {

    static final String STEP = "step ";
    static final String RESULT = "result.txt";
    private static final String PROBLEM = "problem ";

    private SixYears() {}

    /** Arguments: directory, seed, clusters, whether the engine's own threads run the jobs. */
    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        Path directory = Path.of(arguments[0]);
        Script script = Script.draw(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        Driver.Days days = new KeptDays(directory.resolve("day"));
        // the timers that start processes count from the first day, as everything else
        TestClock.set(days.first());
        try (ConfigurableApplicationContext context = SpringApplication.run(
                SmeClusterApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=" + arguments[3],
                "--smecluster.uploads.background=false",
                "--smecluster.what-ifs.background=false",
                "--smecluster.database.directory=" + directory.resolve("postgres"))) {
            new Driver(context, script, act -> System.out.println(STEP + act)).live(days);
            List<String> result = new ArrayList<>();
            LastDay.problems(context, script).forEach(problem -> result.add(PROBLEM + problem.replace("\n", " ")));
            Trace.of(context.getBean(JdbcClient.class)).forEach((what, many) -> result.add(what + " = " + many));
            Files.write(directory.resolve(RESULT), result);
        }
        System.exit(0);
    }

    /** Whether a line of the result is something that is wrong. */
    static boolean isProblem(String line) {
        return line.startsWith(PROBLEM);
    }

    private record KeptDays(Path file) implements Driver.Days {

        @Override
        public LocalDate first() {
            try {
                return Files.exists(file) ? LocalDate.parse(Files.readString(file)) : Script.FIRST_DAY;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void turn(LocalDate next) {
            try {
                Path written = Files.writeString(file.resolveSibling("next-day"), next.toString());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
