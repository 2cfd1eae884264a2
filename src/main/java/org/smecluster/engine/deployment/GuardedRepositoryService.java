package org.smecluster.engine.deployment;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeleteProcessDefinitionsSelectBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.smecluster.law.Refusal;
import org.smecluster.policy.engine.Deploying;

/**
 * What people may do with deployments, by whatever way they ask: what they deploy becomes a draft; only an
 * administrator deletes, only what no case went by or goes by, and never the cases with it. The engine grants deletion to
 * whoever deployed.
 */
public class GuardedRepositoryService extends RepositoryServiceImpl {

    private final Supplier<DeploymentUse> use;
    private final Supplier<DeployedByPeople> people;

    public GuardedRepositoryService(Supplier<DeploymentUse> use, Supplier<DeployedByPeople> people) {
        this.use = use;
        this.people = people;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        Authentication person = commandExecutor.execute(CommandContext::getAuthentication);
        if (person != null && person.getUserId() != null) {
            throw people.get().keep(deployment, person);
        }
        return commandExecutor.execute(Deploying.byHand(deployment));
    }

    @Override
    public void deleteDeployment(String deploymentId) {
        deleteDeployment(deploymentId, false, false, false);
    }

    @Override
    public void deleteDeploymentCascade(String deploymentId) {
        deleteDeployment(deploymentId, true, false, false);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade) {
        deleteDeployment(deploymentId, cascade, false, false);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade, boolean skipCustomListeners) {
        deleteDeployment(deploymentId, cascade, skipCustomListeners, false);
    }

    @Override
    public void deleteDeployment(
            String deploymentId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        commandExecutor.execute(context -> {
            Authentication person = context.getAuthentication();
            if (person != null) {
                requireUnused(context, person, deploymentId, cascade);
            }
            super.deleteDeployment(deploymentId, cascade, skipCustomListeners, skipIoMappings);
            return null;
        });
    }

    private void requireUnused(CommandContext context, Authentication person, String deploymentId, boolean cascade) {
        if (person.getGroupIds() == null || !person.getGroupIds().contains(Groups.CAMUNDA_ADMIN)) {
            throw new AuthorizationException("部署只能由系统管理员删除。要停用一个版本，请部署新的版本，或者在“模型”页恢复随附版本");
        }
        if (cascade) {
            throw new Refusal("部署不能连同案件一起删除（cascade）。没有案件使用的部署，请不带 cascade 删除");
        }
        List<String> reasons = context.runWithoutAuthorization(() -> use.get().of(deploymentId));
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    @Override
    public void deleteProcessDefinition(
            String processDefinitionId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        requireNobody();
        super.deleteProcessDefinition(processDefinitionId, cascade, skipCustomListeners, skipIoMappings);
    }

    @Override
    public DeleteProcessDefinitionsSelectBuilder deleteProcessDefinitions() {
        requireNobody();
        return super.deleteProcessDefinitions();
    }

    /** One definition out of its deployment, its cases with it: what nobody should need. */
    private void requireNobody() {
        commandExecutor.execute(context -> {
            if (context.getAuthentication() != null) {
                throw new AuthorizationException("流程定义不能单独删除，案件的记录依靠它。没有案件使用的，由系统管理员删除整个部署");
            }
            return null;
        });
    }
}
