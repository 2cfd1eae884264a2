package org.smecluster.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What a form's FEEL condition can read: the values entered, then the case's variables. */
record FormVariables(Map<String, Object> entered, Function<String, Object> variables) implements VariableContext {

    @Override
    public TypedValue resolve(String name) {
        return Variables.untypedValue(entered.containsKey(name) ? entered.get(name) : variables.apply(name));
    }

    @Override
    public boolean containsVariable(String name) {
        return true;
    }

    @Override
    public Set<String> keySet() {
        return entered.keySet();
    }
}
