package org.smecluster.paper.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperSwitch;
import org.smecluster.paper.PaperTemplate;
import org.smecluster.paper.Papers;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPapers implements Papers {

    /** Without the contents. */
    private static final String SELECT = """
            select id, case_number, kind, subject, document_number, document_date, facts, data_digest, template_version,
                   docx_sha256, pdf_made_by, issued_by, issued_by_name, issued_at, scan_name, scan_type, scanned_by_name,
                   scanned_at
            from issued_paper\s""";

    private final JdbcClient jdbc;

    JdbcPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<IssuedPaper> ofCase(String caseNumber) {
        return ofCases(List.of(caseNumber));
    }

    @Override
    public List<IssuedPaper> ofCases(Collection<String> caseNumbers) {
        return jdbc.sql(SELECT + "where case_number = any (:numbers) order by id")
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(Rows.of(IssuedPaper.class))
                .list();
    }

    @Override
    public Optional<IssuedPaper> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(IssuedPaper.class))
                .optional();
    }

    @Override
    public List<IssuedPaper> numbered(String documentNumber) {
        return jdbc.sql(SELECT + "where document_number = :number order by id")
                .param("number", documentNumber)
                .query(Rows.of(IssuedPaper.class))
                .list();
    }

    @Override
    public byte[] pdf(long id) {
        return jdbc.sql("select pdf from issued_paper where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public byte[] scan(long id) {
        return jdbc.sql("select scan from issued_paper where id = :id and scan is not null")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow();
    }

    @Override
    public Optional<Long> issue(IssuedPaper paper, byte[] pdf) {
        return jdbc.sql("""
                        insert into issued_paper (case_number, kind, subject, document_number, document_date, facts,
                                                  data_digest, template_version, docx_sha256, pdf, pdf_made_by, issued_by,
                                                  issued_by_name, issued_at)
                        values (:caseNumber, :kind, :subject, :number, :day, :facts, :digest, :template, :docx, :pdf, :madeBy,
                                :by, :byName, :at)
                        on conflict (case_number, kind, subject) do nothing
                        returning id""")
                .param("caseNumber", paper.caseNumber())
                .param("kind", paper.kind().name())
                .param("subject", paper.subject())
                .param("number", paper.documentNumber())
                .param("day", paper.documentDate())
                .param("facts", paper.facts())
                .param("digest", paper.dataDigest())
                .param("template", paper.templateVersion())
                .param("docx", paper.docxSha256())
                .param("pdf", pdf)
                .param("madeBy", paper.pdfMadeBy())
                .param("by", paper.issuedBy())
                .param("byName", paper.issuedByName())
                .param("at", paper.issuedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean fileScan(long id, String name, String type, byte[] content, Account by, Instant at) {
        return jdbc.sql("""
                                update issued_paper
                                set scan = :content, scan_name = :name, scan_type = :type, scan_sha256 = :digest,
                                    scanned_by_name = :by, scanned_at = :at
                                where id = :id and scan is null""")
                        .param("content", content)
                        .param("name", name)
                        .param("type", type)
                        .param("digest", PaperFacts.digest(content))
                        .param("by", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public List<PaperTemplate> templates(PaperKind kind) {
        return jdbc.sql("""
                        select kind, version, sha256, file_name, reason, uploaded_by, uploaded_by_name, uploaded_at
                        from paper_template where kind = :kind order by version desc""")
                .param("kind", kind.name())
                .query(Rows.of(PaperTemplate.class))
                .list();
    }

    @Override
    public byte[] template(PaperKind kind, int version) {
        return jdbc.sql("select content from paper_template where kind = :kind and version = :version")
                .param("kind", kind.name())
                .param("version", version)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public boolean enter(PaperTemplate template, byte[] content) {
        return jdbc.sql("""
                                insert into paper_template (kind, version, content, sha256, file_name, reason, uploaded_by,
                                                            uploaded_by_name, uploaded_at)
                                values (:kind, :version, :content, :sha256, :fileName, :reason, :by, :byName, :at)
                                on conflict do nothing""")
                        .param("kind", template.kind().name())
                        .param("version", template.version())
                        .param("content", content)
                        .param("sha256", template.sha256())
                        .param("fileName", template.fileName())
                        .param("reason", template.reason())
                        .param("by", template.uploadedBy())
                        .param("byName", template.uploadedByName())
                        .param("at", template.uploadedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public List<PaperSwitch> switches(PaperKind kind) {
        return jdbc.sql("""
                        select kind, turned_on as "on", reason, turned_by, turned_by_name, turned_at
                        from paper_switch where kind = :kind order by id desc""")
                .param("kind", kind.name())
                .query(Rows.of(PaperSwitch.class))
                .list();
    }

    @Override
    public void turn(PaperSwitch turned) {
        jdbc.sql("""
                        insert into paper_switch (kind, turned_on, reason, turned_by, turned_by_name, turned_at)
                        values (:kind, :on, :reason, :by, :byName, :at)""")
                .param("kind", turned.kind().name())
                .param("on", turned.on())
                .param("reason", turned.reason())
                .param("by", turned.turnedBy())
                .param("byName", turned.turnedByName())
                .param("at", turned.turnedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
