package org.smecluster.policy.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.smecluster.law.Refusal;

/**
 * A deployment as this application makes it: where it came from is said by us and never by the request, and what the
 * engine itself finds wrong in a model is a refusal like our own.
 */
public class Deploying extends DeployCmd {

    /** What a deployment of the shipped files says of itself; nobody else can make it say so. */
    public static final String SHIPPED = "sme-cluster";

    /** The source of all other deployments. */
    public static final String BY_HAND = "by-hand";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 255;

    Deploying(DeploymentBuilderImpl deployment, String source) {
        super(deployment);
        deployment.source(source);
    }

    public static Deploying shipped(DeploymentBuilderImpl deployment) {
        return new Deploying(deployment, SHIPPED);
    }

    public static Deploying byHand(DeploymentBuilderImpl deployment) {
        return new Deploying(deployment, BY_HAND);
    }

    @Override
    public DeploymentWithDefinitions execute(CommandContext context) {
        requirePlain();
        try {
            return super.execute(context);
        } catch (Refusal | AuthorizationException | OptimisticLockingException expected) {
            throw expected;
        } catch (RuntimeException failed) {
            throw EngineFindings.in(failed, deploymentBuilder.getResourceNames())
                    .<RuntimeException>map(refused -> refused)
                    .orElse(failed);
        }
    }

    private void requirePlain() {
        String name = deploymentBuilder.getDeployment().getName();
        if (name != null && (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))) {
            throw new Refusal("部署名称过长，或者含有不可见的字符。请改短，不超过" + LONGEST_NAME + "字");
        }
        // the engine looks the files up by name before it deploys them
        if (deploymentBuilder.getResourceNames().stream()
                .anyMatch(file -> file.chars().anyMatch(Character::isISOControl))) {
            throw new Refusal("文件名含有不可见的字符。请改名，只用文字、数字、-、_ 和 .");
        }
        if (deploymentBuilder.getDeployment().getTenantId() != null) {
            throw new Refusal("本系统没有租户。请清空部署窗口中的 Tenant ID 后重新部署");
        }
        if (deploymentBuilder.getProcessDefinitionsActivationDate() != null) {
            throw new Refusal("模型部署后立即生效，不能定时。请去掉 deployment-activation-time 后重新部署");
        }
    }
}
