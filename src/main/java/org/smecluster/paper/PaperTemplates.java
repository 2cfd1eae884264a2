package org.smecluster.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which template a kind goes by: the latest that somebody uploaded, else what the program comes with. */
@Service
@Transactional
public class PaperTemplates {

    private static final String SHIPPED = "系统预置";

    private final Papers papers;
    private final Clock clock;

    PaperTemplates(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /** @param content the docx */
    public record InUse(PaperTemplate template, byte[] content) {}

    /** A newer one that the program comes with takes the place of an older one of its own, and of no person's. */
    public InUse inUse(PaperKind kind) {
        byte[] shipped = shipped(kind);
        String digest = PaperFacts.digest(shipped);
        Optional<PaperTemplate> latest = papers.templates(kind).stream().findFirst();
        if (latest.isEmpty() || latest.get().shipped() && !latest.get().sha256().equals(digest)) {
            PaperTemplate entered = new PaperTemplate(
                    kind,
                    latest.map(PaperTemplate::version).orElse(0) + 1,
                    digest,
                    kind.label() + ".docx",
                    null,
                    null,
                    SHIPPED,
                    clock.instant());
            papers.enter(entered, shipped);
            latest = papers.templates(kind).stream().findFirst();
        }
        PaperTemplate template = latest.orElseThrow();
        return new InUse(template, papers.template(kind, template.version()));
    }

    /** Every version of a kind, the latest first. */
    @Transactional(readOnly = true)
    public List<PaperTemplate> versions(PaperKind kind) {
        return papers.templates(kind);
    }

    /** What the program comes with. */
    public byte[] shipped(PaperKind kind) {
        try (InputStream in = PaperTemplates.class.getResourceAsStream(kind.resource())) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
