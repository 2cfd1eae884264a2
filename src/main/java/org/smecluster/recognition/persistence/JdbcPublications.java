package org.smecluster.recognition.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.recognition.Publication;
import org.smecluster.recognition.Publications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublications implements Publications {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPublications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long draw(long batchId, List<String> caseNumbers) {
        long id = jdbc.sql("insert into publication (batch_id) values (:batchId) returning id")
                .param("batchId", batchId)
                .query(Long.class)
                .single();
        for (String caseNumber : caseNumbers) {
            jdbc.sql("insert into publication_item (publication_id, case_number) values (:id, :caseNumber)")
                    .param("id", id)
                    .param("caseNumber", caseNumber)
                    .update();
        }
        return id;
    }

    @Override
    public boolean takeOff(long batchId, String caseNumber) {
        return jdbc.sql("""
                        delete from publication_item i using publication p
                         where p.id = i.publication_id and p.batch_id = :batchId and p.document_number is null
                           and i.case_number = :caseNumber
                        returning p.id
                        """)
                .param("batchId", batchId)
                .param("caseNumber", caseNumber)
                .query(Long.class)
                .optional()
                .filter(id -> get(id).caseNumbers().isEmpty())
                .isPresent();
    }

    @Override
    public List<Publication> ofBatch(long batchId) {
        return jdbc.sql("select * from publication where batch_id = :batchId order by id")
                .param("batchId", batchId)
                .query(this::publication)
                .list();
    }

    @Override
    public Publication get(long id) {
        return jdbc.sql("select * from publication where id = :id")
                .param("id", id)
                .query(this::publication)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no list has the id " + id));
    }

    @Override
    public void publish(long id, String documentNumber, LocalDate documentDate, String publishedBy) {
        jdbc.sql("""
                        update publication
                        set document_number = :documentNumber, document_date = :documentDate,
                            published_by = :publishedBy, published_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("documentNumber", documentNumber)
                .param("documentDate", documentDate)
                .param("publishedBy", publishedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Publication publication(ResultSet row, int i) throws SQLException {
        long id = row.getLong("id");
        List<String> caseNumbers = jdbc.sql(
                        "select case_number from publication_item where publication_id = :id order by case_number")
                .param("id", id)
                .query(String.class)
                .list();
        return new Publication(
                id,
                row.getLong("batch_id"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("published_by"),
                caseNumbers);
    }
}
