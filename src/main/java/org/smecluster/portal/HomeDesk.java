package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.security.Account;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.WaitingTask;
import org.springframework.stereotype.Component;

/** What lies on a person's desk: the tasks by urgency, and the cases that wait for others. */
@Component
class HomeDesk {

    /** Whoever has more opens Tasklist. */
    private static final int MOST_TASKS = 100;

    /** Of the cases looked at, those that wait for others; the rest is in the list of cases. */
    private static final int CASES_LOOKED_AT = 30;

    private static final int CASES_SHOWN = 8;

    /** Which of the tasks are shown; the key stands in the address. */
    enum Show {
        ALL("全部", task -> true),
        OVER("逾期", task -> task.due() != null && task.due().over()),
        SOON("三天内", task -> task.due() != null && task.due().soon()),
        UNCLAIMED("未认领", task -> task.unclaimed()),
        OWN("本人", TaskLine::own);

        private final String label;
        private final Predicate<TaskLine> shown;

        Show(String label, Predicate<TaskLine> shown) {
            this.label = label;
            this.shown = shown;
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String key) {
            for (Show each : values()) {
                if (each.key().equals(key)) {
                    return each;
                }
            }
            return ALL;
        }
    }

    /**
     * @param due null where there is none
     * @param clusterName empty where the number is of no case
     * @param whose who is on it
     */
    record TaskLine(
            String id,
            String name,
            String number,
            String clusterName,
            String kind,
            Due due,
            String whose,
            boolean own,
            boolean unclaimed) {}

    /** @param title 已逾期, 三天内到期, 以后 */
    record Group(String title, List<TaskLine> tasks) {}

    record Count(Show show, long number) {}

    record Desk(List<Group> groups, List<Count> counts, long total) {}

    record WaitingLine(CaseRecord record, String whose, String step, Due due) {}

    private final TaskDirectory tasks;
    private final Cases cases;
    private final Turns turns;
    private final Clock clock;

    HomeDesk(TaskDirectory tasks, Cases cases, Turns turns, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.turns = turns;
        this.clock = clock;
    }

    /** All tasks of the choice, by urgency. */
    List<TaskLine> lines(Account person, Show show) {
        return lines(person, ListExport.MOST).stream().filter(show.shown).toList();
    }

    private List<TaskLine> lines(Account person, int most) {
        List<WaitingTask> waiting = tasks.waitingFor(person.userId(), person.groups(), most);
        Map<String, CaseRecord> records = records(waiting.stream()
                .map(WaitingTask::caseNumber)
                .filter(Objects::nonNull)
                .toList());
        return waiting.stream()
                .map(task -> line(task, records.get(task.caseNumber()), person))
                .toList();
    }

    Desk of(Account person, Show show) {
        List<TaskLine> lines = lines(person, MOST_TASKS);
        List<Count> counts = new ArrayList<>();
        for (Show each : Show.values()) {
            counts.add(new Count(each, lines.stream().filter(each.shown).count()));
        }
        Map<String, List<TaskLine>> groups = new LinkedHashMap<>();
        lines.stream().filter(show.shown).forEach(line -> groups.computeIfAbsent(
                        urgency(line.due()), title -> new ArrayList<>())
                .add(line));
        return new Desk(
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                counts,
                lines.size() < MOST_TASKS ? lines.size() : tasks.countFor(person.userId(), person.groups()));
    }

    private static String urgency(Due due) {
        return due == null ? "没有期限" : due.over() ? "已逾期" : due.soon() ? "三天内到期" : "以后";
    }

    private TaskLine line(WaitingTask task, CaseRecord record, Account person) {
        boolean own = person.userId().equals(task.assignee());
        return new TaskLine(
                task.id(),
                task.name(),
                task.caseNumber(),
                record == null ? "" : record.clusterName(),
                record == null ? "" : record.kind().label(),
                Due.of(task.dueAt(), LocalDate.now(clock)),
                own ? "本人" : task.assignee() == null ? "未认领" : turns.name(task.assignee()) + " 正在办",
                own,
                task.assignee() == null);
    }

    /** Open cases in which it is another's turn, the newest first. */
    List<WaitingLine> forOthers(CaseQuery open, Account person) {
        List<CaseRecord> found = cases.list(open, 0, CASES_LOOKED_AT);
        Map<String, List<Turns.Line>> whose =
                turns.of(found.stream().map(CaseRecord::caseNumber).toList(), person);
        return found.stream()
                .filter(record -> whose.getOrDefault(record.caseNumber(), List.of()).stream()
                        .noneMatch(turn -> turn.taskId() != null))
                .limit(CASES_SHOWN)
                .map(record -> waiting(record, whose.getOrDefault(record.caseNumber(), List.of())))
                .toList();
    }

    private static WaitingLine waiting(CaseRecord record, List<Turns.Line> whose) {
        String step = whose.stream()
                .map(Turns.Line::step)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
        return new WaitingLine(
                record,
                whose.isEmpty()
                        ? "到期由系统接着办"
                        : whose.stream().map(Turns.Line::whose).distinct().collect(Collectors.joining("、")),
                step.isEmpty() ? record.standing() : step,
                whose.stream()
                        .map(Turns.Line::due)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private Map<String, CaseRecord> records(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : cases.find(numbers).stream().collect(Collectors.toMap(CaseRecord::caseNumber, Function.identity()));
    }
}
