package org.smecluster.policy.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/** The expressions that a stored task filter may hold, and in which fields. Each is one call and nothing around it. */
final class StoredExpressions {

    /** As far as a filter looks ahead or back. */
    static final int MOST_DAYS = 3_660;

    private static final Set<Pattern> CALLS = Set.of(
            Pattern.compile("[$#]\\{\\s*currentUser\\(\\s*\\)\\s*}"),
            Pattern.compile("[$#]\\{\\s*currentUserGroups\\(\\s*\\)\\s*}"),
            Pattern.compile("[$#]\\{\\s*now\\(\\s*\\)\\s*}"),
            Pattern.compile(
                    "[$#]\\{\\s*dateTime\\(\\s*\\)\\.plusDays\\(\\s*-?\\d{1,4}\\s*\\)\\.toDate\\(\\s*\\)\\s*}"));

    /** The engine calls the method of this name with the expression's value: any of the query's, if it were not listed. */
    static final Set<String> FIELDS = Set.of(
            "taskAssignee",
            "taskAssigneeLike",
            "taskOwner",
            "taskInvolvedUser",
            "taskCandidateUser",
            "taskCandidateGroup",
            "taskCandidateGroupIn",
            "processInstanceBusinessKey",
            "processInstanceBusinessKeyLike",
            "taskCreatedOn",
            "taskCreatedBefore",
            "taskCreatedAfter",
            "taskUpdatedAfter",
            "dueDate",
            "dueBefore",
            "dueAfter",
            "followUpDate",
            "followUpBefore",
            "followUpBeforeOrNotExistent",
            "followUpAfter");

    static final String REMEDY = "只能使用${currentUser()}、${currentUserGroups()}、${now()}、"
            + "${dateTime().plusDays(天数).toDate()}。请系统管理员修改或者删除该过滤器。";

    private StoredExpressions() {}

    /** What a query holds that it may not, its or-queries included: as {@code field: expression}. */
    static List<String> forbidden(TaskQueryImpl query) {
        return query.getQueries().stream()
                .flatMap(each -> each.getExpressions().entrySet().stream())
                .filter(entry -> !allowed(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey() + "：" + entry.getValue())
                .sorted()
                .toList();
    }

    static boolean allowed(String field, String expression) {
        return FIELDS.contains(field)
                && expression != null
                && CALLS.stream().anyMatch(call -> call.matcher(expression).matches());
    }
}
