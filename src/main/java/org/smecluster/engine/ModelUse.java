package org.smecluster.engine;

import java.time.Instant;

/**
 * A version of a model that a case went by.
 *
 * @param key id of the process or decision, e.g. {@code changeFiling}
 * @param name as its author called it
 * @param deployment name under which that version was deployed, null where it has none
 * @param called whether another process of the case called it; false for a decision
 * @param usedFrom start of the process, migration to this version, or first evaluation of the decision in the case
 */
public record ModelUse(
        String businessKey,
        Type type,
        String key,
        String name,
        int version,
        String deployment,
        Instant deployedAt,
        boolean called,
        Instant usedFrom) {

    public enum Type {
        PROCESS("流程"),
        DECISION("决策");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /** The word a clerk sees. */
        public String label() {
            return label;
        }
    }

    /** E.g. 流程“重大变动备案”第2版. */
    public String inWords() {
        return type.label() + "“" + name + "”第" + version + "版";
    }
}
