package org.smecluster.evidence.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.evidence.EvidenceContent;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceStore.Kind;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.ScanState;
import org.smecluster.evidence.Upload;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.LifeReader;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvidenceFiles implements EvidenceFiles {

    private static final String FILES = """
            select file.*, later.id as replaced_by, content.size, content.sha256, content.scan, content.scan_note,
                   exists (select from evidence_seal seal
                            where seal.content_id = content.id and seal.confirmed_at is not null) as sealed
              from evidence_file file
              join evidence_content content on content.id = file.content_id
              left join evidence_file later on later.replaces = file.id
            """;

    private final JdbcClient jdbc;

    JdbcEvidenceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EvidenceFile> ofCase(String caseNumber) {
        return jdbc
                .sql(FILES + "where file.case_number = ? order by file.id")
                .param(caseNumber)
                .query(Rows.of(EvidenceFile.class))
                .list()
                .stream()
                .map(EvidenceFile::withheld)
                .toList();
    }

    @Override
    public Optional<EvidenceFile> find(long id) {
        return jdbc.sql(FILES + "where file.id = ?")
                .param(id)
                .query(Rows.of(EvidenceFile.class))
                .optional()
                .map(EvidenceFile::withheld);
    }

    @Override
    public long insert(Upload upload, FileType type, long contentId, Instant at) {
        return jdbc.sql("""
                        insert into evidence_file (case_number, occasion, round, material, condition, replaces, name, type,
                                                   content_id, confirmation_id, uploaded_by, uploaded_by_name, uploaded_at)
                        values (:case, :occasion, :round, :material, :condition, :replaces, :name, :type,
                                :content, :confirmation, :by, :byName, :at)
                        returning id""")
                .param("case", upload.caseNumber())
                .param("occasion", upload.occasion().name())
                .param("round", upload.round())
                .param(
                        "material",
                        upload.material() == null ? null : upload.material().name())
                .param("condition", upload.condition())
                .param("replaces", upload.replaces())
                .param("name", upload.name())
                .param("type", type.name())
                .param("content", contentId)
                .param("confirmation", upload.confirmationId())
                .param("by", upload.uploadedBy())
                .param("byName", upload.uploadedByName())
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean remove(long id) {
        return jdbc.sql("""
                        delete from evidence_file file
                         where id = ? and handed_in_at is null
                           and not exists (select from evidence_file later where later.replaces = file.id)""").param(id).update() == 1;
    }

    @Override
    public int handIn(String caseNumber, LifeReader sender, Instant at) {
        String[] occasions = Stream.of(Occasion.values())
                .filter(occasion -> occasion.sender() == sender)
                .map(Enum::name)
                .toArray(String[]::new);
        return jdbc.sql("""
                        update evidence_file set handed_in_at = ?
                         where case_number = ? and handed_in_at is null and occasion = any (?)""").params(utc(at), caseNumber, occasions).update();
    }

    @Override
    public Optional<EvidenceContent> content(String sha256) {
        return jdbc.sql("select * from evidence_content where sha256 = ?")
                .param(sha256)
                .query(Rows.of(EvidenceContent.class))
                .optional();
    }

    @Override
    public EvidenceContent contentOf(long fileId) {
        return jdbc.sql("""
                        select content.* from evidence_content content
                          join evidence_file file on file.content_id = content.id where file.id = ?""").param(fileId).query(Rows.of(EvidenceContent.class)).single();
    }

    @Override
    public Optional<EvidenceContent> ofUpload(long uploadId) {
        return jdbc.sql("select * from evidence_content where blob = ?")
                .param(uploadId)
                .query(Rows.of(EvidenceContent.class))
                .optional();
    }

    @Override
    public EvidenceContent enter(String sha256, long size, Kind store, long blob, Instant at) {
        // the update changes nothing, and holds the row
        return jdbc.sql("""
                        insert into evidence_content as content (sha256, size, store, blob, stored_at, scan)
                        values (:sha256, :size, :store, :blob, :at, 'UNSCANNED')
                        on conflict (sha256) do update set size = content.size
                        returning *""")
                .param("sha256", sha256)
                .param("size", size)
                .param("store", store.name())
                .param("blob", blob)
                .param("at", utc(at))
                .query(Rows.of(EvidenceContent.class))
                .single();
    }

    @Override
    public List<EvidenceContent> unused(Instant before) {
        return jdbc.sql("""
                        select * from evidence_content content
                         where stored_at < ?
                           and not exists (select from evidence_file file where file.content_id = content.id)
                           and not exists (select from letter_file letter where letter.content_id = content.id)
                         order by id""")
                .param(utc(before))
                .query(Rows.of(EvidenceContent.class))
                .list();
    }

    @Override
    public boolean removeUnused(long contentId) {
        try {
            return jdbc.sql("""
                        delete from evidence_content content
                         where id = ?
                           and not exists (select from evidence_file file where file.content_id = content.id)
                           and not exists (select from letter_file letter where letter.content_id = content.id)""").param(contentId).update() == 1;
        } catch (DataIntegrityViolationException inUseAgain) {
            return false;
        }
    }

    @Override
    public List<EvidenceContent> kept(long after, int most) {
        return jdbc.sql("""
                        select * from evidence_content content
                         where id > ?
                           and (exists (select from evidence_file file
                                         where file.content_id = content.id and file.handed_in_at is not null)
                                or exists (select from letter_file letter where letter.content_id = content.id))
                         order by id limit ?""")
                .params(after, most)
                .query(Rows.of(EvidenceContent.class))
                .list();
    }

    @Override
    public Optional<EvidenceContent> nextToScan(Instant triedBefore) {
        return jdbc.sql("""
                        select * from evidence_content
                         where scan = 'UNSCANNED' and (scanned_at is null or scanned_at < ?)
                         order by scan_attempts, id limit 1""")
                .param(utc(triedBefore))
                .query(Rows.of(EvidenceContent.class))
                .optional();
    }

    @Override
    public void scanned(long contentId, ScanState state, String note, Instant at) {
        jdbc.sql("""
                        update evidence_content
                           set scan = ?, scan_note = ?, scanned_at = ?, scan_attempts = scan_attempts + 1
                         where id = ?""").params(state.name(), note, utc(at), contentId).update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
