package org.smecluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.smecluster.policy.engine.FormsByCase;
import org.springframework.util.ConcurrentLruCache;

/**
 * The form of a task or a start: of a task in the version that its case goes by, of a start in the latest (ADR 0053). Which one
 * that is, is asked each time; a version never changes and is read once. Whether the person may see it, the caller has asked.
 */
class DeployedForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 200;

    /** @param id as the form says it */
    record Form(String id, List<FormField> fields) {}

    /** One version of a form. */
    private record Version(String definitionId, String deploymentId, String resource) {}

    private final ConcurrentLruCache<Version, Form> read = new ConcurrentLruCache<>(KEPT, DeployedForms::stored);
    private final FormsByCase byCase;

    DeployedForms(FormsByCase byCase) {
        this.byCase = byCase;
    }

    Form ofTask(CommandContext context, String taskId) {
        return context.runWithoutAuthorization(() -> form(
                context,
                new GetTaskFormCmd(taskId).execute(context),
                (reference, deployment) -> byCase.find(context, taskId, reference, deployment),
                byCase.deployed(taskId)));
    }

    Form ofStart(CommandContext context, String processDefinitionId) {
        return context.runWithoutAuthorization(() -> form(
                context,
                new GetStartFormCmd(processDefinitionId).execute(context),
                (reference, deployment) -> new GetCamundaFormDefinitionCmd(reference, deployment).execute(context),
                new GetDeployedStartFormCmd(processDefinitionId)));
    }

    private Form form(
            CommandContext context,
            FormData data,
            BiFunction<CamundaFormRef, String, CamundaFormDefinition> bound,
            Command<InputStream> engine) {
        CamundaFormRef reference = data.getCamundaFormRef();
        if (data.getFormKey() != null || reference == null || reference.getKey() == null) {
            return parsed(engine.execute(context));
        }
        CamundaFormDefinition form = bound.apply(reference, data.getDeploymentId());
        return form == null
                ? parsed(engine.execute(context))
                : read.get(new Version(form.getId(), form.getDeploymentId(), form.getResourceName()));
    }

    private static Form stored(Version version) {
        return parsed(new GetDeploymentResourceCmd(version.deploymentId, version.resource)
                .execute(Context.getCommandContext()));
    }

    private static Form parsed(InputStream form) {
        try (form) {
            JsonNode definition = JSON.readTree(form);
            return new Form(definition.path("id").asText(), FormField.of(definition));
        } catch (IOException e) {
            throw new UncheckedIOException("a deployed form is not JSON", e);
        }
    }
}
