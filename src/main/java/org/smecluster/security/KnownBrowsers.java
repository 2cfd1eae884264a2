package org.smecluster.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A browser in which a person has signed in carries a signed cookie for that account. It admits nobody: it only keeps
 * the browser's guesses apart from everybody else's, so that strangers cannot use up the owner's. One cookie for each
 * account, named by a keyed digest: a browser that two people share is known to both.
 */
@Component
class KnownBrowsers {

    private static final String PREFIX = "known-";
    private static final int ID_BYTES = 15;
    private static final int NAME_BYTES = 9;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    private volatile SecretKeySpec key;

    KnownBrowsers(
            JdbcClient jdbc, Clock clock, @Value("${smecluster.login.known-browser-days:180}") int knownBrowserDays) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lifetime = Duration.ofDays(knownBrowserDays);
    }

    /** The browser's own id, if it is known to the account. */
    Optional<String> idOf(HttpServletRequest request, String userId) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        String name = cookieName(userId);
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .flatMap(value -> idIn(value, userId).stream())
                .findFirst();
    }

    /** To be called once the person has shown the password; prolongs what the browser has. */
    void remember(HttpServletRequest request, HttpServletResponse response, String userId) {
        byte[] fresh = new byte[ID_BYTES];
        random.nextBytes(fresh);
        String id = idOf(request, userId).orElseGet(() -> TEXT.encodeToString(fresh));
        String facts = id + "." + clock.instant().plus(lifetime).getEpochSecond();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName(userId), facts + "." + signature(facts, userId))
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }

    private Optional<String> idIn(String value, String userId) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3
                || !MessageDigest.isEqual(
                        signature(parts[0] + "." + parts[1], userId).getBytes(StandardCharsets.UTF_8),
                        parts[2].getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        // the signature holds, so that the number is one of ours
        return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    private String cookieName(String userId) {
        return PREFIX + TEXT.encodeToString(Arrays.copyOf(hmac("name\n" + userId), NAME_BYTES));
    }

    private String signature(String facts, String userId) {
        return TEXT.encodeToString(hmac("browser\n" + facts + "\n" + userId));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            jdbc.sql("insert into login_key (id, secret, made_at) values (1, :secret, :now) on conflict do nothing")
                    .param("secret", fresh)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            key = new SecretKeySpec(
                    jdbc.sql("select secret from login_key").query(byte[].class).single(), "HmacSHA256");
        }
        return key;
    }
}
