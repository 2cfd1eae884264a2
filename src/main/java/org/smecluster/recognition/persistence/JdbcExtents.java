package org.smecluster.recognition.persistence;

import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.CountyOutput;
import org.smecluster.recognition.Extent;
import org.smecluster.recognition.Extents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExtents implements Extents {

    private record Connection(List<String> apart, String explanation) {}

    private final JdbcClient jdbc;

    JdbcExtents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(long applicationId, Extent extent) {
        jdbc.sql(
                        "insert into application_extent (application_id, apart, explanation) values (:id, :apart, :explanation)")
                .param("id", applicationId)
                .param("apart", extent.apart().toArray(String[]::new))
                .param("explanation", extent.explanation())
                .update();
        for (CountyOutput each : extent.outputs()) {
            jdbc.sql("insert into application_county (application_id, county, output) values (:id, :county, :output)")
                    .param("id", applicationId)
                    .param("county", each.county())
                    .param("output", each.output())
                    .update();
        }
    }

    @Override
    public Optional<Extent> find(long applicationId) {
        return jdbc.sql("select apart, explanation from application_extent where application_id = :id")
                .param("id", applicationId)
                .query(Rows.of(Connection.class))
                .optional()
                .map(found -> new Extent(outputs(applicationId), found.apart(), found.explanation()));
    }

    private List<CountyOutput> outputs(long applicationId) {
        return jdbc.sql(
                        "select county, output from application_county where application_id = :id order by output desc, county")
                .param("id", applicationId)
                .query(Rows.of(CountyOutput.class))
                .list();
    }
}
