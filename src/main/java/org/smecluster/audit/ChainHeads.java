package org.smecluster.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.smecluster.document.Notifications;
import org.smecluster.region.StaffGroup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of each day leaves the database: a line in a file that only grows, and a notice to the administrators, which goes by
 * mail or to the messaging platform as they have it. Who rewrites the whole tail of the chain cannot rewrite those.
 */
@Service
public class ChainHeads {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ChainStore store;
    private final Notifications notifications;
    private final Clock clock;
    private final Path file;

    ChainHeads(
            ChainStore store,
            Notifications notifications,
            Clock clock,
            @Value("${smecluster.audit.heads:}") String file) {
        this.store = store;
        this.notifications = notifications;
        this.clock = clock;
        this.file = file.isBlank() ? null : Path.of(file);
    }

    public boolean hasFile() {
        return file != null;
    }

    /** Of the day before, once nothing of it waits; told once. @param today in Asia/Shanghai */
    @Transactional
    public void keep(LocalDate today) {
        var midnight = today.atStartOfDay(ZONE).toInstant();
        ChainStore.Lag lag = store.lag();
        if (!store.writes() || lag.oldest() != null && lag.oldest().isBefore(midnight)) {
            return;
        }
        store.lastBefore(midnight).ifPresent(last -> {
            LocalDate day = last.queuedAt().atZone(ZONE).toLocalDate();
            boolean known = store.newestHead()
                    .filter(newest -> !newest.day().isBefore(day))
                    .isPresent();
            if (!known) {
                ChainHead head = new ChainHead(day, last.number(), last.hash(), null, clock.instant());
                store.addHead(head);
                notifications.tell(
                        StaffGroup.ADMINISTRATORS,
                        "审计链",
                        "chain-" + day,
                        "审计链" + day + "的末端：第" + head.number() + "条。请留存这一行，核对审计链时使用：" + head.line());
            }
        });
    }

    /** Written to the disk before it is noted; what is in the file already is not written twice. */
    @Transactional
    public void file() throws IOException {
        if (file == null || !store.writes()) {
            return;
        }
        for (ChainHead head : store.unfiled()) {
            Set<String> there = Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
            if (!there.contains(head.line())) {
                append(head.line());
            }
            store.filed(head.day(), clock.instant());
        }
    }

    private void append(String line) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
