package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A folder that every node reaches, with one file for each content. */
@Component
@ConditionalOnProperty("smecluster.evidence.store.folder.path")
class FolderStore implements EvidenceStore {

    private final Path folder;

    FolderStore(@Value("${smecluster.evidence.store.folder.path}") Path folder) {
        this.folder = folder;
    }

    @Override
    public Kind kind() {
        return Kind.FOLDER;
    }

    /** Written aside, forced to the disk and then moved: whoever finds it finds all of it. */
    @Override
    public void keep(long blob, long size, Source content) throws IOException {
        Path place = place(blob);
        Files.createDirectories(place.getParent());
        Path part = Files.createTempFile(place.getParent(), "new", ".part");
        try {
            try (InputStream in = content.open();
                    FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                if (in.transferTo(Channels.newOutputStream(out)) != size) {
                    throw new IOException("content of " + blob + " is cut off");
                }
                out.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(place.getParent())) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(long blob) throws IOException {
        return Files.newInputStream(place(blob));
    }

    @Override
    public void remove(long blob) throws IOException {
        Files.deleteIfExists(place(blob));
    }

    /** A thousand to a folder. */
    private Path place(long blob) {
        return folder.resolve(Long.toString(blob / 1000)).resolve(Long.toString(blob));
    }
}
