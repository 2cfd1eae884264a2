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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Service;

/**
 * Files that people outside send, with no case of theirs: recognised by what they hold, scanned and kept as evidence is,
 * but in no case, so that no page of a case lists them.
 */
@Service
public class LetterFiles {

    /** What was sent, read through and recognised, not yet kept; whoever has it closes it. */
    public record Read(String name, FileType type, long size, String sha256, Path copy) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException unimportant) {
                // the system clears its temporary folder
            }
        }
    }

    private final Letters letters;
    private final EvidenceFiles files;
    private final EvidenceStores stores;
    private final Clock clock;

    LetterFiles(Letters letters, EvidenceFiles files, EvidenceStores stores, Clock clock) {
        this.letters = letters;
        this.files = files;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * @param name as the browser sent it
     * @param most bytes
     * @throws Refusal where it is empty, too large, or nothing that is taken in, in a sentence that names the file
     */
    public Read read(String name, InputStream content, long most) {
        String called = FileName.of(name);
        Path copy = null;
        boolean taken = false;
        try {
            copy = Files.createTempFile("letter", ".part");
            MessageDigest digest = Digests.sha256();
            long size;
            try (InputStream in = new DigestInputStream(content, digest);
                    OutputStream out = Files.newOutputStream(copy)) {
                size = in.transferTo(out);
            }
            if (size == 0) {
                throw new Refusal("“" + called + "”是空文件（0字节），请核对后重新选择");
            }
            if (size > most) {
                throw new Refusal("“" + called + "”超过" + (most >> 20) + " MB，请压缩图片、降低扫描分辨率后重新选择");
            }
            Read read = new Read(
                    called, Recognition.of(copy, called), size, HexFormat.of().formatHex(digest.digest()), copy);
            taken = true;
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (!taken && copy != null) {
                new Read(called, null, 0, null, copy).close();
            }
        }
    }

    /**
     * Keeps it, within the transaction of the caller.
     *
     * @return its id
     */
    public long keep(Read read) {
        long blob = letters.nextBlob();
        EvidenceStore store = stores.chosen();
        try {
            if (store.kind() == EvidenceStore.Kind.POSTGRESQL) {
                try (InputStream in = Files.newInputStream(read.copy())) {
                    letters.addPieces(blob, in, EvidenceLimits.PIECE);
                }
            } else {
                store.keep(blob, read.size(), () -> Files.newInputStream(read.copy()));
            }
            EvidenceContent content = files.enter(read.sha256(), read.size(), store.kind(), blob, clock.instant());
            if (content.blob() != blob) {
                store.remove(blob);
            }
            return letters.insert(read.name(), read.type(), content.id(), clock.instant());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the order in which they came. */
    public List<Letter> find(Collection<Long> ids) {
        return letters.find(ids);
    }

    /** @throws Refusal where a virus was found in it, or it is sealed */
    public InputStream open(Letter letter) {
        if (!letter.open()) {
            throw new Refusal(letter.sealed() ? "这个文件已封存，任何人都不能打开或下载" : "“" + letter.name() + "”中发现病毒，不能打开或下载");
        }
        EvidenceContent content = letters.contentOf(letter.id());
        try {
            return new Unaltered(stores.of(content.store()).open(content.blob()), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
