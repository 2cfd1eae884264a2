package org.smecluster.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Camunda's web apps as they are served: its own files and ours. */
final class WebApps {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private WebApps() {}

    static String file(String path) throws IOException {
        try (InputStream file = WebApps.class.getResourceAsStream("/META-INF/resources/webjars/camunda/" + path)) {
            if (file == null) {
                throw new AssertionError("the web apps have no file " + path);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
    }
}
