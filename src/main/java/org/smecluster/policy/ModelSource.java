package org.smecluster.policy;

import java.util.Objects;

/**
 * A file that somebody wants to deploy, as it came.
 *
 * @param name path in the deployment, e.g. {@code processes/recognition/vetoConditions.dmn}
 */
public record ModelSource(String name, byte[] content) {

    public ModelSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
    }

    /** After the last dot, empty where there is none. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
