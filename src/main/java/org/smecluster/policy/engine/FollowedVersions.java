package org.smecluster.policy.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.smecluster.policy.Following;
import org.smecluster.policy.ModelVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version a case goes by where its models refer to the latest: the one place for called processes, decisions, forms
 * and what Java asks. Where running cases follow the latest version, as nearly always, nothing is looked up.
 */
@Component
public class FollowedVersions {

    private enum Kind {
        PROCESS("act_re_procdef"),
        DECISION("act_re_decision_def"),
        FORM("act_re_camformdef");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        static Kind of(ResourceDefinition definition) {
            if (definition instanceof ProcessDefinition) {
                return PROCESS;
            }
            if (definition instanceof DecisionDefinition) {
                return DECISION;
            }
            if (definition instanceof CamundaFormDefinition) {
                return FORM;
            }
            throw new IllegalArgumentException("no case refers to " + definition);
        }
    }

    private final Following following;
    private final CaseDates dates;
    private final JdbcClient database;

    FollowedVersions(Following following, CaseDates dates, JdbcClient database) {
        this.following = following;
        this.dates = dates;
        this.database = database;
    }

    /** @return id of the definition that the case goes by */
    public String inCase(String caseNumber, ResourceDefinition latest) {
        return followed(latest, () -> dates.ofCase(caseNumber), () -> Optional.of(caseNumber));
    }

    /** Of the case that the thread works for; outside of every process it is the latest. */
    public String inHand(ResourceDefinition latest) {
        return followed(latest, dates::ofTheStepInHand, dates::rootOfTheStepInHand);
    }

    /** @param rootId the process instance that nobody called */
    public String inProcess(Supplier<String> rootId, ResourceDefinition latest) {
        return followed(latest, () -> dates.ofProcess(rootId.get()), () -> Optional.of(rootId.get()));
    }

    /** The keys of those definitions of a deployment that have been replaced, but for later cases only. */
    public List<String> keptByRunningCases(String deploymentId) {
        List<String> kept = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String key : keys(kind, deploymentId)) {
                List<ModelVersion> inUse = ModelVersion.inUse(versions(kind, key));
                if (inUse.stream().skip(1).anyMatch(version -> version.deploymentId()
                        .equals(deploymentId))) {
                    kept.add(key);
                }
            }
        }
        return kept;
    }

    private String followed(
            ResourceDefinition latest, Supplier<Optional<Instant>> caseBegan, Supplier<Optional<String>> rootOrCase) {
        if (following.runningCasesFollow(latest.getDeploymentId(), latest.getResourceName())) {
            return latest.getId();
        }
        return caseBegan
                .get()
                .map(began -> ModelVersion.followedBy(
                        began,
                        versions(Kind.of(latest), latest.getKey()),
                        rootOrCase.get().map(following::movedTo).orElse(Set.of())))
                .map(ModelVersion::definitionId)
                .orElseGet(latest::getId);
    }

    private List<String> keys(Kind kind, String deploymentId) {
        return database.sql("select key_ from " + kind.table + " where deployment_id_ = ? order by key_")
                .param(deploymentId)
                .query(String.class)
                .list();
    }

    /** The newest first. */
    private List<ModelVersion> versions(Kind kind, String key) {
        return database.sql("select d.id_, d.deployment_id_, d.resource_name_, o.deploy_time_ from " + kind.table
                        + " d join act_re_deployment o on o.id_ = d.deployment_id_"
                        + " where d.key_ = ? and d.tenant_id_ is null order by d.version_ desc")
                .param(key)
                .query((row, number) -> new ModelVersion(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        following.runningCasesFollow(row.getString(2), row.getString(3))))
                .list();
    }
}
