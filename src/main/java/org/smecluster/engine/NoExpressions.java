package org.smecluster.engine;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;
import org.smecluster.law.Refusal;

/**
 * A task query that somebody sends holds values. Camunda's own check looks at the query alone and not at its or-queries
 * (CVE-2026-109432), through which an expression would be evaluated with the rights of the server.
 */
final class NoExpressions implements Validator<AbstractQuery<?, ?>> {

    static final NoExpressions INSTANCE = new NoExpressions();

    private NoExpressions() {}

    @Override
    public void validate(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(each -> !each.getExpressions().isEmpty())) {
            throw new Refusal("查询条件中不得使用表达式，请改为具体的值。");
        }
    }
}
