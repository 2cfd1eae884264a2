package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("改变任务的每一种途径都有把关，或者写明不必")
class EveryWayToATaskTest {

    /** The engine gives them to administrators alone, or nobody has the right; none of them ends a task or gives it away. */
    private static final Set<String> LEFT_TO_THE_ENGINES_RIGHTS = Set.of(
            "newTask", // one without a process, which no case has
            "deleteTask", // the engine refuses it for a task of a process
            "deleteTasks",
            "setOwner",
            "setPriority",
            "setName",
            "setDescription",
            "setDueDate",
            "setFollowUpDate",
            "setVariable",
            "setVariableLocal",
            "setVariables",
            "setVariablesLocal",
            "removeVariable",
            "removeVariableLocal",
            "removeVariables",
            "removeVariablesLocal",
            "addComment",
            "updateTaskComment",
            "updateProcessInstanceComment",
            "deleteTaskComment",
            "deleteTaskComments",
            "deleteProcessInstanceComment",
            "deleteProcessInstanceComments",
            "saveAttachment",
            "deleteAttachment",
            "deleteTaskAttachment");

    @Test
    @DisplayName("任务服务")
    void ofTheTaskService() {
        assertThat(notOverridden(TaskService.class, GuardedTaskService.class))
                .isEqualTo(new TreeSet<>(LEFT_TO_THE_ENGINES_RIGHTS));
    }

    @Test
    @DisplayName("表单服务：发起由开始事件的监听器把关")
    void ofTheFormService() {
        assertThat(notOverridden(FormService.class, GuardedFormService.class)).containsExactly("submitStartFormData");
    }

    private static Set<String> notOverridden(Class<?> offered, Class<?> guarded) {
        return Arrays.stream(offered.getMethods())
                .filter(method -> !method.getName().matches("(get|create).*"))
                .filter(method -> !overrides(guarded, method))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean overrides(Class<?> guarded, Method method) {
        return Arrays.stream(guarded.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
