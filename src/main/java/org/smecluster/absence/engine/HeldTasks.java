package org.smecluster.absence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.smecluster.absence.HeldTask;
import org.springframework.stereotype.Component;

/** Tasks in somebody's hands, as the engine keeps them: the assignee does it, the owner is in whose place. */
@Component
class HeldTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    HeldTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    Optional<HeldTask> find(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(this::held);
    }

    /** Assigned to the person, or done by another one in the person's place; the most pressing first. */
    List<HeldTask> of(String userId) {
        List<HeldTask> found = new ArrayList<>(held(tasks.createTaskQuery().taskAssignee(userId)));
        held(tasks.createTaskQuery().taskOwner(userId)).stream()
                .filter(task -> task.holder() != null && !task.holder().equals(userId))
                .forEach(found::add);
        return found;
    }

    private List<HeldTask> held(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskCreateTime().asc().list().stream()
                .map(this::held)
                .toList();
    }

    private HeldTask held(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElse(null);
        return new HeldTask(
                task.getId(),
                task.getName(),
                instance == null ? null : instance.getBusinessKey(),
                task.getAssignee(),
                task.getOwner(),
                group,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
