package org.smecluster.policy;

import java.nio.charset.StandardCharsets;
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

    /** As UTF-8, without the byte order mark that some editors write. */
    public String text() {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** After the last dot, empty where there is none. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
