package org.smecluster.absence.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.smecluster.absence.Departures;
import org.smecluster.absence.DeputyService;
import org.smecluster.absence.Deputyship;
import org.smecluster.absence.HandedTask;
import org.smecluster.absence.HeldTask;
import org.smecluster.engine.LastAdministrator;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody leaves: the tasks go to the unit or to colleagues, the deputyships end, the account is closed; in one step. */
@Service
@Transactional
public class Handover {

    private final HeldTasks held;
    private final Departures departures;
    private final DeputyService deputies;
    private final Accounts accounts;
    private final TaskService tasks;
    private final IdentityService identity;
    private final LastAdministrator lastAdministrator;
    private final Clock clock;

    Handover(
            HeldTasks held,
            Departures departures,
            DeputyService deputies,
            Accounts accounts,
            TaskService tasks,
            IdentityService identity,
            LastAdministrator lastAdministrator,
            Clock clock) {
        this.held = held;
        this.departures = departures;
        this.deputies = deputies;
        this.accounts = accounts;
        this.tasks = tasks;
        this.identity = identity;
        this.lastAdministrator = lastAdministrator;
        this.clock = clock;
    }

    /** What the person has to do, and what others do in the person's place. */
    @Transactional(readOnly = true)
    public List<HeldTask> heldBy(String userId) {
        return held.of(userId);
    }

    /** Who may take the task over. */
    @Transactional(readOnly = true)
    public List<Account> colleagues(HeldTask task, String leaving) {
        return task.group() == null
                ? List.of()
                : accounts.inGroup(task.group()).stream()
                        .filter(member -> !member.userId().equals(leaving) && !departures.closed(member.userId()))
                        .toList();
    }

    /**
     * Repeating it moves what has come since and says the same of the rest.
     *
     * @param receivers by task id the colleague's user id; a blank one, or none, sends the task back to the unit
     * @param shown the tasks that the administrator saw, so that one completed meanwhile is told
     * @return what became of each task
     * @throws Refusal where the person is no staff, or the administrator, or a receiver is not of the task's unit
     */
    public List<HandedTask> handOver(
            String leaving, Map<String, String> receivers, Map<String, String> shown, Account by) {
        accounts.find(leaving).orElseThrow(() -> new Refusal("没有账号“" + leaving + "”，请重新选择"));
        if (leaving.equals(by.userId())) {
            throw new Refusal("不能移交并停用自己的账号，请由另一位系统管理员办理");
        }
        if (lastAdministrator.is(leaving)) {
            throw new Refusal(LastAdministrator.STAYS);
        }
        List<HeldTask> open = held.of(leaving);
        checkReceivers(open, leaving, receivers);
        departures.close(leaving, by.userId());
        List<HandedTask> results = new ArrayList<>();
        Authentication before = identity.getCurrentAuthentication();
        try {
            for (HeldTask task : open) {
                String receiver = receivers.get(task.id());
                results.add(handOver(task, leaving, blank(receiver) ? null : receiver, by));
            }
        } finally {
            identity.setAuthentication(before);
        }
        shown.forEach((id, name) -> {
            if (open.stream().noneMatch(task -> task.id().equals(id))) {
                results.add(result(
                        new HeldTask(id, name, null, leaving, null, null, null),
                        leaving,
                        null,
                        "已经办结或已不在其名下，无需移交",
                        by));
            }
        });
        List<HandedTask> recorded = results.stream()
                .map(each -> new HandedTask(
                        each.taskId(),
                        each.taskName(),
                        each.caseNumber(),
                        leaving,
                        each.to(),
                        each.result(),
                        by.userId(),
                        clock.instant()))
                .toList();
        recorded.forEach(departures::record);
        for (Deputyship each : deputies.of(leaving)) {
            deputies.revoke(each.id(), by);
        }
        return recorded;
    }

    private void checkReceivers(List<HeldTask> open, String leaving, Map<String, String> receivers) {
        List<String> reasons = new ArrayList<>();
        for (HeldTask task : open) {
            String receiver = receivers.get(task.id());
            if (!blank(receiver)
                    && colleagues(task, leaving).stream()
                            .noneMatch(member -> member.userId().equals(receiver))) {
                reasons.add("“" + task.name() + "”不能交给" + deputies.name(receiver) + "：只能交给承办单位在职的同岗位人员，请另选");
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    /** By the engine itself, with the administrator's name in its log of operations. */
    private HandedTask handOver(HeldTask task, String leaving, String receiver, Account administrator) {
        if (task.group() == null) {
            return result(task, leaving, null, "该任务只由本人办理，不能移交，请承办部门另行安排", null);
        }
        if (leaving.equals(task.absent())) {
            identity.clearAuthentication();
            tasks.deleteUserIdentityLink(task.id(), leaving, IdentityLinkType.OWNER);
            return result(task, leaving, task.holder(), "由代办人" + deputies.name(task.holder()) + "继续办理", null);
        }
        if (task.absent() != null) {
            identity.clearAuthentication();
            tasks.deleteUserIdentityLink(task.id(), task.absent(), IdentityLinkType.OWNER);
        }
        identity.setAuthentication(administrator.userId(), administrator.groups());
        tasks.setAssignee(task.id(), receiver);
        return result(
                task, leaving, receiver, receiver == null ? "已退回承办单位，由本单位人员认领" : "已交给" + deputies.name(receiver), null);
    }

    private HandedTask result(HeldTask task, String leaving, String to, String words, Account by) {
        return new HandedTask(
                task.id(),
                task.name(),
                task.caseNumber(),
                leaving,
                to,
                words,
                by == null ? null : by.userId(),
                clock.instant());
    }

    /** Lets the person sign in again; tasks that were handed over stay where they are. */
    public void reopen(String userId) {
        departures.reopen(userId);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
