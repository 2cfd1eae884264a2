package org.smecluster.engine;

import java.util.List;
import java.util.Map;

/** The forms of open tasks, asked without completing one. The engine's task service is it. */
public interface TaskForms {

    /**
     * Would the task's form accept the values? Nothing changes.
     *
     * @throws FormRejected where it would not
     */
    void tryOn(String taskId, Map<String, Object> values);

    /** The inputs that the task's form shows with these values. */
    List<FormField> shown(String taskId, Map<String, Object> values);
}
