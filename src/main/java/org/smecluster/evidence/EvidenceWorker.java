package org.smecluster.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scans what came in and discards what nobody finished; not where tests do it by hand. */
@Component
@ConditionalOnProperty(name = "smecluster.uploads.background", matchIfMissing = true)
class EvidenceWorker {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceWorker.class);

    private final EvidenceScan scan;
    private final EvidenceIntake intake;

    EvidenceWorker(EvidenceScan scan, EvidenceIntake intake) {
        this.scan = scan;
        this.intake = intake;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT10S")
    void scan() {
        while (scan.scanNext()) {
            LOG.debug("a file was scanned");
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void discard() {
        intake.discardExpired();
    }
}
