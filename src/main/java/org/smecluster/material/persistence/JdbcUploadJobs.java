package org.smecluster.material.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.material.NewUpload;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJob.Reached;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.UploadJobs;
import org.smecluster.material.WorkbookComparison;
import org.smecluster.material.WorkbookFinding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcUploadJobs implements UploadJobs {

    private static final int ATTEMPTS = 3;
    private static final int CHUNK = 4 * 1024 * 1024;

    private static final String COLUMNS = """
            id, submission_id, case_number, application_year, as_of, file_name, uploaded_by, uploaded_at,
            state, attempts, sheet, rows_read, rows_total, percent, staged_id, reason, findings, comparison, expires_at""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcUploadJobs(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long insert(NewUpload upload, InputStream content, long size) {
        lock(upload.submissionId()).ifPresent(earlier -> {
            if (earlier.state().running()) {
                throw new Refusal("“" + earlier.fileName() + "”正在检查，请等它检查完毕后再上传");
            }
            if (earlier.state() == State.PENDING) {
                throw new Refusal("“" + earlier.fileName() + "”已检查完毕，正等待确认，请先确认替换或放弃，再上传新的文件");
            }
        });
        jdbc.sql("delete from upload_job where submission_id = ?")
                .param(upload.submissionId())
                .update();
        // a stream, so that the file never stands in memory
        template.update(connection -> {
            PreparedStatement insert = connection.prepareStatement("""
                    insert into upload_job (submission_id, case_number, application_year, as_of, file_name,
                                            content, uploaded_by, uploaded_at, state)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')""");
            insert.setLong(1, upload.submissionId());
            insert.setString(2, upload.caseNumber());
            insert.setInt(3, upload.applicationYear());
            insert.setObject(4, upload.asOf());
            insert.setString(5, upload.fileName());
            insert.setBinaryStream(6, content, size);
            insert.setString(7, upload.uploadedBy());
            insert.setObject(8, utc(clock.instant()));
            return insert;
        });
        return ofSubmission(upload.submissionId()).orElseThrow().id();
    }

    @Override
    public Optional<UploadJob> ofSubmission(long submissionId) {
        return jdbc.sql("select " + COLUMNS + " from upload_job where submission_id = ?")
                .param(submissionId)
                .query(this::job)
                .optional();
    }

    @Override
    public Optional<UploadJob> lock(long submissionId) {
        return jdbc.sql("select " + COLUMNS + " from upload_job where submission_id = ? for update")
                .param(submissionId)
                .query(this::job)
                .optional();
    }

    @Override
    @Transactional
    public Optional<UploadJob> claim() {
        jdbc.sql("""
                update upload_job set state = 'INTERRUPTED', finished_at = :now, lease_until = null
                 where state = 'CHECKING' and lease_until < now() and attempts >= :attempts""")
                .param("now", utc(clock.instant()))
                .param("attempts", ATTEMPTS)
                .update();
        return jdbc.sql("""
                update upload_job
                   set state = 'CHECKING', attempts = attempts + 1, lease_until = now() + make_interval(secs => ?),
                       sheet = '', rows_read = 0, rows_total = 0, percent = 0
                 where id = (select id from upload_job
                              where state = 'WAITING' or (state = 'CHECKING' and lease_until < now())
                              order by id limit 1 for update skip locked)
                returning\s""" + COLUMNS).param(LEASE_SECONDS).query(this::job).optional();
    }

    @Override
    public void renew(UploadJob job) {
        jdbc.sql("""
                update upload_job set lease_until = now() + make_interval(secs => ?)
                 where id = ? and state = 'CHECKING' and attempts = ?""").params(LEASE_SECONDS, job.id(), job.attempt()).update();
    }

    @Override
    public void reached(UploadJob job, Reached reached) {
        checking(
                job,
                jdbc.sql("""
                        update upload_job
                           set sheet = :sheet, rows_read = :rows, rows_total = :total, percent = :percent
                         where id = :id and state = 'CHECKING' and attempts = :attempt""")
                        .param("sheet", reached.sheet())
                        .param("rows", reached.rows())
                        .param("total", reached.total())
                        .param("percent", reached.percent()));
    }

    @Override
    public void faulty(UploadJob job, List<WorkbookFinding> findings) {
        checking(job, jdbc.sql("""
                        update upload_job
                           set state = 'FAULTY', findings = cast(:findings as jsonb), finished_at = :now
                         where id = :id and state = 'CHECKING' and attempts = :attempt""").param("findings", written(findings)).param("now", utc(clock.instant())));
    }

    @Override
    public void pending(
            UploadJob job,
            long stagedId,
            List<WorkbookFinding> findings,
            WorkbookComparison comparison,
            Instant until) {
        checking(
                job,
                jdbc.sql("""
                        update upload_job
                           set state = 'PENDING', staged_id = :staged, findings = cast(:findings as jsonb),
                               comparison = cast(:comparison as jsonb), expires_at = :until
                         where id = :id and state = 'CHECKING' and attempts = :attempt""")
                        .param("staged", stagedId)
                        .param("findings", written(findings))
                        .param("comparison", written(comparison))
                        .param("until", utc(until)));
    }

    @Override
    public void stored(UploadJob job, List<WorkbookFinding> findings) {
        checking(job, jdbc.sql("""
                        update upload_job
                           set state = 'STORED', staged_id = null, expires_at = null, finished_at = :now,
                               findings = cast(:findings as jsonb),
                               -- what is stored has the file; here it is kept to be marked
                               content = case when cast(:findings as jsonb) = '[]' then cast('' as bytea) else content end
                         where id = :id and state in ('CHECKING', 'PENDING') and attempts = :attempt""").param("findings", written(findings)).param("now", utc(clock.instant())));
    }

    @Override
    public void end(UploadJob job, State state, String reason) {
        checking(
                job,
                jdbc.sql("""
                        update upload_job
                           set state = :state, reason = :reason, staged_id = null, expires_at = null, finished_at = :now
                         where id = :id and state in ('CHECKING', 'PENDING') and attempts = :attempt""")
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("now", utc(clock.instant())));
    }

    @Override
    public List<UploadJob> expired(Instant now) {
        return jdbc.sql("select " + COLUMNS + " from upload_job where state = 'PENDING' and expires_at <= ?")
                .param(utc(now))
                .query(this::job)
                .list();
    }

    @Override
    public void copyContent(long jobId, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int from = 1; ; from += CHUNK) {
                byte[] chunk = jdbc.sql("select substring(content from ? for ?) from upload_job where id = ?")
                        .params(from, CHUNK, jobId)
                        .query(byte[].class)
                        .single();
                out.write(chunk);
                if (chunk.length < CHUNK) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException where the job is not this attempt's any more */
    private static void checking(UploadJob job, StatementSpec update) {
        if (update.param("id", job.id()).param("attempt", job.attempt()).update() != 1) {
            throw new IllegalStateException("upload " + job.id() + " was taken over after attempt " + job.attempt());
        }
    }

    private UploadJob job(ResultSet row, int i) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        String comparison = row.getString("comparison");
        try {
            return new UploadJob(
                    row.getLong("id"),
                    row.getLong("submission_id"),
                    row.getString("case_number"),
                    row.getInt("application_year"),
                    row.getObject("as_of", LocalDate.class),
                    row.getString("file_name"),
                    row.getString("uploaded_by"),
                    row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                    State.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    new Reached(
                            row.getString("sheet"),
                            row.getLong("rows_read"),
                            row.getLong("rows_total"),
                            row.getInt("percent")),
                    row.getObject("staged_id", Long.class),
                    row.getString("reason"),
                    json.readValue(row.getString("findings"), new TypeReference<List<WorkbookFinding>>() {}),
                    comparison == null ? null : json.readValue(comparison, WorkbookComparison.class),
                    expires == null ? null : expires.toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
