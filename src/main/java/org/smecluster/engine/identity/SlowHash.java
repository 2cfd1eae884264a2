package org.smecluster.engine.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * bcrypt over a digest. bcrypt reads 72 bytes and Spring's encoder refuses more; the engine appends a salt of 24
 * characters before it hands the password over, so that a passphrase would pass them. The digest has 44 characters,
 * whatever the password, none of them NUL, and is salted by the engine's salt.
 */
@Component
class SlowHash implements PasswordEncryptor {

    private final BCryptPasswordEncoder encoder;
    private final String ofNobody;
    private final AtomicLong computed = new AtomicLong();

    SlowHash(@Value("${smecluster.login.bcrypt-strength:11}") int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
        this.ofNobody = encoder.encode(digest("nobody"));
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt-sha-512/256";
    }

    @Override
    public String encrypt(String password) {
        computed.incrementAndGet();
        return encoder.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        computed.incrementAndGet();
        return encoder.matches(digest(password), encrypted);
    }

    /** What a check costs, where there is nothing to check. */
    void spend(String password) {
        check(password, ofNobody);
    }

    /** @param stored with its prefix, as the engine keeps it */
    boolean made(String stored) {
        return stored.startsWith("{" + hashAlgorithmName() + "}");
    }

    /** Whether it was made with less work than is asked for now. */
    boolean weaker(String stored) {
        return encoder.upgradeEncoding(stored.substring(stored.indexOf('}') + 1));
    }

    /** Slow hashes since the start: a test holds that who exists is not told by the work done. */
    long computed() {
        return computed.get();
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512/256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
