package org.smecluster.policy.engine;

import java.io.InputStream;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** The form of a task in the version that its case goes by: what is shown and what is checked against are one. */
public final class FormsByCase {

    private final Supplier<FollowedVersions> versions;

    public FormsByCase(Supplier<FollowedVersions> versions) {
        this.versions = versions;
    }

    /** Null where there is no such form. @param deploymentId of the process */
    public CamundaFormDefinition find(
            CommandContext context, String taskId, CamundaFormRef reference, String deploymentId) {
        CamundaFormDefinition bound = new GetCamundaFormDefinitionCmd(reference, deploymentId).execute(context);
        if (bound == null || !DefaultFormHandler.FORM_REF_BINDING_LATEST.equals(reference.getBinding())) {
            return bound;
        }
        String followed = versions.get().inProcess(() -> root(context, taskId), bound);
        return followed.equals(bound.getId())
                ? bound
                : context.getCamundaFormDefinitionManager().findLatestDefinitionById(followed);
    }

    /** Only a task of a process has a reference to a form. */
    private static String root(CommandContext context, String taskId) {
        return context.getTaskManager().findTaskById(taskId).getExecution().getRootProcessInstanceId();
    }

    /** What the engine answers to whoever asks for a task's form. */
    public Command<InputStream> deployed(String taskId) {
        return new GetDeployedTaskFormCmd(taskId) {
            @Override
            protected InputStream getResourceForCamundaFormRef(CamundaFormRef reference, String deploymentId) {
                CamundaFormDefinition form = commandContext.runWithoutAuthorization(
                        () -> find(commandContext, taskId, reference, deploymentId));
                return form == null
                        ? super.getResourceForCamundaFormRef(reference, deploymentId)
                        : getDeploymentResource(form.getDeploymentId(), form.getResourceName());
            }
        };
    }
}
