package org.smecluster.policy.engine;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * All expressions of the engine (models, listeners, queries, filters, JUEL in DMN) go through here. Camunda's own manager
 * lets every expression name every Spring bean and call every public method of whatever it has in hand.
 */
class ClosedExpressions extends JuelExpressionManager {

    /** What task filters call. Others offer functions too (Spin's parse XML and make objects of any class). */
    private static final Set<String> FUNCTIONS = Set.of(
            CommandContextFunctions.CURRENT_USER,
            CommandContextFunctions.CURRENT_USER_GROUPS,
            DateTimeFunctions.NOW,
            DateTimeFunctions.DATE_TIME);

    private final ELResolver resolver;

    ClosedExpressions(ELResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return resolver;
    }
}
