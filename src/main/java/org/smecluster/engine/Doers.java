package org.smecluster.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.smecluster.policy.guard.StepOwners;

/** Who may work on a task. The engine itself, without a person, may. */
final class Doers {

    private final Supplier<StandIns> standIns;

    Doers(Supplier<StandIns> standIns) {
        this.standIns = standIns;
    }

    /** @throws AuthorizationException where the person claims for another one or the task is not the person's groups' */
    void requireCandidate(CommandContext context, TaskEntity task, String userId) {
        Authentication person = context.getAuthentication();
        if (person == null) {
            return;
        }
        if (!Objects.equals(person.getUserId(), userId)) {
            throw new AuthorizationException("只能为自己认领任务，不能替他人认领");
        }
        if (!isCandidate(person, task)) {
            throw new AuthorizationException("您不是该任务的候选人，不能认领。该任务由承办单位的人员办理");
        }
    }

    /** @throws AuthorizationException where the task is somebody else's */
    void requireDoer(CommandContext context, TaskEntity task) {
        Authentication person = context.getAuthentication();
        if (person == null) {
            return;
        }
        boolean assigned = task.getAssignee() != null;
        if (assigned && !task.getAssignee().equals(person.getUserId())) {
            throw new AuthorizationException("该任务已由他人认领，您不能办理。请联系认领人退回，或刷新待办列表");
        }
        boolean personal = assigned && task.getCandidates().isEmpty();
        if (!personal && !isCandidate(person, task)) {
            throw new AuthorizationException("您不是该任务的候选人，不能办理。该任务由承办单位的人员办理");
        }
        requireOwner(person, task);
        if (assigned && absentOf(person, task) != null) {
            // the engine shows a person no other one's account
            context.runWithoutAuthorization(() -> {
                requireDeputy(absentOf(person, task), person.getUserId());
                return null;
            });
        }
    }

    /** The step is its owner's whatever group the model names: nobody decides what the Measures give to another. */
    private static void requireOwner(Authentication person, TaskEntity task) {
        if (task.getTaskDefinition() == null) {
            return;
        }
        List<TaskListener> listeners =
                task.getTaskDefinition().getTaskListenersForEvent(TaskListener.EVENTNAME_COMPLETE);
        for (TaskListener listener : listeners == null ? List.<TaskListener>of() : listeners) {
            if (listener instanceof DelegateExpressionTaskListener named) {
                StepOwners.of(inside(named.getExpressionText())).ifPresent(owner -> {
                    String group = owner.group().startsWith("${")
                            ? (String) task.getVariable(inside(owner.group()))
                            : owner.group();
                    if (group != null && !groups(person).contains(group)) {
                        throw new AuthorizationException(
                                "“" + task.getName() + "”由" + owner.label() + "办理，您不在该组。流程图把它交给了别的组，请告知政策人员改正");
                    }
                });
            }
        }
    }

    private static String inside(String expression) {
        return expression.replaceAll("^[$#]\\{ *| *\\}$", "");
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    /** Whoever took the task over from an absent one needs a deputyship that stands at this moment. */
    private void requireDeputy(String absent, String deputy) {
        StandIns service = standIns.get();
        if (!service.standsInFor(deputy, absent)) {
            throw new AuthorizationException("代办期限已过或授权已撤销，不能再代" + service.name(absent) + "办理。请在“代办授权”中交还该任务");
        }
    }

    /** The task is being done: by a deputy, then that is recorded and said wherever a name is written down. */
    void begin(CommandContext context, TaskEntity task) {
        Authentication person = context.getAuthentication();
        if (person == null || task.getAssignee() == null || absentOf(person, task) == null) {
            return;
        }
        String absent = absentOf(person, task);
        context.runWithoutAuthorization(() -> {
            StandIns service = standIns.get();
            service.acted(
                    task.getId(),
                    task.getName(),
                    task.getExecution().getProcessBusinessKey(),
                    absent,
                    person.getUserId());
            ActingFor.begin(service.name(absent));
            return null;
        });
    }

    /** In whose place the person has the task; null where in nobody's. */
    private static String absentOf(Authentication person, TaskEntity task) {
        String owner = task.getOwner();
        return owner == null || owner.equals(person.getUserId()) ? null : owner;
    }

    /** @throws AuthorizationException where a person gives the task to somebody outside the groups it waits for */
    void requireMember(CommandContext context, TaskEntity task, String userId) {
        if (context.getAuthentication() == null) {
            return;
        }
        List<String> groups = context
                .runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider()
                        .createGroupQuery(context)
                        .groupMember(userId)
                        .list())
                .stream()
                .map(Group::getId)
                .toList();
        if (!isCandidate(userId, groups, task)) {
            throw new AuthorizationException("任务只能交给承办单位的人员，“" + userId + "”不在该任务的候选组");
        }
    }

    private static boolean isCandidate(Authentication person, TaskEntity task) {
        return isCandidate(person.getUserId(), groups(person), task);
    }

    private static boolean isCandidate(String userId, List<String> groups, TaskEntity task) {
        return task.getCandidates().stream()
                .anyMatch(link -> link.getGroupId() != null && groups.contains(link.getGroupId())
                        || link.getUserId() != null && link.getUserId().equals(userId));
    }
}
