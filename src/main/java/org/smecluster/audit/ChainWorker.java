package org.smecluster.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Chains all the time, and ends the day by the computer's clock: the trial's clock jumps. Not where tests do it by hand. */
@Component
@ConditionalOnProperty(name = "smecluster.audit.background", matchIfMissing = true)
class ChainWorker {

    private final AuditChain chain;
    private final ChainHeads heads;

    ChainWorker(AuditChain chain, ChainHeads heads) {
        this.chain = chain;
        this.heads = heads;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT10S")
    void chain() {
        chain.chainAll();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void heads() throws IOException {
        heads.keep(LocalDate.now(ZoneId.of("Asia/Shanghai")));
        heads.file();
    }
}
