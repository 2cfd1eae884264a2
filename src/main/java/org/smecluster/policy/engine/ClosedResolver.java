package org.smecluster.policy.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.joda.time.DateTime;

/**
 * What an expression reaches: the published beans, the variables of its case, {@code execution.processBusinessKey}, and on
 * what {@code dateTime()} gives {@code plusDays(n)} and {@code toDate()}. Everything else stays unresolved, which JUEL
 * reports as an unknown property or method: no service, no class, no method of a value.
 *
 * <p>A published bean comes before a variable of its name, so that nobody who enters a variable replaces a step.
 */
class ClosedResolver extends ELResolver {

    private static final String EXECUTION = "execution";
    private static final String PROCESS_BUSINESS_KEY = "processBusinessKey";

    private final Function<String, Optional<Object>> published;

    /** @param published the bean of a name that models may use, empty for every other name */
    ClosedResolver(Function<String, Optional<Object>> published) {
        this.published = published;
    }

    /** Stands for {@code execution}: the engine's own object would hand out its services. */
    private record Execution(String processBusinessKey) {}

    /** What a name stands for; null is a value too. */
    private record Found(Object value) {}

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Optional<Found> found = base == null
                ? named(context, String.valueOf(property))
                : base instanceof Execution execution && PROCESS_BUSINESS_KEY.equals(property)
                        ? Optional.of(new Found(execution.processBusinessKey()))
                        : Optional.empty();
        context.setPropertyResolved(found.isPresent());
        return found.map(Found::value).orElse(null);
    }

    private Optional<Found> named(ELContext context, String name) {
        return published
                .apply(name)
                .map(Found::new)
                .or(() -> variable((VariableScope) context.getContext(VariableScope.class), name))
                .or(() -> input((VariableContext) context.getContext(VariableContext.class), name));
    }

    private static Optional<Found> variable(VariableScope scope, String name) {
        if (scope == null) {
            return Optional.empty();
        }
        if (EXECUTION.equals(name)) {
            return execution(scope).map(execution -> new Found(new Execution(execution.getProcessBusinessKey())));
        }
        return scope.hasVariable(name) ? Optional.of(new Found(scope.getVariable(name))) : Optional.empty();
    }

    private static Optional<DelegateExecution> execution(VariableScope scope) {
        return scope instanceof DelegateExecution execution
                ? Optional.of(execution)
                : scope instanceof DelegateTask task ? Optional.ofNullable(task.getExecution()) : Optional.empty();
    }

    private static Optional<Found> input(VariableContext inputs, String name) {
        TypedValue value = inputs == null ? null : inputs.resolve(name);
        return Optional.ofNullable(value).map(typed -> new Found(typed.getValue()));
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        int count = arguments == null ? 0 : arguments.length;
        if (base instanceof DateTime time && "plusDays".equals(method) && count == 1) {
            context.setPropertyResolved(true);
            return time.plusDays(days(arguments[0]));
        }
        if (base instanceof DateTime time && "toDate".equals(method) && count == 0) {
            context.setPropertyResolved(true);
            return time.toDate();
        }
        return null;
    }

    private static int days(Object argument) {
        if (argument instanceof Number number && Math.abs(number.longValue()) <= StoredExpressions.MOST_DAYS) {
            return number.intValue();
        }
        throw new ELException("plusDays takes a whole number of days up to " + StoredExpressions.MOST_DAYS);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("expressions write nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
