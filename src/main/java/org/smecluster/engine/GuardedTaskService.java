package org.smecluster.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * A task can be completed only with what its form would have accepted, and only by whom it is meant for, whoever asks
 * and by whatever way: by its assignee, or by a candidate while nobody has claimed it. An administrator may assign a task
 * or set it free, but neither claims nor completes it: that would be a clerk's or a leader's decision in another name.
 */
class GuardedTaskService extends TaskServiceImpl implements TaskForms {

    private final FormGuard guard;
    private final DeployedForms forms;
    private final Doers doers;

    GuardedTaskService(FormGuard guard, DeployedForms forms, Doers doers) {
        this.guard = guard;
        this.forms = forms;
        this.doers = doers;
    }

    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = (TaskQueryImpl) super.createTaskQuery();
        query.removeValidator(AdhocQueryValidator.get());
        query.addValidator(NoExpressions.INSTANCE);
        return query;
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

    /** For oneself, from the group that the task waits for. */
    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(context -> {
            QuickerColleague.worksOn(taskId);
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                checkWork(context, task);
                doers.requireCandidate(context, task, userId);
            }
            super.claim(taskId, userId);
            return null;
        });
    }

    @Override
    public void resolveTask(String taskId) {
        throw notDelegated();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw notDelegated();
    }

    /** The engine's delegation takes a task out of the form and its guard; absence has its own way. */
    @Override
    public void delegateTask(String taskId, String userId) {
        throw notDelegated();
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
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (userId != null) {
                if (task != null) {
                    doers.requireMember(context, task, userId);
                }
                super.setAssignee(taskId, userId);
                return null;
            }
            if (task != null
                    && task.getAssignee() != null
                    && task.getAssignee().equals(context.getAuthenticatedUserId())) {
                return context.runWithoutAuthorization(() -> {
                    super.setAssignee(taskId, null);
                    if (task.getOwner() != null) {
                        super.deleteUserIdentityLink(taskId, task.getOwner(), IdentityLinkType.OWNER);
                    }
                    return null;
                });
            }
            super.setAssignee(taskId, null);
            return null;
        });
    }

    @Override
    public void tryOn(String taskId, Map<String, Object> values) {
        commandExecutor.execute(context -> {
            accepted(context, taskId, values);
            return null;
        });
    }

    @Override
    public List<FormField> shown(String taskId, Map<String, Object> values) {
        return commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return List.of();
            }
            checkers(context).forEach(checker -> checker.checkReadTask(task));
            return guard.shown(forms.ofTask(context, taskId), values, task::getVariable);
        });
    }

    /** Name, dates and priority are an administrator's to change; whose the task is, is not changed in passing. */
    @Override
    public void saveTask(Task task) {
        commandExecutor.execute(context -> {
            TaskEntity now = context.getTaskManager().findTaskById(task.getId());
            if (now != null && context.getAuthentication() != null && !sameDoers(now, task)) {
                throw new AuthorizationException("办理人不能这样更改，请认领、退回或使用“移交”");
            }
            super.saveTask(task);
            return null;
        });
    }

    private static boolean sameDoers(Task now, Task changed) {
        return Objects.equals(now.getAssignee(), changed.getAssignee())
                && Objects.equals(now.getOwner(), changed.getOwner())
                && now.getDelegationState() == changed.getDelegationState();
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        requireEngine();
        super.addCandidateUser(taskId, userId);
    }

    @Override
    public void addCandidateGroup(String taskId, String groupId) {
        requireEngine();
        super.addCandidateGroup(taskId, groupId);
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        requireEngine();
        super.addUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        requireEngine();
        super.addGroupIdentityLink(taskId, groupId, type);
    }

    @Override
    public void deleteCandidateUser(String taskId, String userId) {
        requireEngine();
        super.deleteCandidateUser(taskId, userId);
    }

    @Override
    public void deleteCandidateGroup(String taskId, String groupId) {
        requireEngine();
        super.deleteCandidateGroup(taskId, groupId);
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        requireEngine();
        super.deleteUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        requireEngine();
        super.deleteGroupIdentityLink(taskId, groupId, type);
    }

    /** Whom a task waits for follows from the case's region, and no person changes it. */
    private void requireEngine() {
        commandExecutor.execute(context -> {
            if (context.getAuthentication() != null) {
                throw new AuthorizationException("任务的候选组随案件所在地区确定，不能手工更改");
            }
            return null;
        });
    }

    /** Makes what the task's form accepts the current submission, of a person who may complete the task at all. */
    void check(CommandContext context, String taskId, Map<String, Object> variables) {
        doers.begin(context, accepted(context, taskId, variables));
    }

    private TaskEntity accepted(CommandContext context, String taskId, Map<String, Object> variables) {
        QuickerColleague.worksOn(taskId);
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new FormRejected(List.of("该任务已不存在：可能已由他人办理，请刷新待办列表"));
        }
        checkWork(context, task);
        doers.requireDoer(context, task);
        TaskDefinition model = task.getTaskDefinition();
        boolean hasForm = model != null && (model.getCamundaFormDefinitionKey() != null || model.getFormKey() != null);
        if (hasForm) {
            guard.check(forms.ofTask(context, taskId), variables, task::getVariable);
        } else {
            guard.nothing(variables);
        }
        return task;
    }

    private static void checkWork(CommandContext context, TaskEntity task) {
        checkers(context).forEach(checker -> checker.checkTaskWork(task));
    }

    private static List<CommandChecker> checkers(CommandContext context) {
        return context.getProcessEngineConfiguration().getCommandCheckers();
    }

    private static AuthorizationException notDelegated() {
        return new AuthorizationException("任务不能以委派方式转给他人；因故不能办理的，请在“代办授权”中登记代办人");
    }

    private static FormRejected notByHand() {
        return new FormRejected(List.of("任务不能以错误或升级方式结束，请通过表单办理"));
    }
}
