package org.smecluster.opendata.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.opendata.OpenDataChange;
import org.smecluster.opendata.OpenDataChoice;
import org.smecluster.opendata.OpenDataField;
import org.smecluster.opendata.OpenDataRelease;
import org.smecluster.opendata.OpenDataReleases;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpenDataReleases implements OpenDataReleases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Map<OpenDataField, String>>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcOpenDataReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OpenDataChoice> choice() {
        return jdbc.sql("""
                        select fields, reason, approved_by, approved_by_name, approved_at
                        from open_data_choice order by id desc limit 1""")
                .query((row, number) -> new OpenDataChoice(
                        fields(row),
                        row.getString("reason"),
                        row.getString("approved_by"),
                        row.getString("approved_by_name"),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static List<OpenDataField> fields(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("fields").split(","))
                .map(OpenDataField::valueOf)
                .toList();
    }

    private static String joined(List<OpenDataField> fields) {
        return fields.stream().map(OpenDataField::name).collect(Collectors.joining(","));
    }

    @Override
    public void choose(OpenDataChoice choice) {
        jdbc.sql("""
                        insert into open_data_choice (fields, reason, approved_by, approved_by_name, approved_at)
                        values (:fields, :reason, :by, :byName, :at)""")
                .param("fields", joined(choice.fields()))
                .param("reason", choice.reason())
                .param("by", choice.approvedBy())
                .param("byName", choice.approvedByName())
                .param("at", choice.approvedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<OpenDataRelease> latest() {
        return jdbc.sql("select id, sha256, fields, lines, made_at from open_data_release order by id desc limit 1")
                .query((row, number) -> new OpenDataRelease(
                        row.getLong("id"),
                        row.getString("sha256"),
                        fields(row),
                        lines(row.getString("lines")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static Map<String, Map<OpenDataField, String>> lines(String json) {
        try {
            return JSON.readValue(json, LINES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a release of open data cannot be read", broken);
        }
    }

    private static String json(Map<String, Map<OpenDataField, String>> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<Long> add(OpenDataRelease release, long after, List<OpenDataChange> changes) {
        Optional<Long> added = jdbc.sql("""
                        insert into open_data_release (id, sha256, fields, lines, made_at)
                        values (:id, :sha256, :fields, :lines, :at)
                        on conflict do nothing
                        returning id""")
                .param("id", after + 1)
                .param("sha256", release.sha256())
                .param("fields", joined(release.fields()))
                .param("lines", json(release.lines()))
                .param("at", release.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        added.ifPresent(id -> changes.forEach(change -> jdbc.sql("""
                        insert into open_data_change (release_id, kind, cluster_name, what, at)
                        values (:release, :kind, :clusterName, :what, :at)""")
                .param("release", id)
                .param("kind", change.kind().name())
                .param("clusterName", change.clusterName())
                .param("what", change.what())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update()));
        return added;
    }

    @Override
    public int countChanges() {
        return jdbc.sql("select count(*) from open_data_change")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<OpenDataChange> changes(int from, int size) {
        return jdbc.sql("""
                        select release_id, kind, cluster_name, what, at
                        from open_data_change order by id desc offset :from limit :size""")
                .param("from", from)
                .param("size", size)
                .query(Rows.of(OpenDataChange.class))
                .list();
    }
}
