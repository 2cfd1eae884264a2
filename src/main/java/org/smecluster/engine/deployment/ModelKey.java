package org.smecluster.engine.deployment;

import java.util.Objects;

/** @param id of the process, decision, diagram of decisions or form, as its file says */
public record ModelKey(ModelKind kind, String id) {

    public ModelKey {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    @Override
    public String toString() {
        return kind.label() + id;
    }
}
