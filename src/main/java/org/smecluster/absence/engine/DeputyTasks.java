package org.smecluster.absence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.smecluster.absence.DeputyService;
import org.smecluster.absence.HeldTask;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a deputy comes to an absent one's claimed tasks and back from them. What waits for the unit needs no deputy: every
 * member of the group may claim it.
 */
@Service
@Transactional
public class DeputyTasks {

    private final HeldTasks held;
    private final DeputyService deputies;
    private final TaskService tasks;
    private final IdentityService identity;

    DeputyTasks(HeldTasks held, DeputyService deputies, TaskService tasks, IdentityService identity) {
        this.held = held;
        this.deputies = deputies;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Claimed by those for whom the person may act today, and of a group that the person is in. */
    public List<HeldTask> toTakeOver(Account deputy) {
        List<HeldTask> found = new ArrayList<>();
        for (String absent : deputies.absentOnesOf(deputy.userId())) {
            held.of(absent).stream()
                    .filter(task -> task.holder().equals(absent) && isMember(deputy, task))
                    .forEach(found::add);
        }
        return found;
    }

    /** What the person does in another one's place, or another one in the person's. */
    public List<HeldTask> takenOver(Account person) {
        return held.of(person.userId()).stream()
                .filter(task -> task.absent() != null && !task.absent().equals(task.holder()))
                .toList();
    }

    /** Makes the deputy the task's holder, in the absent one's place. */
    public void takeOver(String taskId, Account deputy) {
        HeldTask task = held.find(taskId)
                .filter(found -> found.holder() != null && isMember(deputy, found))
                .filter(found -> deputies.standsInFor(deputy.userId(), found.holder()))
                .orElseThrow(NotForThisPerson::new);
        asEngine(() -> {
            tasks.setOwner(taskId, task.holder());
            tasks.setAssignee(taskId, deputy.userId());
            return null;
        });
    }

    /** Gives the task back to the absent one; the deputy may, and the absent one, whenever they are back. */
    public void handBack(String taskId, Account person) {
        HeldTask task = held.find(taskId)
                .filter(found -> found.absent() != null)
                .filter(found -> person.userId().equals(found.holder())
                        || person.userId().equals(found.absent()))
                .orElseThrow(NotForThisPerson::new);
        asEngine(() -> {
            tasks.setAssignee(taskId, task.absent());
            tasks.deleteUserIdentityLink(taskId, task.absent(), IdentityLinkType.OWNER);
            return null;
        });
    }

    private static boolean isMember(Account person, HeldTask task) {
        return task.group() != null && person.groups().contains(task.group());
    }

    private void asEngine(Supplier<Void> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** No such task, or none of the person's; which of both is not told. */
    public static final class NotForThisPerson extends Refusal {

        private static final long serialVersionUID = 1L;

        NotForThisPerson() {
            super("没有找到这项任务：可能已经办结或退回，或代办授权已经结束，请刷新页面");
        }
    }
}
