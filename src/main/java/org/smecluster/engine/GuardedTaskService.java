package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.variable.VariableMap;

/** A task can be completed only with what its form would have accepted, whoever asks and by whatever way. */
class GuardedTaskService extends TaskServiceImpl {

    private final FormGuard guard;

    GuardedTaskService(FormGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(context -> {
            check(context, taskId, variables);
            super.complete(taskId, null);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(context -> {
            check(context, taskId, variables);
            return super.completeWithVariablesInReturn(taskId, null, deserializeValues);
        });
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        guard.nothing(variables);
        super.resolveTask(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw notByHand();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        throw notByHand();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        throw notByHand();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw notByHand();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw notByHand();
    }

    /** Letting go of one's own task assigns nobody: it takes no right to assign, which candidates do not have. */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId != null) {
            super.setAssignee(taskId, userId);
            return;
        }
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null
                    && task.getAssignee() != null
                    && task.getAssignee().equals(context.getAuthenticatedUserId())) {
                return context.runWithoutAuthorization(() -> {
                    super.setAssignee(taskId, null);
                    return null;
                });
            }
            super.setAssignee(taskId, null);
            return null;
        });
    }

    /**
     * Would the task's form accept the values? Nothing changes.
     *
     * @throws FormRejected where it would not
     */
    void tryOn(String taskId, Map<String, Object> values) {
        commandExecutor.execute(context -> {
            check(context, taskId, values);
            return null;
        });
    }

    /** The inputs that the task's form shows with these values. */
    List<FormField> shown(String taskId, Map<String, Object> values) {
        return commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task == null
                    ? List.of()
                    : guard.shown(new GetDeployedTaskFormCmd(taskId).execute(context), values, task::getVariable);
        });
    }

    /** Makes what the task's form accepts the current submission, of a person who may complete the task at all. */
    void check(CommandContext context, String taskId, Map<String, Object> variables) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new FormRejected(List.of("该任务已不存在：可能已由他人办理，请刷新待办列表"));
        }
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkTaskWork(task);
        }
        TaskDefinition model = task.getTaskDefinition();
        boolean hasForm = model != null && (model.getCamundaFormDefinitionKey() != null || model.getFormKey() != null);
        if (hasForm) {
            guard.check(new GetDeployedTaskFormCmd(taskId).execute(context), variables, task::getVariable);
        } else {
            guard.nothing(variables);
        }
    }

    private static FormRejected notByHand() {
        return new FormRejected(List.of("任务不能以错误或升级方式结束，请通过表单办理"));
    }
}
