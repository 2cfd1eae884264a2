package org.smecluster.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which model versions cases went by: kept for life, whatever becomes of the engine's history. */
@Component
public class ModelUses {

    private final JdbcClient jdbc;

    ModelUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the cases or clusters with these business keys, in the order in which they were first used. */
    public List<ModelUse> of(Collection<String> businessKeys) {
        return jdbc.sql("select * from model_use where business_key = any (:keys) order by id")
                .param("keys", businessKeys.toArray(String[]::new))
                .query(ModelUses::use)
                .list();
    }

    /** Whether any case went by this version, whatever the engine still knows of it. */
    public boolean any(String definitionId) {
        return jdbc.sql("select exists (select from model_use where definition_id = :id)")
                .param("id", definitionId)
                .query(Boolean.class)
                .single();
    }

    private static ModelUse use(ResultSet row, int i) throws SQLException {
        return new ModelUse(
                row.getString("business_key"),
                ModelUse.Type.valueOf(row.getString("type")),
                row.getString("model_key"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("deployment"),
                instant(row, "deployed_at"),
                row.getBoolean("called"),
                instant(row, "used_from"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
