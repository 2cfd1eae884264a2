package org.smecluster.evidence.persistence;

import static org.smecluster.evidence.persistence.JdbcEvidenceFiles.utc;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.evidence.EvidenceUploads;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.Upload;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvidenceUploads implements EvidenceUploads {

    private final JdbcClient jdbc;

    JdbcEvidenceUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Upload insert(
            String caseNumber,
            Intake intake,
            Proves proves,
            Long replaces,
            String name,
            long size,
            long confirmationId,
            Account by,
            Instant at,
            Instant expiresAt) {
        return jdbc.sql("""
                        insert into evidence_upload (case_number, occasion, round, material, condition, replaces, name, size,
                                                     confirmation_id, uploaded_by, uploaded_by_name, begun_at, expires_at)
                        values (:case, :occasion, :round, :material, :condition, :replaces, :name, :size,
                                :confirmation, :by, :byName, :at, :expires)
                        returning *""")
                .param("case", caseNumber)
                .param("occasion", intake.occasion().name())
                .param("round", intake.round())
                .param(
                        "material",
                        proves.material() == null ? null : proves.material().name())
                .param("condition", proves.condition())
                .param("replaces", replaces)
                .param("name", name)
                .param("size", size)
                .param("confirmation", confirmationId)
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("at", utc(at))
                .param("expires", utc(expiresAt))
                .query(Rows.of(Upload.class))
                .single();
    }

    @Override
    public Optional<Upload> find(long id) {
        return jdbc.sql("select * from evidence_upload where id = ?")
                .param(id)
                .query(Rows.of(Upload.class))
                .optional();
    }

    @Override
    public Optional<Upload> lock(long id) {
        return jdbc.sql("select * from evidence_upload where id = ? for update")
                .param(id)
                .query(Rows.of(Upload.class))
                .optional();
    }

    @Override
    public void add(Upload upload, InputStream piece, int length, Instant expiresAt) {
        jdbc.sql("insert into evidence_piece (upload_id, position, bytes) values (?, ?, ?)")
                .params(upload.id(), upload.received(), new SqlBinaryValue(piece, length))
                .update();
        jdbc.sql("update evidence_upload set received = received + ?, expires_at = ? where id = ?")
                .params(length, utc(expiresAt), upload.id())
                .update();
    }

    @Override
    public void done(long id, long fileId) {
        jdbc.sql("update evidence_upload set file_id = ? where id = ?")
                .params(fileId, id)
                .update();
    }

    @Override
    public void refused(long id, String reason) {
        jdbc.sql("update evidence_upload set refused = ? where id = ?")
                .params(reason, id)
                .update();
    }

    @Override
    public Taken taken(String caseNumber) {
        return jdbc.sql("""
                        select count(*) as files, coalesce(sum(size), 0) as bytes from (
                            select content.size from evidence_file file
                              join evidence_content content on content.id = file.content_id
                             where file.case_number = :case
                            union all
                            select size from evidence_upload
                             where case_number = :case and file_id is null and refused is null) taken""")
                .param("case", caseNumber)
                .query(Rows.of(Taken.class))
                .single();
    }

    @Override
    public List<Upload> expired(Instant now) {
        return jdbc.sql("select * from evidence_upload where expires_at <= ? order by id")
                .param(utc(now))
                .query(Rows.of(Upload.class))
                .list();
    }

    @Override
    public void remove(long id) {
        jdbc.sql("delete from evidence_upload where id = ?").param(id).update();
    }

    @Override
    public long confirm(String caseNumber, String statement, Account by, Instant at) {
        return jdbc.sql("""
                        insert into evidence_confirmation (case_number, statement, confirmed_by, confirmed_by_name, confirmed_at)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(caseNumber, statement, by.userId(), by.displayName(), utc(at))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean confirmed(long confirmationId, String caseNumber, String userId) {
        return jdbc.sql("""
                        select exists (select from evidence_confirmation
                                        where id = ? and case_number = ? and confirmed_by = ?)""")
                .params(confirmationId, caseNumber, userId)
                .query(Boolean.class)
                .single();
    }
}
