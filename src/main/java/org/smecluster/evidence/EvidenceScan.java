package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.smecluster.evidence.Clamd.Verdict;
import org.springframework.stereotype.Service;

/** Has the contents scanned for viruses, after they are stored; what could not be scanned is tried again later. */
@Service
public class EvidenceScan {

    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final EvidenceFiles files;
    private final EvidenceStores stores;
    private final Clamd clamd;
    private final Clock clock;

    EvidenceScan(EvidenceFiles files, EvidenceStores stores, Clamd clamd, Clock clock) {
        this.files = files;
        this.stores = stores;
        this.clamd = clamd;
        this.clock = clock;
    }

    /** Whether there is a scanner at all. */
    public boolean isSetUp() {
        return clamd.isThere();
    }

    /** @return false where nothing waits */
    public boolean scanNext() {
        if (!clamd.isThere()) {
            return false;
        }
        Optional<EvidenceContent> next = files.nextToScan(clock.instant().minus(AGAIN));
        next.ifPresent(content -> {
            Verdict verdict;
            try (InputStream in = stores.of(content.store()).open(content.blob())) {
                verdict = clamd.scan(in);
            } catch (IOException unreadable) {
                verdict = new Verdict(ScanState.UNSCANNED, "文件读不出来");
            }
            files.scanned(content.id(), verdict.state(), verdict.note(), clock.instant());
        });
        return next.isPresent();
    }
}
