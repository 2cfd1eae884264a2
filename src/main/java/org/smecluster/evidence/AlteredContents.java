package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads all contents of evidence that were handed in, from whatever store has them, and holds them against their digests. */
@Component
public class AlteredContents {

    private static final int PART = 200;

    private final EvidenceFiles files;
    private final EvidenceStores stores;

    AlteredContents(EvidenceFiles files, EvidenceStores stores) {
        this.files = files;
        this.stores = stores;
    }

    /**
     * @param altered gets the number and the store of each content that cannot be read as it was stored; never a file's name
     * @return how many were read
     */
    public long check(Consumer<String> altered) {
        long read = 0;
        long after = 0;
        List<EvidenceContent> part;
        do {
            part = files.kept(after, PART);
            for (EvidenceContent content : part) {
                after = content.id();
                read++;
                if (!isWhole(content)) {
                    altered.accept("第" + content.id() + "号内容（" + content.store() + "）");
                }
            }
        } while (part.size() == PART);
        return read;
    }

    private boolean isWhole(EvidenceContent content) {
        try (InputStream in = new Unaltered(stores.of(content.store()).open(content.blob()), content)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException changedOrGone) {
            return false;
        }
    }
}
