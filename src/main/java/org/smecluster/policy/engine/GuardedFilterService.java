package org.smecluster.policy.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.smecluster.law.Refusal;

/**
 * A filter is saved, listed and counted only with the expressions that {@link StoredExpressions} names. One that was stored
 * before with others stands still until somebody mends or deletes it.
 */
class GuardedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        return commandExecutor.execute(context -> {
            if (filter != null) {
                check(filter);
            }
            return super.saveFilter(filter);
        });
    }

    @Override
    public <T> List<T> list(String filterId) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.list(filterId);
        });
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extending) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.list(filterId, extending);
        });
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.listPage(filterId, first, most);
        });
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extending, int first, int most) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.listPage(filterId, extending, first, most);
        });
    }

    @Override
    public <T> T singleResult(String filterId) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.<T>singleResult(filterId);
        });
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extending) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.<T, Q>singleResult(filterId, extending);
        });
    }

    @Override
    public Long count(String filterId) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.count(filterId);
        });
    }

    @Override
    public Long count(String filterId, Query<?, ?> extending) {
        return commandExecutor.execute(context -> {
            checkStored(context, filterId);
            return super.count(filterId, extending);
        });
    }

    private static void checkStored(CommandContext context, String filterId) {
        Filter stored = filterId == null ? null : context.getFilterManager().findFilterById(filterId);
        if (stored != null) {
            check(stored);
        }
    }

    private static void check(Filter filter) {
        if (filter.getQuery() instanceof TaskQueryImpl query) {
            List<String> forbidden = StoredExpressions.forbidden(query);
            if (!forbidden.isEmpty()) {
                throw new Refusal("过滤器“" + filter.getName() + "”含有不允许的表达式（" + String.join("；", forbidden) + "）。"
                        + StoredExpressions.REMEDY);
            }
        }
    }
}
