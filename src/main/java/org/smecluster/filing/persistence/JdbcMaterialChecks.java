package org.smecluster.filing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.ApplicationMaterial.Requirement;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.MaterialChecks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMaterialChecks implements MaterialChecks {

    private final JdbcClient jdbc;

    JdbcMaterialChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void insert(long submissionId, MaterialCheck check) {
        for (int position = 0; position < check.materials().size(); position++) {
            ApplicationMaterial material = check.materials().get(position);
            jdbc.sql("""
                            insert into application_material (submission_id, position, code, name, provided_by,
                                                              requirement, article, note, held, holding,
                                                              decision_version)
                            values (:submissionId, :position, :code, :name, :providedBy,
                                    :requirement, :article, :note, :held, :holding, :decisionVersion)
                            """)
                    .param("submissionId", submissionId)
                    .param("position", position)
                    .param("code", material.code())
                    .param("name", material.name())
                    .param("providedBy", material.providedBy().name())
                    .param("requirement", material.requirement().name())
                    .param("article", material.article())
                    .param("note", material.note())
                    .param("held", material.held())
                    .param("holding", material.holding())
                    .param("decisionVersion", check.decisionVersion())
                    .update();
        }
    }

    @Override
    public Optional<MaterialCheck> find(long submissionId) {
        List<ApplicationMaterial> materials = jdbc.sql(
                        "select * from application_material where submission_id = :submissionId order by position")
                .param("submissionId", submissionId)
                .query(JdbcMaterialChecks::material)
                .list();
        if (materials.isEmpty()) {
            return Optional.empty();
        }
        int version = jdbc.sql(
                        "select max(decision_version) from application_material where submission_id = :submissionId")
                .param("submissionId", submissionId)
                .query(Integer.class)
                .single();
        return Optional.of(new MaterialCheck(version, materials));
    }

    private static ApplicationMaterial material(ResultSet row, int i) throws SQLException {
        return new ApplicationMaterial(
                row.getString("code"),
                row.getString("name"),
                Provider.valueOf(row.getString("provided_by")),
                Requirement.valueOf(row.getString("requirement")),
                row.getString("article"),
                row.getString("note"),
                row.getBoolean("held"),
                row.getString("holding"));
    }
}
