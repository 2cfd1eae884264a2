package org.smecluster.engine.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.smecluster.engine.TaskLabels;
import org.springframework.stereotype.Component;

/** The four lists that everybody finds in Tasklist. Once made they are the administrator's to change. */
@Component
class TaskFilters {

    private static final String CURRENT_USER = "${currentUser()}";
    private static final String CURRENT_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String IN_THREE_DAYS = "${dateTime().plusDays(3).toDate()}";

    private static final List<Map<String, String>> SHOWN_VARIABLES = List.of(
            Map.of("name", TaskLabels.CASE_NUMBER, "label", "案号"),
            Map.of("name", TaskLabels.CLUSTER_NAME, "label", "集群"));

    private final FilterService filterService;
    private final TaskService taskService;

    TaskFilters(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    /** Makes those that are missing; the ids of all four. */
    List<String> ensure() {
        return List.of(
                ensure("我的待办", "已由我认领的任务", 10, "#1f5fa8", tasks().taskAssigneeExpression(CURRENT_USER)),
                ensure(
                        "本组待办",
                        "本单位、本组的任务，已认领的也在内",
                        20,
                        "#2e7d5b",
                        tasks().taskCandidateGroupInExpression(CURRENT_GROUPS).includeAssignedTasks()),
                ensure(
                        "即将到期",
                        "三天内到期的本人和本组任务",
                        30,
                        "#b26a00",
                        mineOrMyGroups().dueAfterExpression(NOW).dueBeforeExpression(IN_THREE_DAYS)),
                ensure("已逾期", "已过办理期限的本人和本组任务", 40, "#b3261e", mineOrMyGroups().dueBeforeExpression(NOW)));
    }

    private TaskQuery mineOrMyGroups() {
        return tasks().or()
                .taskAssigneeExpression(CURRENT_USER)
                .taskCandidateGroupInExpression(CURRENT_GROUPS)
                .includeAssignedTasks()
                .endOr();
    }

    private TaskQuery tasks() {
        return taskService.createTaskQuery().active();
    }

    private String ensure(String name, String description, int priority, String color, TaskQuery query) {
        Filter present = filterService.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElse(null);
        if (present != null) {
            return present.getId();
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", color);
        properties.put("refresh", true);
        properties.put("variables", SHOWN_VARIABLES);
        Filter filter = filterService.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties);
        return filterService.saveFilter(filter).getId();
    }
}
