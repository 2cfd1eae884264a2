package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.Turn;
import org.springframework.stereotype.Component;

/** Whose turn it is in a case, in words. Of the region's review others learn that it is the region's turn, and no more. */
@Component
class Turns {

    /**
     * @param step the task's name; null where it is the region's, which keeps its review within itself
     * @param whose e.g. 石嘴山市, or 石嘴山市（冯国强正在办）
     * @param due null where there is none
     * @param taskId of a task that the person who asks can do; null where it is another's
     * @param own whether the person who asks has claimed it
     */
    record Line(String step, String whose, Due due, String taskId, boolean own) {}

    private static final Map<String, String> OFFICES = Map.of(
            StaffGroup.OFFICERS, "自治区经办人员",
            StaffGroup.LEADERS, "自治区审定人员",
            StaffGroup.EXPERTS, "评审专家");

    private static final Set<String> REGION = Set.of(StaffGroup.OFFICERS, StaffGroup.LEADERS);

    private final TaskDirectory tasks;
    private final Regions regions;
    private final Accounts accounts;
    private final Clock clock;

    Turns(TaskDirectory tasks, Regions regions, Accounts accounts, Clock clock) {
        this.tasks = tasks;
        this.regions = regions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** By number, the most pressing first; nothing of what waits for nobody. */
    Map<String, List<Line>> of(Collection<String> numbers, Account person) {
        Map<String, List<Line>> lines = new HashMap<>();
        tasks.turnsOf(numbers)
                .forEach((number, turns) -> lines.put(
                        number, turns.stream().map(turn -> line(turn, person)).toList()));
        return lines;
    }

    private Line line(Turn turn, Account person) {
        boolean own = person.userId().equals(turn.assignee());
        boolean mine = own || turn.groups().stream().anyMatch(person.groups()::contains);
        boolean within = !mine && OFFICES.keySet().containsAll(turn.groups());
        boolean told = !within || person.groups().stream().anyMatch(REGION::contains);
        return new Line(
                told ? turn.name() : null,
                told ? whose(turn, mine, own) : regions.nameOfGroup(StaffGroup.OFFICERS),
                Due.of(turn.dueAt(), LocalDate.now(clock)),
                mine ? turn.taskId() : null,
                own);
    }

    private String whose(Turn turn, boolean mine, boolean own) {
        String office = turn.groups().stream().map(this::office).distinct().collect(Collectors.joining("、"));
        if (own) {
            return "本人";
        }
        if (mine && turn.assignee() != null) {
            return name(turn.assignee()) + " 正在办";
        }
        return mine ? "本单位，未认领" : office.isEmpty() ? OFFICES.get(StaffGroup.EXPERTS) : office;
    }

    String office(String group) {
        return OFFICES.containsKey(group) ? OFFICES.get(group) : regions.nameOfGroup(group);
    }

    String name(String userId) {
        return accounts.find(userId).map(Account::displayName).orElse(userId);
    }
}
