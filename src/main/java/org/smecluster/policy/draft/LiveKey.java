package org.smecluster.policy.draft;

/**
 * The latest version of a process, decision, diagram of decisions or form.
 *
 * @param kind   PROCESS, DECISION, REQUIREMENTS or FORM
 * @param digest of the file it came from: SHA-256 in hexadecimal digits
 */
public record LiveKey(String kind, String keyId, int version, String digest) {

    public String name() {
        return switch (kind) {
                    case "PROCESS" -> "流程";
                    case "DECISION" -> "决策";
                    case "REQUIREMENTS" -> "决策关系图";
                    default -> "表单";
                }
                + keyId;
    }

    boolean sameKey(LiveKey other) {
        return kind.equals(other.kind) && keyId.equals(other.keyId);
    }
}
