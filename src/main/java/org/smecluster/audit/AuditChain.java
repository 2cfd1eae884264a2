package org.smecluster.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one writer: whatever has been committed is linked, in the order of the queue; one node at a time. */
@Service
public class AuditChain {

    private static final int AT_ONCE = 2_000;

    private final ChainStore store;

    AuditChain(ChainStore store) {
        this.store = store;
    }

    /** @return how many were linked; none where another node writes */
    @Transactional
    public int chainNext() {
        if (!store.writes()) {
            return 0;
        }
        List<ChainEntry.Queued> waiting = store.queued(AT_ONCE);
        if (waiting.isEmpty()) {
            return 0;
        }
        ChainEntry last = store.last().orElse(null);
        long number = last == null ? 0 : last.number();
        byte[] previous = last == null ? ChainEntry.BEGINNING : last.hash();
        List<ChainEntry> links = new ArrayList<>();
        for (ChainEntry.Queued queued : waiting) {
            ChainEntry link = ChainEntry.of(queued, ++number, previous);
            previous = link.hash();
            links.add(link);
        }
        store.chain(links, waiting.stream().map(ChainEntry.Queued::id).toList());
        return links.size();
    }

    /** Until nothing waits that was there at the beginning. */
    public void chainAll() {
        long waiting = store.lag().count();
        int linked = 1;
        while (waiting > 0 && linked > 0) {
            linked = chainNext();
            waiting -= linked;
        }
    }

    /** @param entries in the chain @param newestHead null before the first */
    public record State(long entries, ChainStore.Lag lag, ChainHead newestHead, long unfiled) {}

    @Transactional(readOnly = true)
    public State state() {
        return new State(
                store.last().map(ChainEntry::number).orElse(0L),
                store.lag(),
                store.newestHead().orElse(null),
                store.unfiled().size());
    }
}
