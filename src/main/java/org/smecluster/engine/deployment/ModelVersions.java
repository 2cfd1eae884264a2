package org.smecluster.engine.deployment;

import java.util.List;
import java.util.Optional;
import org.smecluster.policy.engine.Deploying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions that were ever deployed; the engine offers no query of forms. */
@Component
public class ModelVersions {

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String definitions(ModelKind kind) {
        return switch (kind) {
            case PROCESS -> "act_re_procdef";
            case DECISION -> "act_re_decision_def";
            case REQUIREMENTS -> "act_re_decision_req_def";
            case FORM -> "act_re_camformdef";
        };
    }

    /** The newest first; empty where nothing has the key. */
    public List<DeployedVersion> of(ModelKey key) {
        return jdbc.sql("select d.version_, o.id_, o.name_, o.source_, o.deploy_time_ from " + definitions(key.kind())
                        + " d join act_re_deployment o on o.id_ = d.deployment_id_"
                        + " where d.key_ = ? and d.tenant_id_ is null order by d.version_ desc")
                .param(key.id())
                .query((row, number) -> new DeployedVersion(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        Deploying.SHIPPED.equals(row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** The file that it was deployed as. */
    public Optional<ModelFile> file(ModelKey key, int number) {
        return jdbc.sql("select f.name_, f.bytes_ from " + definitions(key.kind())
                        + " d join act_ge_bytearray f on f.deployment_id_ = d.deployment_id_ and f.name_ = d.resource_name_"
                        + " where d.key_ = ? and d.version_ = ? and d.tenant_id_ is null")
                .params(key.id(), number)
                .query((row, place) -> new ModelFile(row.getString(1), row.getBytes(2)))
                .optional();
    }
}
