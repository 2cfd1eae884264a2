package org.smecluster.evidence.persistence;

import static org.smecluster.evidence.persistence.JdbcEvidenceFiles.utc;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.smecluster.evidence.EvidenceContent;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Letter;
import org.smecluster.evidence.Letters;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLetters implements Letters {

    private final JdbcClient jdbc;

    JdbcLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long nextBlob() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('evidence_upload', 'id'))")
                .query(Long.class)
                .single();
    }

    @Override
    public void addPieces(long blob, InputStream content, int piece) throws IOException {
        long position = 0;
        for (byte[] part = content.readNBytes(piece); part.length > 0; part = content.readNBytes(piece)) {
            jdbc.sql("insert into evidence_piece (upload_id, position, bytes) values (?, ?, ?)")
                    .params(blob, position, part)
                    .update();
            position += part.length;
        }
    }

    @Override
    public long insert(String name, FileType type, long contentId, Instant at) {
        return jdbc.sql(
                        "insert into letter_file (name, type, content_id, received_at) values (?, ?, ?, ?) returning id")
                .params(name, type.name(), contentId, utc(at))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Letter> find(Collection<Long> ids) {
        return jdbc.sql("""
                        select letter.id, case when seal.sealed then '已封存的文件' else letter.name end as name, letter.type,
                               content.size, content.sha256, content.scan,
                               case when seal.sealed then null else content.scan_note end as scan_note,
                               letter.received_at, seal.sealed
                          from letter_file letter
                          join evidence_content content on content.id = letter.content_id
                          cross join lateral (select exists (select from evidence_seal each
                                where each.content_id = content.id and each.confirmed_at is not null) as sealed) seal
                         where letter.id = any (:ids)
                         order by letter.id""")
                .param("ids", ids.toArray(Long[]::new))
                .query(Rows.of(Letter.class))
                .list();
    }

    @Override
    public EvidenceContent contentOf(long id) {
        return jdbc.sql("""
                        select content.* from evidence_content content
                          join letter_file letter on letter.content_id = content.id where letter.id = ?""").param(id).query(Rows.of(EvidenceContent.class)).single();
    }
}
