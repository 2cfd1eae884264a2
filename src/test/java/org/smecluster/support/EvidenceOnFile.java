package org.smecluster.support;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.smecluster.evidence.EvidenceContent;
import org.smecluster.evidence.EvidenceFiles;
import org.smecluster.evidence.EvidenceStore.Kind;
import org.smecluster.evidence.EvidenceUploads;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.Upload;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;

/** Files of evidence laid into a case, wherever it stands. */
public final class EvidenceOnFile {

    private final EvidenceUploads uploads;
    private final EvidenceFiles files;
    private final Clock clock;

    public EvidenceOnFile(BeanFactory beans) {
        uploads = beans.getBean(EvidenceUploads.class);
        files = beans.getBean(EvidenceFiles.class);
        clock = beans.getBean(Clock.class);
    }

    /** An upload that nothing has arrived of. */
    public Upload upload(String caseNumber, Occasion occasion, String name, long size, Account by) {
        return upload(caseNumber, occasion, MaterialKind.OTHER_EVIDENCE, name, size, by);
    }

    private Upload upload(
            String caseNumber, Occasion occasion, MaterialKind material, String name, long size, Account by) {
        Instant now = clock.instant();
        return uploads.insert(
                caseNumber,
                new Intake(occasion, 1),
                Proves.material(material),
                null,
                name,
                size,
                uploads.confirm(caseNumber, "不含国家秘密", by, now),
                by,
                now,
                now.plus(Duration.ofHours(24)));
    }

    /** @return id of the file */
    public long lay(String caseNumber, Occasion occasion, String name, FileType type, byte[] content, Account by) {
        return lay(upload(caseNumber, occasion, name, content.length, by), type, content);
    }

    /** A PDF of that kind of material. @return id of the file */
    public long lay(
            String caseNumber, Occasion occasion, MaterialKind material, String name, byte[] content, Account by) {
        return lay(upload(caseNumber, occasion, material, name, content.length, by), FileType.PDF, content);
    }

    private long lay(Upload upload, FileType type, byte[] content) {
        uploads.add(upload, new ByteArrayInputStream(content), content.length, upload.expiresAt());
        EvidenceContent stored =
                files.enter(sha256(content), content.length, Kind.POSTGRESQL, upload.id(), clock.instant());
        long file = files.insert(upload, type, stored.id(), clock.instant());
        uploads.done(upload.id(), file);
        return file;
    }

    public void handIn(String caseNumber) {
        files.handIn(caseNumber, LifeReader.UNIT, clock.instant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
