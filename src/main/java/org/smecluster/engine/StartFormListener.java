package org.smecluster.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * First listener of every start event with a form: what a process was started with is checked against the form and becomes the
 * current {@link Submission}, never variables. Through the form service it never was any; through the runtime service the
 * variables are taken back.
 */
class StartFormListener implements ExecutionListener {

    /** What the form service was handed for a start that is under way. */
    private record Handed(String processDefinitionId, Map<String, Object> values) {}

    private static final ThreadLocal<Handed> HANDED = new ThreadLocal<>();

    private final FormGuard guard;
    private final DeployedForms forms;
    private final Supplier<StartChoices> choices;

    StartFormListener(FormGuard guard, DeployedForms forms, Supplier<StartChoices> choices) {
        this.guard = guard;
        this.forms = forms;
        this.choices = choices;
    }

    /** Starts with no variables where this listener will ask for the values, else with the values as variables. */
    <T> T handing(
            CommandContext context,
            String processDefinitionId,
            Map<String, Object> values,
            Function<Map<String, Object>, T> start) {
        boolean asked = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId)
                .getInitial()
                .getListeners(EVENTNAME_START)
                .contains(this);
        if (!asked || values == null) {
            return start.apply(values);
        }
        Handed outer = HANDED.get();
        HANDED.set(new Handed(processDefinitionId, values));
        try {
            return start.apply(Map.of());
        } finally {
            HANDED.set(outer);
        }
    }

    @Override
    public void notify(DelegateExecution execution) {
        Handed handed = HANDED.get();
        Map<String, Object> started;
        if (handed != null && handed.processDefinitionId().equals(execution.getProcessDefinitionId())) {
            HANDED.remove();
            started = handed.values();
        } else {
            started = execution.getVariablesTyped(false);
            execution.removeVariables(started.keySet());
        }
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        guard.check(
                forms.ofStart(Context.getCommandContext(), execution.getProcessDefinitionId()),
                started,
                name -> choices.get().offered(process, name));
    }
}
