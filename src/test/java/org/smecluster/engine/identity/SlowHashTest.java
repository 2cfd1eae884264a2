package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowHashTest {

    private final SlowHash hash = new SlowHash(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 48, 71, 72, 73, 128, 256, 1000})
    @DisplayName("口令多长都算全：末尾一个字不同就不对；超过72字节不报错、不截断")
    void theWholePassword(int length) {
        String password = "口".repeat(length - 1);
        String stored = hash.encrypt(password + "甲");
        assertThat(hash.check(password + "甲", stored)).isTrue();
        assertThat(hash.check(password + "乙", stored)).isFalse();
    }

    @Test
    @DisplayName("含NUL的口令不在NUL处截断")
    void notEndedByNul() {
        assertThat(hash.check("a\u0000b", hash.encrypt("a\u0000c"))).isFalse();
    }

    @Test
    @DisplayName("存下的是bcrypt，强度在内；强度提高后认得出旧的")
    void strengthIsKept() {
        String stored = "{" + hash.hashAlgorithmName() + "}" + hash.encrypt("x");
        assertThat(stored).startsWith("{bcrypt-sha-512/256}$2a$04$").hasSizeLessThan(255);
        assertThat(hash.made(stored)).isTrue();
        assertThat(hash.weaker(stored)).isFalse();
        assertThat(new SlowHash(5).weaker(stored)).isTrue();
    }
}
