package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in, piece by piece. Pieces lie in PostgreSQL until the file is there as a whole; then it is read through
 * once, recognised and stored, and only then told as stored.
 */
@Service
@LegalBasis(article = 13)
public class EvidenceIntake {

    /** What the person confirms before the first file of a case in a session. */
    public static final String NO_STATE_SECRET = "我确认：上传的文件不含国家秘密，也不含依法不得在本系统传输的内容；国防专利不在此上传，只在数据表中填写件数，材料线下报送。";

    /** The longest piece, in bytes. */
    public static final int PIECE = EvidenceLimits.PIECE;

    private final EvidenceUploads uploads;
    private final EvidenceFiles files;
    private final EvidenceStores stores;
    private final EvidenceDesks desks;
    private final AssessmentService assessment;
    private final List<EvidenceTopics> topics;
    private final EvidenceLimits limits;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EvidenceIntake(
            EvidenceUploads uploads,
            EvidenceFiles files,
            EvidenceStores stores,
            EvidenceDesks desks,
            AssessmentService assessment,
            List<EvidenceTopics> topics,
            EvidenceLimits limits,
            TransactionTemplate transactions,
            Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.stores = stores;
        this.desks = desks;
        this.assessment = assessment;
        this.topics = topics;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The person confirms {@link #NO_STATE_SECRET}.
     *
     * @return the confirmation, to be named by each upload
     */
    @Transactional
    public long confirm(String caseNumber, Account by) {
        desks.locked(caseNumber, by);
        return uploads.confirm(caseNumber, NO_STATE_SECRET, by, clock.instant());
    }

    /**
     * Announces a file.
     *
     * @param replaces id of the version that it takes the place of; null for none
     * @param name as the browser sent it
     * @param size in bytes
     * @param confirmation as {@link #confirm} gave it; null where there was none
     * @throws Refusal where the person may hand in nothing, the file is empty or too large, or the case is full
     */
    @Transactional
    public Upload begin(
            String caseNumber, Proves proves, Long replaces, String name, long size, Long confirmation, Account by) {
        Intake intake = desks.locked(caseNumber, by);
        requireOpened(intake, proves);
        if (confirmation == null || !uploads.confirmed(confirmation, caseNumber, by.userId())) {
            throw new Refusal("请先确认所上传的文件不含国家秘密");
        }
        if (proves.condition() != null && !isCondition(caseNumber, proves.condition(), intake.occasion())) {
            throw new Refusal("第十一条没有这一项条件，请刷新页面后重新选择");
        }
        String called = FileName.of(name);
        if (size <= 0) {
            throw new Refusal("“" + called + "”是空文件（0字节），没有上传。请核对后重新选择");
        }
        if (size > limits.file().toBytes()) {
            throw new Refusal("“" + called + "”有" + megabytes(size) + " MB，每个文件不超过"
                    + limits.file().toMegabytes() + " MB。请压缩图片、降低扫描分辨率，或分成几个文件");
        }
        EvidenceUploads.Taken taken = uploads.taken(caseNumber);
        if (taken.bytes() + size > limits.ofCase().toBytes()) {
            throw new Refusal("本案的佐证材料已有" + megabytes(taken.bytes()) + " MB，再加“" + called + "”就超过每案"
                    + limits.ofCase().toMegabytes() + " MB的上限。请取回不需要的文件，或降低扫描分辨率后再上传");
        }
        if (taken.files() >= limits.filesOfCase()) {
            throw new Refusal("本案的佐证材料已有" + taken.files() + "个文件，不能再增加。请把零散的文件合并成一个PDF");
        }
        if (replaces != null) {
            requireReplaceable(files.find(replaces), caseNumber, intake, proves);
        }
        return uploads.insert(
                caseNumber,
                intake,
                proves,
                replaces,
                called,
                size,
                confirmation,
                by,
                clock.instant(),
                clock.instant().plus(limits.unfinished()));
    }

    /** The city verifies by the items of 第十一条, each with all its conditions. */
    private boolean isCondition(String caseNumber, String code, Occasion occasion) {
        return occasion == Occasion.VERIFICATION
                ? ConditionItem.of(code).isPresent()
                : assessment.inCase(caseNumber).conditions().stream()
                                .anyMatch(each -> each.code().equals(code))
                        || topics.stream()
                                .flatMap(each -> each.topics(caseNumber).stream())
                                .anyMatch(each -> each.code().equals(code));
    }

    private static void requireOpened(Intake intake, Proves proves) {
        if (!intake.takes(proves)) {
            throw new Refusal("本次补正没有退回这一项材料，它保持审查时的内容，不能改动。只能补正退回的材料和还缺的必须材料");
        }
    }

    private static void requireReplaceable(
            Optional<EvidenceFile> earlier, String caseNumber, Intake intake, Proves proves) {
        boolean fits = earlier.filter(file -> file.caseNumber().equals(caseNumber)
                        && file.occasion().sender() == intake.occasion().sender()
                        && file.proves().equals(proves))
                .isPresent();
        if (!fits) {
            throw new Refusal("要替换的文件已不在这一项材料中，请刷新页面后重新选择");
        }
        if (!earlier.get().current()) {
            throw new Refusal("“" + earlier.get().name() + "”已被另一个文件替换，请刷新页面，替换最新的一版");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /** The person's own upload, while it may be resumed. */
    public Optional<Upload> find(String caseNumber, long id, Account by) {
        return uploads.find(id).filter(upload -> isOpen(upload, caseNumber, by));
    }

    private boolean isOpen(Upload upload, String caseNumber, Account by) {
        return upload.caseNumber().equals(caseNumber)
                && upload.uploadedBy().equals(by.userId())
                && clock.instant().isBefore(upload.expiresAt());
    }

    /**
     * Takes the next piece; one that does not begin where the received ones end is left alone, and the answer tells where
     * to go on.
     *
     * @param offset of its first byte
     * @param length in bytes; as many are read
     * @return the upload as it stands now; empty where the person has none of that number
     * @throws Refusal where the piece is too long, or too short to be anything but the last
     */
    @Transactional
    public Optional<Upload> receive(
            String caseNumber, long id, long offset, InputStream piece, long length, Account by) {
        Optional<Upload> found = uploads.lock(id).filter(upload -> isOpen(upload, caseNumber, by));
        if (found.isEmpty() || found.get().over() || found.get().received() != offset || length == 0) {
            return found;
        }
        Upload upload = found.get();
        long end = offset + length;
        if (length < 0 || length > EvidenceLimits.PIECE || end > upload.size()) {
            throw new Refusal("“" + upload.name() + "”在上传途中变了，没有保存。请重新选择文件上传");
        }
        if (length < EvidenceLimits.LEAST_PIECE && end < upload.size()) {
            throw new Refusal("每次至少发送" + EvidenceLimits.LEAST_PIECE / 1024 + " kB");
        }
        uploads.add(upload, piece, (int) length, clock.instant().plus(limits.unfinished()));
        return uploads.find(id);
    }

    /**
     * Makes a file of an upload that is there as a whole; one that is not, or is over, stays as it is.
     *
     * @return the upload with what came of it: a file, or the reason why there is none
     */
    public Upload finish(Upload upload, Account by) {
        if (upload.over() || upload.received() < upload.size()) {
            return upload;
        }
        Path copy = null;
        try {
            copy = Files.createTempFile("evidence", ".part");
            String sha256 = copy(upload, copy);
            FileType type = Recognition.of(copy, upload.name());
            store(upload, sha256, type, copy, by);
        } catch (Refusal refusal) {
            uploads.refused(upload.id(), String.join("；", refusal.reasons()));
            discard(upload.id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(copy);
        }
        return uploads.find(upload.id()).orElseThrow();
    }

    /** Through the digest, and never as a whole in memory. */
    private String copy(Upload upload, Path to) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(stores.arrival().open(upload.id()), digest);
                OutputStream out = Files.newOutputStream(to)) {
            if (in.transferTo(out) != upload.size()) {
                throw new IOException("of upload " + upload.id() + " a piece is missing");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void store(Upload upload, String sha256, FileType type, Path copy, Account by) throws IOException {
        Optional<EvidenceContent> entered = Optional.empty();
        for (boolean kept = files.content(sha256).isEmpty(); entered.isEmpty(); kept = true) {
            if (kept) {
                stores.chosen().keep(upload.id(), upload.size(), () -> Files.newInputStream(copy));
            }
            boolean isThere = kept;
            entered = transactions.execute(status -> {
                EvidenceContent content = enter(upload, sha256, type, by);
                if (content.blob() == upload.id() && !isThere) {
                    // what was there has been taken back meanwhile: once more, with the content
                    status.setRollbackOnly();
                    return Optional.empty();
                }
                return Optional.of(content);
            });
        }
        EvidenceContent content = entered.get();
        if (content.blob() != upload.id()) {
            discard(upload.id());
        } else if (content.store() != EvidenceStore.Kind.POSTGRESQL) {
            stores.arrival().remove(upload.id());
        }
    }

    /** Who may, and whether the version is open, is asked again: the file may have taken long. */
    private EvidenceContent enter(Upload begun, String sha256, FileType type, Account by) {
        Intake intake = desks.locked(begun.caseNumber(), by);
        Upload upload = uploads.lock(begun.id()).orElseThrow(() -> new Refusal("“" + begun.name() + "”的上传已过期，请重新上传"));
        if (upload.fileId() != null) {
            return files.contentOf(upload.fileId());
        }
        if (upload.refused() != null) {
            throw new Refusal(upload.refused());
        }
        requireOpened(intake, upload.proves());
        if (intake.occasion() != upload.occasion() || intake.round() != upload.round()) {
            throw new Refusal("开始上传之后材料已提交或退回，版本已经不同。“" + upload.name() + "”没有保存，请重新上传");
        }
        if (upload.replaces() != null) {
            requireReplaceable(files.find(upload.replaces()), upload.caseNumber(), intake, upload.proves());
        }
        EvidenceContent content =
                files.enter(sha256, upload.size(), stores.chosen().kind(), upload.id(), clock.instant());
        uploads.done(upload.id(), files.insert(upload, type, content.id(), clock.instant()));
        return content;
    }

    private void discard(long upload) {
        try {
            stores.arrival().remove(upload);
            stores.chosen().remove(upload);
        } catch (IOException later) {
            // it is removed once more when the upload expires
        }
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unimportant) {
            // the system clears its temporary folder
        }
    }

    /** Uploads that nobody resumed, and contents that no file has any more. */
    public void discardExpired() {
        for (Upload upload : uploads.expired(clock.instant())) {
            Optional<EvidenceContent> kept = files.ofUpload(upload.id());
            if (kept.isEmpty()) {
                discard(upload.id());
            } else if (kept.get().store() != EvidenceStore.Kind.POSTGRESQL) {
                remove(stores.arrival(), upload.id());
            }
            uploads.remove(upload.id());
        }
        for (EvidenceContent unused : files.unused(clock.instant().minus(limits.unfinished()))) {
            if (files.removeUnused(unused.id())) {
                remove(stores.of(unused.store()), unused.blob());
            }
        }
    }

    private static void remove(EvidenceStore store, long blob) {
        try {
            store.remove(blob);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
