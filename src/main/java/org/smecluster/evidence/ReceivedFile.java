package org.smecluster.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Component;

/** A file that comes in one piece and is kept elsewhere: recognised and scanned as evidence is. */
@Component
public class ReceivedFile {

    private static final int LARGEST_SCAN = 20 << 20;

    private final Clamd clamd;

    ReceivedFile(Clamd clamd) {
        this.clamd = clamd;
    }

    /** @param name without what could pass for something else, with an ending that fits */
    public record Recognised(String name, FileType type) {}

    /**
     * A paper as it was scanned: PDF, OFD or a picture of at most 20 MB.
     *
     * @throws Refusal where it is something else, or a virus is found in it
     */
    public Recognised scan(String sent, byte[] content) {
        String name = FileName.of(sent);
        if (content.length == 0 || content.length > LARGEST_SCAN) {
            throw new Refusal(content.length == 0 ? "“" + name + "”是空文件，请重新选择" : "“" + name + "”超过20 MB，请降低扫描分辨率");
        }
        FileType type = type(name, content);
        if (type != FileType.PDF && type != FileType.OFD && !type.picture() && type != FileType.TIFF) {
            throw new Refusal("“" + name + "”是" + type.label() + "，盖章扫描件请上传PDF、OFD或图片");
        }
        if (clamd.isThere()) {
            Clamd.Verdict verdict = clamd.scan(new ByteArrayInputStream(content));
            if (verdict.state() == ScanState.INFECTED) {
                throw new Refusal("“" + name + "”中发现病毒（" + verdict.note() + "），没有保存");
            }
        }
        return new Recognised(type.saved(name), type);
    }

    private static FileType type(String name, byte[] content) {
        Path copy = null;
        try {
            copy = Files.createTempFile("received", ".part");
            Files.write(copy, content);
            return Recognition.of(copy, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(copy);
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
}
