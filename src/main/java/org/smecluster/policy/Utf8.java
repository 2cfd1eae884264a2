package org.smecluster.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of a file; only UTF-8, so that everybody who reads it after us reads the same. */
final class Utf8 {

    private Utf8() {}

    /** Without a byte order mark; empty where it is anything but UTF-8. */
    static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(hasMark(text) ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    static boolean hasMark(String text) {
        return text.startsWith("\uFEFF");
    }
}
