package org.smecluster.message;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator configures; mail besides as {@code spring.mail}.
 *
 * @param address of this system, as a reader opens it, e.g. {@code https://jiqun.example}; links in messages begin with it
 * @param from sender of the mails; none are sent without
 * @param platform where the messaging platform takes notices; null without one
 * @param secret with which what goes there is signed
 */
@ConfigurationProperties("smecluster.messages")
public record MessageSettings(String address, String from, String platform, String secret) {

    boolean hasPlatform() {
        return given(platform) && given(secret);
    }

    boolean hasSender() {
        return given(from);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
