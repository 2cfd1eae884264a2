package org.smecluster.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The stores that are set up. New contents go to the chosen one; each content is read from the one that has it. */
@Component
class EvidenceStores {

    private final Map<EvidenceStore.Kind, EvidenceStore> stores = new EnumMap<>(EvidenceStore.Kind.class);
    private final EvidenceStore chosen;

    EvidenceStores(
            List<EvidenceStore> stores,
            @Value("${smecluster.evidence.store.kind:POSTGRESQL}") EvidenceStore.Kind kind) {
        stores.forEach(store -> this.stores.put(store.kind(), store));
        chosen = of(kind);
    }

    EvidenceStore chosen() {
        return chosen;
    }

    /** Where the pieces of an upload arrive, whatever store is chosen: every node reaches it. */
    EvidenceStore arrival() {
        return of(EvidenceStore.Kind.POSTGRESQL);
    }

    /** @throws IllegalStateException where it is not set up any more */
    EvidenceStore of(EvidenceStore.Kind kind) {
        EvidenceStore store = stores.get(kind);
        if (store == null) {
            throw new IllegalStateException("佐证材料的存储" + kind + "没有配置：请设置 smecluster.evidence.store."
                    + kind.name().toLowerCase(java.util.Locale.ROOT) + ".*，已存入其中的文件才能读取");
        }
        return store;
    }
}
