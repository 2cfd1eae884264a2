package org.smecluster.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A register without a database. Whoever writes must hold the lock that keeps openings and recalculations apart. */
final class DeadlinesInMemory implements DeadlineRegister {

    private final List<OpenDeadline> open = new ArrayList<>();
    private long lastId;
    private boolean opening;
    private boolean recalculating;

    @Override
    public void lockForOpening() {
        opening = true;
    }

    @Override
    public void lockForRecalculation() {
        recalculating = true;
    }

    @Override
    public void open(DeadlineSpec spec, Deadline deadline) {
        mustHold(opening);
        end(other -> other.processInstanceId().equals(spec.processInstanceId())
                && other.activityId().equals(spec.activityId())
                && Objects.equals(other.taskId(), spec.taskId()));
        open.add(new OpenDeadline(++lastId, spec, deadline.over(), deadline.provisional()));
    }

    @Override
    public void recount(long id, Deadline deadline) {
        mustHold(recalculating);
        open.replaceAll(each ->
                each.id() == id ? new OpenDeadline(id, each.spec(), deadline.over(), deadline.provisional()) : each);
    }

    @Override
    public void close(String processInstanceId, String activityId, Instant at) {
        end(spec -> spec.processInstanceId().equals(processInstanceId)
                && spec.activityId().equals(activityId));
    }

    @Override
    public void move(String processInstanceId, String fromActivity, String toActivity) {
        open.replaceAll(each -> each.spec().processInstanceId().equals(processInstanceId)
                        && each.spec().activityId().equals(fromActivity)
                ? new OpenDeadline(each.id(), at(each.spec(), toActivity), each.dueAt(), each.provisional())
                : each);
    }

    @Override
    public void closeTask(String taskId, Instant at) {
        end(spec -> taskId.equals(spec.taskId()));
    }

    @Override
    public void closeAll(String processInstanceId, Instant at) {
        end(spec -> spec.processInstanceId().equals(processInstanceId));
    }

    private static DeadlineSpec at(DeadlineSpec spec, String activity) {
        return new DeadlineSpec(
                spec.caseNumber(),
                spec.kind(),
                spec.processInstanceId(),
                activity,
                spec.taskId(),
                spec.variableName(),
                spec.startsOn(),
                spec.workingDays());
    }

    private void end(Predicate<DeadlineSpec> those) {
        open.removeIf(each -> those.test(each.spec()));
    }

    @Override
    public List<OpenDeadline> findOpen() {
        return open.stream()
                .sorted(Comparator.comparing(OpenDeadline::dueAt).thenComparing(OpenDeadline::id))
                .toList();
    }

    @Override
    public List<OpenDeadline> findOpen(String caseNumber) {
        return findOpen().stream()
                .filter(each -> each.spec().caseNumber().equals(caseNumber))
                .toList();
    }

    private static void mustHold(boolean lock) {
        if (!lock) {
            throw new IllegalStateException("written without the lock");
        }
    }
}
