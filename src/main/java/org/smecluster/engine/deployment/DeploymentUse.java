package org.smecluster.engine.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.smecluster.engine.KeptDecisions;
import org.smecluster.engine.ModelUses;
import org.smecluster.policy.engine.FollowedVersions;
import org.springframework.stereotype.Component;

/** What depends on a deployment: cases that went or go by its models, and what is in force through it. */
@Component
public class DeploymentUse {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ModelUses uses;
    private final List<KeptDecisions> kept;
    private final ShippedModels shipped;
    private final RunningModels running;
    private final FollowedVersions versions;

    DeploymentUse(
            RepositoryService repository,
            RuntimeService runtime,
            HistoryService history,
            ModelUses uses,
            List<KeptDecisions> kept,
            ShippedModels shipped,
            RunningModels running,
            FollowedVersions versions) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
        this.uses = uses;
        this.kept = kept;
        this.shipped = shipped;
        this.running = running;
        this.versions = versions;
    }

    /** Chinese sentences; none where nothing depends on it. */
    List<String> of(String deploymentId) {
        List<String> reasons = new ArrayList<>();
        for (ProcessDefinition process : repository
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .list()) {
            if (uses.any(process.getId())
                    || history.createHistoricProcessInstanceQuery()
                                    .processDefinitionId(process.getId())
                                    .count()
                            > 0) {
                reasons.add(usedBy(ModelKind.PROCESS, process.getKey(), process.getVersion()));
            }
        }
        for (DecisionDefinition decision : repository
                .createDecisionDefinitionQuery()
                .deploymentId(deploymentId)
                .list()) {
            if (uses.any(decision.getId())
                    || kept.stream().anyMatch(each -> each.any(decision.getKey(), decision.getVersion()))
                    || history.createHistoricDecisionInstanceQuery()
                                    .decisionDefinitionId(decision.getId())
                                    .count()
                            > 0) {
                reasons.add(usedBy(ModelKind.DECISION, decision.getKey(), decision.getVersion()));
            }
        }
        reasons.addAll(inForce(deploymentId));
        return reasons;
    }

    private static String usedBy(ModelKind kind, String key, int version) {
        return kind.label() + " " + key + " 第" + version + "版有案件使用，部署不能删除；要停用它，请部署新的版本";
    }

    /** Everything is bound to its latest version, and to the one that running cases keep: they read forms and decisions there. */
    private List<String> inForce(String deploymentId) {
        Set<ModelKey> ours =
                shipped.files().stream().flatMap(file -> file.keys().stream()).collect(Collectors.toSet());
        List<String> reasons = new ArrayList<>();
        List<ModelKey> keys = keys(deploymentId);
        Map<ModelKey, RunningModel> latest = running.find(keys);
        for (ModelKey key : keys) {
            if (!latest.containsKey(key) || !latest.get(key).deploymentId().equals(deploymentId)) {
                continue;
            }
            if (ours.contains(key)) {
                reasons.add(key + " 现在按这次部署执行，不能删除；请先在“模型”页恢复随附版本，或者部署新的版本");
            } else if (readByRunningCase(key.id())) {
                reasons.add(key + " 正在办理的案件要用，部署不能删除；请先部署新的版本");
            }
        }
        Set<String> shippedIds = ours.stream().map(ModelKey::id).collect(Collectors.toSet());
        versions.keptByRunningCases(deploymentId).stream()
                .filter(key -> shippedIds.contains(key) || readByRunningCase(key))
                .map(key -> key + " 的新版本不适用于在它生效前已经开始的案件，这些案件仍按这次部署办理，不能删除")
                .forEach(reasons::add);
        return reasons;
    }

    private List<ModelKey> keys(String deploymentId) {
        return repository.getDeploymentResources(deploymentId).stream()
                .filter(resource -> resource.getName().matches(".*\\.(bpmn|dmn|form)"))
                .map(running::file)
                .flatMap(file -> file.keys().stream())
                .toList();
    }

    private boolean readByRunningCase(String key) {
        return repository.createProcessDefinitionQuery().list().stream()
                .filter(process -> runtime.createProcessInstanceQuery()
                                .processDefinitionId(process.getId())
                                .count()
                        > 0)
                .flatMap(process -> references(process.getId()))
                .anyMatch(key::equals);
    }

    private Stream<String> references(String processDefinitionId) {
        var model = repository.getBpmnModelInstance(processDefinitionId);
        return Stream.of(
                        attributes(model.getModelElementsByType(UserTask.class), "formRef"),
                        attributes(model.getModelElementsByType(StartEvent.class), "formRef"),
                        attributes(model.getModelElementsByType(BusinessRuleTask.class), "decisionRef"),
                        model.getModelElementsByType(CallActivity.class).stream()
                                .map(CallActivity::getCalledElement))
                .flatMap(each -> each);
    }

    private static Stream<String> attributes(Collection<? extends ModelElementInstance> elements, String name) {
        return elements.stream().map(element -> element.getAttributeValueNs(CAMUNDA, name));
    }
}
