package org.smecluster.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. Variables hold ids and routing facts only.
 *
 * @param <T> String, Integer, Long or Boolean
 */
public final class Variable<T> {

    private final String name;
    private final Class<T> type;

    private Variable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static Variable<String> ofString(String name) {
        return new Variable<>(name, String.class);
    }

    public static Variable<Integer> ofInteger(String name) {
        return new Variable<>(name, Integer.class);
    }

    public static Variable<Long> ofLong(String name) {
        return new Variable<>(name, Long.class);
    }

    public static Variable<Boolean> ofBoolean(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public String name() {
        return name;
    }

    public Class<T> type() {
        return type;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** @throws IllegalStateException naming the variable, where it is missing or of another type */
    public T from(VariableScope scope) {
        return find(scope).orElseThrow(() -> new MissingVariable(name, "process variable '" + name + "' is missing"));
    }

    /** As {@link #from}; and it is there no longer, to be said anew or offered to no other form. */
    public T take(VariableScope scope) {
        T value = from(scope);
        scope.removeVariable(name);
        return value;
    }

    public Optional<T> find(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (type == Integer.class && value instanceof String stated) {
            value = number(stated);
        }
        if (value != null && !type.isInstance(value)) {
            throw new MissingVariable(
                    name,
                    "process variable '" + name + "' is a " + value.getClass().getSimpleName() + ", not a "
                            + type.getSimpleName());
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** An input parameter of a model is a text. */
    private Integer number(String stated) {
        try {
            return Integer.valueOf(stated.strip());
        } catch (NumberFormatException e) {
            throw new MissingVariable(name, "process variable '" + name + "' is '" + stated + "', not a whole number");
        }
    }
}
